"""Where somebody works and what they do: `at Front Range Water`, `@Cobalt`, `hiring mgr`."""

from __future__ import annotations

from followup_tui.rules.dates.words import MONTHS, RELATIVE, UNITS, WEEKDAYS
from followup_tui.rules.quicklog.names import is_capital, raised
from followup_tui.rules.quicklog.vocabulary import (
    COMMON,
    NEVER_NAMES,
    ORG_WORDS,
    PLACES_NOT_ORGS,
)
from followup_tui.rules.tokens import NUMBER, QUOTE, WORD, Tokens, touching, word_at, word_set

_INSIDE = frozenset({"of", "the", "for", "de", "la", "and", "du", "des", "del", "von", "der", "&"})
_BEHIND_PLACES = word_set(
    """mixer conference event party picnic fair meetup office building cafe lobby panel talk
    festival workshop webinar dinner lunch breakfast reception gala meeting lecture reunion game
    game's fundraiser potluck hall market retreat summit show expo gathering luncheon training
    booth session class happy job career open"""
)
"""Words that make `the PRSA mixer` a place rather than an organization."""


def org_at(tokens: Tokens, index: int, end: int, small: bool = False) -> tuple[str, int] | None:
    """The organization named from `index` on, and its end; `small` takes lower-case words.

    `Sable & Finch`, `University of Denver`, `the Denver Post`; never `the PRSA mixer`.
    """
    at = index + (word_at(tokens, index) == "the")
    if at >= end:
        return None
    if tokens[at].kind == QUOTE:
        return tokens[at].text.strip('"“”'), at + 1
    stop = _capital_run(tokens, at, end)
    if stop > at:
        if at > index and word_at(tokens, stop) in _BEHIND_PLACES and stop < end:
            return None
        return _shown(tokens, at, stop), stop
    return _small_org(tokens, at, end) if small and at == index else None


def _shown(tokens: Tokens, start: int, stop: int) -> str:
    text = tokens[start].text
    for place in range(start + 1, stop):
        gap = "" if touching(tokens, place - 1) else " "
        text += gap + tokens[place].text
    return text


def _capital_run(tokens: Tokens, start: int, end: int) -> int:
    """The end of a run of capitalised words, with `&`, `of`, numbers and dots of `Inc.` inside."""
    at = stop = start
    while at < end and at - start < 10:
        token = tokens[at]
        if _org_word(tokens, at, start):
            at = stop = at + 1
            stop += _abbreviated(tokens, at, end)
            at = stop
        elif (
            at > start
            and token.word in _INSIDE
            and not _next_person(tokens, at, end)
            and token.word != "and"
            and _goes_on(tokens, at, end)
        ):
            at += 1
        else:
            break
    return stop


def _next_person(tokens: Tokens, at: int, end: int) -> bool:
    """Whether `&` joins the next person: `at Mesa Books & Zoe Day at Cobalt`, `at Cedar Fork & Zoe
    Day`; not `at Sable & Finch`.
    """
    if word_at(tokens, at) != "&":
        return False
    stop = at + 1
    while stop < min(end, at + 6) and is_capital(tokens[stop]):
        stop += 1
    if stop == at + 3 and word_at(tokens, stop - 1) not in ORG_WORDS and is_capital(tokens[at - 2]):
        return True
    goes_on = stop > at + 1 and word_at(tokens, stop) in ("at", "@", "(", "from")
    return goes_on and word_at(tokens, at - 1) in ORG_WORDS


def _abbreviated(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the dot at `at` is that of `Inc.` or `St.`, not the end of a sentence."""
    if not (at + 1 < end and word_at(tokens, at) == "." and touching(tokens, at - 1)):
        return False
    return word_at(tokens, at - 1) in ("st", "mt", "ft") and is_capital(tokens[at + 1])


def _org_word(tokens: Tokens, at: int, start: int) -> bool:
    token = tokens[at]
    if token.kind == NUMBER:
        return _number_word(tokens, at, start)
    if not is_capital(token) or token.word in _NEVER_ORG:
        return False
    if at == start and token.word in _IT:
        return False
    day = token.word in WEEKDAYS and not (
        day_in_name(tokens, at) or (at > start and day_or_name(tokens, at))
    )
    dated = day or (token.word in MONTHS and word_at(tokens, at + 1)[:1].isdigit())
    return not dated and not (at > start and token.word in _CLAUSE_WORDS)


_IT = word_set("it it's its that that's this there there's who's what's")
"""Words that begin a sentence, never an organization: `It's been filled`."""
_DAY_NAMES = word_set("sun sat mon wed")
"""Weekdays that organizations have in their names."""
_NAME_LEADS = word_set("at @ from of (")
_FAR_LEADS = _NAME_LEADS | word_set("for the to on by with")
"""Words before a run that ends with a day, as in `passed on Prairie Sun`."""
_DAYTIME = word_set(
    "morning afternoon evening night noon midnight at am pm week next the first around about by"
)


def day_in_name(tokens: Tokens, at: int) -> bool:
    """Whether a weekday is surely part of an organization's name: `at Sun Valley Labs`.

    Another capitalised word goes on behind it, and `at`, `from` or `@` leads the run.
    """
    if tokens[at].word not in _DAY_NAMES or not _led(tokens, at) or at + 1 >= len(tokens):
        return False
    joined = word_at(tokens, at + 1) == "&" and at + 2 < len(tokens)
    after = tokens[at + 1 + joined]
    ends = after.word in MONTHS or after.word in WEEKDAYS or after.word in NEVER_NAMES
    return is_capital(after) and not ends and not (after.text.isupper() and len(after.text) < 4)


def day_before_name(tokens: Tokens, at: int) -> bool:
    """Whether a weekday behind a comma may begin a name: `, Wed Weavers`; not `, Wed call Raj`."""
    if at + 1 >= len(tokens) or word_at(tokens, at - 1) not in (",", "(", "at", "@", "from", "to"):
        return False
    day, after = tokens[at], tokens[at + 1]
    named = is_capital(after) and after.word not in NEVER_NAMES and after.word not in MONTHS
    return day.word in WEEKDAYS and is_capital(day) and named and after.word not in WEEKDAYS


def day_or_name(tokens: Tokens, at: int) -> bool:
    """Whether a weekday may end an organization's name: `at Prairie Sun`, without a time behind.

    Behind `Clinic` and the like, which end a name themselves, it is a day.
    """
    if word_at(tokens, at) != "sun" or not is_capital(tokens[at]) or not at:
        return False
    before, after = tokens[at - 1], word_at(tokens, at + 1)
    timed = after in _DAYTIME or after in MONTHS or after[:1].isdigit()
    return is_capital(before) and before.word not in ORG_WORDS and not timed and _led(tokens, at)


def doubtful_org(tokens: Tokens, stop: int) -> bool:
    """Whether an organization that ends before `stop` may have a day for its last word."""
    first = stop
    while first and is_capital(tokens[first - 1]) and stop - first < 8:
        first -= 1
    after = word_at(tokens, stop)
    sure = after == "for" or after in WEEKDAYS or word_at(tokens, first - 1) == "the"
    return not sure and day_or_name(tokens, stop - 1)


def _led(tokens: Tokens, at: int) -> bool:
    """Whether the run of capitalised words around `at` stands behind `at`, `from` or `@`."""
    first = at
    while first and at - first < 8 and (
        is_capital(tokens[first - 1]) or (first > 1 and word_at(tokens, first - 1) == "&")
    ):  # fmt: skip
        first -= 1
    applied = word_at(tokens, first - 2) in ("applied", "apply", "applying")
    leads = _FAR_LEADS if first < at or applied else _NAME_LEADS
    return is_capital(tokens[at]) and word_at(tokens, first - 1) in leads


def _number_word(tokens: Tokens, at: int, start: int) -> bool:
    """`Studio 54`, `9News`, `3M`: a number inside a name."""
    token = tokens[at]
    if token.text[0].isdigit() and token.text[-1].isupper():
        return True
    follows = at + 1 < len(tokens) and is_capital(tokens[at + 1])
    dated = follows and (tokens[at + 1].word in WEEKDAYS or tokens[at + 1].word in MONTHS)
    return token.text.isdigit() and follows and not dated


_CLAUSE_WORDS = NEVER_NAMES - {"new", "first", "one", "two", "three", "second", "third", "team",
                               "group", "office", "people", "day", "after", "front", "line", "main",
                               "star"}  # fmt: skip
_NEVER_ORG = (
    word_set(
        "hr i i'll i'm i've she he they we she'll he'll they'll will said says told gave call thank"
    )
    | RELATIVE.keys()
)


def _goes_on(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a capitalised word comes after at most two small ones."""
    for step in (1, 2):
        if at + step >= end:
            return False
        token = tokens[at + step]
        if is_capital(token) and token.word not in WEEKDAYS and token.word not in _CLAUSE_WORDS:
            return True
        if token.word not in ("the", "la", "der"):
            return False
    return False


def _small_org(tokens: Tokens, start: int, end: int) -> tuple[str, int] | None:
    """Up to four lower-case words that are no plain words, or that end like an organization."""
    at = start
    while (
        at < end and at - start < 4 and tokens[at].kind == WORD and _small_word(tokens, at, start)
    ):
        at += 1
    if at == start:
        return None
    words = [raised(token.text) for token in tokens[start:at]]
    return " ".join(words), at


def _small_word(tokens: Tokens, at: int, start: int) -> bool:
    word = tokens[at].word
    if word in WEEKDAYS or word in RELATIVE or word in UNITS or word in PLACES_NOT_ORGS:
        return False
    if word in ORG_WORDS:
        return at > start
    return word not in COMMON or (word in _ORG_STARTS and word_at(tokens, at + 1) not in COMMON)


_ORG_STARTS = word_set("front new first open cold red big blue north south west east main")


def looks_like_org(name: str) -> bool:
    """Whether a capitalised run is an organization by its last word or its shape."""
    words = [word.casefold().strip(".") for word in name.split()]
    shouted = name.isupper() and name.isalnum() and 2 < len(name) < 7
    return words[-1] in ORG_WORDS or "&" in words or "of" in words or shouted
