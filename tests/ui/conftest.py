"""A store with the people of the pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.samples import small_world

from followup_tui.actions.demo import make_demo
from followup_tui.actions.flags import remember
from followup_tui.ui.screens.first_day import WELCOMED


@pytest.fixture
def book(book: Path) -> Path:
    """A store whose user was welcomed before."""
    remember(NOW, WELCOMED)
    return book


@pytest.fixture
def world(book: Path) -> Path:
    """The people of the pictures."""
    small_world(NOW)
    return book


@pytest.fixture
def demo(book: Path) -> Path:
    """The sample people."""
    make_demo(NOW)
    return book
