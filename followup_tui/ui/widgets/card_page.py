"""A page that may have a code on it to point a phone at."""

from __future__ import annotations

from followup_tui.ui.panes.code_lines import LOOK
from followup_tui.ui.widgets.page import Page


class CardPage(Page):
    """A page of a card; a code on it is black on white in every theme."""

    COMPONENT_CLASSES = {f"look--{LOOK}"}

    DEFAULT_CSS = f"CardPage {{ & > .look--{LOOK} {{ color: #000000; background: #ffffff; }} }}"
