"""A message: the draft that fits, edited in place or outside, copied, mailed; sent is logged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, TextArea

from followup_tui.actions import fact_notes
from followup_tui.actions.messages import Message, forget_draft, keep_draft
from followup_tui.errors import FollowupError
from followup_tui.reports.drafts import Asked, kinds_for, words, written
from followup_tui.reports.facts import fact_at, writing_doubt
from followup_tui.rules.letters import Draft, Kind
from followup_tui.rules.mailto import mailto
from followup_tui.store.kept import kept_draft
from followup_tui.store.person import person
from followup_tui.text import show
from followup_tui.ui.days import day_here, day_words
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.outside import edited_outside, open_link
from followup_tui.ui.panes.fact_line import fact_lines
from followup_tui.ui.spans import BLANK, Line, wrapped
from followup_tui.ui.widgets.body import Body
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import TypingLine
from followup_tui.ui.with_fact import WithFact

KEEP_SECONDS = 3
"""How often what is being written is kept."""
READ_HINTS: Line = (
    ("enter", "key"), (" mark as sent   ", ""), ("e", "key"), (" edit   ", ""), ("y", "key"),
    (" copy   ", ""), ("t", "key"), (" mail program   ", ""), ("tab", "key"), (" another", ""),
)  # fmt: skip
EDIT_HINTS: Line = (
    ("esc", "key"), (" done editing   ", ""), ("tab", "key"), (" subject, text", ""),
)  # fmt: skip


class Letter(Dialog[Message], WithFact[Message | None]):
    """The message itself: to whom, which kind, its text, and what only the user knows."""

    DEFAULT_CSS = """
    Letter {
        Box { width: 82; }
        #subject { margin-bottom: 1; }
        #asks { margin-top: 1; }
        #hints { margin-top: 1; }
        &.-short #subject, &.-short #asks, &.-short #hints { margin: 0; }
    }
    """

    AUTO_FOCUS = ""

    subject = getters.query_one("#subject", TypingLine)
    body = getters.query_one(Body)
    said = getters.query_one("#said", Said)
    asks = getters.query_one("#asks", Said)
    hints = getters.query_one("#hints", Said)

    def __init__(
        self, contact_id: int, follow_up_id: int | None = None, kind: Kind | None = None, *,
        deciding: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.deciding = deciding
        self.who = person(contact_id)
        self.asked = Asked(follow_up_id, kind)
        self.kind = kind or Kind.IN_TOUCH
        self.draft = Draft("", "", ())
        self._kept = ("", "")
        """What was kept last, so that only what is new is kept again."""
        self._continued = ""

    def compose(self) -> ComposeResult:
        with Box():
            yield Said(id="said")
            yield TypingLine(id="subject", placeholder="Subject")
            yield Body(id="body")
            yield Said(id="asks")
            yield Said([READ_HINTS], id="hints")

    def on_mount(self) -> None:
        self.asked = replace(self.asked, own_words=self.app.settings.folder)
        self.set_interval(KEEP_SECONDS, self.keep)
        self.write()
        self.call_after_refresh(self.tell)

    def write(self, *, afresh: bool = False) -> None:
        """Write the message anew: as it was left, or as the book's facts make it."""
        self.kind, self.draft = written(self.who.id, self.app.now(), self.asked)
        kept = None if afresh else kept_draft(self.who.id, self.kind)
        subject, body = (kept.subject, kept.body) if kept else (self.draft.subject, self.draft.body)
        self._continued = ""
        if kept:
            now = self.app.now()
            self._continued = day_words(day_here(kept.at, now.at.tzinfo), now.today)
        self.subject.value = subject
        self.subject.display = bool(self.draft.subject or subject)
        self.body.put(body)
        self._kept = self._now()
        self._look_for_a_fact()
        self.tell()

    def _look_for_a_fact(self) -> None:
        """The line for who writes where a call would do more, once; it stays while this is open."""
        now, step = self.app.now(), self.asked.follow_up_id
        if self.fact is None and (doubt := writing_doubt(self.who.id, step, self.kind)):
            self.fact = fact_at(doubt, now, deciding=self.deciding, own_words=self.asked.own_words)
            if self.fact:
                self.app.jot(fact_notes.fact_shown, self.fact.id, self.who.id)

    def tell(self) -> None:
        """Say to whom, which kind, and what only the user knows."""
        letters = words(self.asked.own_words)
        label = letters.letters[self.kind].label
        self.box.border_title = title(f"Message: {label}")
        to = self.who.email.typed if self.who.email else "no address yet"
        lines: list[Line] = [((f"To {show(self.who.name)}", "strong"), (f"  {show(to)}", "muted"))]
        if self._continued:
            lines.append(
                ((f"As you left it {self._continued}; ", "late"), ("backspace", "key"),
                 (" starts over", "late"))
            )  # fmt: skip
        fact = fact_lines(self.fact, max(24, self.box.content_size.width))
        self.said.put([*lines, *fact, BLANK])
        asks = [
            ((f"{at} ", "key"), (letters.asks.get(ask, ask), "muted"))
            for at, ask in enumerate(self.draft.asks[:5], start=1)
        ]
        self.asks.put(asks)
        self.hints.put([EDIT_HINTS if self.editing else READ_HINTS])

    @property
    def editing(self) -> bool:
        """Whether letters are text now, and not keys."""
        return self.focused in (self.subject, self.body)

    def on_descendant_focus(self) -> None:
        self.tell()

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self.tell)

    def _now(self) -> tuple[str, str]:
        return self.subject.value, self.body.text

    def keep(self) -> None:
        """Keep what was written since, without a word."""
        now = self._now()
        if now != self._kept:
            self._kept = now
            self.app.jot(keep_draft, self.who.id, self.kind, now[1], now[0])

    @on(TextArea.Changed)
    def changed(self) -> None:
        self.refresh(layout=True)


class MessageDialog(Letter):
    """Read first: the letters are keys until `e` makes it a text to edit."""

    BINDINGS = [
        Binding("enter", "send", "Sent", id="message.send", tooltip="It went out: log it"),
        Binding("e", "edit", "Edit", id="message.edit", tooltip="Edit it here"),
        Binding("E", "editor", "Editor", id="message.editor", tooltip="Edit it in your editor"),
        Binding("y", "copy", "Copy", id="message.copy", tooltip="Copy the message"),
        Binding("t", "mail", "Mail", id="message.mail", tooltip="Open it in the mail program"),
        Binding("tab", "kind(1)", "Another", id="message.kind", tooltip="Another message"),
        Binding("shift+tab", "kind(-1)", "Before", id="message.kind-before", show=False),
        Binding(
            "backspace", "afresh", "Afresh", id="message.afresh",
            tooltip="Start over with a new draft", show=False,
        ),
        Binding("w", "source", "Source", id="message.source", tooltip="Where the line comes from",
                show=False),
        Binding("F", "hide_fact", "Not again", id="message.hide-fact",
                tooltip="Never show this line again", show=False),
        *(
            Binding(f"{at}", f"fill({at})", f"{at}", id=f"message.fill-{at}", show=False)
            for at in range(1, 6)
        ),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "leave":
            return True
        if action == "afresh":
            return bool(self._continued) and not self.editing
        return not self.editing

    @on(Input.Submitted)
    def on_with_the_text(self) -> None:
        self.body.focus()

    def action_edit(self) -> None:
        self.body.focus()

    def action_leave(self) -> None:
        """Stop editing; then leave, with what was written kept."""
        if self.editing:
            self.set_focus(None)
            return
        self.keep()
        self.dismiss(None)

    def action_kind(self, step: int) -> None:
        self.keep()
        kinds = kinds_for(self.who.id, self.app.now(), self.asked.follow_up_id)
        at = kinds.index(self.kind) if self.kind in kinds else 0
        self.asked = replace(self.asked, kind=kinds[(at + step) % len(kinds)])
        self.write()

    def action_afresh(self) -> None:
        self.app.act(forget_draft, self.who.id, self.kind)
        self.write(afresh=True)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.body.text)
        self._say(f"Copied the message to {self.who.name}")

    def action_mail(self) -> None:
        address = self.who.email.typed if self.who.email else ""
        subject, body = self._now()
        self._try(lambda: open_link(mailto(address, subject, body)), "Opened in the mail program")

    def action_editor(self) -> None:
        self._try(lambda: self.body.put(edited_outside(self.app, self.body.text)))

    def _try(self, act: Callable[[], object], done: str = "") -> None:
        try:
            act()
        except FollowupError as error:
            self._say(str(error), "late")
        else:
            self._say(done)

    def _say(self, words: str, look: str = "muted") -> None:
        width = max(20, self.box.content_size.width)
        self.hints.put([*wrapped(show(words), look, width), READ_HINTS] if words else [READ_HINTS])

    @work
    async def action_fill(self, digit: int) -> None:
        """Ask for what only the user knows, and write the message with it."""
        from followup_tui.ui.dialogs.blank import BlankDialog

        if digit > len(self.draft.asks):
            return
        blank = self.draft.asks[digit - 1]
        question = words(self.asked.own_words).asks.get(blank, blank)
        told = await self.app.push_screen_wait(BlankDialog(question))
        if told:
            self.asked = replace(
                self.asked, kind=self.kind, told={**(self.asked.told or {}), blank: told}
            )
            self.write(afresh=True)

    def action_send(self) -> None:
        subject, body = self._now()
        if body.strip():
            self.dismiss(Message(self.who.id, self.kind, body, subject))
