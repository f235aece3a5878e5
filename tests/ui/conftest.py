"""A store with the people of the pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.samples import small_world


@pytest.fixture
def world(book: Path) -> Path:
    """The people of the pictures."""
    small_world(NOW)
    return book
