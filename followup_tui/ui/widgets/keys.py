"""The last row: the keys that work here, made from the bindings, or what was just done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import getters
from textual.strip import Strip
from textual.timer import Timer

from followup_tui.text import ELLIPSIS, cells, shortened
from followup_tui.ui.base import Followup, Said
from followup_tui.ui.spans import Line, Span, cut_line, width_of
from followup_tui.ui.widgets.painted import Painted

SHOWN_SECONDS = 12
"""How long a line of news stays before the keys come back."""

LEAST_DONE = 9
"""Cells that what was done keeps in a narrow terminal, before what comes next is cut."""


class Keys(Painted):
    """As many keys as fit, `? Keys` always; a line of news takes their place for a while."""

    DEFAULT_CSS = "Keys { height: 1; background: $look-bar; padding: 0 1; dock: bottom; }"

    app = getters.app(Followup)

    def __init__(self, first: Sequence[str] = ()) -> None:
        super().__init__(id="keys")
        self.first = first
        """The ids of the bindings shown before all others, in this order."""
        self.news: Said | None = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.app.said.subscribe(self, self.tell)
        self.screen.bindings_updated_signal.subscribe(self, lambda screen: self.refresh())

    def tell(self, said: Said) -> None:
        """Show a line of news."""
        self.news = said if said.words else None
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(SHOWN_SECONDS, self._back_to_keys)
        self.refresh()

    def _back_to_keys(self) -> None:
        self.news = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        if self.news:
            key = self._key_of(self.news.back)
            return self.strip(news_line(self.news, key, width), width)
        return self.strip(keys_line(self._keys(), width), width)

    def _keys(self) -> Iterable[tuple[str, str]]:
        shown: dict[str, tuple[str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.id:
                shown.setdefault(
                    binding.id, (self.app.get_key_display(binding), binding.description)
                )
        ordered = [binding_id for binding_id in self.first if binding_id in shown]
        return [shown[binding_id] for binding_id in dict.fromkeys((*ordered, *shown))]

    def _key_of(self, action: str) -> str:
        for active in self.screen.active_bindings.values():
            if active.binding.action == action:
                return self.app.get_key_display(active.binding)
        return ""


def keys_line(keys: Iterable[tuple[str, str]], width: int) -> Line:
    """Keys with what they do, as many as fit; the last one, for help, always."""
    pieces: list[tuple[Span, ...]] = [((key, "key"), (f" {words}", "")) for key, words in keys]
    if not pieces:
        return ()
    *others, last = pieces
    gap: Span = ("  ", "")
    line: Line = ()
    for piece in others:
        if width_of((*line, *piece, gap, *last)) > width:
            break
        line = (*line, *piece, gap)
    return (*line, *last)


def news_line(said: Said, back_key: str, width: int) -> Line:
    """What was just done, and the key that takes it back."""
    back: Line = ()
    if back_key:
        back = (("   ", ""), (back_key, "key"), (f" {said.back.capitalize()}", ""))
    room = width - width_of(back)
    told = _told_in(said.words, room, undone=said.back == "redo")
    return (*cut_line(((told, said.look),), room), *back)


def _told_in(words: str, room: int, *, undone: bool) -> str:
    """The words with what was done shortened, not what comes next: its day is what one looks for.

    `Voicemail. Next try Wed 2 Dec, in the morning`. Once it is undone nothing comes next.
    """
    done, stop, what_next = words.rpartition(". ")
    if cells(words) <= room or not stop:
        return words
    if undone:
        return done
    for rest in (";", ", and "):
        if cells(what_next) + LEAST_DONE + 2 > room:
            what_next = what_next.partition(rest)[0]
    done = shortened(done, max(LEAST_DONE, room - cells(what_next) - 2))
    return f"{done}{' ' if done.endswith(ELLIPSIS) else '. '}{what_next}"
