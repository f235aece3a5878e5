"""Two short films of the real app, as animated SVG: `python screenshots/films.py`.

A film is drawn row by row: a row that doesn't change between two pictures is drawn once, and shown
as long as it stands. So a film of a hundred pictures is little larger than one picture.
"""

from __future__ import annotations

import asyncio
import html
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.color import Color
from rich.style import Style
from textual.strip import Strip

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from make import NOW, ZONE, pressed, put_samples, standing_still, typed  # noqa: E402

from followup_tui.text import cells  # noqa: E402

COLUMNS, ROWS = 100, 28
CELL_WIDTH, LINE_HEIGHT, FONT_SIZE = 9.6, 20.0, 16
MARGIN = 12
LOOKS = (
    f'text {{ font: {FONT_SIZE}px "DejaVu Sans Mono", Menlo, Consolas, monospace;'
    " white-space: pre; } .b { font-weight: bold; } .i { font-style: italic; }"
    " .u { text-decoration: underline; }"
)
GROUND = "#12161e"
TYPING_SECONDS = 0.09
LETTERS = 3
"""So many letters a picture: quicker than anybody types, and slow enough to follow."""


@dataclass(frozen=True)
class Shot:
    """Keys that are pressed, text that is typed after them, and how long the end of it stands."""

    keys: tuple[str, ...] = ()
    text: str = ""
    seconds: float = 1.5


@dataclass(frozen=True)
class Film:
    """One film and its shots."""

    name: str
    title: str
    shots: tuple[Shot, ...]


FILMS = (
    Film(
        "call",
        "Fifteen seconds after a call",
        (
            Shot(seconds=1.5),
            Shot(("j",), seconds=1.2),
            Shot(("l",), seconds=1),
            Shot((), "talked to marcus 20m, he hires in march; said call Nora Reed at Mesa", 0.5),
            Shot((), " Courier, 303-555-0142. i'll send clips tomorrow, call back in 2w", 3.5),
            Shot(("enter",), seconds=4),
            Shot(("u",), seconds=2.5),
        ),
    ),
    Film(
        "morning",
        "The first minutes of a review",
        (
            Shot(seconds=1.5),
            Shot(("r",), seconds=2.2),
            Shot(("enter",), seconds=1.2),
            Shot(("enter",), seconds=2.8),
            Shot(("d",), seconds=3.2),
            Shot(("1",), seconds=3.5),
            Shot(("v",), seconds=3),
            Shot(("3",), seconds=2.5),
        ),
    ),
)

Frame = tuple[list[Strip], float]


async def frames(film: Film, folder: Path) -> list[Frame]:
    """The rows of each picture, with how long it stands."""
    from followup_tui.config import Settings
    from followup_tui.store.book import open_book
    from followup_tui.ui.app import FollowupTui

    taken: list[Frame] = []
    store = folder / f"{film.name}.db"
    put_samples(store)
    with standing_still(), open_book(store):
        app = FollowupTui(Settings(zone=ZONE))
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            await pilot.pause()
            for shot in film.shots:
                await pressed(pilot, *shot.keys)
                for start in range(0, len(shot.text), LETTERS):
                    await typed(pilot, shot.text[start : start + LETTERS])
                    taken.append((app.screen._compositor.render_strips(), TYPING_SECONDS))
                taken.append((app.screen._compositor.render_strips(), shot.seconds))
    return taken


def drawn(film: Film, taken: list[Frame]) -> str:
    """The film as SVG."""
    length = sum(seconds for _, seconds in taken)
    width = COLUMNS * CELL_WIDTH + 2 * MARGIN
    height = ROWS * LINE_HEIGHT + 2 * MARGIN
    ground = _hex(_styles(taken[0][0][1])[0].bgcolor, GROUND)
    body = "\n".join(_rows(taken, length, ground))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">
<title>{html.escape(film.title)}</title>
<style>{LOOKS}</style>
<rect width="{width:g}" height="{height:g}" rx="8" fill="{ground}"/>
<g transform="translate({MARGIN},{MARGIN})">
{body}
</g>
</svg>
"""


def _rows(taken: list[Frame], length: float, base: str) -> Iterator[str]:
    for y in range(ROWS):
        for strip, begins, ends in _spans(y, taken):
            drawing = "".join(_pieces(strip, y, base))
            if not drawing:
                continue
            if begins == 0 and ends >= length:
                yield f"<g>{drawing}</g>"
            else:
                yield f"<g>{_shown(begins / length, ends / length, length)}{drawing}</g>"


def _spans(y: int, taken: list[Frame]) -> Iterator[tuple[Strip, float, float]]:
    """What the row shows, from when to when."""
    held, since, now = taken[0][0][y], 0.0, 0.0
    for strips, seconds in taken:
        if strips[y] != held:
            yield held, since, now
            held, since = strips[y], now
        now += seconds
    yield held, since, now


def _shown(begins: float, ends: float, length: float) -> str:
    """Seen between two shares of the film, again and again."""
    times, values = ["0"], ["visible" if begins == 0 else "hidden"]
    if begins > 0:
        times.append(f"{begins:.4f}")
        values.append("visible")
    if ends < 1:
        times.append(f"{ends:.4f}")
        values.append("hidden")
    return (
        f'<animate attributeName="visibility" values="{";".join(values)}"'
        f' keyTimes="{";".join(times)}" dur="{length:.2f}s" calcMode="discrete"'
        f' repeatCount="indefinite"/>'
    )


def _pieces(strip: Strip, y: int, base: str) -> Iterator[str]:
    x = 0
    top = y * LINE_HEIGHT
    for text, style, _ in strip.simplify():
        style, size = style or Style(), cells(text)
        ink, ground = _hex(style.color, "#e6e6e6"), _hex(style.bgcolor, "")
        if style.reverse:
            ink, ground = ground or GROUND, ink
        left = x * CELL_WIDTH
        if ground and ground != base:
            yield (
                f'<rect x="{left:g}" y="{top:g}" width="{size * CELL_WIDTH:g}"'
                f' height="{LINE_HEIGHT:g}" fill="{ground}"/>'
            )
        bare = text.strip(" ")
        if bare:
            left += (cells(text) - cells(text.lstrip(" "))) * CELL_WIDTH
            marks = (("b", style.bold), ("i", style.italic), ("u", style.underline))
            looks = " ".join(look for look, on in marks if on)
            yield (
                f'<text x="{left:g}" y="{top + 15:g}" textLength="{cells(bare) * CELL_WIDTH:g}"'
                f' fill="{ink}"{f" class={looks!r}" if looks else ""}>{_letters(bare)}</text>'
            )
        x += size


def _letters(text: str) -> str:
    return html.escape(text).replace(" ", "\N{NO-BREAK SPACE}")


def _styles(strip: Strip) -> list[Style]:
    return [style or Style() for _, style, _ in strip]


def _hex(colour: Color | None, otherwise: str) -> str:
    return colour.get_truecolor().hex if colour and not colour.is_default else otherwise


def make(name: str = "") -> dict[str, str]:
    """Each film as SVG by name, or the one that is named."""
    os.environ |= {"FOLLOWUP_NOW": NOW, "TZ": ZONE}
    with tempfile.TemporaryDirectory() as folder:
        return {
            film.name: drawn(film, asyncio.run(frames(film, Path(folder))))
            for film in FILMS
            if name in ("", film.name)
        }


if __name__ == "__main__":
    for found, svg in make(sys.argv[1] if len(sys.argv) > 1 else "").items():
        (HERE / f"{found}.svg").write_text(svg, encoding="utf-8")
        sys.stdout.write(f"{found}.svg {len(svg) // 1024} KB\n")
