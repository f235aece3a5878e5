"""Reads the sample people from their file."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def sample_people() -> dict[str, Any]:
    """The sample people and what happened with them, in days counted from today."""
    text = files("followup_tui.words").joinpath("demo.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
