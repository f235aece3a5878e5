"""A form that was open while somebody else wrote: nothing of either is lost without a question.

What the user left alone stays as it is by now; what they changed is saved; what both changed is
asked once, with both shown.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from followup_tui.errors import Conflict
from followup_tui.store.models import Contact

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")


class ChangedMeanwhile(Conflict):
    """What was changed in a form was changed by somebody else, too, and otherwise."""

    def __init__(self, said: str, seen: object) -> None:
        super().__init__(said)
        self.seen = seen
        """The form as it was when it was opened, but for what the user is told of now."""


def merged(was: F | None, typed: F, stands: F) -> F:
    """What to save: `typed`, with what the user left as it `was` as it `stands` by now.

    Without `was`, all of `typed`.

    Raises:
        ChangedMeanwhile: Somebody else changed what the user changed, to something else.
    """
    if was is None:
        return typed
    left, both = {}, {}
    for field in fields(typed):
        first, mine, now = (getattr(form, field.name) for form in (was, typed, stands))
        if _same(mine, first):
            left[field.name] = now
        elif not _same(now, first) and not _same(now, mine):
            both[field.name] = now
    if both:
        said = "; ".join(_told(name, now, getattr(typed, name)) for name, now in both.items())
        raise ChangedMeanwhile(
            f"Changed by another followup meanwhile: {said}. Enter saves yours, esc leaves theirs.",
            replace(was, **both),
        )
    return replace(typed, **left)


def _same(one: object, other: object) -> bool:
    return _plain(one) == _plain(other)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value


def _told(name: str, now: object, typed: object) -> str:
    label = name.removesuffix("_id").replace("_", " ")
    return f"{label} is {_in_words(name, now)}, yours {_in_words(name, typed)}"


def _in_words(name: str, value: object) -> str:
    if name.endswith("_id") and isinstance(value, int):
        value = Contact.fetch(value).name
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, date):
        value = f"{value:%a %-d %b}"
    return f"“{value}”" if value not in (None, "") else "empty"
