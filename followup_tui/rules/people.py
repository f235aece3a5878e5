"""Who is the same person: keys of ways, names and organizations, and a judgement with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import disguises, fold

_NANP = re.compile(r"(?:\+1|1)?([2-9]\d{9})")
_PUNCTUATION = str.maketrans("", "", " -.()\u00a0\u2011\u2013/")
_NOT_DIGITS = re.compile(r"\D")
_PHONE_SCHEME = re.compile(r"(?i)^tel:")
_SHORTEST_PHONE = 6
"""Fewer digits are an extension or a made-up number, and prove nothing."""

_SCHEME = re.compile(r"(?i)^[a-z][a-z0-9+.-]*://")
_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com/in/([^/]+)")
_PROFILE_HOSTS = frozenset(
    {"linkedin.com", "github.com", "gitlab.com", "twitter.com", "x.com", "xing.com", "about.me"}
)
_WORDS = re.compile(r"[^\W_]+")
_TITLE_WORDS = "dr mr mrs ms mx prof herr frau sir phd md mba jr sr ii iii iv esq ing dipl msc bsc"
_TITLES = frozenset(_TITLE_WORDS.split())
_LEGAL_FORMS = (
    "inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh mbh ag kg kgaa "
    "ug ohg se sa sas sarl srl spa bv nv ab as oy oyj aps kk pty pte sro doo zoo the"
)
_LEGAL = frozenset(_LEGAL_FORMS.split())
_DOTTED = re.compile(r"(?<=\w)\.(?=\w)|(?<=\w)\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """What a person is compared by; every key as the functions here make them."""

    name: str
    organization: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    uid: str = ""
    disguises: frozenset[str] = frozenset()
    """The words of the name that only look like those of `name`."""

    @property
    def reachable(self) -> bool:
        """Whether any way is known that could tell this person from another."""
        return bool(self.emails or self.phones or self.handles or self.urls)


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two cards are one person, and why."""

    score: int
    """0 (nothing in common) to 100."""
    reasons: tuple[str, ...] = ()
    """`same email`, `same name`, `other LinkedIn profile`: strongest first."""
    sure: bool = False
    """Whether they may be joined without asking."""

    @property
    def contradicted(self) -> bool:
        """Whether something says that they are two: each has a profile of their own on one site."""
        return _OTHER_PROFILE in self.reasons


def email_key(typed: str) -> str:
    """The address for comparing; empty for what is none."""
    text = typed.strip().strip("<>").casefold().removeprefix("mailto:")
    return text if "@" in text else ""


def e164(typed: str, region: str = "US") -> str | None:
    """`+13035550100`, None for what can't be a full phone number.

    Source: ITU-T E.164, by the phonenumbers library; plain North American numbers, where its
    answer is known, are spelled without it (it takes 30 µs each).
    """
    text = _PHONE_SCHEME.sub("", typed.strip())
    plain = text.translate(_PUNCTUATION)
    match = _NANP.fullmatch(plain)
    if match and plain.isascii() and (region == "US" or plain[0] == "+"):
        return f"+1{match[1]}"
    return _parsed(text, region)


@lru_cache(maxsize=65536)
def _parsed(text: str, region: str) -> str | None:
    if len(text) < _SHORTEST_PHONE:
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    judged = phonenumbers.is_possible_number_with_reason(number)
    if judged != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def phone_key(typed: str, region: str = "US") -> str | None:
    """E.164, else the bare digits of a number that isn't one; None if it has too few."""
    known = e164(typed, region)
    if known:
        return known
    digits = _NOT_DIGITS.sub("", typed.lower().partition(";ext=")[0])
    return digits if len(digits) >= _SHORTEST_PHONE else None


def url_key(typed: str) -> str:
    """The address without scheme, `www.`, case of the host, query of a profile, last slash."""
    text = _SCHEME.sub("", typed.strip())
    host, slash, path = text.partition("/")
    host = host.casefold().removeprefix("www.").removeprefix("m.")
    profile = _LINKEDIN.match(f"{host}/{path}".casefold().partition("?")[0])
    if profile:
        return f"linkedin.com/in/{fold(_plain(profile[1]))}"
    path = _plain(path).partition("#")[0].rstrip("/")
    return f"{host}{slash}{path}".rstrip("/")


def _plain(path: str) -> str:
    return unquote(path) if "%" in path else path


def is_profile(key: str) -> bool:
    """Whether a url's key names one person's page rather than a company's."""
    host, _, path = key.partition("/")
    return bool(path) and host in _PROFILE_HOSTS and not path.startswith("company")


def handle_key(service: str, typed: str) -> str:
    """`signal:ada`, for comparing within a service."""
    return f"{fold(service.strip())}:{fold(typed.strip().lstrip('@'))}"


def way_mark(kind: str, key: str | None, typed: str, label: str) -> tuple[str, str]:
    """What tells a way from the others of its person; a handle with its service."""
    known = key or typed
    return str(kind), handle_key(label, known) if kind == WayKind.HANDLE else known


def name_key(name: str) -> str:
    """The words of a name without titles, case, accents and signs; `Last, First` turned round."""
    family, comma, given = name.partition(",")
    words = _WORDS.findall(fold(name))
    if comma and not set(_WORDS.findall(fold(given))) <= _TITLES:
        words = _WORDS.findall(fold(f"{given} {family}"))
    kept = [word for word in words if word not in _TITLES]
    return " ".join(kept or words)


def turned_round(name: str) -> str:
    """`Ann Bell` for `Bell, Ann`, as mail programs of companies write it; others as they are."""
    family, comma, given = (part.strip() for part in name.partition(","))
    words = _WORDS.findall(fold(given))
    if not comma or not family or not 0 < len(words) <= 2 or "," in given:
        return name
    if not _TITLES.isdisjoint(words) or not _LEGAL.isdisjoint(words):
        return name
    return f"{given} {family}"


@lru_cache(maxsize=4096)
def organization_key(name: str) -> str:
    """The words of an organization's name without its legal form."""
    words = _WORDS.findall(_DOTTED.sub("", fold(name)))
    kept = [word for word in words if word not in _LEGAL]
    return " ".join(kept or words)


def person_keys(
    name: str, organization: str, ways: Iterable[tuple[WayKind, str | None, str]], uid: str = ""
) -> PersonKeys:
    """The keys of a person; a way is its kind, its key and its label.

    A handle counts within its service: the same word is another person's elsewhere.
    """
    found: dict[WayKind, list[str]] = {}
    for kind, key, label in ways:
        if key:
            known = handle_key(label, key) if kind is WayKind.HANDLE else key
            found.setdefault(kind, []).append(known)
    return PersonKeys(
        name_key(name),
        organization_key(organization),
        frozenset(found.get(WayKind.EMAIL, ())),
        frozenset(found.get(WayKind.PHONE, ())),
        frozenset(found.get(WayKind.HANDLE, ())),
        frozenset(found.get(WayKind.URL, ())),
        uid,
        disguises(name),
    )


def same_person(new: PersonKeys, known: PersonKeys) -> Match:
    """Whether a card just read and somebody already known are one person.

    Sure: a shared way and names that agree; the same name at the same organization; the same name
    on a card that says nothing else. Two different profiles on one site are never sure, nor is a
    name that only looks like the other, in letters of two alphabets.
    """
    names = _names(new.name, known.name)
    imitates = names == _SAME_NAME and new.disguises != known.disguises
    shared = _shared(new, known)
    reasons = [*shared, *([_LOOK_ALIKE if imitates else names] if names else [])]
    same_org = bool(new.organization) and new.organization == known.organization
    if same_org:
        reasons.append("same organization")
    elif new.organization and known.organization:
        reasons.append("other organization")
    other = _other_profile(new.urls, known.urls)
    if other:
        reasons.append(_OTHER_PROFILE)
    told = not new.reachable and new.organization in ("", known.organization)
    alike = (shared and names) or (names == _SAME_NAME and (same_org or told))
    sure = bool(alike) and not other and not imitates
    return Match(_score(len(shared), names, same_org, bool(other), sure), tuple(reasons), sure)


_OTHER_PROFILE = "other profile"
_SAME_NAME = "same name"
_NEAR_NAME = "names that agree"
_LOOK_ALIKE = "name that only looks the same"


def _names(new: str, known: str) -> str:
    """How two names agree, empty if they don't."""
    if new == known:
        return _SAME_NAME
    ours, theirs = new.split(), known.split()
    common = set(ours) & set(theirs)
    if not any(len(word) > 1 for word in common):  # initials alone are anybody's
        return ""
    if len(ours) < 2 or len(theirs) < 2 or common in (set(ours), set(theirs)):
        return _NEAR_NAME
    first, other = ours[0], theirs[0]
    initial = first.startswith(other) or other.startswith(first)
    return _NEAR_NAME if ours[-1] == theirs[-1] and initial else ""


def _shared(new: PersonKeys, known: PersonKeys) -> list[str]:
    pairs = (
        ("same email", new.emails & known.emails),
        ("same phone", new.phones & known.phones),
        ("same handle", new.handles & known.handles),
        ("same page", new.urls & known.urls),
    )
    found = [reason for reason, keys in pairs if keys]
    return ["same card number", *found] if new.uid and new.uid == known.uid else found


def _other_profile(new: frozenset[str], known: frozenset[str]) -> bool:
    ours, theirs = (
        {key.partition("/")[0]: key for key in urls if is_profile(key)} for urls in (new, known)
    )
    return any(ours[host] != theirs[host] for host in ours.keys() & theirs.keys()) and not (
        new & known
    )


def _score(shared: int, names: str, same_org: bool, other: bool, sure: bool) -> int:
    points = min(shared, 2) * 30 + {_SAME_NAME: 40, _NEAR_NAME: 25}.get(names, 0) + 20 * same_org
    if other:
        points -= 30
    return max(90 if sure else 0, min(points, 100 if sure else 85), 0)
