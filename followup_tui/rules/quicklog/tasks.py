"""One thing I am to do: for whom, what, by when."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot, When
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.parts import condition_in, due_in, joined, left_over, parted_noun
from followup_tui.rules.quicklog.shape import ReadFollowUp
from followup_tui.rules.quicklog.verbs import DECISION_STARTS, DECISIONS
from followup_tui.rules.quicklog.ways import take_way
from followup_tui.rules.quicklog.who import OBJECTS, settle
from followup_tui.rules.quicklog.whom import (
    PAGES,
    TO,
    WITHOUT_WHOM,
    Task,
    all_meant,
    more_people,
    whom_of,
)
from followup_tui.rules.tokens import EMAIL, PHONE, word_at, word_set


def add_task(
    draft: Draft,
    start: int,
    verb: int,
    end: int,
    found: tuple[Action, int],
    before: tuple[Spot | None, tuple[str, int, int] | None] = (None, None),
    promised: bool = False,
) -> int:
    """Puts the parts of a task together and writes it; where it ends.

    `found` is the action and where its verb ends; `before` the date and the condition that stood
    before the verb.
    """
    spot, condition = before
    condition = condition or condition_in(draft, verb, end)
    due = due_in(draft, found[1], end, Stance.MINE)
    gone = parted_noun(draft, verb, found[0], end)
    for taken in (spot, due):
        gone |= frozenset(taken.words) if taken else frozenset()
        if taken and word_at(draft.line.tokens, taken.start - 1) == "due":
            gone |= {taken.start - 1}
    if condition:
        gone |= frozenset(range(condition[1], condition[2]))
    if due:
        gone |= {at for at in range(found[1], end) if word_at(draft.line.tokens, at) == "then"}
    spot = _merged(spot, due) or _in_condition(draft, condition)
    draft.voice = "me" if promised else "mine"
    words = condition[0] if condition else None
    thing = _thing(draft, verb, found)
    return take_task(draft, Task(start, verb, end, *found, promised, words, gone, spot, thing))


def _thing(draft: Draft, verb: int, found: tuple[Action, int]) -> int:
    """Where the noun of `grab a coffee` stands, which says more than `meet`; else 0."""
    if found[0] is not Action.MEET or word_at(draft.line.tokens, found[1] - 1) not in _THINGS:
        return 0
    return found[1] - 1 if found[1] - 1 > verb else 0


_THINGS = word_set("coffee lunch breakfast brunch dinner drinks tea beer beers drink")


def _merged(spot: Spot | None, due: Spot | None) -> Spot | None:
    """A date before the verb and one behind it: a day and its clock are one."""
    if spot and due and spot.timed_only != due.timed_only:
        return joined(due, spot) if spot.timed_only else joined(spot, due)
    return spot or due


def _in_condition(draft: Draft, condition: tuple[str, int, int] | None) -> Spot | None:
    spots = draft.line.dates_in(condition[1], condition[2], Stance.MINE) if condition else []
    return spots[0] if spots else None


def take_task(draft: Draft, task: Task) -> int:
    """Writes one follow-up from its clause; all the clause's words are then in a field."""
    path = f"followups[{len(draft.followups)}]"
    action, after, decision = _decided(draft, task)
    whom, gone, rivals = whom_of(draft, action, after, task)
    said = {word_at(draft.line.tokens, at) for at in gone} - TO
    both = said & {"both", "two"}
    others = (
        all_meant(draft, action, "both" if both else "them")[1:] if both or "them" in said else []
    )
    named, words = frozenset[int]() if said <= OBJECTS | _BOTH else gone, frozenset[int]()
    if named:
        others, words = more_people(draft, named, task.end)
    gone |= words
    draft.take(task.start, task.end, "followup", path)
    if whom:
        draft.given_after_all(whom)
    when = draft.dated(path + ".due", task.spot)
    if when and word_at(draft.line.tokens, task.end) == "?":
        draft.question(path + ".due", (when.day.isoformat(),))
    gone |= task.gone | _give_ways(draft, whom, after, task)
    if decision and when is None:
        draft.question(path + ".due")
        draft.question(path + ".action", ("call", "decline", "decide"))
    whom = _asked_whom(draft, whom, rivals, path)
    what = _what(draft, after, task, gone, action, task.thing or after)
    made = _follow_up(action, whom, what, when, task)
    for someone in (whom, *others):
        _add(draft, made, someone)
    draft.nearest = whom
    return task.end


_BOTH = word_set("both of the two")


def _add(draft: Draft, made: ReadFollowUp, whom: Someone | None) -> None:
    """Writes a follow-up for one person; `thank Sam and Jo` is one for each."""
    if whom and not whom.sure:
        settle(draft, whom, f"followups[{len(draft.followups)}].whom")
    number = whom.known.id if whom and whom.known else None
    made = replace(made, whom=whom.name if whom else None, whom_id=number)
    if made not in draft.followups:  # `wants me to apply by Fri. Apply by Fri`
        looked_at = PAGES & set((made.what or "").casefold().split())
        if whom is None and made.action not in WITHOUT_WHOM and not looked_at:
            draft.open_whom.append(len(draft.followups))
        draft.followups.append(made)
    if whom and whom is not draft.contact:
        draft.met(whom)


def _follow_up(
    action: Action, whom: Someone | None, what: str | None, when: When | None, task: Task
) -> ReadFollowUp:
    return ReadFollowUp(
        action=action,
        whom=whom.name if whom else None,
        what=what,
        due=when.day if when else None,
        promised=task.promised and task.condition is None,
        time=when.time if when else None,
        time_kind=when.time_kind if when else None,
        tz=when.zone if when else None,
        part=when.part if when else None,
        condition=task.condition,
        whom_id=whom.known.id if whom and whom.known else None,
    )


def _asked_whom(
    draft: Draft, whom: Someone | None, rivals: tuple[str, ...], path: str
) -> Someone | None:
    """Asks for whom where two people fit or the name is unsure."""
    if rivals:
        picked = draft.question(path + ".whom", rivals)
        return next((p for p in draft.everybody() if picked and p.name == picked), whom)
    if whom and not whom.sure:
        settle(draft, whom, path + ".whom")
    return whom


def _decided(draft: Draft, task: Task) -> tuple[Action, int, bool]:
    """The action, where `what` begins, and whether it is an open decision (`check it out`)."""
    tokens = draft.line.tokens
    open_yet = DECISIONS.at(tokens, task.verb, task.end) or (
        task.promised and DECISION_STARTS.at(tokens, task.verb, task.end)
    )
    if open_yet:
        return Action.CHECK, task.verb, True
    replies = word_at(tokens, task.verb) in ("reply", "respond", "answer")
    if replies and draft.channel in ("email", "text", "chat"):
        return Action(draft.channel), task.after, False
    return task.action, task.verb if task.action is Action.OTHER else task.after, False


def _give_ways(draft: Draft, whom: Someone | None, after: int, task: Task) -> frozenset[int]:
    """Gives phones and addresses in a task to the contact, or to the given person it is for."""
    tokens, given = draft.line.tokens, set()
    for at in range(after, task.end):
        if tokens[at].kind not in (EMAIL, PHONE) or at in task.gone:
            continue
        will_be = draft.contact is None and not draft.headed and not draft.followups
        if whom is None or whom is draft.contact or whom in draft.referrals or will_be:
            take_way(draft, at, whom or draft.contact)
            given |= {at, at - 1} if word_at(tokens, at - 1) in ("at", "on") else {at}
    return frozenset(given)


_SAYS_NO_MORE = word_set("again back once more")
_CIRCUMSTANCES = frozenset({Action.INTERVIEW, Action.MEET, Action.CALL, Action.CHECK})


def _what(
    draft: Draft, after: int, task: Task, gone: frozenset[int], action: Action, thing: int
) -> str | None:
    """What is left of the clause: the thing, the topic, the place.

    The circumstances of a call or a meeting are left in the note as well.
    """
    if action in (Action.CALL, Action.EMAIL, Action.TEXT):
        gone |= {
            at
            for at in range(after, task.end)
            if word_at(draft.line.tokens, at) in _SAYS_NO_MORE and (at == after or at - 1 in gone)
        }
    text = left_over(draft, thing, task.end, gone)
    if text and action in _CIRCUMSTANCES and after > task.verb:
        for at in range(after, task.end):
            if at not in gone:
                draft.noted[at] = 1
    return text
