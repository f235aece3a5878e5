"""The keys that open what is behind: the loop, the lead at hand, the profile."""

from __future__ import annotations

from textual.binding import Binding

from followup_tui.ui.screens.hand import HandScreen


class LeadKeys(HandScreen):
    """`L`: the lead at hand, with its stages."""

    BINDINGS = [
        Binding(
            "L", "lead", "Lead", id="people.lead", tooltip="The lead, and how far it is", show=False
        ),
    ]  # fmt: skip

    @property
    def lead_id(self) -> int | None:
        """The lead at hand: of the follow-up, else the first of the person."""
        from followup_tui.store.leads import lead_with

        if self.hand.lead_id is not None:
            return self.hand.lead_id
        if self.hand.due and self.hand.due.lead_id is not None:
            return self.hand.due.lead_id
        return lead_with(self.hand.contact_id) if self.hand.contact_id is not None else None

    def action_lead(self) -> None:
        from followup_tui.ui.screens.lead import LeadScreen

        lead_id = self.lead_id
        if lead_id is None:
            self.app.say("There is no lead here yet: a adds one.", "late")
        else:
            self.app.push_screen(LeadScreen(lead_id))


class PlaceKeys(LeadKeys):
    """`W`, `A`, `N` and `P`: the loop by its three lists, and the profile."""

    BINDINGS = [
        Binding(
            "W", "loop(1)", "Wondering", id="go.wondering", tooltip="Who is still wondering",
            show=False,
        ),
        Binding(
            "A", "loop(2)", "Awaited", id="go.waiting",
            tooltip="What you are waiting for", show=False,
        ),
        Binding("N", "loop(3)", "Names", id="go.names", tooltip="Who gave you names", show=False),
        Binding(
            "P", "profile", "Profile", id="app.profile", tooltip="What you are looking for",
            show=False,
        ),
    ]  # fmt: skip

    def action_loop(self, which: int) -> None:
        from followup_tui.ui.screens.loop import LoopScreen

        self.app.push_screen(LoopScreen(which))

    def action_profile(self) -> None:
        from followup_tui.ui.screens.profile import ProfileScreen

        self.app.push_screen(ProfileScreen())
