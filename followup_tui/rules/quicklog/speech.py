"""What I am to do, what I promised and what they promised: tasks and their parts."""

from __future__ import annotations

from dataclasses import dataclass

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot, When
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.draft import Draft, Someone
from followup_tui.rules.quicklog.shape import ReadFollowUp
from followup_tui.rules.quicklog.verbs import CONDITIONS, DECISION_STARTS, DECISIONS, TASKS
from followup_tui.rules.quicklog.who import OBJECTS, person_at, pronoun
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, word_at, word_set


@dataclass(frozen=True, slots=True)
class Task:
    """A task in a clause: where it is, who says so, and which words are taken by its parts."""

    start: int
    """The first word of the clause, its leads included."""
    verb: int
    end: int
    action: Action
    after: int
    """The first word behind the verb."""
    promised: bool = False
    condition: str | None = None
    gone: frozenset[int] = frozenset()
    """Words that belong to the date or the condition."""
    spot: Spot | None = None


_TO = frozenset({"to", "with", "w/", "w", "for", "2"})
_TO_WHOM = frozenset({"to", "with", "w/", "w"})
_ATTRIBUTES = word_set(
    """interview meeting call deadline email conversation lunch coffee mixer event mtg game panel
    class session issue edition paper news talk chat notes zoom webinar conference report shift launch
    gala opening appointment show visit trip flight party"""
)
"""Nouns that a date before them describes: `the Dec 3 interview`."""


def due_in(draft: Draft, start: int, end: int, stance: Stance) -> Spot | None:
    """The date of a task between two tokens; two that both fit are asked.

    `by`, `on` and `before` win; `the Dec 3 interview` and `Monday's call` are no due dates.
    """
    tokens = draft.line.tokens
    spots = [
        spot
        for spot in draft.line.dates_in(start, end, stance)
        if not _attribute(draft, spot, start, end)
    ]
    spots = spots or _then(draft, start, end, stance)
    if len(spots) < 2:
        return spots[0] if spots else None
    days = [spot for spot in spots if not spot.timed_only]
    if len(days) == 1:
        clock = next(spot for spot in spots if spot.timed_only)
        return joined(days[0], clock)
    led = [spot for spot in days if word_at(tokens, spot.start) in ("by", "on", "before", "due")]
    first = (led or days or spots)[0]
    if len(led) == 1:
        return first
    others = tuple(spot.when.day for spot in days if spot.when.day != first.when.day)
    return _asked(first, others) if others else first


def _asked(spot: Spot, others: tuple[object, ...]) -> Spot:
    from dataclasses import replace

    choices = (spot.when.day, *others)
    return replace(spot, when=replace(spot.when, ask="which one?", choices=choices))  # type: ignore[arg-type]


def joined(day: Spot, clock: Spot) -> Spot:
    """A day and a clock that stand apart in one clause: `Tuesday about the job at 3`."""
    from dataclasses import replace

    if day.when.time or day.when.part:
        return day
    when = replace(day.when, time=clock.when.time, time_kind=clock.when.time_kind, zone=clock.when.zone,
                   part=clock.when.part)  # fmt: skip
    return replace(day, when=when)


def _attribute(draft: Draft, spot: Spot, start: int, end: int) -> bool:
    """Whether a date only describes a noun, or stands in a story of its own."""
    tokens = draft.line.tokens
    before, after = word_at(tokens, spot.start - 1), word_at(tokens, spot.end)
    if spot.end < end and after in _ATTRIBUTES and before in _OF_A_NOUN:
        return True
    if word_at(tokens, spot.start) in ("by", "on", "before"):
        return False
    return spot.start > start and before in (
        "about",
        "from",
        "until",
        "til",
        "till",
        "since",
        "re",
        "of",
    )


_OF_A_NOUN = frozenset({"the", "a", "an", "her", "his", "my", "our", "their", "about", "for", "that", "re",
                        "from", "of"})  # fmt: skip


def _then(draft: Draft, start: int, end: int, stance: Stance) -> list[Spot]:
    """`call back then`: the date named last before this clause, with this clause's clock."""
    tokens = draft.line.tokens
    at = next((place for place in range(start, end) if word_at(tokens, place) == "then"), None)
    if at is None:
        return []
    earlier = draft.line.dates_in(0, start, stance)
    if not earlier:
        return []
    last = earlier[-1]
    return [Spot(last.when, at, at + 1)]


def with_then(draft: Draft, task_start: int, end: int, stance: Stance) -> Spot | None:
    """The due date of a clause, `then` included: `out til Mon Nov 30, call back then before 10`."""
    spot = due_in(draft, task_start, end, stance)
    if spot and spot.timed_only:
        dates = _then(draft, task_start, end, stance)
        if dates:
            merged = joined(Spot(_bare(dates[0].when), dates[0].start, spot.end), spot)
            return merged
    return spot


def _bare(when: When) -> When:
    from dataclasses import replace

    return replace(when, time=None, time_kind=None, zone=None, part=None)


def condition_in(draft: Draft, start: int, end: int) -> tuple[str, int, int] | None:
    """`if nothing` and the like: `no_reply`, or the words of another `if`; and where it stands."""
    tokens = draft.line.tokens
    for at in range(start, end):
        if word_at(tokens, at) not in ("if", "unless"):
            continue
        found = CONDITIONS.at(tokens, at, end)
        if found:
            stop = found[1]
            stop += word_at(tokens, stop) in ("from", "by") and word_at(
                tokens, stop + 1
            ) in OBJECTS | {"then"}
            if word_at(tokens, stop) in OBJECTS | {"then"} and word_at(tokens, stop - 1) in (
                "from",
                "by",
            ):
                stop += 1
            return "no_reply", at, stop
        if at > start and not DECISIONS.at(tokens, at, end):
            stop = next((place for place in range(at, end) if tokens[place].word == ","), end)
            return draft.line.said(at, stop), at, stop
    return None


def verb_at(draft: Draft, at: int, end: int) -> tuple[Action, int] | None:
    """The task verb at a place and where it ends; `give Tom a call` and `let Jorge know` too."""
    tokens = draft.line.tokens
    found = TASKS.at(tokens, at, end)
    word = word_at(tokens, at)
    if word in (
        "give",
        "shoot",
        "drop",
        "send",
        "let",
        "ring",
        "call",
        "text",
        "email",
        "write",
        "keep",
    ):
        split = _split_verb(draft, at, end)
        if split:
            return split, at + 1
    return found


def _split_verb(draft: Draft, at: int, end: int) -> Action | None:
    """The action of a verb whose noun stands behind the person: `give Tom a call`."""
    tokens = draft.line.tokens
    whom = person_at(draft, at + 1, end)
    stop = at + 2 if word_at(tokens, at + 1) in OBJECTS else whom[1] if whom else at + 1
    if stop == at + 1 and word_at(tokens, at) != "let":
        return None
    rest = [word_at(tokens, stop + step) for step in range(4)]
    nouns = rest[1:3] if rest[0] in ("a", "an", "my", "another", "quick") else rest[:2]
    word = word_at(tokens, at)
    if word == "let" and "know" in rest[:1]:
        return Action.REPORT_BACK
    if word == "keep" and rest[0] in ("posted", "updated"):
        return Action.REPORT_BACK
    if word not in ("give", "shoot", "drop", "send"):
        return None
    noun = nouns[1] if nouns and nouns[0] in ("quick", "short") else (nouns or [""])[0]
    if word == "send" and noun in ("thank", "thanks", "thank-you", "thx"):
        return Action.THANK
    given = {"call": Action.CALL, "ring": Action.CALL, "buzz": Action.CALL, "email": Action.EMAIL,
             "note": Action.EMAIL, "line": Action.EMAIL, "text": Action.TEXT, "e-mail": Action.EMAIL,
             "message": Action.CHAT, "dm": Action.CHAT}  # fmt: skip
    if word == "send" and noun in ("line", "note", "call", "ring", "buzz"):
        return None
    return given.get(noun)


_SPLIT_NOUNS = word_set("call ring buzz email note line text e-mail message dm know posted updated thank thanks "
                         "thank-you you thx")  # fmt: skip


def take_task(draft: Draft, task: Task) -> int:
    """Writes one follow-up from its clause; all its words are then in a field."""
    path = f"followups[{len(draft.followups)}]"
    action, after, decision = _decided(draft, task)
    if action is Action.OTHER and not decision:
        after = task.verb
    whom, gone, question = _whom(draft, action, after, task)
    draft.take(task.start, task.end, "followup", path)
    gone |= task.gone
    when = draft.dated(path + ".due", task.spot)
    if task.spot:
        gone |= frozenset(range(task.spot.start, task.spot.end))
    ways = [
        at
        for at in range(after, task.end)
        if draft.line.tokens[at].kind in (EMAIL, PHONE) and at not in gone
    ]
    gone |= _give_ways(draft, whom, ways, action)
    what = _what(draft, after, task, gone, action)
    if decision and when is None:
        draft.question(path + ".due", ())
        draft.question(path + ".action", ("call", "decline", "decide"))
    if question:
        picked = draft.question(path + ".whom", question)
        whom = _picked(draft, picked, whom)
    elif whom and not whom.sure:
        from followup_tui.rules.quicklog.who import settle

        settle(draft, whom, path + ".whom")
    draft.followups.append(
        ReadFollowUp(
            action,
            whom.name if whom else None,
            what,
            when.day if when else None,
            task.promised and task.condition is None,
            when.time if when else None,
            when.time_kind if when and when.time else None,
            when.zone if when else None,
            when.part if when else None,
            task.condition,
            whom.known.id if whom and whom.known else None,
        )
    )
    if whom:
        draft.met(whom) if whom is not draft.contact else None
    return task.end


def _picked(draft: Draft, picked: str | None, whom: Someone | None) -> Someone | None:
    everybody = [*draft.people, *([draft.contact] if draft.contact else [])]
    return next((person for person in everybody if picked and person.name == picked), whom)


def _decided(draft: Draft, task: Task) -> tuple[Action, int, bool]:
    """The action; `check it out` and `look into it` are open decisions, asked."""
    tokens = draft.line.tokens
    if DECISIONS.at(tokens, task.verb, task.end) or (
        task.promised and DECISION_STARTS.at(tokens, task.verb, task.end)
    ):
        return Action.CHECK, task.verb + 1, True
    return task.action, task.after, False


def _whom(
    draft: Draft, action: Action, after: int, task: Task
) -> tuple[Someone | None, frozenset[int], tuple[str, ...]]:
    """For whom: the person behind the verb, else behind `to`; a pronoun; else the contact."""
    tokens, end = draft.line.tokens, task.end
    free = [at for at in range(after, end) if at not in task.gone and not _in_spot(task, at)]
    at = free[0] if free else end
    lead = at + (word_at(tokens, at) in _TO)
    named = _named(draft, at, lead, end, action, task)
    if named:
        return named[0], frozenset(range(at, named[1])), ()
    if word_at(tokens, lead) in ("her", "his", "their", "my") and lead < end:
        found = person_at(draft, _past_kin(draft, lead, end), end)
        if found:
            return found[0], frozenset(range(at, found[1])), ()
    if word_at(tokens, lead) in OBJECTS and lead < end:
        someone, rivals = pronoun(draft, lead, action)
        return someone, frozenset(range(at, lead + 1)), rivals
    return _whom_later(draft, action, free, end)


def _in_spot(task: Task, at: int) -> bool:
    return task.spot is not None and task.spot.start <= at < task.spot.end


def _named(
    draft: Draft, at: int, lead: int, end: int, action: Action, task: Task
) -> tuple[Someone, int] | None:
    limit = task.spot.start if task.spot and task.spot.start >= lead else end
    small = action in _DIRECT or lead > at
    found = person_at(draft, lead, limit, small=small and _nameable(draft, lead, limit, lead > at))
    if not found or lead >= end:
        return None
    if word_at(draft.line.tokens, found[1] - 1).endswith("'s") and not _known_owner(
        found[0], action
    ):
        return None
    return found


def _known_owner(someone: Someone, action: Action) -> bool:
    return False


_DIRECT = frozenset({Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT, Action.THANK, Action.MEET, Action.ASK,
                     Action.REPORT_BACK, Action.CHECK})  # fmt: skip


def _nameable(draft: Draft, at: int, end: int, led: bool) -> bool:
    """Whether lower-case words here may be a new name: only in a line without capitals."""
    return draft.line.small


def _whom_later(
    draft: Draft, action: Action, free: list[int], end: int
) -> tuple[Someone | None, frozenset[int], tuple[str, ...]]:
    """`send my bio to Kekoa`, `for her`: behind a preposition later in the clause; else the default."""
    tokens = draft.line.tokens
    for at in free:
        if word_at(tokens, at) not in _TO_WHOM or at + 1 not in free:
            continue
        place = at + 1
        if word_at(tokens, place) in OBJECTS and not _possessive(draft, place, end):
            someone, rivals = pronoun(draft, place, action)
            return someone, frozenset((at, place)), rivals
        if word_at(tokens, place) in ("her", "his", "their", "my"):
            place = _past_kin(draft, place, end)
        found = person_at(draft, place, end)
        if (found and action is not Action.OTHER) or (found and found[0].known):
            return found[0], frozenset(), ()
    named = (
        _owner(draft, free, end) if action in (Action.OTHER, Action.CALL, Action.EMAIL) else None
    )
    if named:
        return named, frozenset(), ()
    if action in (Action.APPLY, Action.OTHER, Action.DECIDE) and not (
        action is Action.OTHER and _about_us(draft, free)
    ):
        return None, frozenset(), ()
    return draft.who(), frozenset(), ()


def _possessive(draft: Draft, at: int, end: int) -> bool:
    """Whether `her` belongs to the noun behind it: `her PA Colin Marsh`."""
    return word_at(draft.line.tokens, at) == "her" and _past_kin(draft, at, end) > at


def _about_us(draft: Draft, free: list[int]) -> bool:
    """Whether a task of no fixed kind is for the contact: `reply`, `confirm`, `answer her`."""
    words = {word_at(draft.line.tokens, at) for at in free}
    return bool(words & (OBJECTS | _TO_THEM | {"their"}))


_TO_THEM = word_set("reply respond answer confirm rsvp reschedule rebook invite meet")


def _owner(draft: Draft, free: list[int], end: int) -> Someone | None:
    """`review Ana's newsletter`: whose thing it is."""
    for at in free:
        if word_at(draft.line.tokens, at).endswith(("'s", "s'")):
            found = person_at(draft, at, end)
            if found and found[0].known:
                return found[0]
    return None


def _past_kin(draft: Draft, at: int, end: int) -> int:
    from followup_tui.rules.quicklog.vocabulary import KIN, ROLE_LEADS

    place = at + 1
    while place < end and (
        word_at(draft.line.tokens, place) in KIN or word_at(draft.line.tokens, place) in ROLE_LEADS
    ):
        place += 1
    return place if place > at + 1 else at


def _give_ways(
    draft: Draft, whom: Someone | None, ways: list[int], action: Action
) -> frozenset[int]:
    """Gives phones and addresses in a task to the person it is for, when that is the contact."""
    from followup_tui.rules.quicklog.details import take_way

    given = set()
    for at in ways:
        if whom is None or whom is draft.contact or whom in draft.referrals:
            take_way(draft, at, whom or draft.contact)
            given.add(at)
            if word_at(draft.line.tokens, at - 1) == "at":
                given.add(at - 1)
    return frozenset(given)


_LEFT_OUT = frozenset({"again", "back", "once", "more"})


def _what(draft: Draft, start: int, task: Task, gone: frozenset[int], action: Action) -> str | None:
    """What is left of the clause: the thing, the topic, the place."""
    tokens = draft.line.tokens
    left = [at for at in range(start, task.end) if at not in gone]
    if action not in (Action.ASK, Action.MEET, Action.CHECK, Action.OTHER):
        while left and word_at(tokens, left[0]) in _LEFT_OUT:
            left.pop(0)
    runs: list[str] = []
    while left:
        stop = 1
        while stop < len(left) and left[stop] == left[stop - 1] + 1:
            stop += 1
        runs.append(_clean(draft, left[0], left[stop - 1] + 1))
        left = left[stop:]
    text = " ".join(run for run in runs if run)
    if text and action in (Action.INTERVIEW, Action.MEET, Action.CALL, Action.CHECK):
        _keep(draft, start, task, gone)
    return text or None


def _keep(draft: Draft, start: int, task: Task, gone: frozenset[int]) -> None:
    """Leaves the circumstances of a call or a meeting in the note as well."""
    for at in range(start, task.end):
        if at not in gone:
            draft.noted[at] = 1


def _clean(draft: Draft, start: int, end: int) -> str:
    tokens = draft.line.tokens
    while start < end and tokens[start].kind == MARK and tokens[start].text not in "($@#~":
        start += 1
    while end > start and tokens[end - 1].kind == MARK and tokens[end - 1].text not in ")%":
        end -= 1
    return draft.line.said(start, end)
