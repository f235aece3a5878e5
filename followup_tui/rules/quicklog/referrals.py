"""Names that were given: `gave me`, `said call`, `+Name`, with who they are and where."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action, Via
from followup_tui.rules.quicklog.details import take_way
from followup_tui.rules.quicklog.draft import Draft, Someone
from followup_tui.rules.quicklog.head import take_brackets, take_place
from followup_tui.rules.quicklog.names import is_capital, name_at
from followup_tui.rules.quicklog.places import looks_like_org, org_at
from followup_tui.rules.quicklog.shape import ReadFollowUp
from followup_tui.rules.quicklog.speech import due_in, verb_at
from followup_tui.rules.quicklog.verbs import GAVE, GAVE_WEAK, IMPLIED_TALK, LEADS_MINE, SAID
from followup_tui.rules.quicklog.vocabulary import KIN
from followup_tui.rules.quicklog.who import PRONOUNS, person_at, settle
from followup_tui.rules.tokens import EMAIL, PHONE, QUOTE, touching, word_at, word_set

_COUNTS = word_set("one two three four five several some a few couple 2 3 4 5 the of")
_NOUNS = word_set(
    "name names people contacts contact leads referrals referral person folks number numbers"
)
_CONTACTS = frozenset({Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT, Action.MEET, Action.ASK, Action.CHECK,
                       Action.OTHER, Action.REPORT_BACK, Action.SEND})  # fmt: skip


def kin_at(draft: Draft, at: int, end: int) -> tuple[str, int] | None:
    """`her brother`, `his boss`, `a friend`, `colleague`: the relation and where the name begins."""
    tokens = draft.line.tokens
    place = at + (
        word_at(tokens, at) in ("her", "his", "their", "a", "my", "an", "old", "the", "another")
    )
    place += word_at(tokens, place) in (
        "old",
        "former",
        "ex",
        "best",
        "good",
        "new",
        "older",
        "younger",
        "friend's",
    )
    word = word_at(tokens, place)
    if word not in KIN or place >= end:
        return None
    stop = place + 1
    if (
        word == "friend"
        and word_at(tokens, stop) == "of"
        and word_at(tokens, stop + 1) in ("hers", "his", "theirs")
    ):
        stop += 2
    return word, stop + (word_at(tokens, stop) in (",", "named", "called"))


def take_referral(
    draft: Draft, at: int, end: int, via: Via = Via.YOU_CONTACT, weak: bool = False
) -> int | None:
    """Takes a list of given people, each with what stands behind the name; where it ends.

    `Priya Nair (Ridgeline Health), Tomás O'Brien at Gates Hill and Bo Li @Cobalt`. `weak` takes no
    lower-case name. None when nobody is named.
    """
    tokens, taken = draft.line.tokens, None
    while at < end:
        place = _past_words(draft, at, end)
        kin = kin_at(draft, place, end)
        found = person_at(draft, kin[1] if kin else place, end, small=not weak)
        if not found or _no_person(draft, found[0], taken is not None, found[1]):
            break
        someone, stop = found
        if someone is draft.contact:
            break
        if tokens[stop - 1].word.endswith("'s") and word_at(tokens, stop) in ("number", "cell", "email", "name", "info",
                                                                               "contact", "phone", "address"):  # fmt: skip
            stop += 1 + (word_at(tokens, stop + 1) in ("info", "number", "is", ":"))
        elif tokens[stop - 1].word.endswith("'s"):
            break
        _add(draft, someone, kin[0] if kin else None, via)
        draft.take(at, stop, "referral", draft.path_of(someone), someone.name or "")
        settle(draft, someone, draft.path_of(someone) + ".name")
        taken = at = person_facts(draft, someone, stop, end)
        over = _next_name(draft, at, end)
        if over is None:
            break
        draft.used[at] = 1
        at = over
        weak = weak or word_at(tokens, over - 1) == ","
    return taken


def _past_words(draft: Draft, at: int, end: int) -> int:
    """Past `three names:`, `the name of`, `both`."""
    tokens = draft.line.tokens
    place = at
    while place < end and word_at(tokens, place) in _COUNTS:
        place += 1
    if word_at(tokens, place) in _NOUNS:
        place += 1
        place += word_at(tokens, place) in (":", "of", "-", "for", "-")
        return place
    return at if place == at or word_at(tokens, place) not in _NOUNS else place


def _no_person(draft: Draft, someone: Someone, listed: bool, stop: int) -> bool:
    return someone.known is None and someone.name is not None and looks_like_org(someone.name)


def _add(draft: Draft, someone: Someone, relation: str | None, via: Via) -> None:
    if relation:
        someone.relation = relation
        gender = KIN[relation]
        someone.gender = someone.gender or (gender if gender in ("m", "f") else "")
    if someone not in draft.referrals:
        someone.via = via
        draft.referrals.append(someone)
    draft.met(someone)


def person_facts(draft: Draft, someone: Someone, at: int, end: int) -> int:
    """Takes what stands behind a given name: organization, role, brackets, phone, address."""
    tokens = draft.line.tokens
    draft.nearest = someone
    while at < end:
        stop = _person_fact(draft, someone, at, end)
        if stop is None:
            break
        at = stop
    return at


def _person_fact(draft: Draft, someone: Someone, at: int, end: int) -> int | None:
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) in (",", "-", "on", "at", ":") and at + 1 < end)
    place += word_at(tokens, place) in (
        "cell",
        "direct",
        "phone",
        "mobile",
        "his",
        "her",
        "number",
        "email",
        "is",
        "#",
    )
    place += word_at(tokens, place) in ("cell", "direct", "phone", "number", "email", "is", ":")
    if place < end and tokens[place].kind in (PHONE, EMAIL):
        for skipped in range(at, place):
            draft.used[skipped] = 1
        return take_way(draft, place, someone)
    return (
        take_place(draft, someone, at, end)
        or take_brackets(draft, someone, at, end)
        or _comma_org(draft, someone, at, end)
    )


def _comma_org(draft: Draft, someone: Someone, at: int, end: int) -> int | None:
    """`, Mesa Courier`: an organization behind a comma, when it looks like one."""
    tokens = draft.line.tokens
    if word_at(tokens, at) != "," or someone.org is not None or at + 1 >= end:
        return None
    if not is_capital(tokens[at + 1]):
        return None
    found = org_at(tokens, at + 1, end)
    if not found or draft.line.book.full_at(tokens, at + 1):
        return None
    after = word_at(tokens, found[1])
    alone = found[1] == at + 2
    listed = after in ("and", "&", "(", "at", "@") or (
        after == "," and _names_go_on(draft, found[1] + 1, end)
    )
    if not looks_like_org(found[0]) and (
        listed or not alone or len((someone.name or "").split()) < 2
    ):
        return None
    someone.org = found[0]
    draft.take(at, found[1], "org", draft.path_of(someone) + ".org", found[0])
    return found[1]


def _names_go_on(draft: Draft, at: int, end: int) -> bool:
    found = name_at(draft.line.tokens, at, end)
    return bool(found and not looks_like_org(found.name))


def _next_name(draft: Draft, at: int, end: int) -> int | None:
    """Behind a comma, `and`, `&` or `+`: where the next name of the list begins."""
    tokens, place = draft.line.tokens, at
    while place < end and word_at(tokens, place) in (",", "and", "&", "+", ";", "plus", "or"):
        place += 1
    if place == at:
        return None
    return place


def read_gave(draft: Draft, start: int, end: int) -> int | None:
    """Takes `gave me …`, `referred me to …`, `Ama suggested …`: the people named behind it."""
    tokens = draft.line.tokens
    at = _past_subject(draft, start, end)
    found = GAVE.at(tokens, at, end) or _names_list(draft, at, end)
    if not found:
        return None
    stop = found[1]
    weak = word_at(tokens, at) in GAVE_WEAK and "me" not in [
        word_at(tokens, p) for p in range(at, stop)
    ]
    if word_at(tokens, stop) in (":", "-"):
        stop += 1
    if (
        word_at(tokens, at) in ("referral", "referrals", "contact", "contacts", "new", "names")
        and word_at(tokens, stop - 1) != ":"
        and word_at(tokens, at) != "names"
    ):
        return None
    if weak and verb_at(draft, stop, end) and not is_capital(tokens[stop]):
        return None
    draft.nearest = None
    taken = take_referral(draft, stop, end, weak=weak)
    if taken is None:
        return _own_way(draft, start, stop, end)
    draft.take(start, stop, "referral", "referrals", draft.line.said(start, stop))
    draft.voice = "gave"
    return taken


def _names_list(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`three names: Ana Pop, Jun Ito`, without a verb."""
    tokens = draft.line.tokens
    place = at
    while place < end and word_at(tokens, place) in (*_COUNTS, "new", "more"):
        place += 1
    if word_at(tokens, place) in _NOUNS and word_at(tokens, place + 1) == ":":
        return True, place + 2
    return None


def _own_way(draft: Draft, start: int, at: int, end: int) -> int | None:
    """`gave me her cell 303-555-0150`: the contact's own number."""
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) in ("her", "his", "their", "a"))
    while place < end and word_at(tokens, place) in ("cell", "direct", "new", "number", "email", "phone", "line",
                                                     "mobile", "address", "personal", "work", ":", "#", "home"):  # fmt: skip
        place += 1
    if place >= end or tokens[place].kind not in (PHONE, EMAIL) or place == at:
        return None
    stop = take_way(draft, place, draft.who())
    draft.take(start, stop, "phone" if tokens[place].kind == PHONE else "email", "contact")
    return stop


def _past_subject(draft: Draft, at: int, end: int) -> int:
    """Past `she`, `he also` or a known name before a verb of saying or giving."""
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("and", "but", "also", "so", "then"):
        at += 1
    if word_at(tokens, at) in ("she", "he", "they", "who", "she's", "he's"):
        at += 1
    else:
        found = person_at(draft, at, end, expected=False)
        if found and (SAID.at(tokens, found[1], end) or GAVE.at(tokens, found[1], end)):
            at = found[1]
    return at + (word_at(tokens, at) in ("also", "then", "just", "even", "has", "kindly"))


def read_said(draft: Draft, start: int, end: int) -> int | None:
    """Takes a reported imperative with a new person: `said call Tom de la Cruz at Front Range`.

    With a date it is a task too. Without a new person it is none: then it is a task of mine.
    """
    tokens = draft.line.tokens
    at = _past_subject(draft, start, end)
    said = SAID.at(tokens, at, end)
    if not said and draft.voice != "said":
        return None
    verb = said[1] if said else at
    verb += word_at(tokens, verb) in ("to", "i", "that", "maybe", "please", "just", ":", "for")
    implied = (
        (said is not None
        and word_at(tokens, said[1] - 1) in IMPLIED_TALK)
        or (said is not None and word_at(tokens, said[1] - 2) in IMPLIED_TALK)
    )
    found = (Action.CALL, verb) if implied else verb_at(draft, verb, end)
    if not found:
        return None
    if found[0] is Action.OTHER and word_at(tokens, verb) not in ("look", "google"):
        return None
    return _referred(draft, start, verb, found, end)


def read_try(draft: Draft, start: int, end: int) -> int | None:
    """Takes `try Abd al-Rahman at Mesa Verde Clinic`: to try somebody new is their advice."""
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("so", "also", "maybe"))
    if word_at(tokens, at) != "try" or not is_capital(tokens[min(at + 1, len(tokens) - 1)]):
        return None
    return _referred(draft, start, at, (Action.CALL, at + 1), end)


def _referred(
    draft: Draft, start: int, verb: int, found: tuple[Action, int], end: int
) -> int | None:
    tokens = draft.line.tokens
    action, at = found
    at += word_at(tokens, at) in ("to", "with", "w/", "w", "for")
    kin = kin_at(draft, at, end)
    person = person_at(draft, kin[1] if kin else at, end, small=True)
    if (
        not person
        or person[0].known is not None
        or person[0] in draft.people
        or action not in _CONTACTS
    ):
        return None
    if person[0].choices and not person[0].sure and person[0].name not in person[0].choices:
        return None
    if _no_person(draft, person[0], False, person[1]):
        return None
    taken = take_referral(draft, at, end)
    if taken is None:
        return None
    draft.take(start, at, "referral", draft.path_of(person[0]), draft.line.said(start, at))
    spot = due_in(draft, taken, end, Stance.MINE)
    draft.voice = "said"
    if spot is None:
        return taken
    return _both(draft, person[0], action, spot, taken, end)


def _both(
    draft: Draft, someone: Someone, action: Action, spot: object, taken: int, end: int
) -> int:
    """The task that a reported imperative with a date is as well."""
    from followup_tui.rules.dates.find import Spot

    assert isinstance(spot, Spot)
    path = f"followups[{len(draft.followups)}]"
    if action in (Action.OTHER, Action.ASK, Action.CHECK):
        action = Action.CALL
    draft.take(spot.start, spot.end, "followup", path)
    when = draft.dated(path + ".due", spot)
    assert when is not None
    draft.followups.append(
        ReadFollowUp(action, someone.name, None, when.day, False, when.time,
                     when.time_kind if when.time else None, when.zone, when.part)
    )  # fmt: skip
    return spot.end if spot.start <= taken + 1 else taken


def read_plus(draft: Draft, start: int, end: int) -> int | None:
    """Takes `+Name`, `+"Lee Van Horn"`, `+Ilse_van_Dam` with what stands behind it."""
    tokens = draft.line.tokens
    if word_at(tokens, start) != "+" or not touching(tokens, start):
        return None
    at = start + 1
    if tokens[at].kind == QUOTE:
        someone: Someone | None = _quoted(draft, at)
        stop = at + 1
    else:
        found = person_at(draft, at, end, small=True)
        if not found:
            return None
        someone, stop = found
    assert someone
    _add(draft, someone, None, Via.YOU_CONTACT)
    draft.take(start, stop, "referral", draft.path_of(someone), someone.name or "")
    settle(draft, someone, draft.path_of(someone) + ".name")
    return person_facts(draft, someone, stop, end)


def _quoted(draft: Draft, at: int) -> Someone:
    name = draft.line.tokens[at].text.strip('"“”')
    known = draft.line.book.named(name)
    return Someone(known.name if known else name, known)


_ = (PRONOUNS, LEADS_MINE)
