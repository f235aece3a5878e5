"""One line becomes a reading: head, clauses, note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from followup_tui.rules.facts import Action, Channel, Direction, Outcome, ReadingKind
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.bystanders import ask_about_bystanders
from followup_tui.rules.quicklog.clauses import read_clause
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.lead import keep_open
from followup_tui.rules.quicklog.line import Line, Someone
from followup_tui.rules.quicklog.notes import note_of
from followup_tui.rules.quicklog.people import Acquaintance, KnownPerson
from followup_tui.rules.quicklog.shape import (
    KnownLead,
    ReadContact,
    Reading,
    ReadReferral,
)
from followup_tui.rules.quicklog.split import clauses_of
from followup_tui.rules.quicklog.typos import mended, with_apostrophes
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS
from followup_tui.rules.quicklog.wrong_way import strike_lone
from followup_tui.rules.tokens import PLAIN, WORD, Tokens, tokenise, word_at

MOST_READ = 2000
"""Characters that are read for their structure; what is behind them is a note, word for word."""

MOST_CLAUSES = 60
"""Clauses that are read; a line with more is a pasted text, and the rest of it a note."""


def read_line(
    text: str,
    moment: Moment,
    known: Iterable[KnownPerson] = (),
    selected: KnownPerson | None = None,
    opened_from: str | None = None,
    lead: KnownLead | None = None,
    region: str = "US",
    day_first: bool = False,
    plain: frozenset[tuple[int, int]] = frozenset(),
    chosen: Mapping[str, str] | None = None,
) -> Reading:
    """What one line says: the same words, moment and people give the same reading.

    `known` are the few people whose names the line's words can be (`person_words`); `selected` is
    the row it was opened on, meant unless the line says otherwise; `opened_from` is "call" when the
    line follows a call. `plain` are spans of the text that the user turned back into plain words,
    `chosen` the answers to questions, by path.

    `"left vm for Dave, try again Tue 9am ET"`: a voicemail,
    and a call on Tuesday in New York's time.
    """
    everybody = [*known, *([selected] if selected else [])]
    book = Acquaintance(dict.fromkeys(everybody))
    spelt_out = with_apostrophes(mended(tokenise(text[:MOST_READ])), book.has)
    tokens = _plain(spelt_out, plain)
    line = Line(
        text=text,
        tokens=tokens,
        moment=moment,
        book=book,
        selected=selected,
        from_call=opened_from == "call",
        lead=lead,
        region=region,
        day_first=day_first,
        small=_small(tokens),
        chosen=chosen or {},
    )
    draft = Draft(line)
    end = _free_note(tokens)
    for clause in clauses_of(line, end)[:MOST_CLAUSES]:
        read_clause(draft, clause)
    _finish(draft)
    return _reading(draft, text, end)


def _plain(tokens: Tokens, spans: frozenset[tuple[int, int]]) -> Tokens:
    """The tokens with those in a plain span made words that no rule takes."""
    if not spans:
        return tokens
    return tuple(
        token._replace(kind=PLAIN, word="")
        if any(start < token.end and token.start < end for start, end in spans)
        else token
        for token in tokens
    )


def _small(tokens: Tokens) -> bool:
    """Whether the line has no capitals but for its first word, `I` and abbreviations."""
    return not any(
        token.text[:1].isupper() and not (token.text.isupper() and len(token.text) < 4)
        for place, token in enumerate(tokens)
        if token.kind == WORD and place and not token.word.startswith("i'")
    )


def _free_note(tokens: Tokens) -> int:
    """Where ` // ` ends what is read."""
    for place, token in enumerate(tokens):
        spaced = place == 0 or tokens[place - 1].end < token.start
        if token.text == "//" and spaced and (
            place + 1 == len(tokens) or tokens[place + 1].start > token.end
        ):  # fmt: skip
            return place
    return len(tokens)


def _finish(draft: Draft) -> None:
    """Fills in what the words leave open: the selected row, the way, whom a task is for."""
    draft.who()
    keep_open(draft)
    _keep_speakers(draft)
    if draft.contact is None and not draft.headed and not _about_a_lead(draft):
        _guess_contact(draft)
    _default_touch(draft)
    strike_lone(draft)
    ask_about_bystanders(draft)
    contact = draft.contact
    if contact is None:
        return
    for field, value in draft.loose_ways:
        if getattr(contact, field) is None:
            setattr(contact, field, value)
    number = contact.known.id if contact.known else None
    for place in draft.open_whom:
        task = draft.followups[place]
        draft.followups[place] = replace(task, whom=contact.name, whom_id=number)
    for place, promise in enumerate(draft.promises):
        if promise.who is None:
            draft.promises[place] = replace(promise, who=contact.name, who_id=number)


def _keep_speakers(draft: Draft) -> None:
    """Leaves who said it in the note, where the reading has no other place for the name."""
    for someone, start, stop in draft.speakers:
        if someone is not draft.contact and someone not in draft.people:
            for at in range(start, stop):
                draft.noted[at] = 1


def _about_a_lead(draft: Draft) -> bool:
    sure = {task.whom for task in draft.followups if task.action is Action.INTERVIEW} - {None}
    asked = any("whom" in path for path in draft.ask)
    told = draft.promises or draft.outcome or (sure and not asked)
    return draft.stage is not None and not told


def _guess_contact(draft: Draft) -> None:
    """Whom the first task is for; else the only person named, asked."""
    name = draft.followups[0].whom if draft.followups else None
    told = [p for p in draft.people if p not in draft.referrals]
    draft.contact = next((p for p in told if name and p.name == name), None)
    if draft.contact and told[0] is not draft.contact:
        draft.question("contact.name", tuple(person.name or "" for person in told))
    if draft.contact is None and len(told) == 1:
        draft.contact = told[0]
        draft.question("contact.name", (told[0].name or "",))


def _default_touch(draft: Draft) -> None:
    if draft.line.from_call and not draft.lead_head:
        draft.channel = draft.channel or "call"
        if draft.outcome is None and draft.channel == "call" and _through_desk(draft):
            draft.happened("call", "out", "gatekeeper")
        if draft.outcome is None:
            draft.outcome = "talked" if draft.channel in ("call", "video", "chat") else "met"
    came_in = draft.direction == "in" and draft.channel in ("chat", "letter")
    if draft.outcome is None and (came_in or draft.channel in ("email", "text")):
        draft.outcome = "received"
    if draft.minutes and draft.outcome is None:
        draft.outcome = "talked"
    if draft.headed and draft.outcome == "talked" and not draft.channel and draft.minutes:
        draft.channel = "call"
    if draft.headed and draft.outcome in ("received", "sent") and not draft.channel:
        picked = draft.question("channel", ("call", "email", "text", "chat"))
        draft.channel = picked or draft.channel


def _through_desk(draft: Draft) -> bool:
    """Whether only the desk was reached: `in meetings all day per his assistant`."""
    tokens = draft.line.tokens
    for at in range(len(tokens) - 1):
        behind = at + 1 + (word_at(tokens, at + 1) in ("her", "his", "their", "the"))
        if word_at(tokens, at) == "per" and word_at(tokens, behind) in GATEKEEPERS:
            return True
    return False


def _reading(draft: Draft, text: str, end: int) -> Reading:
    lead_only = draft.contact is None and draft.stage is not None
    contact = draft.contact
    if contact is None and not lead_only and "contact.name" not in draft.ask:
        draft.ask.append("contact.name")
    return Reading(
        ReadingKind.LEAD_UPDATE if lead_only or draft.lead_head else ReadingKind.INTERACTION,
        _contact(contact) if contact else None,
        tuple(person.name or "" for person in draft.also),
        draft.day,
        draft.time,
        Channel(draft.channel) if draft.channel else None,
        Direction(draft.direction) if draft.direction else None,
        Outcome(draft.outcome) if draft.outcome else None,
        draft.attempts,
        draft.minutes,
        tuple(_referral(person) for person in draft.referrals),
        tuple(draft.followups),
        tuple(draft.promises),
        draft.stage,
        draft.bad_phone,
        _note(draft, text, end),
        tuple(draft.ask),
        tuple(sorted(draft.pieces, key=lambda piece: (piece.start, piece.end))),
    )


def _note(draft: Draft, text: str, end: int) -> str:
    """The words no rule took, then those behind `//` and those beyond what is read."""
    tokens = draft.line.tokens
    for at in range(end, len(tokens)):
        draft.used[at] = 1
    free = text[tokens[end].end :].strip() if end < len(tokens) else text[MOST_READ:].strip()
    return "; ".join(part for part in (note_of(draft), free) if part)


def _contact(person: Someone) -> ReadContact:
    known = person.known
    return ReadContact(person.name, person.org, person.role, person.phone, person.email,
                       known.id if known else None)  # fmt: skip


def _referral(person: Someone) -> ReadReferral:
    known = person.known
    return ReadReferral(person.name or "", person.org, person.role, person.phone, person.email,
                        person.relation, person.via, known.id if known else None)  # fmt: skip
