"""The call card: all that is needed for a call on one screen, with the words to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from followup_tui.records import dataclass
from followup_tui.rules.blanks import Facts, fill
from followup_tui.rules.letters import (
    Kind,
    Template,
    ago_words,
    day_words,
    draft,
    voicemail,
    when_words,
)
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of
from followup_tui.rules.workdays import next_workday


class Preset(Protocol):
    """Questions that go together, as the words files hold them."""

    @property
    def name(self) -> str:
        """What it is for."""

    @property
    def questions(self) -> Sequence[str]:
        """At most five."""

    @property
    def ask(self) -> str:
        """The one request the call leads to."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words a card is made of."""

    letters: Mapping[str, Template]
    lists: Mapping[str, Sequence[str]]
    presets: Sequence[Preset]


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the person to be called; only the name must be."""

    name: str
    first_name: str = ""
    """As they are spoken to; the whole name where it isn't known."""
    role: str = ""
    organization: str = ""
    place: str = ""
    zone: str | None = None
    number: str = ""
    """As shown; empty without one."""
    referrer: str = ""
    referrer_said: str = ""
    referred_on: date | None = None
    may_use_name: bool = True
    """Whether the referrer's name may be said to them."""
    last_contact: date | None = None
    last_words: str = ""
    last_was_spoken: bool = True
    """Whether the last contact was a talk or a meeting, and not a message of theirs."""
    my_promises: tuple[str, ...] = ()
    promised_a_call: bool = False
    """Whether one of these is to call them."""
    their_promises: tuple[str, ...] = ()
    attempts: int = 0
    """Attempts made since the last contact."""
    is_last_try: bool = False
    next_try: date | None = None
    """When the plan tries again, should nobody answer."""
    has_email: bool = False
    emailed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A call card; an empty text or tuple means that there is nothing to say."""

    name: str
    who: str
    """Role, organization and place."""
    their_time: str
    """`10:12 there`; empty where their zone isn't known."""
    number: str
    sent_by: str
    """Who gave me the name, with which words."""
    last: str
    my_promises: tuple[str, ...]
    their_promises: tuple[str, ...]
    opener: str
    answers: tuple[Section, ...]
    """What to say to: yes, what is it about, no time, send your resume."""
    preset: str
    ask_title: str
    """What stands above the questions: `Ask: old colleague`."""
    questions: tuple[str, ...]
    ask: str
    who_else: str
    voicemail: str
    looking_for: str
    before_you_hang_up: tuple[str, ...]
    """For when they give a name."""


FIRST_CALL = "First call"
"""The name of the questions that a card begins with, unless the user's own words say another."""
SPOKEN_OF_DAYS = 30
"""For so long the day of a talk is named to whom it was with; later nobody knows it."""
ANSWERS = (
    ("Yes", Kind.OPENER_YES),
    ("What is it about?", Kind.OPENER_WHAT),
    ("No time", Kind.OPENER_NO_TIME),
    ("Send me your resume", Kind.OPENER_RESUME),
)


def call_card(person: Person, me: Facts, words: CardWords, moment: Moment, preset: int = 0) -> Card:
    """The card for a call to `person` at `moment`; `me` is what `profile.facts_of` says, and
    `preset` chooses the questions, beginning again after the last.
    """
    facts = facts_for(person, me, moment)
    chosen = words.presets[preset % len(words.presets)]
    asked = _filled(chosen.questions, facts)

    def said(kind: Kind) -> str:
        return draft(words.letters[kind], facts).body

    return Card(
        name=person.name,
        who=_joined(" · ", _joined(", ", person.role, person.organization), person.place),
        their_time=_their_time(person.zone, moment),
        number=person.number,
        sent_by=_sent_by(person),
        last=_last(person, moment.today),
        my_promises=person.my_promises,
        their_promises=person.their_promises,
        opener=said(Kind.OPENER),
        answers=tuple(Section(title, (said(kind),)) for title, kind in ANSWERS),
        preset=chosen.name,
        ask_title=_ask_title(chosen.name, person),
        questions=asked,
        ask=fill(chosen.ask, facts) or "",
        who_else=next((one for one in words.lists["who_else"] if one not in asked), ""),
        voicemail=said(voicemail(person.attempts + 1, person.is_last_try)),
        looking_for=said(Kind.LOOKING_FOR),
        before_you_hang_up=tuple(words.lists["before_you_hang_up"]),
    )


def spoken_name(name: str, given: str = "") -> str:
    """How somebody is spoken to: the given name, else the first word of a plain full name.

    Where it can't be told (a title, a comma, one letter), the whole name is said.
    """
    first, _, family = name.strip().partition(" ")
    plain = family and len(first) > 1 and not set(first) & set(".,&") and first[0].isupper()
    return given.strip() or (first if plain else name.strip())


def facts_for(person: Person, me: Facts, moment: Moment) -> dict[str, str]:
    """The blanks that a person fills in what is said or written to them."""
    today = moment.today
    another_day = next_workday(today + timedelta(days=1), moment.holidays)
    known = {
        **me,
        "to": person.first_name or person.name,
        "org": person.organization,
        "referrer": person.referrer if person.may_use_name else "",
        "n": "ten",
        "day": day_words(another_day),
        "when": when_words(person.next_try, today) if person.next_try else "",
        "back": "yes" if person.last_contact else "",
        "again": "yes" if is_next_call(person) else "",
        "spoke": _spoke(person, today),
        "call_promised": "yes" if person.promised_a_call else "",
        "has_email": "yes" if person.has_email else "",
        "emailed": "yes" if person.emailed else "",
    }
    return {name: value for name, value in known.items() if value}


def is_next_call(person: Person) -> bool:
    """Whether they were reached since their name was given: who sent me is known to them."""
    met, given = person.last_contact, person.referred_on
    return met is not None and (given is None or met >= given)


def _spoke(person: Person, today: date) -> str:
    """When we spoke last, as it is said to them; empty where it is too long ago to name a day."""
    on = person.last_contact
    if on is None or not person.last_was_spoken or (today - on).days > SPOKEN_OF_DAYS:
        return ""
    return when_words(on, today)


def sections(card: Card) -> tuple[Section, ...]:
    """The card as headings and lines, in the order of the call; empty ones are left out."""
    numbered = tuple(f"{n} {question}" for n, question in enumerate(card.questions, start=1))
    answers = tuple(f"“{answer.title}” {answer.lines[0]}" for answer in card.answers)
    found = (
        Section("Sent by", (card.sent_by,)),
        Section("Last", (card.last,)),
        Section("I promised", card.my_promises),
        Section("They promised", card.their_promises),
        Section("Say first", (card.opener,)),
        Section("If they say", answers),
        Section(card.ask_title, numbered),
        Section("The one ask", (card.ask,)),
        Section("Who else", (card.who_else,)),
        Section("I am looking for", (card.looking_for,)),
        Section("If they give a name", card.before_you_hang_up),
        Section("Voicemail", (card.voicemail,)),
    )
    kept = (Section(one.title, tuple(line for line in one.lines if line)) for one in found)
    return tuple(one for one in kept if one.lines)


def _ask_title(preset: str, person: Person) -> str:
    """The name of the questions; a call to somebody who was reached isn't called the first."""
    if preset == FIRST_CALL and is_next_call(person):
        return "Ask"
    return f"Ask: {preset[:1].lower()}{preset[1:]}"


def _filled(questions: Sequence[str], facts: Facts) -> tuple[str, ...]:
    return tuple(said for said in (fill(question, facts) for question in questions) if said)


def _joined(mark: str, *words: str) -> str:
    return mark.join(word for word in words if word)


def _their_time(zone: str | None, moment: Moment) -> str:
    there = zone_of(zone)
    return f"{moment.at.astimezone(there):%H:%M} there" if there else ""


def _sent_by(person: Person) -> str:
    if not person.referrer:
        return ""
    said = f": “{person.referrer_said}”" if person.referrer_said else ""
    on = person.referred_on
    day = f", {on:%a} {on.day} {on:%b}" if on else ""
    hush = "" if person.may_use_name else " (don't use the name)"
    return f"{person.referrer}{day}{hush}{said}"


def _last(person: Person, today: date) -> str:
    tried = {0: "", 1: " · tried once", 2: " · tried twice"}.get(
        person.attempts, f" · tried {person.attempts} times"
    )
    if not person.last_contact:
        return f"never spoken{tried}"
    said = f": {person.last_words}" if person.last_words else ""
    return f"{ago_words(person.last_contact, today)}{said}{tried}"
