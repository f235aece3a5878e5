"""A number to point a phone at: a QR code as lines of half blocks."""

from __future__ import annotations

from functools import lru_cache

from followup_tui.ui.spans import Line

QUIET = 2
"""White modules around it: with fewer of them, phones don't find it on a dark screen."""
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""A cell by its upper and its lower module; dark ones are in the foreground."""
LOOK = "code"
"""Black on white in every theme."""


@lru_cache(maxsize=8)
def code_lines(text: str) -> tuple[Line, ...]:
    """`text` as a QR code; nothing for none."""
    if not text:
        return ()
    import segno

    code = segno.make(text, error="l", micro=False)
    modules = [tuple(map(bool, row)) for row in code.matrix_iter(border=QUIET)]
    if len(modules) % 2:
        modules.append((False,) * len(modules[0]))
    return tuple(
        (("".join(HALVES[pair] for pair in zip(upper, lower, strict=True)), LOOK),)
        for upper, lower in zip(modules[::2], modules[1::2], strict=True)
    )
