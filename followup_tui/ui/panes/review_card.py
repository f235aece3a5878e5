"""A card of the review as lines: what is owed, why now, what to say and what to ask."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.records import dataclass
from followup_tui.rules.card import Card
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.letters import Draft
from followup_tui.rules.moment import Moment
from followup_tui.rules.ranking import why
from followup_tui.rules.snoozing import WayOut
from followup_tui.store.agenda import Due
from followup_tui.text import cells, show, show_block
from followup_tui.ui.days import day_words, late_words
from followup_tui.ui.panes.card_lines import indented
from followup_tui.ui.panes.wording import SNOOZED_BECAUSE, sentence, wants_a_second
from followup_tui.ui.spans import BLANK, Line, Span, span, width_of, wrapped

SPOKEN = frozenset({Action.CALL, Action.MEET, Action.INTERVIEW, Action.ASK, Action.CHECK})
"""What is done by talking: there the card says what to say and ask."""
TITLES = {
    Owed.PROMISED: "you promised",
    Owed.AWAITED: "someone is waiting",
    Owed.LENT: "a name or time was lent",
    Owed.CHASE: "the next try",
    Owed.IN_TOUCH: "keep in touch",
}
WAYS = {
    WayOut.NOW: "do it now",
    WayOut.SMALLER: "make it smaller: two lines, today",
    WayOut.ASK_REFERRER: "ask {giver} for a better time, or person",
    WayOut.DECLINE: "say no, or let it go",
    WayOut.PARK: "park it, with a date",
}
TIMES = {1: "once", 2: "twice"}


MOST_SNOOZES = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card of the review shows."""

    due: Due
    card: Card | None
    """None where the follow-up is with nobody."""
    because: str | None = None
    """What was in the way when it was snoozed last."""
    draft: Draft | None = None
    """The message, where it is done by writing."""
    ways: tuple[WayOut, ...] = ()
    """The ways out, where it is to be decided."""


def review_card_lines(
    shown: Shown, moment: Moment, width: int, fact: Sequence[Line] = ()
) -> list[Line]:
    """The whole card; the fact line stands by itself at the end."""
    due, card = shown.due, shown.card
    lines = [*_head(due, card, moment, width), BLANK, *_owed(due, card, moment, width)]
    if wants_a_second(due):
        lines.append((("b  ", "key"), (f"somebody else at {show(due.organization)} too", "")))
    reason = wrapped(f"Why now: {why(due.terms, due.owed)}", "muted", width) if due.terms else []
    if shown.ways:
        # Before the reason: where there is little room, the ways out are what must be seen.
        lines += [BLANK, ((f"To decide: {_must(due)}", "late"),)]
        lines += [_way(digit, way, due) for digit, way in enumerate(shown.ways, start=1)]
        lines += [BLANK, *reason] if reason else []
    else:
        lines += reason
    if card and due.action in SPOKEN:
        lines += [BLANK, (("Say first", "muted"),), *indented(f"“{card.opener}”", "", width)]
        lines += [BLANK, (("Ask", "muted"),), *_questions(card, width)]
    elif shown.draft:
        lines += [BLANK, (("Write", "muted"),), *_message(shown.draft, width)]
    if card:
        lines += [BLANK, *_last(shown, card, width)]
    return [*lines, *([BLANK, *fact] if fact else [])]


def _must(due: Due) -> str:
    return "it can't be put off again" if due.snoozes >= MOST_SNOOZES else "its last day has passed"


def _head(due: Due, card: Card | None, moment: Moment, width: int) -> list[Line]:
    late = due.late_on(moment.today)
    first: Span = (late_words(late), "late") if late else ("today", "accent")
    name = sentence(due.action, show(due.contact or due.lead))
    rest = "" if card is None else " · ".join(w for w in (card.who, card.their_time) if w)
    head: Line = (first, ("  ", ""), (name, "strong"))
    indent = cells(first[0]) + 2
    if width_of(head) + 2 + cells(show(rest)) <= width:
        lines: list[Line] = [(*head, ("  ", ""), span(rest, "muted"))]
    else:
        lines = [head, *wrapped(show(rest), "muted", width, ((" " * indent, ""),), indent)]
    if due.what:
        lines += wrapped(show_block(due.what), "", width, ((" " * indent, ""),), indent)
    if card and card.number and due.action in SPOKEN:
        lines.append(((" " * indent, ""), span(card.number, "phone")))
    return lines


def _owed(due: Due, card: Card | None, moment: Moment, width: int) -> list[Line]:
    """Why it is owed, and who sent me with which words."""
    sent = card.sent_by if card else ""
    mark: Line = (("◆ ", "late"),)
    day = day_words(due.first_due, moment.today)
    mine = due.owed is Owed.PROMISED or due.promised_to != due.contact
    promised = due.promised_to if mine else ""
    if promised and sent.startswith(promised):
        return wrapped(show_block(f"promised to {sent}"), "", width, mark, 2)
    lines = wrapped(show_block(sent), "", width, mark, 2) if sent else []
    if promised:
        said = f"promised to {show(promised)} for {day}"
        return [*wrapped(said, "", width, mark, 2), *lines]
    return lines or wrapped(f"{TITLES[due.owed]}, due {day}", "", width, (("◇ ", "muted"),), 2)


def _way(digit: int, way: WayOut, due: Due) -> Line:
    words = WAYS[way].replace("{giver}", show(due.giver))
    return ((f"  {digit} ", "key"), (words, ""))


def _questions(card: Card, width: int) -> list[Line]:
    lines: list[Line] = []
    for number, question in enumerate(card.questions, start=1):
        lines += wrapped(show_block(question), "", width, ((f"  {number}  ", "muted"),), 5)
    return lines


def _message(draft: Draft, width: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in draft.body.split("\n"):
        lines += indented(paragraph, "", width) if paragraph else [BLANK]
    return lines


def _last(shown: Shown, card: Card, width: int) -> list[Line]:
    snoozed = TIMES.get(shown.due.snoozes, f"{shown.due.snoozes} times")
    told = [card.last, f"snoozed {snoozed}" if shown.due.snoozes else ""]
    words = " · ".join(word for word in told if word)
    if shown.because and shown.due.snoozes:
        words += f": “{SNOOZED_BECAUSE.get(shown.because, shown.because)}”"
    return wrapped(show_block(words), "", width, (("Last  ", "muted"),), 6)
