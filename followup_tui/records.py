"""`dataclass` as the standard library has it, but it writes a class's methods when they are needed.

The standard one compiles six functions for each class: 0.53 ms on Python 3.11, and starting loads
some hundred classes, so that a quarter of `followup log` was this alone. Here a class costs
0.06 ms: comparing, hashing and showing ask for the fields, and `__init__` is compiled at the first
object. What one has is a data class in every other way: `fields`, `replace` and `asdict` know it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from typing import TypeVar

    T = TypeVar("T")
else:

    def dataclass(*, frozen: bool = False, slots: bool = False):
        """A class decorator as `dataclasses.dataclass(frozen=…, slots=…)` is, for plain classes.

        What it leaves out, it must not be asked for: inheritance, `kw_only`, `InitVar`.
        """

        def made(plain: type[T]) -> type[T]:
            found = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
            ways = {**_COMPARED, **_FROZEN} if frozen else _COMPARED
            for name, way in (("__init__", _late_init(found)), *ways.items()):
                if name not in vars(plain):
                    setattr(found, name, way)
            if not frozen:
                found.__hash__ = None
            return found

        return made


def _late_init(kind: type) -> Any:
    """An `__init__` that puts the compiled one in its own place, then goes on with it."""

    def __init__(self: Any, *args: Any, **words: Any) -> None:
        init: Any = _compiled_init(kind)
        kind.__init__ = init  # type: ignore[misc]
        init(self, *args, **words)

    return __init__


def _compiled_init(kind: type) -> object:
    known: dict[str, object] = {"_put": object.__setattr__, "_missing": MISSING}
    head, body = ["self"], []
    for field in dataclasses.fields(kind):
        name = value = field.name
        if field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            head.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif field.default is not MISSING:
            known[f"_usual_{name}"] = field.default
            head.append(f"{name}=_usual_{name}")
        else:
            head.append(name)
        body.append(f"_put(self, {name!r}, {value})")
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"]), known)
    return known["__init__"]


def _compared(kind: type) -> Any:
    """What reads the fields that count of an object; found once for each class."""
    found = _READERS.get(kind)
    if found is None:
        names = [field.name for field in dataclasses.fields(kind) if field.compare]
        found = _READERS[kind] = attrgetter(*names) if names else lambda one: ()
    return found


_READERS: dict[type, Any] = {}


def _eq(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    read = _compared(self.__class__)
    return read(self) == read(other)


def _hash(self: Any) -> int:
    return hash(_compared(self.__class__)(self))


def _repr(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _reduce(self: Any) -> tuple[Any, tuple[Any, ...]]:
    """How to copy it: what is frozen can't be filled in afterwards."""
    values = tuple(getattr(self, field.name) for field in dataclasses.fields(self))
    return self.__class__, values


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_COMPARED = {"__eq__": _eq, "__hash__": _hash, "__repr__": _repr}
_FROZEN = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__reduce__": _reduce,
}
