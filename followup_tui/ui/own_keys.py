"""The user's own keys: those that can be pressed, and what can't be meant among them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Container, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, key_to_character

import followup_tui.ui
from followup_tui.config import Settings, Wrong

MODIFIERS = ("ctrl+", "shift+", "alt+", "super+")
NAMED = frozenset(key.value for key in Keys)


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Those of the user's keys that can be meant; in place of others the default stays."""
    return {name: key for name, key in keys.items() if _is_key(key) and not _taken(name, keys)}


def wrong_looks(settings: Settings, themes: Container[str], usual: str) -> Iterator[Wrong]:
    """What can't be meant in what only the screens know of: the theme, and the keys."""
    if settings.theme not in themes:
        line = settings.lines.get("theme", 0)
        yield Wrong(line, f"theme: there is no {settings.theme!r}; {usual} is used")
    yield from wrong_keys(settings)


def wrong_keys(settings: Settings) -> Iterator[Wrong]:
    """What can't be meant among the user's keys, with its line.

    Every screen is loaded for it, so it is asked only where there are own keys.
    """
    known = known_ids() if settings.keys else {}
    for name, key in settings.keys.items():
        line = settings.lines.get(name, 0)
        if name not in known:
            yield Wrong(line, f"no key is called {name!r}; the commands (:) show the names")
        elif not _is_key(key):
            yield Wrong(
                line, f"{name}: {key!r} is no key such as L or ctrl+l; {usual(known[name])}"
            )
        elif other := _taken(name, settings.keys):
            yield Wrong(line, f"{name}: {key!r} is the key of {other} too; {usual(known[name])}")


def known_ids() -> dict[str, Binding]:
    """Everything that a key does, by its name in the settings."""
    for module in pkgutil.walk_packages(followup_tui.ui.__path__, "followup_tui.ui."):
        importlib.import_module(module.name)
    return {one.id: one for kind in _below(DOMNode) for one in _ours(kind) if one.id}


def usual(binding: Binding) -> str:
    """What is done in place of a key that can't be meant."""
    return f"{binding.key} is used"


def _taken(name: str, keys: Mapping[str, str]) -> str:
    """What else this key would do on the first screen; empty where it is free."""
    here = _first_screen()
    if name not in here:
        return ""
    pressed = set(_split(keys[name]))
    for other, binding in here.items():
        theirs = keys.get(other, binding.key)
        if other != name and pressed & set(_split(theirs)):
            return other
    return ""


def _first_screen() -> dict[str, Binding]:
    """What the keys do where everything begins."""
    from followup_tui.ui.app import FollowupTui
    from followup_tui.ui.screens.today import TodayScreen

    kinds = (*FollowupTui.__mro__, *TodayScreen.__mro__)
    return {one.id: one for kind in kinds for one in _ours(kind) if one.id}


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _ours(kind: type) -> Iterator[Binding]:
    if kind.__module__.startswith("followup_tui."):
        for one in kind.__dict__.get("BINDINGS", ()):
            if isinstance(one, Binding):
                yield one


def _is_key(told: str) -> bool:
    """Whether all of `L`, `ctrl+l`, `f2,f3` are keys."""
    return all(_is_one_key(key) for key in told.split(","))


def _is_one_key(key: str) -> bool:
    key = key.strip()
    while key.startswith(MODIFIERS):
        key = key.partition("+")[2]
    character = key_to_character(key) if key else None
    return len(key) == 1 or key in NAMED or (character or "ß").isascii()


def _split(keys: str) -> list[str]:
    """The keys of `:,ctrl+p`, each by the character it writes where it writes one."""
    return [key_to_character(key.strip()) or key.strip() for key in keys.split(",")]
