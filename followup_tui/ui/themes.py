"""The colours: one set of names, four themes; lateness is amber, red is for errors alone."""

from __future__ import annotations

from textual.theme import Theme

NAMES = ("muted", "late", "good", "accent", "phone", "error")
"""The colours of text; each must be readable on every background below."""
GROUNDS = ("background", "bar", "panel", "cursor", "cursor-off")


def _theme(name: str, *, dark: bool, text: str, rule: str, off: str, **colours: str) -> Theme:
    """A theme of our names, spelled as Textual spells them."""
    colours = {name.replace("_", "-"): value for name, value in colours.items()}
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        secondary=colours["phone"],
        accent=colours["accent"],
        warning=colours["late"],
        success=colours["good"],
        error=colours["error"],
        foreground=text,
        background=colours["background"],
        surface=colours["background"],
        panel=colours["panel"],
        variables={
            **{f"look-{key}": value for key, value in colours.items()},
            "look-text": text,
            "look-rule": rule,
            "look-off": off,
            "input-cursor-background": text,
            "input-cursor-foreground": colours["background"],
            "input-cursor-text-style": "none",
            "input-selection-background": colours["cursor"],
            "footer-background": colours["bar"],
        },
    )


DUSK = _theme(
    "dusk", dark=True, text="#d7dbe0", background="#12151b", bar="#1e232c", panel="#171b22",
    cursor="#2c4341", cursor_off="#1d2a2b", muted="#a9adb2", late="#f1b56b", good="#9ccc8f",
    accent="#7dcfb6", phone="#8fb2f7", error="#f2a29b", rule="#404349", off="#767a80",
)  # fmt: skip
PAPER = _theme(
    "paper", dark=False, text="#23272e", background="#faf8f3", bar="#ebe7dd", panel="#f3f0e8",
    cursor="#d0e2d9", cursor_off="#e8eee7", muted="#575a5f", late="#8b4f00", good="#2c6324",
    accent="#176450", phone="#2454b0", error="#ad241d", rule="#c5c4c2", off="#8f9093",
)  # fmt: skip
INK = _theme(
    "ink", dark=True, text="#ffffff", background="#000000", bar="#1c1c1c", panel="#0a0a0a",
    cursor="#004a8f", cursor_off="#002a52", muted="#dddddd", late="#ffd166", good="#a8f0a0",
    accent="#7df3da", phone="#b9d6ff", error="#ffc2bd", rule="#9a9a9a", off="#9a9a9a",
)  # fmt: skip
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_blue",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "look-text": "ansi_default",
        "look-muted": "ansi_default",
        "look-late": "ansi_yellow",
        "look-good": "ansi_green",
        "look-accent": "ansi_cyan",
        "look-phone": "ansi_blue",
        "look-error": "ansi_red",
        "look-rule": "ansi_bright_black",
        "look-off": "ansi_bright_black",
        "look-background": "ansi_default",
        "look-bar": "ansi_default",
        "look-panel": "ansi_default",
        "look-cursor": "ansi_default",
        "look-cursor-off": "ansi_default",
    },
)
"""The terminal's own sixteen colours, whatever the user made of them."""

THEMES = (DUSK, PAPER, INK, TERMINAL)
DEFAULT_THEME = DUSK.name


_AS_OTHERS_SAY = {
    "look-text": "foreground",
    "look-muted": "foreground-darken-1",
    "look-late": "text-warning",
    "look-good": "text-success",
    "look-accent": "text-accent",
    "look-phone": "text-secondary",
    "look-error": "text-error",
    "look-rule": "foreground-darken-3",
    "look-off": "foreground-darken-3",
    "look-background": "background",
    "look-bar": "panel",
    "look-panel": "surface",
    "look-cursor": "primary-muted",
    "look-cursor-off": "panel",
}


def with_our_names(variables: dict[str, str]) -> dict[str, str]:
    """A theme's variables, ours among them: a theme of others has them by the names all have."""
    ours = {name: variables[other] for name, other in _AS_OTHERS_SAY.items()}
    return {**ours, **variables}
