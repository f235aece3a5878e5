"""Every colour can be read on every background, in every theme that has colours of its own."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from followup_tui.ui.themes import DUSK, GROUNDS, INK, NAMES, PAPER, TERMINAL, THEMES

ENOUGH = 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted(luminance(Color.parse(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", [DUSK, PAPER, INK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_its_background(theme: Theme, ground: str) -> None:
    background = theme.variables[f"look-{ground}"]
    for name in ("text", *NAMES):
        colour = theme.variables[f"look-{name}"]
        assert contrast(colour, background) >= ENOUGH, f"{name} on {ground}"


def test_high_contrast_is_higher() -> None:
    ground = INK.variables["look-background"]
    for name in ("text", *NAMES):
        assert contrast(INK.variables[f"look-{name}"], ground) >= 7


def test_every_theme_knows_every_name() -> None:
    names = {name for name in DUSK.variables if name.startswith("look-")}
    for theme in THEMES:
        assert {name for name in theme.variables if name.startswith("look-")} == names


def test_late_is_not_red_and_the_terminal_keeps_its_own_colours() -> None:
    for theme in THEMES:
        assert theme.variables["look-late"] != theme.variables["look-error"]
    assert all(value.startswith("ansi_") for value in TERMINAL.variables.values())
