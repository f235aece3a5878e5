"""A lead with its stages: where it came from, who has to do with it, what is next."""

from __future__ import annotations

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.rules.facts import CloseReason, Stage
from followup_tui.store.journal import Done
from followup_tui.store.leads import lead_story
from followup_tui.ui.panes.lead_lines import lead_lines
from followup_tui.ui.screens.hand import Hand
from followup_tui.ui.screens.loop_keys import LoopKeys
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.page import Page

MOVES = (
    (Stage.CONTACTED, "they know about me"), (Stage.TALKING, "we are talking"),
    (Stage.APPLIED, "they have my application"), (Stage.INTERVIEW, "an interview is agreed"),
    (Stage.OFFER, "they made an offer"), (Stage.WON, "I got it"),
    (Stage.CLOSED, "they said no, or it is gone"), (Stage.PAUSED, "not now: parked"),
)  # fmt: skip
CLOSED = {
    CloseReason.FILLED: "somebody else got it",
    CloseReason.BUDGET: "no money for it",
    CloseReason.FREEZE: "hiring is frozen",
    CloseReason.REJECTED: "they said no",
    CloseReason.SILENT: "they never answered",
    CloseReason.OTHER: "something else",
}


class LeadScreen(LoopKeys):
    """`enter` moves it to another stage, `x` lets it go, `e` changes what is known."""

    DEFAULT_CSS = "LeadScreen Page { padding: 1 2; max-width: 100; }"

    BINDINGS = [
        Binding("escape", "leave", "Back", id="lead.leave", tooltip="Back"),
        Binding("enter", "move", "Move", id="lead.move", tooltip="Move it to another stage"),
        Binding("e", "edit", "Edit", id="lead.edit", tooltip="Change its details"),
        Binding("p", "park", "Park", id="lead.park", tooltip="Park it until a day"),
    ]

    bar = getters.query_one(Ends)
    page = getters.query_one(Page)

    def __init__(self, lead_id: int) -> None:
        super().__init__()
        self.lead_id = lead_id

    def compose(self) -> ComposeResult:
        yield Ends(id="bar")
        yield Page(id="story")
        yield Keys()

    def on_mount(self) -> None:
        self.app.book_changed.subscribe(self, self.reload)
        self.page.focus()
        self.reload()

    def on_resize(self) -> None:
        self.call_after_refresh(self.reload)

    def reload(self, done: Done | None = None) -> None:
        """Read the lead again."""
        now = self.app.now()
        self.story = story = lead_story(self.lead_id, now)
        with_ = story.people[0] if story.people else None
        who = with_.contact_id if with_ else story.offered_by_id
        self.take(Hand(who, with_.name if with_ else story.offered_by, lead_id=self.lead_id))
        self.bar.tell((("followup", "accent-strong"), ("  Lead", "")), ())
        width = max(20, self.page.content_size.width)
        self.page.put(lead_lines(story, now, width), keep_place=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return True if action == "decline" else super().check_action(action, parameters)

    @work
    async def action_move(self) -> None:
        """Ask which stage, and why where it ends."""
        from followup_tui.actions import leads
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        options = [(str(stage), stage.capitalize(), words) for stage, words in MOVES]
        told = await self.app.push_screen_wait(ChoiceDialog("Where does it stand?", options))
        reason = None
        if told == Stage.CLOSED:
            whys = [(str(one), one.capitalize(), words) for one, words in CLOSED.items()]
            reason = await self.app.push_screen_wait(ChoiceDialog("Why?", whys))
        if told and (reason or told != Stage.CLOSED):
            await self.app.acted(leads.move_lead, self.lead_id, Stage(told), reason)

    @work
    async def action_edit(self) -> None:
        """Ask for what is known of it."""
        from followup_tui.actions import leads
        from followup_tui.ui.dialogs.lead import LeadDialog

        was = leads.form_of(self.lead_id)
        await self.ask_over(
            LeadDialog(lead=lead_story(self.lead_id, self.app.now())),
            was,
            lambda form, was: self.app.acted(leads.edit_lead, self.lead_id, form, was),
        )

    @work
    async def action_park(self) -> None:
        """Ask until when, and put it away."""
        from followup_tui.actions import leads

        if until := await self.until():
            await self.app.acted(leads.park, self.lead_id, until)

    @work
    async def action_decline(self) -> None:
        """Ask why, show the words, and let the lead go with all that belongs to it."""
        from followup_tui.actions import declines
        from followup_tui.reports.noes import no_to
        from followup_tui.ui.dialogs.decline import NoDialog, Words

        reason = await self.why()
        if reason is None:
            return
        now, own = self.app.now(), self.app.settings.folder
        no = no_to(now, reason, lead_id=self.lead_id, own_words=own)
        words: Words | None = Words()
        if no.message or no.report:
            words = await self.app.push_screen_wait(NoDialog(no))
        if words is not None:
            await self.app.acted(
                declines.decline_lead, self.lead_id, reason, words.message, words.report
            )

    def action_leave(self) -> None:
        self.dismiss()
