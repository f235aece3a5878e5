"""The keys that open the call card and the review: one key from anywhere."""

from __future__ import annotations

from textual.binding import Binding

from followup_tui.ui.screens.hand import HandScreen


class CardKeys(HandScreen):
    """`c` on the person at hand."""

    NEEDS_PERSON = frozenset({"card"})

    BINDINGS = [
        Binding("c", "card", "Call card", id="call.card", tooltip="Everything a call needs"),
    ]

    session_id: int | None = None
    """The review it happens in."""

    def action_card(self) -> None:
        from followup_tui.ui.screens.card import CardScreen

        if self.hand.contact_id is not None:
            self.app.push_screen(CardScreen(self.hand, self.session_id))


class ReviewKeys(HandScreen):
    """`r`: today's review."""

    BINDINGS = [
        Binding("r", "review", "Review", id="go.review", tooltip="The review of the day"),
    ]

    def action_review(self) -> None:
        from followup_tui.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen())
