"""Known people in a line: a full name beats every other reading, a first name where it is alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from followup_tui.records import dataclass
from followup_tui.rules.folding import fold
from followup_tui.rules.quicklog.typos import bare_owner
from followup_tui.rules.quicklog.vocabulary import (
    COMMON,
    NAMES_TOO,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from followup_tui.rules.tokens import NUMBER, PLAIN, QUOTE, WORD, Tokens, tokenise, word_at

_MOST_WORDS = 60
"""Words of a line that the store is asked about."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in the book, as far as a line needs to know them."""

    id: int | None
    name: str
    org: str | None = None
    phones: tuple[str, ...] = ()
    """E.164, or as typed."""
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name known people; more than one when only the user can say who."""

    people: tuple[KnownPerson, ...]
    end: int
    full: bool
    """Whether more than a first name or a surname stands there."""


def own_word(word: str) -> str:
    """A word without a possessive ending: `ana's` is `ana`."""
    if word.endswith("'s"):
        return word[:-2]
    return word[:-1] if word.endswith("s'") else word


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without titles and degrees.

    `"Dr. Łukasz Wiśniewski, PhD"` is `lukasz wisniewski`.
    """
    words = (token.word for token in tokenise(name) if token.kind in (WORD, NUMBER))
    return tuple(word for word in words if word not in TITLES and word not in _DEGREES)


_DEGREES = SUFFIXES - {"jr", "sr", "ii", "iii", "iv"}


class Acquaintance:
    """The few people that a line's words can mean, found by full name and by one name."""

    def __init__(self, known: Iterable[KnownPerson]) -> None:
        self._full: dict[str, dict[str, list[_Form]]] = {}
        self._first: dict[str, list[KnownPerson]] = {}
        self._last: dict[str, list[KnownPerson]] = {}
        for person in known:
            words = name_words(person.name)
            if not words:
                continue
            for form in _forms(words):
                seconds = self._full.setdefault(form[0], {})
                seconds.setdefault(form[1], []).append((form, person))
            self._first.setdefault(words[0], []).append(person)
            if len(words) > 1:
                self._last.setdefault(words[-1], []).append(person)

    def has(self, word: str) -> bool:
        """Whether it is somebody's first name or surname."""
        return word in self._first or word in self._last

    def full_at(self, tokens: Tokens, index: int) -> Mention | None:
        """The people whose name, in one of its forms, stands at `index`; the longest wins."""
        best: list[KnownPerson] = []
        longest, end = 0, index
        for form, person in self._begun(tokens, index):
            stop = _match(tokens, index, form) or _initialled(tokens, index, form)
            if stop and len(form) > longest:
                best, longest, end = [person], len(form), stop
            elif stop and len(form) == longest and person not in best:
                best.append(person)
        return Mention(tuple(best), end, True) if best else None

    def _begun(self, tokens: Tokens, index: int) -> Iterator[_Form]:
        """The forms whose first two words can stand at `index`: few of those of a common name."""
        seconds = self._full.get(own_word(word_at(tokens, index)))
        if not seconds:
            return
        here = word_at(tokens, _past_marks(tokens, index + 1))
        for word in dict.fromkeys((here, own_word(here))):
            yield from seconds.get(word, ())
        initial = word_at(tokens, index + 1)
        if len(initial) == 1:
            for word, forms in seconds.items():
                if word != initial:
                    yield from (form for form in forms if form[0][-1][0] == initial)

    def one_at(self, tokens: Tokens, index: int, titled: bool = False) -> Mention | None:
        """The people whose first name (else surname, with a capital or a title) is at `index`."""
        word = own_word(word_at(tokens, index))
        people = self._first.get(word)
        plain = word in COMMON or word in NAMES_TOO
        if not people and (titled or not plain or tokens[index].text[:1].isupper()):
            people = self._last.get(word)
        return Mention(tuple(people), index + 1, False) if people else None

    def by_way(self, phone: str | None, email: str | None) -> KnownPerson | None:
        """The one person with that phone (E.164) or address."""
        everybody = {id(person): person for people in self._first.values() for person in people}
        fits = [
            person
            for person in everybody.values()
            if (phone and phone in person.phones)
            or (email and email.casefold() in (other.casefold() for other in person.emails))
        ]
        return fits[0] if len(fits) == 1 else None

    def named(self, choice: str) -> KnownPerson | None:
        """The person chosen by name, or by name and organization in brackets."""
        name, _, org = choice.rstrip(")").partition(" (")
        everybody = [person for people in self._first.values() for person in people]
        fits = [p for p in everybody if p.name == name and (not org or p.org == org)]
        return fits[0] if fits else None


_Form = tuple[tuple[str, ...], KnownPerson]


@lru_cache(maxsize=4096)
def _forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways a full name is said: whole, the first name with any other, and turned round.

    `Đặng Thu Hà` is `Ha Dang` and `Thu Ha Dang` too; `María José García Márquez` is `Maria Garcia`.
    """
    first, *others = words
    if not others:
        return ()
    forms = [words, (*others, first)]
    for other in others:
        if other not in PARTICLES or other == words[-1]:
            forms += [(first, other), (other, first)]
    if len(words) > 2:
        forms.append((first, *words[2:]))
    return tuple(dict.fromkeys(forms))


def _past_marks(tokens: Tokens, at: int) -> int:
    """Behind the dots and nicknames that may stand between the words of a name."""
    while at < len(tokens) and (tokens[at].word == "." or tokens[at].kind == QUOTE):
        at += 1
    return at


def _match(tokens: Tokens, index: int, form: tuple[str, ...]) -> int | None:
    """Where the words of `form` end when they stand at `index`, dots and nicknames between."""
    at = index
    for place, word in enumerate(form):
        at = _past_marks(tokens, at) if place else at
        if at >= len(tokens) or tokens[at].kind == PLAIN:
            return None
        here = tokens[at].word
        if here != word and (place + 1 < len(form) or own_word(here) != word):
            return None
        at += 1
    return at


def _initialled(tokens: Tokens, index: int, form: tuple[str, ...]) -> int | None:
    """Where `Tom O.` ends when the name is Tom and something with an O."""
    at = index + 1
    if len(form) < 2 or tokens[index].word != form[0] or at >= len(tokens):
        return None
    initial = tokens[at]
    if len(initial.text) != 1 or not initial.text.isupper() or initial.word != form[-1][0]:
        return None
    follows = at + 2 < len(tokens) and tokens[at + 2].text[:1].isupper()
    if word_at(tokens, at + 1) == ".":
        return None if follows else at + 2
    return None if at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() else at + 1


def person_words(text: str) -> tuple[str, ...]:
    """The folded words of a line that may be part of somebody's name, at most 60, in order.

    `"Talked to maria de la Cruz 12 min"` gives `maria` and `cruz`; the store looks up the people
    who have one of them.
    """
    found: dict[str, None] = {}
    tokens = tokenise(text[:_MOST_READ])
    for at, token in enumerate(tokens):
        word = bare_owner(tokens, at) or own_word(token.word)
        if word != token.word and token.word[-2:] != "'s":
            found.setdefault(token.word)
        if token.kind == QUOTE:
            for part in name_words(token.text):
                found.setdefault(part)
        elif token.kind == WORD and _may_name(word):
            found.setdefault(fold(word))
        if len(found) >= _MOST_WORDS:
            break
    return tuple(found)[:_MOST_WORDS]


_MOST_READ = 2000
"""Characters of a line that are read for its structure; the rest is a note."""


def _may_name(word: str) -> bool:
    if len(word) < 2 or word in TITLES or word in PARTICLES:
        return False
    return word not in COMMON or word in NAMES_TOO
