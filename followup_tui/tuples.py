"""`NamedTuple` without the import of `typing`, which took an eighth of `followup due`."""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Named(type):
        """Makes of a class with fields what `typing.NamedTuple` makes of it."""

        def __new__(cls, name, bases, space):
            if not bases:
                return super().__new__(cls, name, bases, space)
            fields = space.pop("__annotations__")
            usual = [space.pop(field) for field in fields if field in space]
            module = space.pop("__module__")
            made = namedtuple(name, fields, defaults=usual, module=module)
            made.__annotations__ = fields
            for key, value in space.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Named):
        """As `typing.NamedTuple`, for plain classes."""
