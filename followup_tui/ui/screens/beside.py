"""The key for a second person at the same place."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from followup_tui.text import show
from followup_tui.ui.screens.hand import HandScreen

NEW = "new"


class BesideKeys(HandScreen):
    """`b` on the follow-up at hand."""

    NEEDS_DUE = frozenset({"beside"})

    BINDINGS = [
        Binding(
            "b", "beside", "Somebody else", id="call.beside",
            tooltip="Try somebody else there too", show=False,
        ),
    ]  # fmt: skip

    @work
    async def action_beside(self) -> None:
        """Ask whom else at their place, and put them on the list too."""
        from followup_tui.actions.beside import try_beside
        from followup_tui.store.known import others_there
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        due = self.hand.due
        if due is None or due.contact_id is None:
            return
        options = [(str(ref.id), show(ref.name), "") for ref in others_there(due.contact_id)]
        options.append((NEW, "Somebody new", ""))
        where = f" at {show(due.organization)}" if due.organization else " there"
        told = await self.app.push_screen_wait(ChoiceDialog(f"Who else{where}?", options))
        who = await self._somebody_new(due.organization) if told == NEW else told and int(told)
        if who:
            await self.app.acted(try_beside, due.id, who)

    async def _somebody_new(self, organization: str) -> int | None:
        from followup_tui.actions import people
        from followup_tui.store.journal import Done
        from followup_tui.ui.dialogs.contact import ContactDialog

        dialog = ContactDialog()
        dialog.typed = {"organization": organization}
        added: list[int] = []

        async def save(form: people.ContactForm) -> Done | None:
            done = await self.app.acted(people.add_contact, form)
            added.extend(done.added("contact") if done else ())
            return done

        await self.ask(dialog, save)
        return added[0] if added else None
