"""Where an export goes is in sight before it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from ui.driving import press, running, screen_text


@pytest.mark.parametrize("form", ["json", "csv"])
async def test_a_long_path_goes_on_in_the_next_row_and_is_read_whole(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    deep = tmp_path / "what-the-clinic-asked-for" / "and-the-people-of-the-old-desk"
    deep.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(deep))
    async with running(60, 20) as pilot:
        await press(pilot, "E", *(["right"] if form == "csv" else []))
        there = pilot.app.screen.query_one("#reading").content_region
        rows = screen_text(pilot).splitlines()[there.y : there.bottom]
    shown = [row[there.x : there.right].rstrip() for row in rows]
    assert len(shown) > 2 and "".join(shown[1:]) == str(deep / f"followup-2026-11-23.{form}")
