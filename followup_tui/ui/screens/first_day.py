"""The first day: a welcome that does something, and never again after."""

from __future__ import annotations

from textual import work

from followup_tui.store.flags import seen
from followup_tui.store.people import count
from followup_tui.ui.screens.hand import HandScreen

WELCOMED = "welcomed"


class FirstDay(HandScreen):
    """What a screen does where the book is empty and was never opened."""

    def begin(self) -> None:
        """Welcome whoever opens an empty book for the first time."""
        if not count() and not seen(WELCOMED):
            self.welcome()

    @work
    async def welcome(self) -> None:
        """Ask how to begin, do it, ask what is looked for, and show six keys."""
        # The first paint of every later day waits for nothing of this.
        from followup_tui.actions import flags, profile
        from followup_tui.ui.dialogs.welcome import ProfileDialog, TourDialog, WelcomeDialog

        chosen = await self.app.push_screen_wait(WelcomeDialog())
        if chosen is not None:
            await self._begin_with(chosen)
            if chosen != "sample":
                answers = await self.app.push_screen_wait(ProfileDialog())
                if answers is not None:
                    await self.app.acted(profile.save_profile, answers)
            await self.app.push_screen_wait(TourDialog())
        await self.app.acted(flags.remember, WELCOMED)

    async def _begin_with(self, chosen: str) -> None:
        if chosen == "sample":
            from followup_tui.actions.demo import make_demo

            await self.app.act_long(make_demo).wait()
        elif chosen == "person":
            from followup_tui.actions import people
            from followup_tui.ui.dialogs.contact import ContactDialog

            await self.ask(ContactDialog(), lambda form: self.app.acted(people.add_contact, form))
        else:
            await self.bring_in()

    async def bring_in(self) -> None:
        """Bring people in from a file."""
        from followup_tui.ui.screens.book_keys import bring_in

        await bring_in(self.app)
