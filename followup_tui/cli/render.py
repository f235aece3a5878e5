"""Records as plain values, ready for JSON: the same ones that the text is made of."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime


def plain(value: object) -> object:
    """`value` in strings, numbers, lists and dicts.

    A record is a dict by field, a day its ISO form, an instant UTC with its offset.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple | Set):
        return [plain(held) for held in value]
    raise TypeError(f"no plain form for {type(value).__name__}")
