"""The parts of a clause that any kind of it can have: date, condition, verb, and what is left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.dates.words import MONTHS
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.places import day_or_name
from followup_tui.rules.quicklog.verbs import CONDITIONS, DECISIONS, TASKS
from followup_tui.rules.quicklog.who import OBJECTS, person_at
from followup_tui.rules.tokens import MARK, word_at, word_set

_DESCRIBED = word_set(
    """interview meeting call deadline email conversation lunch coffee mixer event mtg game panel
    class session issue edition paper news talk chat notes zoom webinar conference report shift
    launch gala opening appointment show visit trip flight party workshop training"""
)
"""Nouns that a date before them describes: `the Dec 3 interview`."""
_OF_A_NOUN = word_set("the a an her his my our their about for that re from of")
_STORY = word_set("about from until til till since re of")
"""Words before a date that make it part of a story, not a due date."""
_DUE_LEADS = word_set("by on before due b4")


def due_in(draft: Draft, start: int, end: int, stance: Stance) -> Spot | None:
    """The date of a task between two tokens; where two days fit equally, asked.

    `by`, `on` and `before` win; `the Dec 3 interview` and `Monday's call` are no due dates; in
    `out til Mon Nov 30, call back then before 10`, `then` is the day named last.
    """
    spots = [
        spot
        for spot in draft.line.dates_in(start, end, stance)
        if not _in_a_story(draft, spot, start, end)
    ]
    then = _then(draft, start, end, stance)
    days = [spot for spot in spots if not spot.timed_only] or then
    clocks = [spot for spot in spots if spot.timed_only]
    if not days:
        return clocks[0] if clocks else None
    first = _corrected(draft, days) or _chosen(draft, days)
    if day_or_name(draft.line.tokens, first.start):
        first = _asked(first, ())
    story = {word_at(draft.line.tokens, at) for at in range(start, first.start)}
    if story & {"after", "before", "until"} and first.start > start and not first.when.ask:
        first = _asked(first, ())
    return joined(first, clocks[0]) if clocks else first


def _corrected(draft: Draft, days: list[Spot]) -> Spot | None:
    """The last of two days, where it takes the first back: `tues no wait weds`, `Mon, I mean Tue`.

    The words between belong to it.
    """
    if len(days) < 2:
        return None
    between = range(days[-2].end, days[-1].start)
    words = " ".join(word_at(draft.line.tokens, at) for at in between if at >= 0)
    if words.strip(" ,-–—.") not in _CORRECTIONS:
        return None
    return replace(days[-1], more=(*days[-1].more, *range(days[0].start, days[-1].start)))


_CORRECTIONS = frozenset(
    {"no wait", "no", "wait", "i mean", "make that", "make it", "scratch that", "or rather",
     "rather", "actually", "no actually", "sorry", "no make it", "no make that", "nope",
     "wait no", "no sorry", "sorry i mean", "oops", "no i mean", "correction"}
)  # fmt: skip


def _chosen(draft: Draft, days: list[Spot]) -> Spot:
    """The day led by `by` or `on`, else the first; asked when another day is as good."""
    tokens = draft.line.tokens
    led = [spot for spot in days if word_at(tokens, spot.start) in _DUE_LEADS]
    if len(led) == 1 and word_at(tokens, led[0].end) != "or":
        return led[0]
    first = (led or days)[0]
    if word_at(tokens, first.end) == "or" and word_at(tokens, first.end + 1)[:1].isdigit():
        return _asked(first, ())  # `Dec 8 or 9`
    others = tuple(dict.fromkeys(s.when.day for s in days if s.when.day != first.when.day))
    return _asked(first, others) if others else first


def _asked(spot: Spot, others: tuple[date, ...]) -> Spot:
    choices = tuple(dict.fromkeys((spot.when.day, *others)))
    return replace(spot, when=replace(spot.when, ask="which one?", choices=choices))


def joined(day: Spot, clock: Spot) -> Spot:
    """A day with a clock that stands apart from it: `Tuesday about the job at 3`."""
    if day.when.time or day.when.part:
        return day
    told = clock.when
    when = replace(
        day.when, time=told.time, time_kind=told.time_kind, zone=told.zone, part=told.part
    )
    return replace(day, when=when, more=(*day.more, *clock.words))


def _in_a_story(draft: Draft, spot: Spot, start: int, end: int) -> bool:
    """Whether a date only describes a noun, or tells of something else."""
    tokens = draft.line.tokens
    before, after = word_at(tokens, spot.start - 1), word_at(tokens, spot.end)
    if spot.end < end and after in _DESCRIBED and before in _OF_A_NOUN:
        return True
    if word_at(tokens, spot.start) in _DUE_LEADS:
        return False
    return spot.start > start and before in _STORY


def _then(draft: Draft, start: int, end: int, stance: Stance) -> list[Spot]:
    """`call back then`: the day named last before this clause, without its clock."""
    tokens = draft.line.tokens
    at = next((place for place in range(start, end) if word_at(tokens, place) == "then"), None)
    earlier = draft.line.dates_in(0, start, stance) if at is not None else []
    if at is None or not earlier:
        return []
    last = earlier[-1]
    bare = replace(last.when, time=None, time_kind=None, zone=None, part=None)
    return [Spot(last.when if last.timed_only else bare, at, at + 1)]


def condition_in(draft: Draft, start: int, end: int) -> tuple[str, int, int] | None:
    """`if nothing` and the like: `no_reply`, or the words of another `if`; and where they stand."""
    tokens = draft.line.tokens
    for at in range(start, end):
        if word_at(tokens, at) not in ("if", "unless"):
            continue
        found = CONDITIONS.at(tokens, at, end)
        if found:
            stop = found[1]
            if word_at(tokens, stop) in ("from", "by"):
                stop += 1 + (word_at(tokens, stop + 1) in OBJECTS | {"then"})
                stop -= word_at(tokens, stop - 1) in ("from", "by")
            return "no_reply", at, stop
        if at > start and not DECISIONS.at(tokens, at, end):
            stop = next((place for place in range(at, end) if tokens[place].word == ","), end)
            return draft.line.said(at, stop), at, stop
    return None


def verb_at(draft: Draft, at: int, end: int) -> tuple[Action, int] | None:
    """The action of a bare verb and where the verb ends; `give Tom a call` is to call."""
    if at >= end:
        return None
    if word_at(draft.line.tokens, at) == "google" and word_at(draft.line.tokens, at + 1) in _APPS:
        return None
    parted = _parted_verb(draft, at, end)
    found = (parted, at + 1) if parted else TASKS.at(draft.line.tokens, at, end)
    return (found[0], found[1] - 1) if found and _in_month(draft, found[1], end) else found


def _in_month(draft: Draft, at: int, end: int) -> bool:
    """Whether the `in` of `check in` belongs to the date: `check in April`."""
    tokens = draft.line.tokens
    dated = at < end and word_at(tokens, at - 1) == "in" and word_at(tokens, at) in MONTHS
    return dated and not (draft.line.book.full_at(tokens, at) or draft.line.book.one_at(tokens, at))


_APPS = word_set("meet hangout hangouts doc docs sheet drive chat voice calendar")
_GIVEN = {
    "call": Action.CALL, "ring": Action.CALL, "buzz": Action.CALL, "callback": Action.CALL,
    "email": Action.EMAIL, "note": Action.EMAIL, "line": Action.EMAIL, "e-mail": Action.EMAIL,
    "text": Action.TEXT, "message": Action.CHAT, "dm": Action.CHAT, "thank": Action.THANK,
    "thanks": Action.THANK, "thank-you": Action.THANK, "thx": Action.THANK,
    "update": Action.REPORT_BACK,
}  # fmt: skip
_FILLING = word_set("a an my another quick short nice big little proper")
_SENDABLE = word_set("email e-mail text message dm thank thanks thank-you thx")


def _parted_verb(draft: Draft, at: int, end: int) -> Action | None:
    """The action of a verb whose noun stands behind the person: `give Tom a call`."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word not in ("give", "shoot", "drop", "send", "let", "keep"):
        return None
    noun = _noun_behind(draft, at, end)
    if noun is None:
        return None
    if word in ("let", "keep"):
        known = word_at(tokens, noun) in ("know", "posted", "updated")
        return Action.REPORT_BACK if known else None
    if word == "send" and word_at(tokens, noun) not in _SENDABLE:
        return None
    return _GIVEN.get(word_at(tokens, noun))


def _noun_behind(draft: Draft, at: int, end: int) -> int | None:
    """Where the noun stands behind a verb and the person: `give Tom a quick call`."""
    tokens = draft.line.tokens
    whom = person_at(draft, at + 1, end)
    stop = at + 2 if word_at(tokens, at + 1) in OBJECTS else whom[1] if whom else at + 1
    if stop == at + 1:
        return None
    while stop < end and word_at(tokens, stop) in _FILLING:
        stop += 1
    return stop if stop < end else None


def parted_noun(draft: Draft, verb: int, action: Action, end: int) -> frozenset[int]:
    """The words of `a quick call` in `give Tom a quick call`, which the action says already."""
    tokens = draft.line.tokens
    if _parted_verb(draft, verb, end) is not action:
        return frozenset()
    noun = _noun_behind(draft, verb, end)
    if noun is None:
        return frozenset()
    first, last = noun, noun + 1
    while word_at(tokens, first - 1) in _FILLING:
        first -= 1
    while (
        action is Action.THANK and word_at(tokens, last) in ("you", "note", "card") and last < end
    ):
        last += 1
    return frozenset(range(first, last))


def left_over(draft: Draft, start: int, end: int, gone: Collection[int]) -> str | None:
    """The words between two tokens that aren't `gone`, without marks at their ends."""
    left = [at for at in range(start, end) if at not in gone]
    runs: list[str] = []
    while left:
        stop = 1
        while stop < len(left) and left[stop] == left[stop - 1] + 1:
            stop += 1
        runs.append(_clean(draft, left[0], left[stop - 1] + 1))
        left = left[stop:]
    return " ".join(run for run in runs if run) or None


def _clean(draft: Draft, start: int, end: int) -> str:
    tokens = draft.line.tokens
    while start < end and tokens[start].kind == MARK and tokens[start].text not in "($@#~":
        start += 1
    while end > start and tokens[end - 1].kind == MARK and tokens[end - 1].text not in ")%?":
        end -= 1
    return draft.line.said(start, end)
