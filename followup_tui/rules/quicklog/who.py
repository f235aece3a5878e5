"""Who is meant: a known person, somebody named earlier in the line, a new name, or a pronoun."""

from __future__ import annotations

from itertools import takewhile

from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.deeds import AFTER
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import (
    NewName,
    is_capital,
    name_at,
    raised,
    skip_titles,
    surname_behind,
)
from followup_tui.rules.quicklog.people import KnownPerson, Mention, own_word
from followup_tui.rules.quicklog.vocabulary import COMMON, NAMES_TOO
from followup_tui.rules.tokens import NUMBER, WORD, word_at, word_set

PRONOUNS = {
    "her": "f", "she": "f", "she'll": "f", "she's": "f", "she'd": "f", "hers": "f", "herself": "f",
    "him": "m", "he": "m", "he'll": "m", "he's": "m", "he'd": "m", "his": "m", "himself": "m",
    "them": "n", "they": "n", "they'll": "n", "they'd": "n", "their": "n", "they're": "n",
    "em": "n", "'em": "n",
}  # fmt: skip
OBJECTS = frozenset({"her", "him", "them", "em", "'em"})


def person_at(
    draft: Draft, index: int, end: int, small: bool = False, expected: bool = True
) -> tuple[Someone, int] | None:
    """The person named at `index` and where the name ends; not yet remembered.

    Known people win; then a first name of somebody the line has named; then a new name, with
    `small` also in lower case. `expected` says that a name-taking word stands before.
    """
    tokens = draft.line.tokens
    at, gender = skip_titles(tokens, index)
    if at >= end or tokens[at].kind != WORD:
        return None
    full = draft.line.book.full_at(tokens, at)
    if full and full.end <= end:
        return _known(draft, full, at, gender), full.end
    new = name_at(tokens, index, end, small)
    one = _one(draft, at, end, new, expected, titled=at > index)
    if one:
        one[0].gender = one[0].gender or gender
        return one
    return (_new(draft, new, at), new.end) if new and not _verb_first(draft, at, new) else None


def _verb_first(draft: Draft, at: int, new: NewName) -> bool:
    """Whether what looks like a name is an unknown verb before a known one: `Pestered Ann Lee`."""
    behind = draft.line.book.full_at(draft.line.tokens, at + 1) if new.end > at + 1 else None
    return behind is not None and word_at(draft.line.tokens, at).endswith("ed")


def _one(
    draft: Draft, at: int, end: int, new: NewName | None, expected: bool, titled: bool
) -> tuple[Someone, int] | None:
    """A single first name or surname: of somebody in the line, or of one known person."""
    tokens = draft.line.tokens
    word = own_word(tokens[at].word)
    if new and new.end > at + 1 and new.parts > 1:
        return None
    if not (stands_as_name(draft, at, expected) or titled):
        return None
    named = [someone for someone in draft.people if word in _short_names(someone)]
    if len(named) == 1:
        return named[0], at + 1
    mention = draft.line.book.one_at(tokens, at, titled)
    if not mention:
        return None
    person = _known(draft, mention, at, "")
    if not titled and surname_behind(tokens, at, end):
        name = f"{raised(tokens[at].text)} {raised(own_word(tokens[at + 1].text))}"
        names = person.choices or (person.name or "",)
        return Someone(name, sure=False, choices=(name, *names)), at + 2
    return person, mention.end


def _short_names(someone: Someone) -> set[str]:
    """What somebody is called in the rest of the line: `T. J. van Houten` is also `TJ`."""
    words = (someone.name or "").replace(".", ". ").split()
    surname = words[-1].casefold() if len(words) > 1 else ""
    letters = (word.removesuffix(".") for word in words)
    initials = "".join(takewhile(lambda letter: len(letter) == 1, letters)).casefold()
    return {someone.first_word, surname, initials if len(initials) > 1 else ""} - {""}


def stands_as_name(draft: Draft, at: int, expected: bool) -> bool:
    """Whether a first name that is a word too (`Will`, `Hope`, `mark`) stands as a name here."""
    tokens = draft.line.tokens
    word = own_word(tokens[at].word)
    if word not in COMMON and word not in NAMES_TOO:
        return True
    after = word_at(tokens, at + 1)
    with_me = after in ("and", "&") and word_at(tokens, at + 2) == "i"
    about_to = word != tokens[at].word and after in ("going", "gonna")
    acts = (
        after in _ACTS
        or (at + 1 < len(tokens) and tokens[at + 1].kind == NUMBER)
        or AFTER.at(tokens, at + 1, len(tokens)) is not None
        or after.endswith("'ll")
        or with_me
        or about_to
    )
    if expected:
        return is_capital(tokens[at]) or word in NAMES_TOO
    begins = draft.line.small and at == draft.clause_start and after in _DID
    return acts if is_capital(tokens[at]) else begins


_ACTS = word_set(
    """called rang phoned emailed texted wrote replied messaged said says thinks suggested suggests
    will promised offered left gave told is was has knows reached got mentioned introduced
    referred put recommended wants asked can't cant won't isn't wasn't hasn't doesn't needs would
    , : ; - – — . 's"""
)

_DID = word_set(
    """called rang phoned emailed texted wrote replied messaged said says suggested offered
    mentioned introduced referred recommended asked"""
)
"""Behind a word that begins a line in lower case they make a name of it: `hope emailed`."""


def _known(draft: Draft, mention: Mention, at: int, gender: str) -> Someone:
    """The one known person, the one already named, or the selected one; else all as choices."""
    people = mention.people
    if len(people) > 1:
        people = _narrowed(draft, people)
    if len(people) == 1:
        return same_person(draft, people[0], gender)
    shown = draft.line.said(at, mention.end)
    names = tuple(choice_of(person, people) for person in people)
    shown = shown[: len(own_word(shown.casefold()))] if len(own_word(shown.casefold())) else shown
    return Someone(people[0].name if mention.full else shown, sure=False, choices=names)


def _narrowed(draft: Draft, people: tuple[KnownPerson, ...]) -> tuple[KnownPerson, ...]:
    named = tuple(p for p in people if any(other.known == p for other in draft.people))
    if named:
        return named
    picked = tuple(p for p in people if p == draft.line.selected)
    return picked or people


def choice_of(person: KnownPerson, among: tuple[KnownPerson, ...]) -> str:
    """A name to choose by; with the organization where two have the same."""
    twice = sum(other.name == person.name for other in among) > 1
    return f"{person.name} ({person.org})" if twice and person.org else person.name


def same_person(draft: Draft, known: KnownPerson, gender: str = "") -> Someone:
    """The one `Someone` for a known person in this line."""
    for other in draft.everybody():
        if other.known == known:
            return other
    return Someone(known.name, known, gender=gender)


def _new(draft: Draft, new: NewName, at: int) -> Someone:
    for other in draft.people:
        if other.name and other.name.casefold() == new.name.casefold():
            return other
    alike = None if new.sure else draft.line.book.one_at(draft.line.tokens, at)
    names = tuple(person.name for person in alike.people) if alike else ()
    return Someone(new.name, sure=new.sure, gender=new.gender, choices=(new.name, *names))


def settle(draft: Draft, person: Someone, path: str) -> None:
    """Asks for a name that isn't certain, once; takes the user's choice when there is one."""
    if person.sure:
        return
    person.sure = True
    picked = draft.question(path, person.choices)
    if not picked:
        return
    person.name = picked
    person.known = draft.line.book.named(picked)
    if person.known:
        person.name = person.known.name


def pronoun(
    draft: Draft, index: int, action: Action | None, gender: str = "", promised: bool = False
) -> tuple[Someone | None, tuple[str, ...]]:
    """Whom a pronoun means, and the names to ask about when two people are left.

    `her` is the contact while only one person is there. After `he said call Priya`, `her` is
    Priya. `thank`, `send` and `report back` stay with the contact.
    """
    gender = gender or PRONOUNS[word_at(draft.line.tokens, index)]
    if draft.topic:
        return draft.topic, ()
    contact = draft.who()
    if draft.second and draft.second.gender in ("", gender):
        return draft.second, second_choices(draft)
    others = [person for person in draft.people if person is not contact and not person.quiet]
    if contact is None:
        return _of_those_named(others, gender)
    if gender == "n":
        fits = [person for person in others if not person.gender] if len(others) == 1 else []
    else:
        fits = [person for person in others if person.gender in ("", gender)]
    if contact.gender == gender or not fits:
        told = [] if action in STAYS else [someone for someone, _, _ in draft.told_of]
        alike = [p for p in fits if p.gender == gender or (p in told and not p.known)]
        return contact, _rivals(contact, alike)
    if contact.gender and gender != "n":
        first = _likely(fits, gender)
        return first, _rivals(first, [person for person in fits if person is not first])
    stays = STAYS | _WRITES if promised else STAYS
    if action in stays and contact not in draft.also and not draft.also:
        told = [person for person in fits if person.known and person not in draft.referrals]
        return contact, _rivals(contact, told)
    first = contact if draft.also else _likely(fits, gender)
    return first, _rivals(first, [contact, *fits])


def _of_those_named(others: list[Someone], gender: str) -> tuple[Someone | None, tuple[str, ...]]:
    """Whom a pronoun means in a line that is about nobody yet: the one who fits, else asked."""
    told = [person for person in others if person.gender == gender] if gender != "n" else []
    fits = told or others
    if len(fits) == 1:
        return fits[0], ()
    return None, tuple(person.name for person in fits if person.name)


def _likely(fits: list[Someone], gender: str) -> Someone:
    """Who of several is offered first: for `her` the last one whose first name ends like a
    woman's, else the last one named. Always asked.
    """
    if gender not in ("f", "m"):
        return fits[-1]
    alike = [one for one in fits if (one.first_word[-1:] == "a") == (gender == "f")]
    return (alike or fits)[-1]


def second_choices(draft: Draft) -> tuple[str, ...]:
    """The names to ask about once a second touch was told of: its person's, then the contact's."""
    if draft.second is None:
        return ()
    both = (draft.second, draft.who())
    return tuple(person.name for person in both if person and person.name)


STAYS = frozenset({Action.THANK, Action.SEND, Action.REPORT_BACK})
"""What is done for the contact, also once others have been named."""
_WRITES = frozenset({Action.EMAIL, Action.TEXT, Action.CHAT, Action.CHECK})
"""What is done for the contact too where I promised it to them."""


def _rivals(first: Someone, others: list[Someone]) -> tuple[str, ...]:
    names = [first.name, *(other.name for other in others if other is not first)]
    return tuple(name for name in names if name) if len(names) > 1 else ()


def learn_gender(draft: Draft, start: int, end: int) -> None:
    """A pronoun while only the contact has been named tells the contact's gender."""
    contact = draft.who()
    if contact is None or contact.gender or any(p is not contact for p in draft.people):
        return
    for at in range(start, end):
        gender = PRONOUNS.get(word_at(draft.line.tokens, at), "")
        if gender in ("m", "f"):
            contact.gender = gender
            return
