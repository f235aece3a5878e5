"""The Lead pane: the story of the person at hand, and why they come now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import getters

from followup_tui.errors import NotFound
from followup_tui.rules.facts import Owed
from followup_tui.store.agenda import Due
from followup_tui.store.cadence import cadence_of
from followup_tui.store.story import Story, story
from followup_tui.ui.base import Followup
from followup_tui.ui.panes.story_lines import (
    CALLS,
    NO_CARD,
    Card,
    due_lines,
    is_a_call,
    story_lines,
)
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.page import Page
from followup_tui.ui.widgets.painted import title

NOBODY: Sequence[Line] = (
    (("Pick somebody to see their story.", "muted"),),
    (),
    (("a", "key"), (" adds a person or a lead", "muted")),
    (("/", "key"), (" finds somebody", "muted")),
)
KEPT = 16
"""So many stories are kept until the book changes: those that the next keys may ask for."""


class LeadPane(Page):
    """One person, from who they are to what happened; it scrolls."""

    BORDER_TITLE = "3 Lead"

    app = getters.app(Followup)

    def __init__(self) -> None:
        super().__init__(id="lead")
        self.add_class("pane")
        self._stories: dict[int, Story | None] = {}
        self._cards: dict[int, Card] = {}
        self._shown: tuple[int | None, Due | None] = (None, None)

    def show_person(self, contact_id: int | None, due: Due | None) -> None:
        """Show this person, with the follow-up at hand, in the frame that is being made."""
        same = contact_id is not None and contact_id == self._shown[0]
        self._shown = (contact_id, due)
        self.put(self._lines(), keep_place=same)

    def forget(self) -> None:
        """The book changed: read the stories again."""
        self._stories.clear()
        self._cards.clear()

    def read_one(self, contact_ids: Iterable[int | None]) -> bool:
        """Read the first of these stories that isn't known yet; whether there was one."""
        for contact_id in contact_ids:
            if contact_id is not None and contact_id not in self._stories:
                known = self._story(contact_id)
                if known and any(step.action in CALLS for step in known.steps):
                    self._short_card(known)
                return True
        return False

    def _story(self, contact_id: int) -> Story | None:
        if contact_id not in self._stories:
            if len(self._stories) >= KEPT:
                self.forget()
            try:
                self._stories[contact_id] = story(contact_id)
            except NotFound:
                self._stories[contact_id] = None
        return self._stories[contact_id]

    def _short_card(self, known: Story) -> Card:
        """The short form of the call card; kept as long as the story is."""
        # Half of what starting would load: only a call asks for it.
        from followup_tui.reports import cards

        who = known.person.id
        if who not in self._cards:
            whole = cards.card_of(known, self.app.now(), own_words=self.app.settings.folder)
            said, asked = cards.short_form(whole)
            self._cards[who] = Card("".join(said.lines), asked.lines)
        return self._cards[who]

    @property
    def story(self) -> Story | None:
        """The story that is shown."""
        contact_id = self._shown[0]
        return None if contact_id is None else self._story(contact_id)

    def _lines(self) -> Sequence[Line]:
        due, moment, width = self._shown[1], self.app.now(), max(20, self.content_size.width)
        if self.story is not None:
            card = self._short_card(self.story) if is_a_call(due) else NO_CARD
            in_touch = due is not None and due.owed is Owed.IN_TOUCH
            cadence = cadence_of(self.story.person.id, moment) if in_touch else None
            return story_lines(self.story, due, moment, width, card, cadence)
        return due_lines(due, moment, width) if due else NOBODY

    def on_resize(self) -> None:
        self.put(self._lines(), keep_place=True)

    def rolled(self) -> None:
        """Say which page of how many is shown."""
        height = max(1, self.content_size.height)
        pages = -(-len(self.lines) // height)
        page = -(-(self.top + height) // height)
        said = f"{min(page, pages)} of {pages}" if pages > 1 else None
        if said != self.border_subtitle:
            self.border_subtitle = title(said) if said else None
