"""The tables that have a name: by which columns they are known, and what is odd about them."""

from __future__ import annotations

from collections.abc import Collection

from followup_tui.records import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A program's way of writing its table."""

    name: str
    marks: tuple[frozenset[str], ...] = ()
    """Plain titles; a header that has all of one set is of this kind."""
    met: str = ""
    """What to say before the day somebody was met."""
    joint: str = ""
    """What stands between several values in one cell."""


LINKEDIN = Kind(
    "linkedin",
    (
        frozenset({"first name", "last name", "company", "position", "connected on"}),
        frozenset({"first name", "last name", "email address", "connected on"}),
    ),
    met="LinkedIn, connected",
)
GOOGLE = Kind(
    "google",
    (
        frozenset({"email 1 value", "phone 1 value"}),
        frozenset({"given name", "family name", "group membership"}),
        frozenset({"first name", "organization name", "labels"}),
        frozenset({"email 1 label", "email 1 value"}),
    ),
    joint=" ::: ",
)
OUTLOOK = Kind(
    "outlook",
    (
        frozenset({"email address", "email display name"}),
        frozenset({"email 2 address", "email 3 address"}),
        frozenset({"email address", "business street", "business phone"}),
    ),
)
TABLE = Kind("table")
KINDS = (LINKEDIN, GOOGLE, OUTLOOK, TABLE)


_CONNECTIONS = frozenset({"given", "family", "organization", "role", "met"})
"""What LinkedIn's few columns hold, whatever language they are titled in."""
_FEW = 8


def kind_of(titles: Collection[str], fields: Collection[str] = ()) -> Kind:
    """The kind of table that has these plain titles, or columns that hold these fields."""
    named = frozenset(titles)
    if len(titles) <= _FEW and frozenset(fields) >= _CONNECTIONS:
        return LINKEDIN
    for kind in KINDS:
        if any(marks <= named for marks in kind.marks):
            return kind
    return TABLE
