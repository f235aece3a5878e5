"""Screens as pictures, drawn without a terminal."""

from __future__ import annotations

from followup_tui.config import Settings
from followup_tui.ui.app import FollowupTui

SIZE = (120, 44)
"""Columns and rows: all of the page without scrolling."""


async def insights(settings: Settings) -> str:
    """*What came of it* over the open book, as SVG."""
    app = FollowupTui(settings)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("i")
        await pilot.pause()
        return app.export_screenshot(title="What came of it")
