"""Column types SQLite does not have."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

from peewee import Field


class InstantField(Field):
    """A moment in time, kept as UTC ISO 8601 text so that it also sorts as text."""

    field_type = "TEXT"

    def db_value(self, value: datetime | None) -> str | None:
        """The text to store.

        Raises:
            ValueError: `value` has no time zone, so it is not a moment yet.
        """
        return None if value is None else instant(value)

    def python_value(self, value: str | None) -> datetime | None:
        """The stored text as an aware datetime in UTC."""
        return None if value is None else datetime.fromisoformat(value)


def instant(value: datetime) -> str:
    """`value` as the store spells it: UTC, whole seconds, so that text order is time order.

    Raises:
        ValueError: `value` has no time zone, so it is not a moment yet.
    """
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.astimezone(UTC).isoformat(timespec="seconds")


def at(text: str) -> datetime:
    """The moment that a cell of an instant holds, for reads in plain SQL."""
    return datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    """The day that a cell of a date holds, for reads in plain SQL."""
    return None if text is None else date.fromisoformat(text)


def new_uid() -> str:
    """A name for a row that is the same on every machine."""
    return str(uuid.uuid4())
