"""The call card as lines: what to know above, what to say and what to ask side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest

from followup_tui.rules.card import Card
from followup_tui.text import show_block
from followup_tui.ui.panes.code_lines import code_lines
from followup_tui.ui.spans import BLANK, Line, cut_line, span, width_of, wrapped

LABEL = 12
GAP = 3
TWO_COLUMNS_FROM = 96
"""From so many cells on what to say and what to ask stand side by side."""


def card_lines(
    card: Card,
    tel: str,
    asked: Collection[str],
    size: tuple[int, int],
    fact: Sequence[Line] = (),
) -> list[Line]:
    """Everything for the call: what comes first in a call is nearest to the top.

    Args:
        card: The card.
        tel: The number as a phone takes it; empty without one.
        asked: The questions ticked.
        size: Cells and rows; the code is among the words only where all of it fits.
        fact: A line for a moment of doubt.
    """
    width, height = size
    if width < TWO_COLUMNS_FROM:
        return [
            number_line(card, tel), *known_lines(card, width), *fact, BLANK,
            *opener_lines(card, width), BLANK, *ask_lines(card, asked, width), BLANK,
            *answer_lines(card, width), BLANK, *words_lines(card, width),
        ]  # fmt: skip
    half = (width - GAP) // 2
    left = [
        number_line(card, tel), *known_lines(card, half), *fact, BLANK,
        *opener_lines(card, half), BLANK, *answer_lines(card, half),
    ]  # fmt: skip
    right = [*ask_lines(card, asked, half), BLANK, *words_lines(card, half)]
    with_code = [*code_lines(tel), *right]
    fits = len(with_code) <= height
    return beside(left, with_code if fits else right, half + GAP)


def number_line(card: Card, tel: str) -> Line:
    """The number to dial, as it is written and as a phone takes it."""
    if not card.number:
        return (("no number yet", "late"), ("   e", "key"), (" adds one", "muted"))
    dial = f"   {tel}" if tel else ""
    keys: Line = (("   y", "key"), (" copy", "muted"), ("  o", "key"), (" code", "muted"))
    return (span(card.number, "phone"), (dial, "muted"), *keys)


def known_lines(card: Card, width: int) -> list[Line]:
    """Who sent me, what was last, and the promises both ways."""
    return [
        *labelled("Sent by", (card.sent_by,), "", width),
        *labelled("Last", (card.last,), "", width),
        *labelled("I promised", card.my_promises, "late", width),
        *labelled("They will", card.their_promises, "", width),
    ]


def words_lines(card: Card, width: int) -> list[Line]:
    """What to ask when they give a name, the voicemail, and what I am looking for."""
    return [
        heading("If they give a name"), *indented(" · ".join(card.before_you_hang_up), "", width),
        BLANK, heading("Voicemail"), *indented(card.voicemail, "quote", width),
        *([BLANK, *wrapped(show_block(card.looking_for), "", width)] if card.looking_for else []),
    ]  # fmt: skip


def opener_lines(card: Card, width: int) -> list[Line]:
    """What to say first."""
    return [heading("Say first"), *indented(card.opener, "strong", width)]


def answer_lines(card: Card, width: int) -> list[Line]:
    """What to say to each of their answers."""
    lines: list[Line] = [heading("If they say")]
    for answer in card.answers:
        lines.append(((f"“{answer.title}”", "muted"),))
        for text in answer.lines:
            lines += indented(text, "", width)
    return lines


def ask_lines(card: Card, asked: Collection[str], width: int) -> list[Line]:
    """The questions with their digits and ticks, the one ask, and who else."""
    lines = [heading(card.ask_title, "tab")]
    for digit, question in enumerate(card.questions, start=1):
        tick = "✓" if question in asked else " "
        first: Line = ((f"{digit}", "key"), (f"{tick} ", "good"))
        look = "muted" if question in asked else ""
        lines += wrapped(show_block(question), look, width, first, 3)
    return [
        *lines, BLANK,
        *labelled("The one ask", (card.ask,), "", width),
        *labelled("Who else", (card.who_else,), "", width),
    ]  # fmt: skip


def heading(title: str, key: str = "") -> Line:
    """A title, and the key that changes what is below."""
    return ((title, "accent"), *(((f"  {key}", "key"),) if key else ()))


def labelled(label: str, texts: Iterable[str], look: str, width: int) -> list[Line]:
    """A label, and the texts that aren't empty in their own column."""
    lines: list[Line] = []
    for text in texts:
        if text:
            first: Line = (("" if lines else label, "muted"),)
            lines += wrapped(show_block(text), look, width, first, LABEL)
    return lines


def indented(text: str, look: str, width: int) -> list[Line]:
    """The text two cells in."""
    return wrapped(show_block(text), look, width, (("  ", ""),), 2)


def beside(left: Sequence[Line], right: Iterable[Line], at: int) -> list[Line]:
    """Two columns of lines, the right one from cell `at` on."""
    lines: list[Line] = []
    for one, other in zip_longest(left, right, fillvalue=BLANK):
        kept = cut_line(one, at - 1)
        gap = " " * (at - width_of(kept)) if other else ""
        lines.append((*kept, (gap, ""), *other))
    return lines
