"""The keys of a call where more is known of it: its review, its card, how sure the user felt."""

from __future__ import annotations

from textual import work

from followup_tui.actions import calls
from followup_tui.actions.chasing import BY_TALKING, TouchForm
from followup_tui.actions.log_line import Entry
from followup_tui.actions.log_reading import understand
from followup_tui.rules.facts import Channel, Outcome
from followup_tui.ui.screens.calls import CallKeys


class SessionCalls(CallKeys):
    """`l`, `v` and `n` that write down in which review, and with which card, they happened."""

    def __init__(self) -> None:
        super().__init__()
        self.session_id: int | None = None
        self.card_seen = False
        self.sure: int | None = None
        """From 1 to 5, before the call; None where it wasn't asked."""

    def action_tried(self, outcome: str) -> None:
        if self.hand.contact_id is None:
            return
        due = self.hand.due
        form = TouchForm(
            self.hand.contact_id,
            Outcome(outcome),
            channel=Channel.CALL,
            closes=(due.id,) if due and due.action in BY_TALKING else None,
            session_id=self.session_id,
            card_seen=self.card_seen,
            confidence_before=self.sure,
        )
        self._nobody_answered(form)

    @work
    async def _nobody_answered(self, form: TouchForm) -> None:
        if await self.app.acted(calls.log_touch, form):
            self.tried()

    def tried(self) -> None:
        """A try was written down."""

    def entry(self, minutes: int | None = None, went: int | None = None) -> Entry:
        """What is known of a log before its line is typed."""
        return Entry(
            "",
            understand("", self.app.now()),
            minutes=minutes,
            session_id=self.session_id,
            card_seen=self.card_seen,
            confidence_before=self.sure,
            confidence_after=went,
        )
