"""The Lead pane: the story of the person at hand, and why they come now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from textual import getters

from followup_tui.errors import NotFound
from followup_tui.store.agenda import Due
from followup_tui.store.story import Story, story
from followup_tui.ui.base import Followup
from followup_tui.ui.panes.story_lines import due_lines, opening, story_lines
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.page import Page

QUESTIONS = 3
"""So many are shown here; the call card has more."""
NOBODY: Sequence[Line] = (
    (("Whoever is chosen, told here.", "muted"),),
    (),
    (("a", "key"), (" adds a person, a lead, a step", "muted")),
    (("/", "key"), (" finds one", "muted")),
)
KEPT = 64
"""So many stories are kept until the book changes."""


class LeadPane(Page):
    """One person, from who they are to what happened; it scrolls."""

    BORDER_TITLE = "3 Lead"

    app = getters.app(Followup)

    def __init__(self) -> None:
        super().__init__(id="lead")
        self.add_class("pane")
        self._stories: dict[int, Story | None] = {}
        self._shown: tuple[int | None, Due | None] = (None, None)

    def show_person(self, contact_id: int | None, due: Due | None) -> None:
        """Show this person, with the follow-up at hand, in the frame that is being made."""
        same = contact_id is not None and contact_id == self._shown[0]
        self._shown = (contact_id, due)
        self.put(self._lines(), keep_place=same)
        self.rolled()

    def forget(self) -> None:
        """The book changed: read the stories again."""
        self._stories.clear()

    def read_one(self, contact_ids: Iterable[int | None]) -> bool:
        """Read the first of these stories that isn't known yet; whether there was one."""
        for contact_id in contact_ids:
            if contact_id is not None and contact_id not in self._stories:
                self._story(contact_id)
                return True
        return False

    def _story(self, contact_id: int) -> Story | None:
        if contact_id not in self._stories:
            if len(self._stories) >= KEPT:
                self._stories.clear()
            try:
                self._stories[contact_id] = story(contact_id)
            except NotFound:
                self._stories[contact_id] = None
        return self._stories[contact_id]

    @property
    def story(self) -> Story | None:
        """The story that is shown."""
        contact_id = self._shown[0]
        return None if contact_id is None else self._story(contact_id)

    def _lines(self) -> Sequence[Line]:
        due, moment, width = self._shown[1], self.app.now(), max(20, self.content_size.width)
        if self.story is not None:
            card = opening(self.story, due, self._questions)
            return story_lines(self.story, due, moment, width, card)
        return due_lines(due, moment, width) if due else NOBODY

    @cached_property
    def _questions(self) -> tuple[str, ...]:
        from followup_tui.words.reader import questions

        return questions().presets[0].questions[:QUESTIONS]

    def on_resize(self) -> None:
        self.put(self._lines(), keep_place=True)
        self.rolled()

    def rolled(self) -> None:
        height = max(1, self.content_size.height)
        pages = -(-len(self.lines) // height)
        page = -(-(self.top + height) // height)
        said = f"{min(page, pages)} of {pages}" if pages > 1 else None
        if said != self.border_subtitle:
            self.border_subtitle = said
