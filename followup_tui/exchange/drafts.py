"""What a reader hands on: people as drafts, and what could not be read, by line."""

from __future__ import annotations

from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind


@dataclass(frozen=True, slots=True)
class WayDraft:
    """One way to reach a person, as the file spells it."""

    kind: WayKind
    typed: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A person as one card or row tells it; empty text for what it doesn't say."""

    line: int
    """Where it begins in the file, from 1."""
    name: str
    """The name to show; never empty (see the rule in `exchange.names`)."""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    role: str = ""
    organization: str = ""
    ways: tuple[WayDraft, ...] = ()
    birthday: str = ""
    """ISO, or `--MM-DD` without a year."""
    notes: str = ""
    tags: tuple[str, ...] = ()
    how_met: str = ""
    """Such as `LinkedIn, connected 12 Mar 2024`."""
    zone: str = ""
    """IANA name."""
    uid: str = ""
    photo: bytes = b""
    photo_kind: str = ""
    """A media type, such as `image/jpeg`."""
    extra: tuple[str, ...] = ()
    """Properties nobody here understands, as unfolded content lines, to be written out again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that was not taken, and where."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file, read: every row or card is a draft, or skipped with its reason in `problems`."""

    drafts: tuple[ContactDraft, ...]
    problems: tuple[Problem, ...] = ()
    rows: int = 0
    """Rows or cards read: drafts + skipped."""
    skipped: int = 0
    format: str = ""
    encoding: str = ""
    ignored: tuple[str, ...] = ()
    """Columns that hold something but were not mapped."""
    remarks: tuple[str, ...] = ()
    """What the user should know though nothing is wrong: `2 rows hold only a date: skipped`."""
    signature: str = ""
    """A short name for the header of a table: a mapping is remembered by it."""
    recalled: bool = False
    """Whether the columns are taken as the user said another time."""
    order_guessed: bool = False
    """Some date can be read as another day, and nothing in the file says which it is."""
