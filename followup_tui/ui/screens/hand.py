"""A screen with a person at hand: what every key that acts on somebody stands on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from textual import getters
from textual.screen import Screen

from followup_tui.actions.meanwhile import ChangedMeanwhile
from followup_tui.records import dataclass
from followup_tui.store.agenda import Due
from followup_tui.store.journal import Done
from followup_tui.ui.base import Followup

if TYPE_CHECKING:
    from followup_tui.rules.fact_lines import Doubt
    from followup_tui.ui.dialogs.form import Form

R = TypeVar("R")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Hand:
    """Whom, and which follow-up, the keys act on."""

    contact_id: int | None = None
    name: str = ""
    due: Due | None = None
    about: int | None = None
    """The follow-up that a message is for, where `due` doesn't say."""
    lead_id: int | None = None


NOBODY = Hand()


class HandScreen(Screen[None]):
    """A screen whose keys act on the person and the follow-up at hand."""

    NEEDS_PERSON: frozenset[str] = frozenset()
    """Actions that make no sense with nobody at hand."""
    NEEDS_DUE: frozenset[str] = frozenset()
    """Actions that make no sense without a follow-up at hand."""
    must_decide = False
    """Whether a decision is asked for: then nothing is said to move it."""

    app = getters.app(Followup)

    def __init__(self) -> None:
        super().__init__()
        self.hand = NOBODY

    def take(self, hand: Hand) -> None:
        """Let the keys act on this from now on."""
        was, self.hand = self.hand, hand
        # The footer changes only where keys come or go: not at every cursor key.
        if (was.contact_id is None, was.due is None) != (hand.contact_id is None, hand.due is None):
            self.refresh_bindings()

    async def ask(self, dialog: Form[R], save: Callable[[R], Awaitable[Done | None]]) -> None:
        """Ask, and save the answer; where it is refused, ask again with what was typed kept."""
        while (answer := await self.app.push_screen_wait(dialog)) is not None:
            if await save(answer):
                return
            dialog = dialog.again(self.app.refusal)

    async def doubt(self, doubt: Doubt) -> None:
        """Show the one honest line for this moment, where there is one for it today."""
        from followup_tui.actions import fact_notes
        from followup_tui.reports.facts import fact_at
        from followup_tui.ui.dialogs.fact import FactDialog

        own = self.app.settings.folder
        fact = fact_at(doubt, self.app.now(), deciding=self.must_decide, own_words=own)
        if fact:
            self.app.jot(fact_notes.fact_shown, fact.id, self.hand.contact_id)
            await self.app.push_screen_wait(FactDialog(fact))

    async def ask_over(
        self, dialog: Form[R], was: F, save: Callable[[R, F], Awaitable[Done | None]]
    ) -> None:
        """As `ask`, of what `was` so when the dialog was made: what others change meanwhile stays,
        and is asked where the user changed it, too.
        """
        while (answer := await self.app.push_screen_wait(dialog)) is not None:
            if await save(answer, was):
                return
            if isinstance(self.app.refused, ChangedMeanwhile) and isinstance(
                self.app.refused.seen, type(was)
            ):
                was = self.app.refused.seen
            dialog = dialog.again(self.app.refusal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that have nothing to act on."""
        if action in self._all("NEEDS_PERSON"):
            return self.hand.contact_id is not None
        if action in self._all("NEEDS_DUE"):
            return self.hand.due is not None
        return True

    def _all(self, needs: str) -> frozenset[str]:
        return frozenset().union(*(vars(cls).get(needs, ()) for cls in type(self).__mro__))
