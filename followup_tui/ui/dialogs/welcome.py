"""The first day: something to do at once, five short answers, six keys; and never again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual import events
from textual.app import ComposeResult

from followup_tui.rules.profile import Profile, Pronoun
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.dialogs.choice import ChoiceDialog, Options
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.spans import BLANK, Line

WELCOME: Options = (
    ("import", "Bring people in", "vCard, LinkedIn, any spreadsheet"),
    ("person", "Add the first person", "whose name you were given"),
    ("sample", "Look around", "sample people; u removes them"),
)
SIX_KEYS: tuple[tuple[str, str], ...] = (
    ("l", "right after a call: one line, in your words"),
    ("c", "before a call: who sent you, what to say and ask"),
    ("r", "every morning: the review, twenty minutes"),
    ("s", "not now: put it off, twice at most"),
    ("u", "undo anything, even tomorrow"),
    ("?", "every key, and how to write the line"),
)


class WelcomeDialog(ChoiceDialog):
    """What a new user can do first."""

    def __init__(self) -> None:
        super().__init__("Welcome", WELCOME)

    def compose(self) -> ComposeResult:
        with Box():
            yield Said(
                [
                    (("Somebody gives you a name, you call, they hear about it.", ""),),
                    (("That is all there is to it. How would you like to begin?", "muted"),),
                    BLANK,
                ]
            )
            yield Said(self.lines())
            yield Said([BLANK, (("esc", "key"), (" start empty", ""))])


class ProfileDialog(Form[Profile]):
    """A few short answers: they fill the openers, the polite no, and the paragraph to pass on."""

    TITLE = "What are you looking for?"

    def anew(self) -> Self:
        return type(self)()

    def above(self) -> Sequence[Line]:
        return [
            (("A few short answers, used in everything you say and write.", "muted"),),
        ]

    def fields(self) -> Sequence[Field]:
        pronouns = tuple((str(one), str(one)) for one in Pronoun)
        return (
            Field("name", "Name", "", "Dana Reyes"),
            OneOf("pronoun", "Called", pronouns, str(Pronoun.THEY)),
            Field("was", "I was", "", "a reporter and editor"),
            Field("titles", "I want", "", "internal communications or public affairs"),
            Field("where", "Where", "", "within 30 minutes of downtown"),
            Field("proof1", "Good at", "", "turns reports into plain pages overnight"),
        )

    def answer(self) -> Profile:
        told = {field.name: self.value(field.name) for field in self.fields()}
        pronoun = Pronoun(told.pop("pronoun"))
        return Profile(**told, pronoun=pronoun)

    def reading(self) -> Sequence[Line]:
        return [(("esc skips this; P opens it later", "muted"),)]


class TourDialog(Dialog[None]):
    """Six keys, over the screen that they work in; any key goes on."""

    DEFAULT_CSS = "TourDialog { align: center bottom; } TourDialog Box { margin-bottom: 1; }"

    def compose(self) -> ComposeResult:
        lines: list[Line] = [((f"{key}  ", "key"), (words, "")) for key, words in SIX_KEYS]
        with Box():
            yield Said([*lines, BLANK, (("any key", "key"), (" to go on", ""))])

    def on_mount(self) -> None:
        self.box.border_title = "Six keys"

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss(None)
