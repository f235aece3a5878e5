"""What runs beside the keys doesn't have the screen stand still."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import running

from followup_tui.actions import people
from followup_tui.actions.people import ContactForm
from followup_tui.errors import Refused
from followup_tui.ui.base import Followup
from followup_tui.ui.giving_way import uncollected


async def test_no_garbage_is_looked_for_while_the_app_works_beside_the_keys(world: Path) -> None:
    async with running() as pilot:
        app = pilot.app
        assert isinstance(app, Followup)
        gc.enable()
        assert await app.aside(gc.isenabled) is False
        assert gc.isenabled()


def test_it_is_looked_for_again_whatever_became_of_the_work() -> None:
    def refuse() -> None:
        raise Refused("No.")

    with pytest.raises(Refused):
        uncollected(refuse)
    assert gc.isenabled()


def test_who_has_it_stand_still_already_keeps_it_so(book: Path) -> None:
    gc.disable()
    try:
        uncollected(lambda: people.add_contact(NOW, ContactForm("Ada King")))
        assert not gc.isenabled()
    finally:
        gc.enable()
