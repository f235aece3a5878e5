"""What one clause says: each rule is asked in turn, and what none takes stays in the note."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action, Stage
from followup_tui.rules.quicklog.appointments import read_appointment, read_moved
from followup_tui.rules.quicklog.details import take_detail, take_place
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.head import read_head
from followup_tui.rules.quicklog.lead import read_lead_head, read_stage
from followup_tui.rules.quicklog.mending import mend_outcome
from followup_tui.rules.quicklog.mine import read_mine, read_promise, read_wish
from followup_tui.rules.quicklog.names_told import (
    notice_people,
    read_more_names,
    read_names_from,
)
from followup_tui.rules.quicklog.parts import verb_at
from followup_tui.rules.quicklog.promises import (
    is_my_will,
    read_passed_on,
    read_theirs,
    take_promise,
)
from followup_tui.rules.quicklog.referrals import read_gave, read_plus
from followup_tui.rules.quicklog.reported import read_said, read_try
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.split import JOINING, Clause
from followup_tui.rules.quicklog.stages import BARE_STAGES
from followup_tui.rules.quicklog.starts import all_facts
from followup_tui.rules.quicklog.tasks import add_task
from followup_tui.rules.quicklog.trailing import take_trailing
from followup_tui.rules.quicklog.ways import label_end, strike_off, take_way
from followup_tui.rules.quicklog.who import learn_gender, person_at
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, word_at

_SENTENCE = frozenset({".", "!", "?", "-", "–", "—", "..", "...", "…"})


def read_clause(draft: Draft, clause: Clause) -> None:
    """Takes from one clause all that the rules know; the rest is left for the note."""
    if clause.joiner in (".", "!", "?", ";"):
        draft.nearest = None
    if clause.joiner in _SENTENCE and draft.voice != "gives":
        draft.voice = ""
    draft.clause_start = at = max(clause.start, draft.done)
    if at >= clause.end:
        return
    if _topic(draft, at, clause.end):
        return
    headed = _head(draft, at, clause.end)
    spoken = draft.by_name
    learn_gender(draft, headed or at, clause.end)
    stop = _rules(draft, headed or at, clause)
    untouched = headed is not None and not any(draft.used[headed:stop])
    if headed and untouched and not spoken:
        take_trailing(draft, headed, clause.end)
    notice_people(draft, stop, clause.end)
    _cover_joiner(draft, clause)


def _topic(draft: Draft, at: int, end: int) -> bool:
    """Whether the clause is only a name, as in `Ines: thank her`: the next one is about them."""
    found = person_at(draft, at, end) if draft.headed else None
    draft.topic, before = None, draft.topic
    if not found or found[1] < end or found[0].known is None or not found[0].sure:
        draft.topic = before if before and at == draft.topic_at else None
        return False
    draft.topic, draft.topic_at = found[0], end + 1
    draft.met(found[0])
    draft.take(at, end, "also", f"followups[{len(draft.followups)}].whom", found[0].name or "")
    return True


def _head(draft: Draft, at: int, end: int) -> int | None:
    """Where the head ends, when this clause is the head."""
    if draft.headed:
        return None
    headed = (
        read_lead_head(draft, at, end)
        or read_names_from(draft, at, end)
        or read_head(draft, at, end)
    )
    if headed:
        draft.done = headed
        draft.nearest = draft.contact
    return headed


def _rules(draft: Draft, at: int, clause: Clause) -> int:
    """Asks the rules again and again until none takes the words; where they stop."""
    tokens = draft.line.tokens
    while at < clause.end and tokens[at].kind == MARK and word_at(tokens, at) in ",.":
        at += 1
    behind_person = draft.by_name
    if behind_person and word_at(tokens, at) in ("says", "said", "thinks"):
        draft.voice = "said"
    while at < clause.end:
        stop = _one(draft, at, clause, behind_person)
        if stop is None:
            break
        behind_person = draft.by_name = False
        at = max(stop, at + 1)
        while at < clause.end and tokens[at].kind == MARK and word_at(tokens, at) in ",.":
            at += 1
    draft.by_name = False
    return at


def _cover_joiner(draft: Draft, clause: Clause) -> None:
    """The word that joins a clause which was read is read with it."""
    place = clause.start - 1
    if not draft.used[clause.start]:
        return
    while place >= 0 and word_at(draft.line.tokens, place) in JOINING:
        draft.cover(place, place + 1)
        place -= 1


def _one(draft: Draft, at: int, clause: Clause, behind_person: bool) -> int | None:
    """The first rule that takes words at `at`; where they end."""
    end = clause.end
    return (
        _sigil(draft, at, end)
        or strike_off(draft, at, end)
        or _facts(draft, at, end)
        or _place_behind(draft, at, end)
        or _new_way(draft, at, end)
        or _day_behind(draft, at, end)
        or mend_outcome(draft, at, end)
        or read_moved(draft, at, end)
        or _again(draft, at, clause)
        or _my_will(draft, at, end, behind_person)
        or read_theirs(draft, at, end, behind_person)
        or read_passed_on(draft, at, end, behind_person)
        or read_promise(draft, at, end)
        or read_gave(draft, at, end)
        or read_more_names(draft, at, end)
        or read_said(draft, at, end)
        or read_try(draft, at, end)
        or _goes_on(draft, at, clause)
        or read_appointment(draft, at, end)
        or read_stage(draft, at, end)
        or read_wish(draft, at, end)
        or read_mine(draft, at, end, marked=at == clause.start)
    )


def _sigil(draft: Draft, at: int, end: int) -> int | None:
    """`>I do`, `<they do`, `=stage`, `+Name`."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word not in ("+", "=", "<", ">") or at + 1 >= end:
        return None
    if word == "+":
        return read_plus(draft, at, end)
    if word == "<":
        return take_promise(draft, at, at + 1, end, draft.who())
    if word == ">":
        return read_promise(draft, at + 1, end) or read_mine(draft, at, end, marked=True)
    if word_at(tokens, at + 1) not in BARE_STAGES:
        return None
    draft.take(at, at + 2, "stage", "stage")
    draft.stage = ReadStage(Stage(word_at(tokens, at + 1)), None, *draft.line.lead_names)
    return at + 2


def _facts(draft: Draft, at: int, end: int) -> int | None:
    """A clause, or the rest of one, that is only facts: `45 min`, `303 555 0177`, `x2`."""
    if not all_facts(draft.line, at, end):
        return None
    place = at
    while place < end:
        stop = take_detail(draft, place, end)
        if stop is None:
            return place if place > at else None
        place = stop
    return place


def _place_behind(draft: Draft, at: int, end: int) -> int | None:
    """`, at Lodgepole` behind a given name and its number."""
    tokens, person = draft.line.tokens, draft.nearest
    behind = at > 1 and word_at(tokens, at - 1) == "," and tokens[at - 2].kind in (PHONE, EMAIL)
    if not behind or word_at(tokens, at) not in ("at", "@") or person not in draft.referrals:
        return None
    return take_place(draft, person, at, end)


def _day_behind(draft: Draft, at: int, end: int) -> int | None:
    """The day of `call Rosa, 303-555-0142, Tue`, behind the number."""
    tokens, path = draft.line.tokens, f"followups[{len(draft.followups) - 1}].due"
    behind = at > 1 and word_at(tokens, at - 1) == "," and tokens[at - 2].kind in (PHONE, EMAIL)
    if not behind or not draft.followups or draft.followups[-1].due:
        return None
    spot = draft.line.date_at(at, end, Stance.MINE)
    if not spot or spot.end < end:
        return None
    draft.take(at, end, "followup", path)
    when = draft.dated(path, spot)
    if when:
        draft.followups[-1] = replace(
            draft.followups[-1], due=when.day, time=when.time, time_kind=when.time_kind,
            tz=when.zone, part=when.part,
        )  # fmt: skip
    return end


def _new_way(draft: Draft, at: int, end: int) -> int | None:
    """`has a new number 720-555-0119` behind somebody's name."""
    tokens = draft.line.tokens
    if word_at(tokens, at) not in ("has", "have", "got") or draft.contact is None:
        return None
    place = label_end(draft, at + 1 + (word_at(tokens, at + 1) == "a"), end)
    if place is None:
        return None
    stop = take_way(draft, place, draft.contact)
    draft.cover(at, place)
    return stop


def _my_will(draft: Draft, at: int, end: int, behind_person: bool) -> int | None:
    """A `will` without a subject that is mine: `will try again Tue`; after a try it is a plan."""
    if behind_person or not is_my_will(draft, at, end):
        return None
    verb = verb_at(draft, at + 1, end)
    if not verb or word_at(draft.line.tokens, at + 1) == "pass":
        return None
    tried = draft.outcome in ("no_answer", "left_voicemail", "busy", "gatekeeper")
    promised = not tried and word_at(draft.line.tokens, at + 1) != "try"
    return add_task(draft, at, at + 1, end, verb, promised=promised)


def _again(draft: Draft, at: int, clause: Clause) -> int | None:
    """`again thu 2pm` behind a try that reached nobody: the next one."""
    tokens = draft.line.tokens
    tried = draft.outcome in ("no_answer", "left_voicemail", "busy", "gatekeeper", "sent")
    if not tried or word_at(tokens, at) != "again" or at != clause.start or not at:
        return None
    spot = draft.line.date_at(at + 1, clause.end, Stance.MINE)
    if not spot or clause.joiner in ("and", "&", "+", "but"):
        return None
    return add_task(draft, at, at, clause.end, (Action.CALL, at + 1))


def _goes_on(draft: Draft, at: int, clause: Clause) -> int | None:
    """`and call her Wednesday` behind `I'll …`, `and call me` behind `she'll …`: the same voice."""
    if clause.joiner not in ("and", "&", "+") or at != clause.start or not draft.voice:
        return None
    verb = at + (draft.voice == "me" and word_at(draft.line.tokens, at) == "i'd")
    found = verb_at(draft, verb, clause.end)
    if not found:
        return None
    if draft.voice == "them" and word_at(draft.line.tokens, found[1]) in ("me", "us", "my"):
        return take_promise(draft, at, at, clause.end, draft.speaker)
    if draft.voice == "me":
        return add_task(draft, at, verb, clause.end, found, promised=True)
    return None
