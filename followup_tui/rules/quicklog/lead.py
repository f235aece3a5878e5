"""Lines and clauses about a lead: applied, declined, filled, offer."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action, Stage
from followup_tui.rules.quicklog.appointments import appointment_at
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.jobs import (
    Lead,
    lead_behind,
    lead_listed,
    title_at_hand,
    whole_org,
)
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.names_told import notice_people
from followup_tui.rules.quicklog.parts import due_in
from followup_tui.rules.quicklog.places import doubtful_org, org_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.stages import (
    JOBS,
    STAGES,
    close_reason,
    offer_told,
    passes_at,
    reason_in,
)
from followup_tui.rules.quicklog.tasks import take_task
from followup_tui.rules.quicklog.touches import NOUN_OF
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.quicklog.whom import WITHOUT_WHOM, Task
from followup_tui.rules.tokens import MARK, word_at, word_set

_HEADS = frozenset({"applied", "declined", "won", "closed", "offer", "interview", "paused"})
_AROUND = 24
"""Words on either side of `not a fit` in which the reason is looked for."""


def read_lead_head(draft: Draft, start: int, end: int) -> int | None:
    """Takes a head about a lead, not a person: `Applied for comms manager at Platte Valley`.

    `declined the editor job at Vireo`, `passed on Granite Peak`, `Rejection from Cedar Analytics`.
    """
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("i", "just", "finally", "i've", "also"))
    found = _stage_at(draft, at, end)
    if not found or draft.line.from_call or draft.stage:  # `=paused, hiring freeze til spring`
        return None
    stage, _, reason = found[0].partition("/")
    stop = found[1]
    if _is_message(draft, stop, end):
        _leave_to_head(draft, at, stage, reason)
        return None
    ahead = stage == "interview" and appointment_at(draft.line, at, end)
    if stage not in _HEADS or ahead or _known_behind(draft, stop, end):
        return None
    listed = stage == "applied" and word_at(tokens, stop) == ":"
    title, org, after = lead_listed(draft, stop + 1) if listed else lead_behind(draft, stop, end)
    after = after if org or not listed else stop
    if not (org or title or stop >= end or tokens[stop].kind == MARK):
        return None
    draft.bare_lead = not org and not title
    if draft.bare_lead:
        title, org = draft.line.lead_names
    title = title or title_at_hand(draft, org)
    if stage == "declined":
        reason = reason_in(tokens, after, min(len(tokens), end + _AROUND)) or ""
    draft.stage = ReadStage(Stage(stage), reason or None, title, whole_org(draft, org))
    draft.lead_head = draft.headed = True
    draft.take(start, after, "stage", "stage")
    if doubtful_org(tokens, after):
        draft.question("stage.org", (org or "",))
    return _when(draft, after, end, stage)


def _when(draft: Draft, at: int, end: int, stage: str) -> int:
    """The interview's step, where its day stands behind the job: `…, Tues 2pm on Zoom`."""
    spot = due_in(draft, at, end, Stance.MINE) if stage == "interview" else None
    if not spot or spot.when.day < draft.line.moment.today:
        return at
    gone = frozenset(spot.words)
    return take_task(draft, Task(at, at, end, Action.INTERVIEW, at, gone=gone, spot=spot))


def _stage_at(draft: Draft, at: int, end: int) -> tuple[str, int] | None:
    """The stage word at a place; `passed on X` is declined, `passed on my resume` nothing."""
    tokens = draft.line.tokens
    if [word_at(tokens, at), word_at(tokens, at + 1)] == ["passed", "on"] and at + 2 < end:
        if word_at(tokens, at + 2) in ("my", "me", "her", "his", "their"):
            return None
        return "declined/", at + 2
    if word_at(tokens, at) == "accepted" and "offer" in {
        word_at(tokens, place) for place in range(at + 1, min(end, at + 5))
    }:
        return "won/", at + 1
    if at + 2 == end and word_at(tokens, at + 1) == "out" and word_at(tokens, at) in ("i'm", "im"):
        return ("declined/", end) if _out_because(draft, at) else None
    lost = [word_at(tokens, at + step) for step in range(3)]
    if lost in (["didn't", "get", "the"], ["didnt", "get", "the"]):
        job = {word_at(tokens, place) for place in range(at + 3, min(end, at + 8))} & JOBS
        return ("closed/rejected", at + 2) if job else None
    if offer_told(draft, at, end):
        return "offer/", at + 1
    found = STAGES.at(tokens, at, end)
    if found and word_at(tokens, found[1] - 1) in _PASS and not passes_at(tokens, found[1], end):
        return None
    return found


_PASS = word_set("pass passed passing no")


def _out_because(draft: Draft, at: int) -> bool:
    """Whether `I'm out` declines: behind `so`, behind what I told them, or behind a reason."""
    tokens = draft.line.tokens
    told = word_at(tokens, draft.clause_start) in ("told", "said", "i")
    so = word_at(tokens, at - 1) == "so" or (told and at > draft.clause_start + 1)
    return so or bool(reason_in(tokens, max(0, at - 8), at))


def _leave_to_head(draft: Draft, at: int, stage: str, reason: str) -> None:
    """Writes the stage that a message brings; who sent it is the head's to read."""
    if word_at(draft.line.tokens, at + 1) == "thanks":
        draft.question("stage")
    draft.stage = ReadStage(Stage(stage), reason or None, *draft.line.lead_names)


def _is_message(draft: Draft, at: int, end: int) -> bool:
    """Whether it is what somebody says: `Rejection email from Noor Haddad`,
    `no thanks from Dana`.
    """
    tokens = draft.line.tokens
    led = next((p for p in (at - 1, at) if word_at(tokens, p) == "from"), None)
    if led is not None and _known_behind(draft, led + 1, end):
        return True
    return at + 1 < end and word_at(tokens, at) in NOUN_OF and word_at(tokens, at + 1) == "from"


def _known_behind(draft: Draft, at: int, end: int) -> bool:
    found = person_at(draft, at, end)
    return bool(found and found[0].known)


def read_stage(draft: Draft, start: int, end: int) -> int | None:
    """Takes a stage word anywhere in a clause that isn't a promise; its words stay in the note.

    `position is filled`, `not a fit - commute`, `budget frozen til March`.
    """
    for at in range(start, end):
        found = _stage_at(draft, at, end)
        if found and not _untrue(draft, start, at, found[1]):
            return _take(draft, start, end, at, found)
    return None


def keep_open(draft: Draft) -> None:
    """Leaves a lead open that is only silent so far, where another try is planned.

    `emailed Ann twice, never replied; one more try Thu`: the words stay in the note. `=closed`
    closes it all the same.
    """
    stage, tokens = draft.stage, draft.line.tokens
    spans = [(piece.start, piece.end) for piece in draft.pieces if piece.kind == "stage"]
    if stage is None or (stage.to, stage.reason) != (Stage.CLOSED, "silent") or not spans:
        return
    if any(draft.line.text[start] == "=" for start, _ in spans) or not _planned(draft):
        return
    draft.stage = None
    draft.pieces = [piece for piece in draft.pieces if piece.kind != "stage"]
    if draft.lead_head:
        draft.lead_head = draft.headed = False
    for at, token in enumerate(tokens):
        if any(start <= token.start and token.end <= end for start, end in spans):
            draft.uncover(at, at + 1)
            notice_people(draft, at, at + 1 + (at + 1 < len(tokens)))


def _planned(draft: Draft) -> bool:
    """Whether the one who was silent is to be tried again, or will do something."""
    name = draft.contact.name if draft.contact else None
    tries = [task for task in draft.followups if task.action not in WITHOUT_WHOM]
    return bool(draft.promises) or any(
        task.whom in (None, name) and task.action is not Action.THANK for task in tries
    )


_DOUBT = word_set(
    """if might may could would will won't not never hasn't haven't isn't when whether about unless
    wasn't she'll he'll they'll i'll can should"""
)
_OTHERWISE = word_set("out in up my to invite comment")


def _untrue(draft: Draft, start: int, at: int, stop: int) -> bool:
    """Whether the words before a stage word make it a hope, a denial or a story."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    before = {word_at(tokens, place) for place in range(max(start, at - 4), at)}
    if before & _DOUBT or word_at(tokens, stop) == "?":
        return True
    if [word, word_at(tokens, at + 1), word_at(tokens, at + 2)] == ["passed", "on", "me"]:
        return False
    if [word, word_at(tokens, at + 1)] == ["not", "interested"]:
        return at > start or _behind_name(draft)
    if [word, word_at(tokens, at + 1)] == ["passed", "on"] and at > start:
        return word_at(tokens, at + 2) != "me"
    if word in _NOBODYS and (at > start or draft.by_name or _behind_name(draft)):
        return word_at(tokens, at - 1) not in ("so", "and", "but", "then", "just", ",", "i")
    if word == "applied" and at > start and word_at(tokens, at - 1) != "i":
        return True
    return stop == at + 1 and word_at(tokens, stop) in _OTHERWISE


_NOBODYS = word_set("passed passing said will")
"""First words of a decline that without `I` could be another's: `Raj passed`."""


def _behind_name(draft: Draft) -> bool:
    return [piece.kind for piece in draft.pieces[-1:]] == ["contact"]


def _take(draft: Draft, start: int, end: int, at: int, found: tuple[str, int]) -> int:
    """Writes the stage; a second word for the same stage fills in what the first left out."""
    tokens, before = draft.line.tokens, draft.stage
    stage, _, reason = found[0].partition("/")
    if before is not None and before.to != stage:
        return end
    title, org, after = _lead_of(draft, start, at, found, stage, end)
    if stage == "declined":
        reason = (
            reason_in(tokens, found[1], min(len(tokens), end + _AROUND))
            or reason_in(tokens, _behind_topic(draft, max(0, start - _AROUND), start), at)
            or ""
        )
    elif not reason and stage in ("paused", "closed"):
        reason = close_reason(tokens, max(0, start - 12), min(len(tokens), end + 12)) or ""
    if before:
        title, org = title or before.lead, org or before.org
        reason = reason or before.reason or ""
    draft.stage = ReadStage(Stage(stage), reason or None, title, whole_org(draft, org))
    told = at > start or after < end or word_at(tokens, at) == "said"
    draft.take(start, end, "stage", "stage", keep=told)
    bare = word_at(tokens, found[1] - 1) == "no" and word_at(tokens, found[1]) != "to"
    if bare and word_at(tokens, at) == "said" and reason in ("", "timing"):
        draft.question("stage")
    return end


def _behind_topic(draft: Draft, first: int, last: int) -> int:
    """Where the words may be reasons: `about the senior editor job,` only says which job."""
    tokens = draft.line.tokens
    told = next((at for at in range(first, last) if word_at(tokens, at) in _TOPIC), None)
    if told is None:
        return first
    return next((at for at in range(told, last) if tokens[at].kind == MARK), last)


_TOPIC = word_set("about re for regarding")


def _lead_of(
    draft: Draft, start: int, at: int, found: tuple[str, int], stage: str, end: int
) -> Lead:
    """The lead a stage word is about: named behind it, named before it, else the one at hand."""
    tokens, after = draft.line.tokens, found[1]
    if stage in ("applied", "declined", "offer", "closed", "won") and after < end:
        title, org, stop = lead_behind(draft, after, end)
        if org:
            return title or title_at_hand(draft, org), org, stop
    for place in range(start, at):
        if place == start or word_at(tokens, place - 1) in ("at", "@", "with"):
            named = org_at(tokens, place, at)
            if named and not _known_behind(draft, place, at):
                return title_at_hand(draft, named[0]), named[0], after
    named = org_at(tokens, at - 1, at) if at > start and is_capital(tokens[at - 1]) else None
    if named and not _known_behind(draft, at - 1, at):
        return title_at_hand(draft, named[0]), named[0], after
    if draft.stage:
        return None, None, after
    title, org = draft.line.lead_names
    return title, org or _org_before(draft, start), after


def _org_before(draft: Draft, end: int) -> str | None:
    """`posting at Yarrow Arts got pulled, position closed`: the place of the job, named before."""
    tokens = draft.line.tokens
    for at in range(max(0, end - 12), end - 2):
        if word_at(tokens, at) in JOBS and word_at(tokens, at + 1) in ("at", "@", "with"):
            found = org_at(tokens, at + 2, end)
            return found[0] if found else None
    return None
