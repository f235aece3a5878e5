"""A head in words that no table has, around a known name: `pestered Ann Lee`, `fax in from Bo`."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action, Stage
from followup_tui.rules.quicklog.appointments import appointment_at, with_somebody
from followup_tui.rules.quicklog.by_name import also_there, take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.parts import verb_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.stages import reason_in
from followup_tui.rules.quicklog.touches import CHANNELS
from followup_tui.rules.quicklog.verbs import LEADS_MINE, OWED, PROMISED, TASKS
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK, PLAIN, word_at, word_set

_FURTHEST = 10
"""Words into the clause within which the name stands."""
_OTHERS = word_set("she he they it who if when because since unless until said says thinks not")
"""Words before the name that make the line another story."""
_CALLS = word_set("phone telephone telephonic rang ring ringing line blower dialled hotline mobile")
_WRITTEN = frozenset({"email", "text", "chat", "letter"})


def read_inferred(draft: Draft, start: int, end: int) -> int | None:
    """Takes the known full name in a clause whose words no table has.

    Known people win: the line is about them, whatever was done. The way, and who began it, are
    told by nouns (`email`, `phone`) and by `to`, `from` or `with`; the words stay in the note.
    """
    tokens = draft.line.tokens
    if start >= end or tokens[start].kind in (MARK, PLAIN):
        return None
    if any(table.at(tokens, start, end) for table in (TASKS, LEADS_MINE, PROMISED, OWED)):
        return None
    if appointment_at(draft.line, start, end) or with_somebody(draft, start, end):
        return None
    found = _first_known(draft, start, end)
    if not found:
        return None
    someone, at, stop = found
    _infer(draft, start, at)
    take_when_before(draft, start)
    take_contact(draft, someone, at, stop)
    if word_at(tokens, at - 1) == "turned" and word_at(tokens, stop) == "down":
        reason = reason_in(tokens, stop, min(len(tokens), stop + 20))
        draft.stage = ReadStage(Stage.DECLINED, reason, *draft.line.lead_names)
        draft.cover(stop, stop + 1)
        return stop + 1
    stop = also_there(draft, stop, end)
    if word_at(tokens, stop) == "to" and verb_at(draft, stop + 1, end):
        draft.cover(stop, stop + 1)
        return stop + 1  # `agreed with Ann Lee to speak again on the 14th`
    dated = draft.line.date_at(stop, end, Stance.PAST) if stop < end else None
    return stop if dated else take_details(draft, stop, end)


def _first_known(draft: Draft, start: int, end: int) -> tuple[Someone, int, int] | None:
    """The first known full name, and where it stands; None where it isn't the line's person."""
    tokens, line = draft.line.tokens, draft.line
    for at in range(start + 1, min(end, start + _FURTHEST)):
        if word_at(tokens, at - 1) in _OTHERS or tokens[at - 1].word.endswith("n't"):
            return None
        full = line.book.full_at(tokens, at)
        if full is None:
            continue
        if any(_ends_at(TASKS.at(tokens, verb, at), at) for verb in range(start, at)):
            return None  # `Kindly call Ann Lee`
        found = person_at(draft, at, end) if full.end <= end else None
        owner = word_at(tokens, full.end - 1).endswith(("'s", "s'"))
        other = line.selected and found and found[0].known != line.selected
        if not found or not found[0].sure or owner or other:
            return None
        return found[0], at, found[1]
    return None


def _ends_at(found: tuple[Action, int] | None, at: int) -> bool:
    return found is not None and found[1] == at


def _infer(draft: Draft, start: int, at: int) -> None:
    """The way and the direction, from the nouns and the word before the name."""
    words = [word_at(draft.line.tokens, place) for place in range(start, at)]
    channel = next((CHANNELS[word] for word in words if word in CHANNELS), "")
    channel = "call" if _CALLS.intersection(words) else channel
    lead = words[-1]
    if {"reaching", "luck", "joy", "unable", "failed"} & set(words):
        draft.happened("call", "out", "no_answer")
        return
    if lead in ("from", "by"):
        draft.happened(direction="in")
    if lead in ("from", "by") and channel:
        draft.happened(channel, "in", "received" if channel in _WRITTEN else "talked")
    elif lead == "to" and channel in _WRITTEN:
        draft.happened(channel, "out", "sent")
    elif lead in ("with", "w/", "w") and channel and channel not in _WRITTEN:
        draft.happened(channel, "", "met" if channel == "in_person" else "talked")
