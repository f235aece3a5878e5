"""A reading in the making: what was taken, who was named, what must be asked."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.dates.find import Spot, When
from followup_tui.rules.quicklog.line import Line, Someone
from followup_tui.rules.quicklog.shape import Piece, ReadFollowUp, ReadPromise, ReadStage
from followup_tui.rules.tokens import MARK


@dataclass()
class Draft:
    """What has been read so far."""

    line: Line
    contact: Someone | None = None
    also: list[Someone] = field(default_factory=list)
    people: list[Someone] = field(default_factory=list)
    referrals: list[Someone] = field(default_factory=list)
    followups: list[ReadFollowUp] = field(default_factory=list)
    promises: list[ReadPromise] = field(default_factory=list)
    stage: ReadStage | None = None
    channel: str | None = None
    direction: str | None = None
    outcome: str | None = None
    weak_outcome: bool = False
    """Whether the outcome is only what the verb suggests, so that later words may mend it."""
    attempts: int | None = None
    minutes: int | None = None
    time: str | None = None
    bad_phone: str | None = None
    ask: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    headed: bool = False
    """Whether the head has been read."""
    lead_head: bool = False
    """Whether that head is about a lead, not a person."""
    bare_lead: bool = False
    """Whether that head is only a stage (`got an offer!!`), so that who brought it may follow."""
    dated_head: bool = False
    noun_head: bool = False
    """Whether a noun (`lunch Thu w/ Priya`) leaves open if it is past or to come."""
    by_name: bool = False
    """Whether a bare name stands right before: what follows is theirs."""
    moved_at: int = -1
    """Where the words go on behind `moved our coffee to`."""
    clause_start: int = 0
    done: int = 0
    """Tokens before this one have been read by a rule that looks beyond its clause."""
    nearest: Someone | None = None
    """The last person named in this sentence: the next phone is theirs."""
    loose_ways: list[tuple[str, str]] = field(default_factory=list)
    """Phones and addresses found before anybody was named."""
    told_of: list[tuple[Someone, int, int]] = field(default_factory=list)
    """New people whom a story names, and where."""
    speakers: list[tuple[Someone, int, int]] = field(default_factory=list)
    """Who said or gave it, by name, and where the name stands."""
    open_whom: list[int] = field(default_factory=list)
    """Follow-ups for the contact, written before anybody knew who that is."""
    voice: str = ""
    """Whose clause the last one was, for what `and` joins to it: me, mine, them, said or gave."""
    speaker: Someone | None = None
    second: Someone | None = None
    """With whom a second touch further on was, whose steps may be what follows."""
    topic: Someone | None = None
    """Whom the next clause is about, by a name with a colon: `Ines: thank her`."""
    topic_at: int = -1

    def __post_init__(self) -> None:
        self.used = bytearray(len(self.line.tokens))
        self.noted = bytearray(len(self.line.tokens))
        self.day: date = self.line.moment.today

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
        """Reads small words together with the piece right behind or before them.

        Words that no piece stands beside stay in the note; marks just go.
        """
        tokens = self.line.tokens
        words = any(tokens[at].kind != MARK for at in range(start, end))
        if words and not self._widen(tokens[start].start, tokens[end - 1].end, start, end):
            return
        for at in range(start, end):
            self.used[at] = 1
            self.noted[at] = 0

    def uncover(self, start: int, end: int) -> None:
        """Gives words back that a piece took along, for other rules and the note."""
        for at in range(start, end):
            self.used[at] = 0

    def _widen(self, first: int, last: int, start: int, end: int) -> bool:
        """Makes the piece beside two tokens reach over them; whether there is one."""
        tokens = self.line.tokens
        after = tokens[end].start if end < len(tokens) else -1
        before = tokens[start - 1].end if start else -1
        for place, piece in enumerate(self.pieces):
            if piece.start == after:
                self.pieces[place] = replace(piece, start=first)
                return True
            if piece.end == before:
                self.pieces[place] = replace(piece, end=last)
                return True
        return False

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

    def is_elsewhere(self, person: Someone) -> bool:
        """Whether the JSON has no place for that person's phone: no contact, no referral."""
        return (
            self.contact is not None
            and person is not self.contact
            and (person not in self.referrals)
        )

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
