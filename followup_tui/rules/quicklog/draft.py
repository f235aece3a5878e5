"""A reading in the making: the line's words, who was named, what was taken, what must be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from followup_tui.rules.dates.asking import Asking, Stance
from followup_tui.rules.dates.find import Spot, When, date_at, dates_in
from followup_tui.rules.facts import Via
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.people import Acquaintance, KnownPerson
from followup_tui.rules.quicklog.shape import KnownLead, Piece, ReadFollowUp, ReadPromise, ReadStage
from followup_tui.rules.tokens import MARK, Tokens, word_at


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

    @property
    def first_word(self) -> str:
        """The first name, folded as tokens are."""
        from followup_tui.rules.quicklog.people import name_words

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
        return date_at(self.tokens[:end], index, self.asking(stance))

    def dates_in(self, start: int, end: int, stance: Stance) -> list[Spot]:
        """The dates between two tokens."""
        return dates_in(self.tokens, start, end, self.asking(stance))

    @property
    def lead_names(self) -> tuple[str | None, str | None]:
        """Title and organization of the lead the line is most likely about."""
        return (self.lead.title, self.lead.org) if self.lead else (None, None)

    def said(self, start: int, end: int) -> str:
        """The raw words from one token to another."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


class Draft:
    """What has been read so far."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.used = bytearray(len(line.tokens))
        self.noted = bytearray(len(line.tokens))
        self.contact: Someone | None = None
        self.also: list[Someone] = []
        self.people: list[Someone] = []
        self.referrals: list[Someone] = []
        self.followups: list[ReadFollowUp] = []
        self.promises: list[ReadPromise] = []
        self.stage: ReadStage | None = None
        self.headed = False
        self.lead_head = False
        self.channel: str | None = None
        self.direction: str | None = None
        self.outcome: str | None = None
        self.weak_outcome = False
        """Whether the outcome is only what the verb suggests and later words may mend it."""
        self.attempts: int | None = None
        self.minutes: int | None = None
        self.day: date = line.moment.today
        self.time: str | None = None
        self.bad_phone: str | None = None
        self.dated_head = False
        self.by_name = False
        """Whether a bare name stands right before: what follows is theirs."""
        self.clause_start = 0
        self.done = 0
        """Tokens before this one have been read by a rule that looks beyond its clause."""
        self.loose_ways: list[tuple[str, str]] = []
        """Phones and addresses found before anybody was named."""
        self.ask: list[str] = []
        self.pieces: list[Piece] = []
        self.told_of: list[tuple[Someone, int, int]] = []
        self.nearest: Someone | None = None
        """The last person named in this sentence: the next phone is theirs."""
        self.voice = ""
        """Whose clause the last one was, for what `and` joins to it: me, mine, them or said."""
        self.speaker: Someone | None = None

    def take(
        self, start: int, end: int, kind: str, path: str, summary: str = "", keep: bool = False
    ) -> None:
        """Marks the words from one token to another as read; `keep` leaves them in the note too."""
        for at in range(start, end):
            self.used[at] = 1
            self.noted[at] = keep
        tokens = self.line.tokens
        if start < end:
            shown = summary or self.line.said(start, end)
            self.pieces.append(Piece(kind, path, tokens[start].start, tokens[end - 1].end, shown))

    def cover(self, start: int, end: int) -> None:
        """Marks small words and marks as read together with the piece beside them."""
        for at in range(start, end):
            self.used[at] = 1
            self.noted[at] = 0

    def happened(
        self, channel: str = "", direction: str = "", outcome: str = "", weak: bool = False
    ) -> None:
        """Writes what a touch word says over what was assumed; "" leaves a field as it is."""
        self.channel = channel or self.channel
        self.direction = direction or self.direction
        self.outcome = outcome or self.outcome
        self.weak_outcome = weak

    def question(self, path: str, choices: tuple[str, ...] = ()) -> str | None:
        """Asks about a path, and marks the last piece; the user's choice when there is one."""
        if path in self.line.chosen:
            return self.line.chosen[path]
        if path not in self.ask:
            self.ask.append(path)
        if self.pieces:
            last = self.pieces[-1]
            if last.uncertain:
                self.pieces.append(replace(last, ask=path, choices=choices))
            else:
                self.pieces[-1] = replace(last, uncertain=True, ask=path, choices=choices)
        return None

    def met(self, someone: Someone) -> None:
        """Remembers that somebody was named, for first names and pronouns that follow."""
        if all(other is not someone for other in self.people):
            self.people.append(someone)
        self.nearest = someone

    def everybody(self) -> list[Someone]:
        """The people named so far, and the contact."""
        return [*self.people, *([self.contact] if self.contact else [])]

    def described(self, someone: Someone, start: int, end: int) -> None:
        """Remembers somebody whom a story names: `his wife Beata is hiring`."""
        self.met(someone)
        self.told_of.append((someone, start, end))

    def given_after_all(self, someone: Someone) -> None:
        """Makes a referral of somebody described, once there is something to do with them."""
        for other, start, end in self.told_of:
            if other is someone and someone not in self.referrals and someone.known is None:
                self.referrals.append(someone)
                path = f"referrals[{len(self.referrals) - 1}]"
                self.take(start, end, "referral", path, someone.name or "", keep=True)

    def who(self) -> Someone | None:
        """The person the line is about: from its head, else the selected row."""
        if self.contact is None and self.line.selected:
            known = self.line.selected
            self.contact = Someone(known.name, known)
        return self.contact

    def path_of(self, person: Someone | None) -> str:
        """Where that person stands in the JSON."""
        for place, referral in enumerate(self.referrals):
            if referral is person:
                return f"referrals[{place}]"
        return "contact"

    def dated(self, path: str, spot: Spot | None) -> When | None:
        """The date of a piece, asked at `path` where it must be, or the day that was chosen."""
        if spot is None:
            return None
        when = spot.when
        if when.day < self.line.moment.today and not when.ask:
            when = replace(when, ask="that day has passed", choices=(when.day,))
        if not when.ask:
            return when
        picked = self.question(path, tuple(day.isoformat() for day in when.choices))
        try:
            return replace(when, day=date.fromisoformat(picked)) if picked else when
        except ValueError:
            return when

    def note(self) -> str:
        """The words that no rule took, and those kept on purpose, word for word."""
        tokens, runs, at = self.line.tokens, [], 0
        while at < len(tokens):
            if self._in_note(at):
                stop = at + 1
                while stop < len(tokens) and self._in_note(stop):
                    stop += 1
                runs.append(self._trimmed(at, stop))
                at = stop
            else:
                at += 1
        return "; ".join(run for run in runs if run)

    def _in_note(self, at: int) -> bool:
        return not self.used[at] or bool(self.noted[at])

    def _trimmed(self, start: int, stop: int) -> str:
        """A run without the marks and joining words at its ends."""
        tokens = self.line.tokens
        while start < stop and (tokens[start].kind == MARK and tokens[start].text not in "([<@$#~"):
            start += 1
        while (
            stop > start and tokens[stop - 1].kind == MARK and tokens[stop - 1].text not in ")]?!%"
        ):
            stop -= 1
        if all(
            tokens[at].kind == MARK or word_at(tokens, at) in JOINERS for at in range(start, stop)
        ):
            return ""
        return self.line.said(start, stop)


JOINERS = frozenset({"and", "but", "so", "also", "then"})
"""Words that only join; alone between two pieces they say nothing."""
