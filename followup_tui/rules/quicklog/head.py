"""What happened and with whom: the head of the line."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Outcome, Stage
from followup_tui.rules.quicklog.details import (
    attempts_at,
    duration_at,
    e164,
    take_clock,
    take_detail,
)
from followup_tui.rules.quicklog.draft import Draft, Someone
from followup_tui.rules.quicklog.places import looks_like_org, org_at, role_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.touches import AFTER, DIRECT, NOUN_OF, RESCHEDULED, WITH, Touch
from followup_tui.rules.quicklog.vocabulary import KIN
from followup_tui.rules.quicklog.who import person_at, same_person, settle
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, touching, word_at, word_set

_SKIPPED = word_set(
    """i i've we just finally had have got a an the my another our quick short first did also so
    today's was on did in nice good great long brief super really wonderful lovely phone yes
    productive second 2nd short quick informal"""
)
"""Words before a touch word; those that say something stay in the note."""
_SAY_NOTHING = word_set("i i've we just finally had have got a an the my another our was did")
_PREPOSITIONS = frozenset(
    {"to", "with", "w", "w/", "wth", "for", "from", "by", "at", "of", "2", "wit"}
)
_WITHS = frozenset({"to", "with", "w", "w/", "wth", "wit", "2", "@"})


def read_head(draft: Draft, start: int, end: int) -> int | None:
    """Takes a head that begins at `start`; where it ends, or None when none is there.

    `Talked to Maria 12 min` · `left vm for Dave` · `Dr. Ngozi Okonkwo called back` · `no answer x2` ·
    `wed: coffee w/ Rosa 1h` · `NAME, half an hour` · `3pm call with Eero`.
    """
    at = _skip_when(draft, start, end)
    return (
        _by_verb(draft, at, end)
        or _by_name(draft, at, end)
        or _bad_number(draft, at, _sentence_end(draft, end))
        or (_timed(draft, at, end) if at == start else None)
    )


def _skip_when(draft: Draft, start: int, end: int) -> int:
    """Past `wed:`, `yesterday` or `this morning,` before the head; taken once a head is there."""
    spot = draft.line.date_at(start, end, Stance.PAST)
    if not spot or spot.when.ask:
        return start
    at = spot.end
    while at < end and word_at(draft.line.tokens, at) in (":", ",", "-", "–", "—"):
        at += 1
    return at


def _timed(draft: Draft, start: int, end: int) -> int | None:
    """`20 min call with Maria`, `two hours with Hana`: the length stands first."""
    found = duration_at(draft.line.tokens, start)
    if not found:
        return None
    minutes, at = found
    if word_at(draft.line.tokens, at) in _WITHS:
        stop = _person(draft, start, at + 1, end, Touch("", "", "talked", True))
    else:
        stop = _by_verb(draft, at, end)
    if stop:
        draft.minutes = minutes
        draft.take(start, at, "minutes", "minutes", f"{minutes} min")
    return stop


def _by_verb(draft: Draft, start: int, end: int) -> int | None:
    """A touch word first, then the person."""
    tokens, at = draft.line.tokens, start
    while at < end and word_at(tokens, at) in _SKIPPED and not DIRECT.at(tokens, at, end):
        if WITH.at(tokens, at, end):
            break
        at += 1
    found = duration_at(tokens, at) if at < end else None
    lasting = found and WITH.at(tokens, found[1], end)
    if found and lasting:
        stop = _with(draft, start, found[1], end)
        if stop and draft.minutes is None:
            draft.minutes = found[0]
            draft.take(at, found[1], "minutes", "minutes", f"{found[0]} min")
        return stop
    return _with(draft, start, at, end) or _direct(draft, start, at, end)


def _with(draft: Draft, start: int, at: int, end: int) -> int | None:
    """`talked to`, `zoom w/`, `call with`: the person comes after a preposition."""
    tokens = draft.line.tokens
    found = WITH.at(tokens, at, end)
    if not found:
        return None
    touch, stop = found
    stop += word_at(tokens, stop) in ("again", "briefly", "today", "yesterday", "back", "quickly",
                                      "live", "finally", "shortly")  # fmt: skip
    for _ in range(3):
        if word_at(tokens, stop) in _WITHS or stop >= end:
            break
        over = _fact_before_with(draft, stop, end)
        if over is None:
            break
        stop = over
    if stop < end and word_at(tokens, stop) in _WITHS:
        return _person(draft, start, stop + 1, end, touch)
    return _alone(draft, start, at, stop, end, touch)


def _fact_before_with(draft: Draft, at: int, end: int) -> int | None:
    """Past a fact between the touch word and `with`: `talked 20 min with`, `coffee today w/`."""
    tokens = draft.line.tokens
    found = duration_at(tokens, at)
    stop = found[1] if found else None
    if stop is None:
        spot = draft.line.date_at(at, end, Stance.PAST)
        stop = spot.end if spot else None
    return stop if stop and word_at(tokens, stop) in _WITHS else None


def _direct(draft: Draft, start: int, at: int, end: int) -> int | None:
    """`called Dave`, `left vm for Dave`, `no answer x2`, `email from Siobhán`."""
    tokens = draft.line.tokens
    found = DIRECT.at(tokens, at, end)
    if not found:
        return None
    touch, stop = found
    if touch.channel == "email" and word_at(tokens, at) in ("email", "e-mail") and stop == at + 1:
        return None
    verb_end = stop
    stop = _between(draft, stop, end)
    stop += stop < end and word_at(tokens, stop) in _PREPOSITIONS
    stop += (
        stop < end and word_at(tokens, stop) in ("back", "again") and tokens[at].word == "called"
    )
    taken = _person(draft, start, stop, end, touch)
    if taken:
        return taken
    return _alone(draft, start, at, verb_end, end, touch)


def _between(draft: Draft, at: int, end: int) -> int:
    """Past counts between the touch word and the person: `vm #2 for`, `na x3 kwame`."""
    tokens = draft.line.tokens
    while at < end:
        found = attempts_at(tokens, at)
        if not found:
            break
        draft.attempts = found[0]
        draft.take(at, found[1], "attempts", "attempts")
        at = found[1]
    at += word_at(tokens, at) in ("again", "back", "message", "number")
    return at


_ALONE = frozenset({"no_answer", "left_voicemail", "busy", "gatekeeper", "wrong_number"})


def _alone(draft: Draft, start: int, at: int, stop: int, end: int, touch: Touch) -> int | None:
    """A head without a person: `no answer x2`, `talked 20 min`, `left vm`; the selected row's."""
    tokens = draft.line.tokens
    only = stop >= end or tokens[stop].kind == MARK or duration_at(tokens, stop) is not None
    outcome = touch.outcome in _ALONE
    past = tokens[at].word in _PAST_VERBS
    if not (draft.line.selected and (only or outcome) and (outcome or past)) and not (
        outcome and (only or _counts(draft, stop, end))
    ):
        return None
    _set(draft, touch)
    draft.take(start, stop, "touch", "outcome")
    draft.headed = True
    return _details(draft, stop, end)


_PAST_VERBS = word_set(
    "talked spoke chatted called tried emailed texted messaged met zoomed caught rang phoned sent"
)


def _counts(draft: Draft, at: int, end: int) -> bool:
    return at < end and attempts_at(draft.line.tokens, at) is not None


def _set(draft: Draft, touch: Touch) -> None:
    """Writes what a touch word says over what was assumed."""
    draft.channel = touch.channel or draft.channel
    draft.direction = touch.direction or draft.direction
    draft.outcome = touch.outcome or draft.outcome
    draft.weak_outcome = touch.weak


def _person(draft: Draft, start: int, at: int, end: int, touch: Touch) -> int | None:
    """The person (or the organization) behind a touch word, and the facts that follow."""
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("my", "old", "the") and not org_at(tokens, at, end):
        at += 1
    found = person_at(draft, at, end, small=True)
    if found and _is_org(draft, found[0]):
        found = None
    if found:
        someone, stop = found
        if touch.outcome == "missed_call" and word_at(tokens, stop) in ("call", "vm", "calls"):
            stop += 1
        _before(draft, start)
        _set(draft, touch)
        draft.take(start, at, "touch", "channel", draft.line.said(start, at))
        take_contact(draft, someone, at, stop)
        if word_at(tokens, stop) in ("back", "again", "today") and stop < end:
            draft.used[stop] = 1
            stop += 1
        _interviewed(draft, start, at)
        stop = _sent_what(draft, stop, end, touch)
        return _details(draft, _more_people(draft, stop, end), end)
    return _org_only(draft, start, at, end, touch)


def _interviewed(draft: Draft, start: int, at: int) -> None:
    """An interview that took place moves the lead; an informational one doesn't."""
    words = {word_at(draft.line.tokens, place) for place in range(start, at)}
    if words & {"interview", "interviewed"} and not words & {"info", "informational"}:
        lead = draft.line.lead
        draft.stage = ReadStage(Stage.INTERVIEW, None, lead.title if lead else None,
                                lead.org if lead else None)  # fmt: skip


def _before(draft: Draft, start: int) -> None:
    """Takes a date before the head, when there is one: `wed:`."""
    clause = draft.clause_start
    if clause < start:
        take_clock(draft, clause, start)
        for at in range(clause, start):
            if draft.line.tokens[at].kind == MARK:
                draft.used[at] = 1


def _is_org(draft: Draft, someone: Someone) -> bool:
    return someone.known is None and someone.name is not None and looks_like_org(someone.name)


def _org_only(draft: Draft, start: int, at: int, end: int, touch: Touch) -> int | None:
    """`Called Larkspur Clinic, no answer`: an organization without a person."""
    found = org_at(draft.line.tokens, at, end)
    if not found or not touch.channel:
        return None
    _before(draft, start)
    _set(draft, touch)
    draft.take(start, at, "touch", "channel")
    draft.contact = Someone(None, org=found[0])
    draft.take(at, found[1], "org", "contact.org", found[0])
    draft.headed = True
    return _details(draft, found[1], end)


def take_contact(draft: Draft, someone: Someone, start: int, end: int) -> None:
    """Makes somebody the person the line is about."""
    draft.contact, draft.headed = someone, True
    draft.met(someone)
    draft.take(start, end, "contact", "contact", someone.name or "")
    settle(draft, someone, "contact.name")
    for field, value in draft.loose_ways:
        setattr(someone, field, value)


def _sent_what(draft: Draft, at: int, end: int, touch: Touch) -> int:
    """`sent Hana an email`: what was sent tells the way."""
    if touch.outcome == "sent" and not draft.channel:
        for place in range(at, min(at + 5, end)):
            word = word_at(draft.line.tokens, place)
            if word in NOUN_OF:
                draft.channel = NOUN_OF[word]
                break
    return at


def _more_people(draft: Draft, at: int, end: int) -> int:
    """`and Bob Ruiz`, `& Arjun Rao`: others who were there."""
    tokens = draft.line.tokens
    while at < end:
        place = at + (word_at(tokens, at) == ",")
        joined = word_at(tokens, place) in ("and", "&", "+", "with", "w/")
        place += joined
        if place == at or (word_at(tokens, place - 1) == "+" and touching(tokens, place - 1)):
            break
        place += (
            word_at(tokens, place) in ("her", "his", "their") and word_at(tokens, place + 1) in KIN
        )
        place += word_at(tokens, place) in KIN
        found = person_at(draft, place, end, expected=joined)
        if not found or _is_org(draft, found[0]) or _acts(draft, found[1], end):
            break
        if not joined and found[0].known is None and not _list_goes_on(draft, found[1], end):
            break
        someone, stop = found
        draft.also.append(someone)
        draft.met(someone)
        draft.take(at, stop, "also", f"also[{len(draft.also) - 1}]", someone.name or "")
        settle(draft, someone, f"also[{len(draft.also) - 1}]")
        at = stop
    draft.nearest = draft.contact
    return at


def _acts(draft: Draft, at: int, end: int) -> bool:
    """Whether the person goes on to do something, and so begins a clause of their own."""
    word = word_at(draft.line.tokens, at) if at < end else ""
    return word in (
        "will",
        "said",
        "says",
        "called",
        "promised",
        "offered",
        "suggested",
        "is",
        "thinks",
    )


def _list_goes_on(draft: Draft, at: int, end: int) -> bool:
    return word_at(draft.line.tokens, at + (word_at(draft.line.tokens, at) == ",")) in ("and", "&")


def _details(draft: Draft, at: int, end: int) -> int:
    """Takes facts one after another: organization, role, length, tries, time, phone, way."""
    tokens = draft.line.tokens
    while at < end:
        stop = _one_detail(draft, at, end)
        if stop is None and word_at(tokens, at) in (",", "-", "–", "—", "(", ")"):
            stop = _one_detail(draft, at + 1, end) if at + 1 < end else None
            if stop is None and word_at(tokens, at) == ")":
                stop = at + 1
            if stop is not None:
                draft.used[at] = 1
        if stop is None:
            break
        at = stop
    return at


def take_trailing(draft: Draft, at: int, end: int) -> int:
    """Takes facts at the very end of the head, behind words that stay in the note; the new end.

    `Met Dana at the library 9:15`, `called Maria about the grant yesterday`.
    """
    tokens = draft.line.tokens
    if draft.outcome in ("sent", "received"):
        return end
    for place in range(max(at + 1, end - 4), end):
        if word_at(tokens, place - 1) in _NOT_WHEN:
            continue
        before = len(draft.pieces)
        stop = duration_at(tokens, place) or attempts_at(tokens, place)
        spot = None if stop else draft.line.date_at(place, end, Stance.PAST)
        if (stop[1] if stop else spot.end if spot else 0) == end and take_detail(
            draft, place, end
        ) == end:
            return place if len(draft.pieces) > before else end
    return end


_NOT_WHEN = word_set(
    "for 4 from about of the a her his my their since until til till by this next last re"
)


def _one_detail(draft: Draft, at: int, end: int) -> int | None:
    return (
        take_detail(draft, at, end)
        or take_place(draft, draft.contact, at, end)
        or take_brackets(draft, draft.contact, at, end)
        or mend_outcome(draft, at, end)
    )


def take_place(draft: Draft, person: Someone | None, at: int, end: int) -> int | None:
    """Takes `at Front Range Water`, `@Cobalt`, `from KCOL`, `, hiring mgr` for that person."""
    tokens = draft.line.tokens
    if person is None or at >= end:
        return None
    word = word_at(tokens, at)
    start = at + (word == ",")
    role = role_at(tokens, start, end) if person.role is None else None
    if role and (start > at or tokens[at].text[0].isupper()) and not _acts(draft, role[1], end):
        person.role = role[0]
        draft.take(at, role[1], "role", draft.path_of(person) + ".role", role[0])
        return role[1]
    if word not in _ORG_LEADS or person.org is not None:
        return None
    lead = at + 1 + (word == "over" and word_at(tokens, at + 1) == "at")
    found = org_at(tokens, lead, end, small=word == "@" or draft.line.small)
    if not found or (word in ("with", "of", "w/") and person_at(draft, lead, end)):
        return None
    person.org = found[0]
    draft.take(at, found[1], "org", draft.path_of(person) + ".org", found[0])
    return found[1]


_ORG_LEADS = frozenset({"at", "@", "from", "of", "over"})


def take_brackets(draft: Draft, person: Someone | None, at: int, end: int) -> int | None:
    """Takes `(CFO, Aspen Ridge)`, `(siobhan@platteview.example)`; what it doesn't know stays."""
    tokens = draft.line.tokens
    if person is None or at >= end or word_at(tokens, at) != "(":
        return None
    close = next(
        (place for place in range(at + 1, min(end, at + 24)) if word_at(tokens, place) == ")"), None
    )
    if close is None:
        return None
    taken, place = False, at + 1
    draft.nearest = person
    while place < close:
        stop = _in_brackets(draft, person, place, close)
        taken = taken or stop is not None
        place = stop or place + 1
    if not taken:
        return None
    draft.used[at] = draft.used[close] = 1
    return close + 1


def _in_brackets(draft: Draft, person: Someone, at: int, close: int) -> int | None:
    tokens = draft.line.tokens
    if tokens[at].kind in (PHONE, EMAIL):
        return take_detail(draft, at, close)
    role = role_at(tokens, at, close) if person.role is None else None
    if role:
        person.role = role[0]
        draft.take(at, role[1], "role", draft.path_of(person) + ".role", role[0])
        return role[1]
    lead = at + (word_at(tokens, at) in ("at", "@", "from", "of"))
    ends = word_at(tokens, at - 1) in ("(", ",") or lead > at
    found = org_at(tokens, lead, close, small=True) if ends and person.org is None else None
    if found:
        person.org = found[0]
        draft.take(at, found[1], "org", draft.path_of(person) + ".org", found[0])
        return found[1]
    return take_detail(draft, at, close) if person is draft.contact else None


def mend_outcome(draft: Draft, at: int, end: int) -> int | None:
    """Takes `no answer`, `left vm`, `got her assistant` behind a call: what became of it."""
    if at >= end or not (draft.weak_outcome or draft.outcome in (None, "talked", "no_answer")):
        return None
    found = DIRECT.at(draft.line.tokens, at, end)
    if not found or found[0].outcome not in _ALONE:
        return None
    touch, stop = found
    if draft.channel not in (None, "call") or (draft.minutes and not draft.weak_outcome):
        return None
    if touch.outcome == "no_answer" and draft.outcome == "left_voicemail":
        return None
    if draft.outcome == "talked" and not draft.weak_outcome and draft.headed_by_touch:
        return None
    _set(draft, Touch("call", "out" if touch.outcome != "wrong_number" else "", touch.outcome))
    draft.take(at, stop, "touch", "outcome", keep=stop - at > 2)
    return stop


def _by_name(draft: Draft, start: int, end: int) -> int | None:
    """The person first: `Dr. Ngozi called back`, `Hana, half an hour`, `Dana 15m`."""
    tokens = draft.line.tokens
    found = person_at(draft, start, end, expected=False)
    if not found:
        return None
    someone, stop = found
    if _is_org(draft, someone) or (someone.known is None and len((someone.name or "").split()) < 2):
        return None
    if word_at(tokens, stop) == "'s" or tokens[stop - 1].word.endswith("'s"):
        return None
    at = stop
    place = _peek_place(draft, at, end)
    after = AFTER.at(tokens, place, end) or RESCHEDULED.at(tokens, place, end)
    speaks = word_at(tokens, place) in _SPEAKS or word_at(tokens, place).endswith("'ll")
    if after:
        return _acted(draft, someone, start, stop, place, end, after)
    bare = place >= end or _bare_follows(draft, place, end) or speaks
    if not bare or (speaks and draft.line.selected and someone.known != draft.line.selected):
        return None
    _before(draft, start)
    take_contact(draft, someone, start, stop)
    draft.by_name = speaks
    at = _more_people(draft, stop, end) if not speaks else stop
    return _touch_behind(draft, _details(draft, at, end), end)


_SPEAKS = word_set(
    """will promised offered said says suggested suggests thinks recommended recommends gave put
    introduced referred connected mentioned told wants asked promises offers pointed advised is was
    has knows"""
)


def _peek_place(draft: Draft, at: int, end: int) -> int:
    """Where the words go on behind an organization, a role or brackets; nothing is taken."""
    tokens = draft.line.tokens
    if word_at(tokens, at) == "(":
        close = next((p for p in range(at, min(end, at + 24)) if word_at(tokens, p) == ")"), at - 1)
        at = close + 1
    if word_at(tokens, at) in _ORG_LEADS:
        found = org_at(tokens, at + 1, end, small=word_at(tokens, at) == "@" or draft.line.small)
        at = found[1] if found else at
    return at + (word_at(tokens, at) in ("just", "finally", "also", "never", "then"))


def _bare_follows(draft: Draft, at: int, end: int) -> bool:
    """Whether what follows a bare name is a mark, a fact, or a touch word of its own."""
    tokens = draft.line.tokens
    if tokens[at].kind in (MARK, PHONE, EMAIL) or word_at(tokens, at) in ("and", "&"):
        return True
    return bool(
        duration_at(tokens, at)
        or _counts(draft, at, end)
        or DIRECT.at(tokens, at, end)
        or WITH.at(tokens, at, end)
        or role_at(tokens, at, end)
        or draft.line.date_at(at, end, Stance.PAST)
    )


def _acted(
    draft: Draft,
    someone: Someone,
    start: int,
    stop: int,
    verb: int,
    end: int,
    after: tuple[Touch, int],
) -> int:
    """The person did it: `called back`, `emailed`, `moved our coffee to`."""
    touch, verb_end = after
    _before(draft, start)
    take_contact(draft, someone, start, stop)
    _details(draft, stop, verb)
    _set(draft, touch)
    draft.take(verb, verb_end, "touch", "outcome")
    if touch.outcome == Outcome.RESCHEDULED:
        return _details_of_move(draft, verb, verb_end)
    if touch.outcome == Outcome.NO_ANSWER and not draft.channel:
        draft.channel = _named_channel(draft, verb, end)
    stop = verb_end + (word_at(draft.line.tokens, verb_end) in ("me", "back", "again"))
    for at in range(verb_end, stop):
        draft.used[at] = 1
    return _details(draft, stop, end)


def _details_of_move(draft: Draft, verb: int, verb_end: int) -> int:
    draft.channel = draft.channel or _named_channel(draft, verb, verb_end)
    return verb_end


def _named_channel(draft: Draft, start: int, end: int) -> str | None:
    for at in range(start, min(end, start + 5)):
        word = word_at(draft.line.tokens, at)
        if word in ("zoom", "teams", "video"):
            return "video"
        if word in ("call", "phone"):
            return "call"
    return None


def _touch_behind(draft: Draft, at: int, end: int) -> int:
    """`Kwame Boateng, Zoom 20m`, `Dana: left vm`: the touch word behind a bare name."""
    tokens = draft.line.tokens
    if draft.outcome is not None:
        return at
    place = at + (word_at(tokens, at) in (",", "-", "–", ":"))
    found = WITH.at(tokens, place, end) or DIRECT.at(tokens, place, end)
    if not found or place >= end:
        return at
    touch, stop = found
    closes = stop >= end or tokens[stop].kind == MARK or duration_at(tokens, stop) is not None
    if not (closes or touch.outcome in _ALONE or _counts(draft, stop, end)):
        return at
    _set(draft, touch)
    draft.take(at, stop, "touch", "outcome")
    return _details(draft, stop, end)


def _sentence_end(draft: Draft, at: int) -> int:
    """Where the sentence ends that a clause belongs to."""
    tokens = draft.line.tokens
    while at < len(tokens) and word_at(tokens, at) not in (".", ";", "!"):
        at += 1
    return at


def _bad_number(draft: Draft, start: int, end: int) -> int | None:
    """`+1 970 555 0133 is a wrong number for Deb`, `the number for Kofi, 720…, is disconnected`."""
    tokens = draft.line.tokens
    phone = next(
        (at for at in range(start, min(end, start + 12)) if tokens[at].kind == PHONE), None
    )
    verdict = next(
        (
            (at, found[1])
            for at in range(start, min(end, start + 16))
            if (found := DIRECT.at(tokens, at, end)) and found[0].outcome == Outcome.WRONG_NUMBER
        ),
        None,
    )
    if verdict is None or (
        phone is None and word_at(tokens, start) not in ("the", "that", "number")
    ):
        return None
    if phone is not None:
        draft.bad_phone = e164(tokens[phone].text, draft.line.region)
    someone = _named_in(draft, start, end)
    _set(draft, Touch("call", "", "wrong_number"))
    draft.take(start, verdict[1], "touch", "bad_phone")
    if someone:
        take_contact(draft, someone[0], someone[1], someone[2])
    elif phone is not None:
        _owner(draft, phone)
    draft.headed = True
    return max(verdict[1], someone[2] if someone else 0)


def _named_in(draft: Draft, start: int, end: int) -> tuple[Someone, int, int] | None:
    """The first person behind `for`, or with a possessive, between two tokens."""
    tokens = draft.line.tokens
    for at in range(start, min(end, start + 24)):
        if (
            word_at(tokens, at - 1) in ("for", "to", "of")
            or at == start
            or word_at(tokens, at) == "("
        ):
            found = person_at(draft, at, end, expected=at > start)
            if found:
                return found[0], at, found[1]
    return None


def _owner(draft: Draft, phone: int) -> None:
    known = draft.line.book.by_way(e164(draft.line.tokens[phone].text, draft.line.region), None)
    if known:
        draft.contact = same_person(draft, known)
        draft.met(draft.contact)
