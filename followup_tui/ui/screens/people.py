"""The keys of what is known: adding, changing and copying people, leads and follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from followup_tui.rules.facts import TieClass
from followup_tui.store.person import person
from followup_tui.text import show
from followup_tui.ui.screens.hand import HandScreen

if TYPE_CHECKING:
    from followup_tui.actions.plans import FollowUpForm
    from followup_tui.store.journal import Done


class PeopleKeys(HandScreen):
    """`a`, `e` and `y`."""

    NEEDS_PERSON = frozenset({"edit", "copy"})

    BINDINGS = [
        Binding("a", "add", "Add", id="people.add", tooltip="Add person, lead, follow-up"),
        Binding("e", "edit", "Edit", id="people.edit", tooltip="Edit person or follow-up"),
        Binding(
            "y", "copy", "Copy", id="people.copy", tooltip="Copy the number or address", show=False
        ),
    ]

    @work
    async def action_add(self) -> None:
        """Ask what to add, then the form for it."""
        from followup_tui.ui.dialogs.choice import ADD, KEEP, ChoiceDialog

        options = (*ADD, *KEEP) if self.hand.contact_id is not None else ADD
        asked = await self.app.push_screen_wait(ChoiceDialog("Add", options))
        if asked == "contact":
            await self._add_contact()
        elif asked == "lead":
            await self._add_lead()
        elif asked == "follow-up":
            await self._add_follow_up()
        elif asked == "keep":
            await self._keep_in_touch()

    @work
    async def action_edit(self) -> None:
        """Ask what to change where there are two, then the form for it."""
        from followup_tui.ui.dialogs.choice import EDIT, ChoiceDialog

        asked: str | None = "contact"
        if self.hand.due:
            asked = await self.app.push_screen_wait(ChoiceDialog("Edit", EDIT))
        if asked == "contact":
            await self._edit_contact()
        elif asked == "follow-up":
            await self._edit_follow_up()

    def action_copy(self) -> None:
        if self.hand.contact_id is None:
            return
        who = person(self.hand.contact_id)
        if way := who.phone or who.email:
            self.app.copy_to_clipboard(show(way.typed))
            self.app.say(f"Copied {way.typed}")
        else:
            self.app.say(f"{who.name} has no number and no address yet: e adds one.", "late")

    async def _add_contact(self) -> None:
        from followup_tui.actions import people
        from followup_tui.ui.dialogs.contact import ContactDialog

        await self.ask(ContactDialog(), lambda form: self.app.acted(people.add_contact, form))

    async def _edit_contact(self) -> None:
        from followup_tui.actions import people
        from followup_tui.ui.dialogs.contact import ContactDialog

        if (contact_id := self.hand.contact_id) is not None:
            was = people.form_of(contact_id)
            await self.ask_over(
                ContactDialog(person(contact_id)),
                was,
                lambda form, was: self.app.acted(people.edit_contact, contact_id, form, was),
            )

    async def _add_lead(self) -> None:
        from followup_tui.actions import leads
        from followup_tui.ui.dialogs.lead import LeadDialog

        dialog = LeadDialog(self.hand.contact_id, self.hand.name)
        await self.ask(dialog, lambda form: self.app.acted(leads.add_lead, form))

    async def _add_follow_up(self) -> None:
        from followup_tui.actions import plans
        from followup_tui.ui.dialogs.follow_up import FollowUpDialog

        dialog = FollowUpDialog(self.hand.contact_id, self.hand.name)
        await self.ask(dialog, lambda form: self.app.acted(plans.add_follow_up, form))

    async def _keep_in_touch(self) -> None:
        """Ask how often, by class; one of their own that was said in days gives way."""
        from followup_tui.actions.keeping import keep_in_touch
        from followup_tui.rules.cadence import interval_days
        from followup_tui.ui.dialogs.choice import ChoiceDialog
        from followup_tui.ui.panes.wording import how_often

        if (contact_id := self.hand.contact_id) is None:
            return
        often = how_often(self.app.now().defaults)
        told = await self.app.push_screen_wait(ChoiceDialog("Keep in touch: how often?", often))
        if told:
            tie, own = TieClass(told), person(contact_id).cadence_days
            days = interval_days(None, (), tie, self.app.now().defaults) if own else None
            await self.app.acted(keep_in_touch, contact_id, tie, days)

    async def _edit_follow_up(self) -> None:
        from followup_tui.actions import plans
        from followup_tui.actions.steps import NextStep
        from followup_tui.rules.fact_lines import Doubt
        from followup_tui.rules.facts import Action
        from followup_tui.ui.dialogs.follow_up import FollowUpDialog

        if due := self.hand.due:
            dialog = FollowUpDialog(self.hand.contact_id, self.hand.name, due)
            was = NextStep(due.action, due.due, due.what, due.time, due.zone, due.part, due.place)
            now = [was.action]

            async def save(form: FollowUpForm, was: NextStep) -> Done | None:
                now.append(form.step.action)
                return await self.app.acted(plans.edit_follow_up, due.id, form.step, was)

            await self.ask_over(dialog, was, save)
            if due.attempt == 1 and (was.action, now[-1]) == (Action.CALL, Action.EMAIL):
                await self.doubt(Doubt.CALL_BECOMES_EMAIL)
