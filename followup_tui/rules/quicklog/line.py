"""What a line is read with, and the people it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from followup_tui.records import dataclass
from followup_tui.rules.dates.asking import Asking, Stance
from followup_tui.rules.dates.find import Spot, date_at, dates_in
from followup_tui.rules.facts import Via
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.names import is_accented, is_capital
from followup_tui.rules.quicklog.people import Acquaintance, KnownPerson, name_words
from followup_tui.rules.quicklog.places import day_before_name, day_in_name
from followup_tui.rules.quicklog.shape import KnownLead
from followup_tui.rules.tokens import Tokens


@dataclass(slots=True)
class Someone:
    """A person the line names, known or new, as far as it has been read."""

    name: str | None
    known: KnownPerson | None = None
    sure: bool = True
    gender: str = ""
    """m, f, or "" when no word has told."""
    choices: tuple[str, ...] = ()
    org: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    relation: str | None = None
    via: Via = Via.YOU_CONTACT
    quiet: bool = False
    """Whether only a story names them, so that no pronoun means them."""

    @property
    def first_word(self) -> str:
        """The first name, folded as tokens are."""
        return next(iter(name_words(self.name or "")), "")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is read with: its words, the moment, and the people around it."""

    text: str
    tokens: Tokens
    moment: Moment
    book: Acquaintance
    selected: KnownPerson | None = None
    from_call: bool = False
    lead: KnownLead | None = None
    region: str = "US"
    day_first: bool = False
    small: bool = False
    """Whether the whole line is in lower case."""
    chosen: Mapping[str, str] = field(default_factory=dict)

    def asking(self, stance: Stance) -> Asking:
        """How dates are read for that stance."""
        return Asking(self.moment, stance, self.day_first)

    def date_at(self, index: int, end: int, stance: Stance) -> Spot | None:
        """The date that begins at `index` and ends by `end`."""
        if index >= end:
            return None
        spot = date_at(self.tokens[:end], index, self.asking(stance))
        return None if not spot or self._in_a_name(spot) else self._doubted(spot)

    def dates_in(self, start: int, end: int, stance: Stance) -> list[Spot]:
        """The dates between two tokens."""
        spots = dates_in(self.tokens, start, end, self.asking(stance))
        return [self._doubted(spot) for spot in spots if not self._in_a_name(spot)]

    def _doubted(self, spot: Spot) -> Spot:
        """The same date, asked where its weekday may begin a name: `Ivo de Wit, Wed Weavers`."""
        last = spot.end - 1
        if spot.when.ask or not day_before_name(self.tokens, last):
            return spot
        if self.book.full_at(self.tokens, last + 1) or self.book.one_at(self.tokens, last + 1):
            return spot
        asked = replace(spot.when, ask="a day or a name?", choices=(spot.when.day,))
        return replace(spot, when=asked)

    def _in_a_name(self, spot: Spot) -> bool:
        words = [self.tokens[at] for at in spot.words]
        named = any(is_accented(word) and is_capital(word) for word in words)  # `Anh Thư Lê`
        return named or any(day_in_name(self.tokens, at) for at in spot.words)

    @property
    def lead_names(self) -> tuple[str | None, str | None]:
        """Title and organization of the lead the line is most likely about."""
        return (self.lead.title, self.lead.org) if self.lead else (None, None)

    def said(self, start: int, end: int) -> str:
        """The raw words from one token to another."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]
