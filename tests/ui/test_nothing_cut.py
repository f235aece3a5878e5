"""No screen paints anything wider than its room, beside its place, or over something else."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from pages import ROOT
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from followup_tui.config import Settings
from followup_tui.store.book import open_book
from followup_tui.text import cells
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.dialogs.box import Said
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.lines import Heading, Lines
from followup_tui.ui.widgets.page import Page
from followup_tui.ui.widgets.painted import Painted

sys.path.insert(0, str(ROOT / "screenshots"))

import make
import sheet

WRITING = ("snooze-again", "undone", "review-call")
"""These change the store, so they come last, each over sample people of its own."""
CORNERS = 4
"""What a frame keeps of its row beside a title: the corners, and a cell next to each."""

DEEPEST = 8
"""More screens than ever stand one over the other; that often `escape` is pressed at most."""


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Line, int]]:
    """Every line that is painted, with its room, before anything of it is cut."""
    lines: list[tuple[Line, int]] = []
    strip = Painted.strip

    def watched(self: Painted, line: Line, width: int, ground: str = "") -> Strip:
        lines.append((line, width))
        return strip(self, line, width, ground)

    monkeypatch.setattr(Painted, "strip", watched)
    return lines


def words(line: Line) -> str:
    return "".join(text for text, _ in line)


def sticks_out(line: Line, width: int) -> bool:
    """Whether something that can be read would be cut; spaces at the end are nothing."""
    return cells(words(line).rstrip()) > width


def wrong(screen: Screen[object], painted: list[tuple[Line, int]]) -> Iterator[str]:
    """What is wrong with a screen as it is laid out, in sight or further down."""
    shown = [one for one in screen.walk_children(Widget) if one.display and one.region.area]
    for one in shown:
        yield from out_of_place(one)
        yield from out_of_sight(one)
        yield from cut_in_the_frame(one)
        if isinstance(one, Painted):
            painted.clear()
            for row in range(one.content_size.height):
                one.render_line(row)
            yield from cuts(one, painted)
    for parent in (screen, *shown):
        yield from overlapping(one for one in parent.children if one in shown)


def cuts(one: Widget, lines: Iterable[tuple[Line, int]]) -> Iterator[str]:
    """The lines that are longer than their room."""
    for line, width in lines:
        if sticks_out(line, width):
            yield f"{one!r} has {width} cells for {words(line)!r}"


def out_of_place(one: Widget) -> Iterator[str]:
    """It sticks out of what it is in; or what is in it does, to the side."""
    wide, room_wide = one.virtual_size.width, one.scrollable_content_region.width
    scrolls = (one.is_container or isinstance(one, ScrollView)) and not isinstance(one, Input)
    if scrolls and wide > room_wide:
        yield f"{one!r} scrolls sideways: {wide} in {room_wide}"
    above = one.parent
    if isinstance(above, Widget):
        room, place = above.content_region, one.region
        if place.x < room.x or place.right > room.right:
            yield f"{one!r} is beside its place: {place} in {room}"
        if not above.allow_vertical_scroll and (place.y < room.y or place.bottom > room.bottom):
            yield f"{one!r} is above or below its place: {place} in {room}"


def out_of_sight(one: Widget) -> Iterator[str]:
    """Lines that are longer than the row they will be painted in."""
    width, height = one.content_size
    lines: list[Line] = []
    if isinstance(one, Page):
        lines = list(one.lines)
    elif isinstance(one, Lines):
        rows = one.rows.fetch(0, one.rows.count)
        lines = [one.draw(row, width) for row in rows if not isinstance(row, Heading)]
    elif isinstance(one, Said):
        lines = one._shown(width)
        if len(lines) > height:
            yield f"{one!r} has {height} rows for {len(lines)} lines"
    elif isinstance(one, Input) and not one.value and cells(one.placeholder) > width:
        yield f"{one!r} cuts its hint {one.placeholder!r} in {width}"
    yield from cuts(one, ((line, width) for line in lines))


def cut_in_the_frame(one: Widget) -> Iterator[str]:
    """A title that is longer than the frame."""
    for said in (one._border_title, one._border_subtitle):
        if isinstance(said, Content) and cells(said.plain) > one.outer_size.width - CORNERS:
            yield f"{one!r} cuts its title {said.plain!r} in {one.outer_size.width}"


def overlapping(siblings: Iterable[Widget]) -> Iterator[str]:
    """Two that are painted one over the other."""
    for one, other in combinations(siblings, 2):
        if one.layer == other.layer and one.region.overlaps(other.region):
            yield f"{one!r} at {one.region} is over {other!r} at {other.region}"


def in_runs(*, empty: bool) -> Iterator[list[str]]:
    """The names of the sheet's screens, those together that one run of the app can show."""
    ways = {name: way for name, way in sheet.SCREENS.items() if way.empty == empty}
    apart = [name for name in ways if name in WRITING]
    yield sorted(ways.keys() - apart, key=lambda name: (ways[name].keys, ways[name].text))
    yield from ([name] for name in apart)


async def home(pilot: Pilot[None]) -> None:
    """Back to the list of the day, with the cursor where it begins."""
    await make.pressed(pilot, "escape")
    for _ in range(DEEPEST):
        if len(pilot.app.screen_stack) == 1:
            break
        await make.pressed(pilot, "escape")
    assert len(pilot.app.screen_stack) == 1, f"escape leaves {pilot.app.screen!r} open"
    await make.pressed(pilot, "1", "g")


async def walked(pilot: Pilot[None], names: list[str]) -> AsyncIterator[str]:
    """Each of the screens, one after the other; on from the last one where that is the way."""
    done = sheet.Way()
    for number, name in enumerate(names):
        way = sheet.SCREENS[name]
        keys = way.keys
        if number and not done.text and keys[: len(done.keys)] == done.keys:
            keys = keys[len(done.keys) :]
        elif number:
            await home(pilot)
        await make.pressed(pilot, *keys)
        await make.typed(pilot, way.text)
        done = way
        yield name


@pytest.mark.parametrize("empty", [False, True], ids=["people", "nobody"])
@pytest.mark.parametrize("size", sheet.SIZES[1:], ids=lambda size: "x".join(map(str, size)))
async def test_nothing_is_cut_or_overlaps(
    tmp_path: Path, painted: list[tuple[Line, int]], size: tuple[int, int], empty: bool
) -> None:
    found: list[str] = []
    for names in in_runs(empty=empty):
        store = tmp_path / f"{names[0]}.db"
        if not empty:
            make.put_samples(store)
        with make.standing_still(), open_book(store):
            app = FollowupTui(Settings(zone=make.ZONE))
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                async for name in walked(pilot, names):
                    found += [f"{name}: {one}" for one in wrong(app.screen, painted)]
    assert not found, "\n".join(found)
