"""Who is asked before an action, and told after it: nobody, unless the user has hooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from inspect import signature

from followup_tui.records import dataclass
from followup_tui.rules.moment import Moment


@dataclass(frozen=True, slots=True)
class Acting:
    """An action that is about to be done."""

    name: str
    """Of its function: `log_line`, `snooze`."""
    arguments: Mapping[str, object]
    now: Moment


class Watcher:
    """Lets everything pass, and keeps what it hears to itself."""

    def before(self, acting: Acting) -> None:
        """Asked before anything is written.

        Raises:
            Refused: The action is not to be done.
        """

    def after(self, acting: Acting, label: str, rows: frozenset[tuple[str, int]]) -> list[str]:
        """Told when it is written; what the user should know besides."""
        return []


_watching: list[Watcher] = []


@contextmanager
def watched_by(watcher: Watcher | None) -> Iterator[None]:
    """Ask and tell `watcher` of each action in here."""
    if watcher is None:
        yield
        return
    _watching.append(watcher)
    try:
        yield
    finally:
        _watching.remove(watcher)


def anybody() -> bool:
    """Whether somebody watches."""
    return bool(_watching)


def asked(
    body: Callable[..., object], now: Moment, args: tuple[object, ...], kwargs: dict[str, object]
) -> Acting | None:
    """The action, once nobody refused it; None where nobody watches.

    Raises:
        Refused: The action is not to be done.
    """
    if not _watching:
        return None
    bound = signature(body).bind(None, *args, **kwargs)
    bound.apply_defaults()
    arguments = dict(list(bound.arguments.items())[1:])  # Without the open change.
    return _asked(Acting(body.__name__, arguments, now))


def asked_to_replay(name: str, now: Moment, step: tuple[int, str]) -> Acting:
    """The same for undo and redo, with the number and the line of the step.

    Raises:
        Refused: The step is to stay as it is.
    """
    number, label = step
    return _asked(Acting(name, {"step": number, "label": label}, now))


def _asked(acting: Acting) -> Acting:
    for watcher in _watching:
        watcher.before(acting)
    return acting


def told(acting: Acting | None, label: str, rows: frozenset[tuple[str, int]]) -> tuple[str, ...]:
    """What those who watch have to say of an action that was done."""
    if acting is None:
        return ()
    return tuple(line for one in _watching for line in one.after(acting, label, rows))
