"""The profile: the paragraph others can pass on, its words counted, and who has heard it."""

from __future__ import annotations

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from followup_tui.reports.paragraph import paragraph
from followup_tui.store.journal import Done
from followup_tui.store.profiles import Heard, heard, versions
from followup_tui.text import show
from followup_tui.ui.base import Followup
from followup_tui.ui.days import day_here, day_words
from followup_tui.ui.spans import BLANK, Line, wrapped
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.page import Page


class ProfileScreen(Screen[None]):
    """`e` changes it, `y` copies the paragraph."""

    DEFAULT_CSS = "ProfileScreen Page { padding: 1 2; max-width: 90; }"

    BINDINGS = [
        Binding("escape", "leave", "Back", id="profile.leave", tooltip="Back"),
        Binding("e", "edit", "Edit", id="profile.edit", tooltip="Change the fields"),
        Binding("y", "copy", "Copy", id="profile.copy", tooltip="Copy the paragraph"),
    ]

    app = getters.app(Followup)
    bar = getters.query_one(Ends)
    page = getters.query_one(Page)

    def compose(self) -> ComposeResult:
        yield Ends(id="bar")
        yield Page(id="paragraph")
        yield Keys()

    def on_mount(self) -> None:
        self.app.book_changed.subscribe(self, self.reload)
        self.page.focus()
        self.reload()

    def on_resize(self) -> None:
        self.call_after_refresh(self.reload)

    def reload(self, done: Done | None = None) -> None:
        """Read it again."""
        self.told = paragraph(self.app.settings.folder, defaults=self.app.now().defaults)
        self.bar.tell(
            (("followup", "accent-strong"), ("  What you are looking for", "")),
            ((f"{versions()} versions", "muted"),) if versions() > 1 else (),
        )
        self.page.put(self._lines(max(20, self.page.content_size.width)), keep_place=True)

    def _lines(self, width: int) -> list[Line]:
        told = self.told
        if not told.text:
            return [(("Nothing yet: ", "muted"), ("e", "key"), (" starts it", "muted"))]
        lines = [*wrapped(show(told.text), "", width), BLANK, ((told.hint, "muted"),)]
        if told.missing:
            lines += wrapped(f"Still empty: {', '.join(told.missing)}", "late", width)
        if told.looking_for:
            lines += [BLANK, (("In one sentence", "muted"),)]
            lines += wrapped(show(told.looking_for), "quote", width)
        return [*lines, *self._heard(width)]

    def _heard(self, width: int) -> list[Line]:
        found = heard()
        if not found:
            return []
        return [BLANK, (("Who has heard it", "muted"),), *(self._hearer(one) for one in found)]

    def _hearer(self, one: Heard) -> Line:
        now = self.app.now()
        day = day_words(day_here(one.at, now.at.tzinfo), now.today)
        old = "  an older one" if not one.newest else ""
        return ((show(one.name), ""), (f"  {day}{old}", "muted" if one.newest else "late"))

    @work
    async def action_edit(self) -> None:
        """Ask for the fields; the words are counted as they are typed."""
        from followup_tui.actions import profile
        from followup_tui.ui.dialogs.profile import ProfileFieldsDialog

        fields = await self.app.push_screen_wait(ProfileFieldsDialog(self.told.fields))
        if fields is not None:
            fresh = paragraph(self.app.settings.folder, fields, self.app.now().defaults)
            await self.app.acted(profile.save_profile, fields, fresh.text)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.told.text)
        self.app.say("Copied the paragraph about you")

    def action_leave(self) -> None:
        self.dismiss()
