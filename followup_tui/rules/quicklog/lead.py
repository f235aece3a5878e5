"""Lines and clauses about a lead: applied, declined, filled, offer."""

from __future__ import annotations

from followup_tui.rules.facts import Stage
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.stages import STAGES, close_reason, reason_in
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK, word_at, word_set

_JOB = word_set("job role position gig opening opportunity posting lead offer one spot contract")
_HEADS = frozenset({"applied", "declined", "won", "closed", "offer", "interview", "paused"})


def read_lead_head(draft: Draft, start: int, end: int) -> int | None:
    """Takes a head about a lead, not a person: `Applied for comms manager at Platte Valley Hospital`.

    `declined the editor job at Vireo`, `passed on Granite Peak`, `Rejection from Cedar Analytics`.
    """
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("i", "just", "finally", "i've", "also"))
    passed = word_at(tokens, at) == "passed" and word_at(tokens, at + 1) == "on"
    found = ("declined", at + 2) if passed else STAGES.at(tokens, at, end)
    if not found or draft.line.from_call:
        return None
    stage, _, reason = found[0].partition("/")
    stop = found[1]
    if (
        passed
        and word_at(tokens, stop) in ("my", "me", "her", "his", "the")
        and word_at(tokens, stop) != "the"
    ):
        return None
    if stage not in _HEADS or _person_behind(draft, stop, end):
        return None
    title, org, after = _lead_behind(draft, stop, end)
    if not (org or title or stop >= end or tokens[stop].kind == MARK):
        return None
    lead = draft.line.lead
    if lead and not org and not title:
        title, org = lead.title, lead.org
    if stage == "declined":
        reason = _declined_reason(draft, start) or ""
    draft.stage = ReadStage(Stage(stage), reason or None, title, org)
    draft.lead_head = draft.headed = True
    draft.take(start, after, "stage", "stage")
    return after


def _person_behind(draft: Draft, at: int, end: int) -> bool:
    found = person_at(draft, at, end)
    return bool(found and found[0].known)


def _lead_behind(draft: Draft, at: int, end: int) -> tuple[str | None, str | None, int]:
    """The title and organization behind a stage word, and where they end."""
    tokens = draft.line.tokens
    title = org = None
    at += word_at(tokens, at) in ("for", "to", "from", "at", "by", "with")
    lead = word_at(tokens, at - 1)
    if lead in ("to", "at", "from", "by") or (
        word_at(tokens, at) not in ("the", "a", "an") and lead != "for"
    ):
        found = org_at(tokens, at, end)
        if found and word_at(tokens, found[1]) not in _JOB:
            org, at = found
    title, at = (
        _title(draft, at, end)
        if org is None or word_at(tokens, at) in ("for", "(", "as")
        else (None, at)
    )
    if org is None and word_at(tokens, at) in ("at", "@", "with", "from"):
        found = org_at(tokens, at + 1, end, small=draft.line.small or word_at(tokens, at) == "@")
        if found:
            org, at = found
    if title is None and word_at(tokens, at) in ("for", "(", "as"):
        title, at = _title(draft, at, end)
    return title, org, at


_ENDS_TITLE = word_set(
    "at @ with like because since after via through per so today yesterday thanks from in as"
)


def _title(draft: Draft, at: int, end: int) -> tuple[str | None, int]:
    """A job's title: up to six words, `the` before and `job` behind it left off."""
    tokens = draft.line.tokens
    bracket = word_at(tokens, at) == "("
    start = at + (bracket or word_at(tokens, at) in ("for", "as"))
    start += word_at(tokens, start) in ("the", "a", "an", "their")
    stop = start
    while stop < end and stop - start < 7 and word_at(tokens, stop) not in _ENDS_TITLE:
        if tokens[stop].kind == MARK and word_at(tokens, stop) not in "&/":
            break
        if word_at(tokens, stop) in _JOB and stop > start:
            break
        stop += 1
    after = stop + (word_at(tokens, stop) in _JOB) + (bracket and word_at(tokens, stop) == ")")
    if stop == start:
        return None, at
    return draft.line.said(start, stop), after


def _declined_reason(draft: Draft, start: int) -> str | None:
    """The reason in the words of this sentence and the next."""
    tokens = draft.line.tokens
    end = len(tokens)
    return reason_in(tokens, start, min(end, start + 40))


def read_stage(draft: Draft, start: int, end: int) -> int | None:
    """Takes a stage word anywhere in a clause that isn't a promise; its words stay in the note.

    `position is filled`, `not a fit - commute`, `budget frozen til March`.
    """
    tokens = draft.line.tokens
    for at in range(start, end):
        found = STAGES.at(tokens, at, end)
        if found and not _untrue(draft, start, at, found[1], end):
            return _take(draft, start, end, at, found)
        if word_at(tokens, at) == "passed" and word_at(tokens, at + 1) == "on" and at == start:
            if word_at(tokens, at + 2) in ("it", "this", "that", "the"):
                return _take(draft, start, end, at, ("declined/", min(at + 3, end)))
    return None


_DOUBT = word_set(
    "if might may could would will won't not never hasn't haven't isn't when whether about unless was'nt"
)


def _untrue(draft: Draft, start: int, at: int, stop: int, end: int) -> bool:
    """Whether the words before a stage word make it a hope, a denial or a story."""
    tokens = draft.line.tokens
    words = {word_at(tokens, place) for place in range(max(start, at - 4), at)}
    if words & (_DOUBT | {"'ll", "she'll", "he'll", "they'll", "i'll"}):
        return True
    if (
        word_at(tokens, at) == "applied"
        and stop == at + 1
        and at > start
        and word_at(tokens, at - 1) != "i"
    ):
        return True
    return word_at(tokens, at) in ("declined", "rejected", "filled", "paused", "offer") and word_at(tokens, stop) in (
        "out", "in", "up", "my", "to", "invite", "comment",
    )  # fmt: skip


def _take(draft: Draft, start: int, end: int, at: int, found: tuple[str, int]) -> int:
    tokens = draft.line.tokens
    stage, _, reason = found[0].partition("/")
    if draft.stage is not None and draft.stage.to != stage:
        return end
    around = [(max(0, start - 12), min(len(tokens), end + 12))]
    title = org = None
    after = found[1]
    if stage in ("applied", "declined", "offer", "closed", "won") and after < end:
        title, org, after = _lead_behind(draft, after, end)
        if org is None:
            title, after = None, found[1]
    if stage == "declined":
        reason = (
            reason_in(tokens, found[1], min(len(tokens), end + 24))
            or reason_in(tokens, max(0, start - 14), at)
            or ""
        )
    elif not reason and stage in ("paused", "closed"):
        reason = close_reason(tokens, around) or ""
    lead, before = draft.line.lead, draft.stage
    if before and org is None:
        title, org = before.lead, before.org
    elif lead and org is None:
        title, org = lead.title, lead.org
    reason = reason or (before.reason if before else None) or ""
    draft.stage = ReadStage(Stage(stage), reason or None, title, org)
    whole = at == start and after >= end
    draft.take(start, end, "stage", "stage", keep=not whole)
    return end
