"""JSON to stdout: whole, also where stdout lacks the letters."""

from __future__ import annotations

import sys


def print_json(value: object) -> None:
    """`value`, with every letter escaped that stdout would show as `?`."""
    from followup_tui.exchange.spelling import spell

    encoding = getattr(sys.stdout, "encoding", None) or ""
    print(spell(value, ascii_only=not encoding.lower().startswith("utf")))
