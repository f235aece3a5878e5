"""New names: where they begin, which words belong to them, and where they end."""

from __future__ import annotations

from unicodedata import combining

from followup_tui.records import dataclass
from followup_tui.rules.dates.words import MONTHS, RELATIVE, UNITS, WEEKDAYS
from followup_tui.rules.quicklog.people import own_word
from followup_tui.rules.quicklog.vocabulary import (
    COMMON,
    HIS_TITLES,
    KEPT_SUFFIXES,
    NAMES_TOO,
    NOT_NAME_WORDS,
    ORG_WORDS,
    PARTICLES,
    ROLE_NOUNS,
    SHORT_NAMES,
    SUFFIXES,
    TITLES,
)
from followup_tui.rules.tokens import QUOTE, WORD, Token, Tokens, touching, word_at

_LONGEST = 8
"""Words in a name."""


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that nobody in the book has."""

    name: str
    end: int
    sure: bool
    """Whether it has capitals and more than one word."""
    gender: str = ""
    parts: int = 1


def is_capital(token: Token) -> bool:
    """Whether the word begins with a capital, or with a letter of a script that has none."""
    if token.kind != WORD:
        return False
    first = token.text.lstrip("'’‘ʻ")[:1]
    if first.isupper() or (first.isalpha() and first.lower() == first.upper()):
        return True
    head, mark, rest = token.text.replace("’", "'").partition("'")
    if mark and head.lower() in ("d", "o", "l", "m", "n") and rest[:1].isupper():
        return True
    if token.text[:1] in "tnhbdgmc" and token.text[1:2].isupper() and len(token.text) > 3:
        return True
    head, mark, rest = token.text.partition("-")
    return bool(mark) and head.lower() in PARTICLES and rest[:1].isupper()


def is_accented(token: Token) -> bool:
    """Whether a word has letters beyond the English ones, in one piece or with marks of their own:
    `Thư` is no Thursday, `Thế` no `the`.
    """
    return any(not c.isascii() and (c.isalpha() or combining(c)) for c in token.text)


def skip_titles(tokens: Tokens, index: int) -> tuple[int, str]:
    """Where the name behind `Dr.`, `Prof` or `Mr. &` begins, and the gender the title gives."""
    gender, most = "", index + 6
    while index < min(len(tokens), most) and tokens[index].word in TITLES:
        gender = HIS_TITLES.get(tokens[index].word, gender)
        index += 1
        index += word_at(tokens, index) == "."
    return index, gender


def name_at(tokens: Tokens, index: int, end: int, small: bool = False) -> NewName | None:
    """The new name at `index`; `small` takes lower-case words too, which are then unsure.

    `Dr. K. Subramaniam` is `K. Subramaniam`; `Tom de la Cruz Tuesday` ends before the day;
    `Siobhán Ní Dhomhnaill`, `Jean-François d'Aubigny`, `Ngũgĩ wa Thiong'o`, `Abd al-Rahman ibn
    Khalid` are whole; with `small`, `raj patel` of `try raj patel at ridgeline`.
    """
    start, gender = skip_titles(tokens, index)
    if start >= end or tokens[start].kind != WORD:
        return None
    stop = _capitals(tokens, start, end)
    if stop > start:
        stop = _with_suffix(tokens, stop, end)
        parts = _count(tokens, start, stop)
        if parts == 1 and tokens[start].word in _ONLY_MONTHS:
            return None
        name = _spelt(tokens, start, stop)
        return NewName(name, stop, parts > 1 or start > index, gender, parts)
    if not small:
        return None
    stop = _small(tokens, start, end)
    if stop == start:
        return None
    return NewName(_raised(tokens, start, stop), stop, False, gender, stop - start)


_ONLY_MONTHS = MONTHS.keys() - NAMES_TOO - {"jan"}


def _count(tokens: Tokens, start: int, stop: int) -> int:
    return sum(tokens[at].kind == WORD for at in range(start, stop))


def _capitals(tokens: Tokens, start: int, end: int) -> int:
    """The end of a run of capitalised words with small particles and initials inside."""
    at = stop = start
    while at < end and at - start < 2 * _LONGEST:
        token = tokens[at]
        if is_capital(token):
            if _ends_name(tokens, at, start):
                break
            at = stop = _past_initial(tokens, at, end)
            if _possessive(token):
                break
        elif (
            token.word in PARTICLES and token.kind == WORD and _capital_follows(tokens, at, end)
        ) or (token.kind == QUOTE and at > start and at + 1 < end and is_capital(tokens[at + 1])):
            at += 1
        else:
            break
    return stop if any(is_capital(tokens[place]) for place in range(start, stop)) else start


def _possessive(token: Token) -> bool:
    return own_word(token.word) != token.word


def _past_initial(tokens: Tokens, at: int, end: int) -> int:
    """After the word, and after its dot when it is an initial or `St`."""
    dot = at + 1 < end and word_at(tokens, at + 1) == "." and touching(tokens, at)
    short = len(tokens[at].text) == 1 or "." in tokens[at].text or tokens[at].word in _SHORT
    if not (dot and short and at + 2 < end):
        return at + 1
    goes_on = is_capital(tokens[at + 2]) or (
        tokens[at + 2].word in PARTICLES and _capital_follows(tokens, at + 2, end)
    )
    return at + 2 if goes_on else at + 1


_SHORT = frozenset({"st", "mohd", "md", "ma", "chr", "wm", "geo", "chas", "jos", "thos", "ste"})


def _capital_follows(tokens: Tokens, at: int, end: int) -> bool:
    """Whether, after at most three particles, a capitalised name word comes."""
    for step in range(1, 4):
        if at + step >= end:
            return False
        token = tokens[at + step]
        if is_capital(token):
            return not _ends_name(tokens, at + step, at)
        if token.word not in PARTICLES:
            return False
    return False


def _ends_name(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a capitalised word is no part of a name: a day, a role, `Said`, `KCOL` behind it."""
    word, text = tokens[at].word, tokens[at].text
    if ((word in SHORT_NAMES and text != "NA") or len(text) == 1) and _beside_a_name(
        tokens, at, start
    ):
        return False
    if is_accented(tokens[at]) and not (len(text) > 2 and text.isupper()):
        return False
    if at == start:
        return word in NOT_NAME_WORDS or _is_date(tokens, at) or _shouted_place(tokens, at)
    before = tokens[at - 1].text
    shouted = len(text) > 2 and text.isupper() and not before.isupper() and "." not in text
    return word in _ENDERS or word in ROLE_NOUNS or _is_date(tokens, at) or shouted


def _beside_a_name(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a small word with a capital has another name word beside it: `Do Thi Hoa`."""
    dotted = len(tokens[at].text) == 1 and word_at(tokens, at + 1) == "." and touching(tokens, at)
    behind = at + 1 + dotted
    after = tokens[behind] if behind < len(tokens) else None
    if len(tokens[at].text) == 1 and not dotted:
        return False
    plain = after is None or not is_capital(after) or after.word in NOT_NAME_WORDS
    return at > start or not plain


_ENDERS = NOT_NAME_WORDS | RELATIVE.keys()


def _shouted_place(tokens: Tokens, at: int) -> bool:
    """Whether a word in capitals alone is an abbreviation, not a name: `HR`, `KCOL`."""
    text = tokens[at].text
    return len(text) > 1 and text.isupper() and "." not in text and not (
        at + 1 < len(tokens) and is_capital(tokens[at + 1]) and len(text) > 3
    ) and (len(text) < 5 or tokens[at].word in ROLE_NOUNS)  # fmt: skip


def _is_date(tokens: Tokens, at: int) -> bool:
    """A weekday, or a month with a number behind it; `Sun Li` and `April Chen` are names."""
    word, after = tokens[at].word, word_at(tokens, at + 1)
    if word in MONTHS:
        return after[:1].isdigit()
    if word not in WEEKDAYS:
        return False
    return not (word in ("sun", "mon") and at + 1 < len(tokens) and is_capital(tokens[at + 1])
                and after not in MONTHS)  # fmt: skip


def _with_suffix(tokens: Tokens, stop: int, end: int) -> int:
    """Past `Jr.`, `III` or a degree, with or without a comma before it."""
    at = stop + (word_at(tokens, stop) == ",")
    if at < end and tokens[at].word in SUFFIXES and (at > stop or tokens[at].text[0].isupper()):
        stop = at + 1
        if word_at(tokens, stop) == "." and touching(tokens, at) and stop < end:
            after = word_at(tokens, stop + 1)
            closes = stop + 1 >= len(tokens) or is_capital(tokens[stop + 1])
            stop += not (closes and tokens[at].word not in KEPT_SUFFIXES) or not after
    return stop


def _spelt(tokens: Tokens, start: int, stop: int) -> str:
    """The name as typed, spaces made single, without degrees and a possessive ending."""
    words: list[str] = []
    for at in range(start, stop):
        token = tokens[at]
        if token.word in SUFFIXES and token.word not in KEPT_SUFFIXES and at > start:
            break
        if token.text == "," or (token.text == "." and not words):
            continue
        if token.text == ".":
            words[-1] += "."
        else:
            words.append(token.text.strip('"“”') if token.kind == QUOTE else token.text)
    if words and own_word(words[-1].replace("’", "'")) != words[-1].replace("’", "'"):
        words[-1] = words[-1][: len(own_word(words[-1].replace("’", "'")))]
    return " ".join(words).replace("_", " ")


def _small(tokens: Tokens, start: int, end: int) -> int:
    """The end of at most four lower-case words that are no plain words."""
    at = stop = start
    while at < end and at - start < 6 and tokens[at].kind == WORD:
        word = tokens[at].word
        if at > start and word in PARTICLES and at + 1 < end and _nameless(tokens, at + 1) is False:
            at += 1
            continue
        if _nameless(tokens, at):
            break
        at = stop = at + 1
        if _possessive(tokens[at - 1]) or stop - start > 4:
            break
    return stop


def surname_behind(tokens: Tokens, at: int, end: int) -> bool:
    """Whether another surname, typed small, stands behind a first name: `tom reed at mesa courier`.

    What follows must end a name, so that `tom reckons they hire` is none.
    """
    place = at + 1
    if place >= end or tokens[place].kind != WORD or not tokens[at].text.islower():
        return False
    word = own_word(tokens[place].word)
    if (_nameless(tokens, place) and word not in NAMES_TOO) or not tokens[place].text.islower():
        return False
    if own_word(tokens[at].word) != tokens[at].word or word in PARTICLES:
        return False
    after = tokens[place + 1] if place + 1 < end else None
    return after is None or after.kind != WORD or after.word in _BEHIND_NAMES


_BEHIND_NAMES = frozenset({"at", "from", "of", "and", "re", "about", "w/", "who"})


def _nameless(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word is surely no name."""
    token = tokens[at]
    word = own_word(token.word)
    if token.kind != WORD or word in COMMON or word in ORG_WORDS or word in ROLE_NOUNS:
        return True
    if word in WEEKDAYS or word in MONTHS or word in RELATIVE or word in UNITS:
        return True
    return (
        len(word) < 2
        or word.endswith(("ing", "'ll", "'d", "n't", "'re", "'ve"))
        or (word.endswith(("ed", "ly", "tion", "ment", "ness")) and len(word) > 5)
    )


def _raised(tokens: Tokens, start: int, stop: int) -> str:
    """A name typed small, with its capitals: `tom de la cruz` is `Tom de la Cruz`."""
    words = [own_word(token.text.replace("’", "'")) for token in tokens[start:stop]]
    return " ".join(
        word if word in PARTICLES and place else raised(word) for place, word in enumerate(words)
    )


def raised(word: str) -> str:
    """A word with a capital after each hyphen: `van-horn` is `Van-Horn`."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
