"""Stores opened, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import FollowupError
from followup_tui.store.book import open_book

NOBODY = 65534


def add(name: str) -> None:
    add_contact(NOW, ContactForm(name))


def refused(path: Path) -> FollowupError:
    with pytest.raises(FollowupError) as caught, open_book(path):
        pass
    assert "\n" not in str(caught.value)
    return caught.value
