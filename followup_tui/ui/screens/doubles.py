"""Two cards that may be one person, side by side: same, two people, or later."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from followup_tui.actions.merge import merge, not_the_same
from followup_tui.store.doubles import Pair, doubles, pair_of
from followup_tui.store.journal import Done
from followup_tui.text import show
from followup_tui.ui.base import Followup
from followup_tui.ui.dialogs.choice import ChoiceDialog, Options
from followup_tui.ui.panes.pair_lines import nobody_lines, pair_lines
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.page import Page

LOOKS = "looks"
"""The group of the workers that read the pairs."""


class DoublesScreen(Screen[None]):
    """One pair after the other, the likeliest first; or the one pair that it was opened for."""

    DEFAULT_CSS = """
    DoublesScreen {
        background: $look-background;
        color: $look-text;
        #cards {
            height: 1fr; padding: 1 2; background: $look-background;
            border: round $look-accent;
            border-title-color: $look-accent; border-title-background: $look-background;
            border-title-style: none;
        }
    }
    """

    BINDINGS = [
        Binding("1", "same", "Same", id="doubles.same", tooltip="One person: merge the cards"),
        Binding("2", "two", "Two people", id="doubles.two", tooltip="Two people: don't ask again"),
        Binding("space", "skip", "Skip", id="doubles.skip", tooltip="Decide later", priority=True),
        Binding("escape", "leave", "Back", id="doubles.leave", tooltip="Back"),
    ]

    app = getters.app(Followup)
    bar = getters.query_one(Ends)
    cards = getters.query_one("#cards", Page)

    def __init__(self, only: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.only = only
        """The two people it is about; None for everybody who may be here twice."""
        self.pairs: Sequence[Pair] = ()
        self.looking = True
        """Whether the pairs are being read."""
        self.at = 0

    @property
    def pair(self) -> Pair | None:
        """The pair that is shown."""
        return self.pairs[self.at] if self.at < len(self.pairs) else None

    def compose(self) -> ComposeResult:
        yield Ends()
        yield Page(id="cards")
        yield Keys(["doubles.same", "doubles.two", "doubles.skip"])

    def on_mount(self) -> None:
        self.cards.border_title = "One person, or two?"
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.reload()
        self.cards.focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def on_book_changed(self, done: Done) -> None:
        """Read the pairs again where people changed."""
        if done.touched("contact", "way", "not_same"):
            self.reload()

    @work(exclusive=True, group=LOOKS)
    async def reload(self) -> None:
        """Read the pairs, which takes a moment where there are many people; show the next one."""
        self.looking = True
        self.pairs = await self.app.aside(self._pairs)
        if not self.is_attached:  # Left while the pairs were read.
            return
        self.looking = False
        self.at = min(self.at, max(0, len(self.pairs) - 1))
        self._draw()

    def _pairs(self) -> Sequence[Pair]:
        if self.only is None:
            return doubles()
        found = pair_of(*self.only)
        return (found,) if found else ()

    def _draw(self) -> None:
        width = max(40, self.cards.content_size.width)
        if self.pair:
            self.cards.put(pair_lines(self.pair, width))
        elif not self.looking:
            self.cards.put(nobody_lines(width))
        where = f"{self.at + 1} of {len(self.pairs)}" if self.pairs else ""
        title = "Merge" if self.only else "Doubles"
        self.bar.tell((("followup", "accent-strong"), (f"  {title}", "")), ((where, "muted"),))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what needs a pair, where there is none."""
        if action == "skip":
            return len(self.pairs) > 1
        return self.pair is not None if action in ("same", "two") else True

    @work
    async def action_same(self) -> None:
        """Ask which card stays, and merge them."""
        if (pair := self.pair) is None:
            return
        stays = await self.app.push_screen_wait(ChoiceDialog("Which card stays?", _sides(pair)))
        if stays is None:
            return
        keep, other = (pair.one, pair.other) if stays == "one" else (pair.other, pair.one)
        await self.app.acted(merge, keep.id, other.id)
        self._leave_if_done()

    @work
    async def action_two(self) -> None:
        """Remember that they are two."""
        if (pair := self.pair) is not None:
            await self.app.acted(not_the_same, pair.one.id, pair.other.id)
            self._leave_if_done()

    def _leave_if_done(self) -> None:
        if self.only:
            self.app.pop_screen()

    def action_skip(self) -> None:
        """The next pair; after the last one, the first again."""
        self.at = (self.at + 1) % max(1, len(self.pairs))
        self._draw()

    def action_leave(self) -> None:
        self.app.pop_screen()


def _sides(pair: Pair) -> Options:
    told = (("one", "left", pair.one), ("other", "right", pair.other))
    return [
        (side, f"{words}: {show(who.name, 24)}", show(who.organization or who.role, 20))
        for side, words, who in told
    ]
