"""Names that were given: `gave me`, `referred me to`, `+Name`, with who they are and where."""

from __future__ import annotations

from followup_tui.rules.facts import Via
from followup_tui.rules.folding import fold
from followup_tui.rules.quicklog.by_name import is_org
from followup_tui.rules.quicklog.details import take_brackets, take_place
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import is_capital, name_at
from followup_tui.rules.quicklog.parts import verb_at
from followup_tui.rules.quicklog.places import looks_like_org, org_at
from followup_tui.rules.quicklog.verbs import GAVE, GAVE_WEAK, SAID
from followup_tui.rules.quicklog.vocabulary import KIN
from followup_tui.rules.quicklog.ways import label_end, take_way
from followup_tui.rules.quicklog.who import person_at, settle
from followup_tui.rules.tokens import EMAIL, PHONE, QUOTE, touching, word_at, word_set

COUNTS = word_set("one two three four five several some a few couple 2 3 4 5 the of new more")
NAME_NOUNS = word_set(
    """name names people contacts contact leads referrals referral person folks number numbers refs
    intros introductions ref"""
)
_WAY_NOUNS = word_set("number cell email name info contact phone address details digits")
JOINS = frozenset({",", "and", "&", "+", ";", "plus", "or"})


def take_referrals(
    draft: Draft, at: int, end: int, via: Via = Via.YOU_CONTACT, weak: bool = False
) -> int | None:
    """Takes a list of given people, each with what stands behind the name; where it ends.

    `Priya Nair (Ridgeline Health), Tomás O'Brien at Gates Hill and Bo Li @Cobalt`. `weak` takes no
    lower-case name. None when nobody is named.
    """
    taken = None
    while at < end:
        stop = _one(draft, at, end, via, weak)
        if stop is None:
            break
        taken = stop
        over = stop
        while over < end and word_at(draft.line.tokens, over) in JOINS:
            over += 1
        if over == stop:
            break
        weak = weak or word_at(draft.line.tokens, over - 1) == ","
        if not given_next(draft, over, end, weak):
            break
        draft.cover(stop, over)
        at = over
    return taken


def given_next(draft: Draft, at: int, end: int, weak: bool) -> bool:
    """Whether the list goes on with another person, rather than with a new clause."""
    kin = kin_at(draft, at, end)
    found = person_at(draft, kin[1] if kin else at, end, small=not weak)
    if not found or is_org(found[0]) or found[0] is draft.contact:
        return False
    after = word_at(draft.line.tokens, found[1])
    return after not in _ACTS and not after.endswith("'ll")


_ACTS = word_set("will said says is was thinks called promised offered suggested has would")


def _one(draft: Draft, at: int, end: int, via: Via, weak: bool) -> int | None:
    """Takes one given person with their facts; where they end."""
    tokens = draft.line.tokens
    place = _past_counts(draft, at, end)
    kin = kin_at(draft, place, end)
    found = person_at(draft, kin[1] if kin else place, end, small=not weak)
    if not found or is_org(found[0]) or found[0] is draft.contact:
        return None
    someone, stop = found
    if tokens[stop - 1].word.endswith(("'s", "s'")):
        if word_at(tokens, stop) not in _WAY_NOUNS:
            return None
        stop += 1 + (word_at(tokens, stop + 1) in ("info", "number", "is", ":"))
    add_referral(draft, someone, kin[0] if kin else None, via)
    draft.take(at, min(stop, end), "referral", draft.path_of(someone), someone.name or "")
    settle(draft, someone, draft.path_of(someone) + ".name")
    return person_facts(draft, someone, min(stop, end), end)


def _past_counts(draft: Draft, at: int, end: int) -> int:
    """Past `three names:`, `the name of`."""
    tokens, place = draft.line.tokens, at
    while place < end and word_at(tokens, place) in COUNTS:
        place += 1
    if word_at(tokens, place) not in NAME_NOUNS or place >= end:
        return at
    return place + 1 + (word_at(tokens, place + 1) in (":", "of", "-", "for"))


def add_referral(draft: Draft, someone: Someone, relation: str | None, via: Via) -> None:
    """Adds somebody to the names that were given."""
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
    draft.nearest = someone
    while at < end:
        comma = word_at(draft.line.tokens, at) == "," and someone.phone is not None
        at += comma and word_at(draft.line.tokens, at + 1) in ("at", "@")
        stop = (
            _way(draft, someone, at, end)
            or take_place(draft, someone, at, end)
            or take_brackets(draft, someone, at, end)
            or _comma_org(draft, someone, at, end)
        )
        if stop is None:
            break
        at = stop
    return at


def _way(draft: Draft, someone: Someone, at: int, end: int) -> int | None:
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) in (",", "-", ":", "–"))
    labelled = label_end(draft, place, end)
    place = place if labelled is None else labelled
    if place >= end or tokens[place].kind not in (PHONE, EMAIL):
        return None
    draft.cover(at, place)
    return take_way(draft, place, someone)


def _comma_org(draft: Draft, someone: Someone, at: int, end: int) -> int | None:
    """`, Mesa Courier`: an organization behind a comma, when it looks like one."""
    tokens = draft.line.tokens
    if word_at(tokens, at) != "," or someone.org is not None or at + 1 >= end:
        return None
    found = org_at(tokens, at + 1, end) if is_capital(tokens[at + 1]) else None
    if not found or draft.line.book.full_at(tokens, at + 1):
        return None
    sure = looks_like_org(found[0]) or _in_domain(draft, found)
    way = _way_behind(draft, found[1]) and " " in found[0] and " " in (someone.name or "")
    if not sure and not way and not _single_org(draft, someone, at, found[1], end):
        return None
    someone.org, path = found[0], draft.path_of(someone) + ".org"
    draft.take(at, found[1], "org", path, found[0])
    if not sure and not any(asked.endswith(".org") for asked in draft.ask):
        draft.question(path, (found[0],))
    return found[1]


def _way_behind(draft: Draft, at: int) -> int | None:
    """Where the phone or address stands behind a comma: `, Foothill Cabinets, 720-555-0135`."""
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) == ",")
    return place if place < len(tokens) and tokens[place].kind in (PHONE, EMAIL) else None


def _in_domain(draft: Draft, found: tuple[str, int]) -> bool:
    """Whether the address behind it is of that organization: `Nordlys, soren@nordlys.example`."""
    place = _way_behind(draft, found[1])
    domain = draft.line.tokens[place].word.partition("@")[2] if place is not None else ""
    return any(len(word) > 3 and word in domain for word in fold(found[0]).split())


def _single_org(draft: Draft, someone: Someone, at: int, stop: int, end: int) -> bool:
    """Whether one capitalised word behind a full name is where they work, not the next name."""
    tokens = draft.line.tokens
    name = name_at(tokens, at + 1, end)
    if (name and name.end > stop) or draft.line.book.one_at(tokens, at + 1):
        return False
    after = word_at(tokens, stop) if stop < end else ""
    listed = after in ("and", "&", "(", "at", "@")
    if after == ",":
        behind = stop + 1 + (word_at(tokens, stop + 1) in ("and", "&"))
        following = name_at(tokens, behind, end)
        listed = following is not None and not looks_like_org(following.name)
    return stop == at + 2 and not listed and len((someone.name or "").split()) > 1


def read_gave(draft: Draft, start: int, end: int) -> int | None:
    """Takes `gave me …`, `referred me to …`, `Ama suggested …`: the people named behind it."""
    tokens = draft.line.tokens
    at = past_speaker(draft, start, end)
    found = GAVE.at(tokens, at, end) or _names_list(draft, at, end)
    if not found:
        return None
    stop = found[1] + (word_at(tokens, found[1]) in (":", "-"))
    verb = {word_at(tokens, place) for place in range(at, stop)}
    weak = word_at(tokens, at) in GAVE_WEAK and "me" not in verb
    if word_at(tokens, at) in ("referral", "contact", "new") and ":" not in verb:
        return None
    if weak and stop < end and verb_at(draft, stop, end) and not is_capital(tokens[stop]):
        return None
    owner, draft.nearest = draft.nearest, None
    taken = take_referrals(draft, stop, end, weak=weak)
    if taken is None and _only_counted(draft, stop, end):
        draft.take(start, end, "referral", "referrals", keep=True)
        draft.voice = "gives"
        return end
    if taken is None:
        return _own_way(draft, start, stop, end, owner if owner in draft.referrals else None)
    draft.cover(start, stop)
    draft.voice = "gave"
    return taken


def _only_counted(draft: Draft, at: int, end: int) -> bool:
    """Whether the names are only announced: `gave me two leads. Carla Stein …`."""
    tokens, place = draft.line.tokens, at
    while place < end and word_at(tokens, place) in COUNTS:
        place += 1
    return at < place < end and word_at(tokens, place) in NAME_NOUNS and place + 1 == end


def _names_list(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`three names: Ana Pop, Jun Ito`, without a verb."""
    tokens, place = draft.line.tokens, at
    while place < end and word_at(tokens, place) in COUNTS:
        place += 1
    if word_at(tokens, place) not in NAME_NOUNS:
        return None
    place += 1 + 2 * (word_at(tokens, place + 1) in ("from", "by"))  # `from him`
    return (True, place + 1) if word_at(tokens, place) in (":", "-") and place < end else None


def _own_way(draft: Draft, start: int, at: int, end: int, owner: Someone | None) -> int | None:
    """`gave me her cell 303-555-0150`: the contact's own number, or that of the name just given."""
    place = label_end(draft, at, end)
    if place is None:
        return None
    stop = take_way(draft, place, owner or draft.who())
    draft.cover(start, stop)
    return stop


def past_speaker(draft: Draft, at: int, end: int) -> int:
    """Past `she`, `he also` or a name before a verb of saying or giving."""
    tokens = draft.line.tokens
    at += word_at(tokens, at) in ("and", "but", "also", "so", "then")
    if word_at(tokens, at) in ("she", "he", "they", "who", "she's", "he's"):
        at += 1
    else:
        found = person_at(draft, at, end, expected=False)
        if found and (SAID.at(tokens, found[1], end) or GAVE.at(tokens, found[1], end)):
            draft.speakers.append((found[0], at, found[1]))
            at = found[1]
    return at + (word_at(tokens, at) in ("also", "then", "just", "even", "has", "kindly", "did"))


def read_plus(draft: Draft, start: int, end: int) -> int | None:
    """Takes `+Name`, `+"Lee Van Horn"`, `+Ilse_van_Dam` with what stands behind it."""
    tokens = draft.line.tokens
    if not touching(tokens, start) or start + 1 >= end:
        return None
    if tokens[start + 1].kind == QUOTE:
        name = tokens[start + 1].text.strip('"“”')
        known = draft.line.book.named(name)
        found: tuple[Someone, int] | None = (Someone(name, known), start + 2)
    else:
        found = person_at(draft, start + 1, end, small=True)
    if not found:
        return None
    someone, stop = found
    add_referral(draft, someone, None, Via.YOU_CONTACT)
    draft.take(start, stop, "referral", draft.path_of(someone), someone.name or "")
    settle(draft, someone, draft.path_of(someone) + ".name")
    return person_facts(draft, someone, stop, end)
