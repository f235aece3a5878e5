"""The right message for the moment, filled from what the book knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from followup_tui.records import dataclass
from followup_tui.reports import draft_facts as facts_by
from followup_tui.reports.cards import card_person, me
from followup_tui.rules.blanks import blanks_of
from followup_tui.rules.card import facts_for
from followup_tui.rules.facts import Action, ChaseKind, DeclineReason
from followup_tui.rules.letters import Draft, Kind, Occasion, draft, fitting
from followup_tui.rules.loop import Debt, Report
from followup_tui.rules.moment import Moment
from followup_tui.store import writing
from followup_tui.store.story import Story, story
from followup_tui.store.writing import ForStep, TheName
from followup_tui.words import reader
from followup_tui.words.reader import Letter, Letters

TO_WHO_GAVE = (
    Kind.R1, Kind.R2, Kind.R3, Kind.R4, Kind.R5, Kind.R6, Kind.BETTER_PERSON, Kind.REDIRECT,
    Kind.DECLINE_INTRODUCTION, Kind.NEWS,
)  # fmt: skip
"""The messages that tell somebody of a name they gave."""
TO_ANYBODY = (
    Kind.FIRST_EMAIL, Kind.SECOND_EMAIL, Kind.TWO_LINES, Kind.THANK, Kind.NUDGE, Kind.SEND,
    Kind.IN_TOUCH, Kind.DORMANT, Kind.DECLINE_LEAD, Kind.ON_THE_SPOT,
)  # fmt: skip
TWO_LINES = "two lines"
"""What a step is about that was made smaller."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which message is wanted; what isn't said, the moment decides."""

    follow_up_id: int | None = None
    kind: Kind | None = None
    referral_id: int | None = None
    """The name that is told of, where it isn't the one at hand."""
    reason: DeclineReason | None = None
    told: Mapping[str, str] | None = None
    """Facts that only the user knows, by the name of their blank."""
    own_words: Path | None = None


def draft_for(
    contact_id: int, now: Moment, follow_up_id: int | None = None, kind: Kind | None = None
) -> tuple[Kind, Draft]:
    """The message that fits the moment, or one of `kind`. Raises as `written` does."""
    return written(contact_id, now, Asked(follow_up_id, kind))


def written(contact_id: int, now: Moment, asked: Asked) -> tuple[Kind, Draft]:
    """The message to this person, with which kind it is; several words owed are one message.

    Raises:
        NotFound: There is nobody with this id, or no such follow-up.
    """
    known = story(contact_id)
    step = _step(contact_id, now, asked)
    debts = writing.owed_to(contact_id, now)
    kind = asked.kind or _fitting(contact_id, known, step, debts, now)
    letter = words(asked.own_words).letters[kind]
    spoken = facts_for(card_person(contact_id, now, step.id if step else None), me(), now)
    if kind in TO_WHO_GAVE:
        # The day of my next try is no day on which I reached them.
        spoken.pop("when", None)
    common = facts_by.known_only(
        {
            **spoken,
            **facts_by.of_days(now),
            **facts_by.known_only(facts_by.of_step(step, known)),
            **_of_kind(kind, known, now),
            "reason": _reason(asked.reason, asked),
            **(asked.told or {}),
        }
    )
    if asked.referral_id is not None:
        names = [writing.the_name(asked.referral_id, now)]
    else:
        names = _names(contact_id, kind, step, debts, now)
    if asked.kind is None and kind is not Kind.R6 and len(names) > 1:
        return kind, _together(names, debts, common, asked, now)
    return kind, draft(letter, {**common, **_of_one(names, kind, asked, now)})


def step_at_hand(contact_id: int, now: Moment) -> int | None:
    """The id of the follow-up that a message to somebody would be for, if one is due."""
    step = writing.step_to_write_for(contact_id, now.today)
    return step.id if step else None


def blanks(kind: Kind, own_words: Path | None = None) -> frozenset[str]:
    """The blanks that a message of this kind has; the words to a giver go together."""
    reports = [Kind(report.value) for report in Report]
    letters = words(own_words).letters
    texts = [letters[one] for one in (reports if kind in reports else [kind])]
    lines = (line for text in texts for line in (text.subject, *text.body))
    return frozenset(name for line in lines for name in blanks_of(line))


def kinds_for(contact_id: int, now: Moment, follow_up_id: int | None = None) -> tuple[Kind, ...]:
    """The kinds of message to offer: first the one that fits, then the others in turn."""
    first, _ = draft_for(contact_id, now, follow_up_id)
    gave = TO_WHO_GAVE if writing.names_given_by(contact_id, now) else ()
    return tuple(dict.fromkeys((first, *gave, *TO_ANYBODY)))


@lru_cache(maxsize=2)
def words(own: Path | None = None) -> Letters:
    """The messages, with those in the user's folder laid over them. Raises as the reader does."""
    return reader.letters(own)


def _step(contact_id: int, now: Moment, asked: Asked) -> ForStep | None:
    if asked.follow_up_id is not None:
        return writing.for_step(asked.follow_up_id)
    return None if asked.kind else writing.step_to_write_for(contact_id, now.today)


def _fitting(
    contact_id: int, known: Story, step: ForStep | None, debts: Sequence[Debt], now: Moment
) -> Kind:
    reports = step is None or step.action is Action.REPORT_BACK
    if reports and debts and (step is None or step.contact_id == contact_id):
        return Kind(debts[0].report.value)
    if step is None:
        return Kind.IN_TOUCH if known.last_contact else Kind.FIRST_EMAIL
    if step.action is Action.REPORT_BACK and step.lead_id:
        return Kind.NEWS
    if step.action is Action.ASK and step.referral_id:
        return Kind.BETTER_PERSON
    if step.what == TWO_LINES:
        return Kind.TWO_LINES
    return fitting(
        Occasion(
            action=step.action,
            owed=step.owed,
            attempts=int(card_person(contact_id, now, step.id).emailed),
            ever_spoken=known.last_contact is not None,
            dormant=writing.is_dormant(contact_id),
            they_promised=step.chase == ChaseKind.PROMISED,
        )
    )


def _names(
    contact_id: int, kind: Kind, step: ForStep | None, debts: Sequence[Debt], now: Moment
) -> list[TheName]:
    """The names that the message tells of: those owed a word, else the one at hand."""
    if kind not in TO_WHO_GAVE:
        return []
    changed = [one.referral for one in debts if one.report is not Report.PROGRESS]
    if kind.value in {report.value for report in Report} and changed:
        alike = [one.referral for one in debts if one.report.value == kind.value]
        first = alike[:1]
        rest = [row for row in changed if row not in first]
        return [writing.the_name(row, now) for row in (*first, *rest)]
    if step and step.referral_id:
        return [writing.the_name(step.referral_id, now)]
    return writing.names_given_by(contact_id, now)[:1]


def _of_one(names: Sequence[TheName], kind: Kind, asked: Asked, now: Moment) -> dict[str, str]:
    if not names or kind is Kind.R6:
        return {}
    facts = facts_by.known_only(facts_by.of_name(names[0], now.today))
    if kind is Kind.R2 and not names[0].talked_on:
        facts.pop("when", None)
    reason = _reason(asked.reason or _as_reason(names[0].reason), asked)
    return {**facts, **({"reason": reason} if reason else {}), **(asked.told or {})}


def _together(
    names: Sequence[TheName], debts: Sequence[Debt], common: dict[str, str], asked: Asked,
    now: Moment,
) -> Draft:  # fmt: skip
    """One message of several: one greeting, what is told of each, one name under it."""
    letters = words(asked.own_words).letters
    report = {one.referral: one.report for one in debts}
    told: list[Draft] = []
    for name in names:
        kind = Kind(report[name.referral_id].value)
        _, middle, _ = _apart(letters[kind])
        told.append(draft(middle, {**common, **_of_one([name], kind, asked, now)}))
    first = letters[Kind(report[names[0].referral_id].value)]
    greeting, _, ending = (draft(part, common).body for part in _apart(first))
    bodies = dict.fromkeys(one.body for one in told)
    return Draft(
        subject=f"{facts_by.listed([name.them for name in names if name.them])}",
        body="\n\n".join(part for part in (greeting, *bodies, ending) if part),
        asks=tuple(dict.fromkeys(ask for one in told for ask in one.asks)),
    )


def _apart(letter: Letter) -> tuple[Letter, Letter, Letter]:
    """A letter as its greeting, its middle and its ending."""
    body = letter.body
    first = body.index("") if "" in body else 0
    last = len(body) - 1 - body[::-1].index("") if "" in body else len(body)
    return (
        _with(letter, body[:first]),
        _with(letter, body[first + 1 : last]),
        _with(letter, body[last + 1 :]),
    )


def _with(letter: Letter, body: tuple[str, ...]) -> Letter:
    return Letter(letter.kind, letter.label, letter.subject, body, letter.asks)


def _of_kind(kind: Kind, known: Story, now: Moment) -> dict[str, str]:
    if kind is Kind.THANK:
        given = writing.names_given_by(known.person.id, now)
        return facts_by.known_only(facts_by.of_thanks(known, given, now))
    return facts_by.of_progress(known.person.id) if kind is Kind.R6 else {}


def _reason(reason: DeclineReason | None, asked: Asked) -> str:
    return words(asked.own_words).reasons.get(reason, "") if reason else ""


def _as_reason(reason: str | None) -> DeclineReason | None:
    return DeclineReason(reason) if reason in set(DeclineReason) else None
