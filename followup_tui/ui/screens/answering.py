"""The keys of a review: what is next, what comes later, and the digits of its pages."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.binding import Binding

from followup_tui.actions import review
from followup_tui.rules.deck import Step
from followup_tui.rules.review import Answer
from followup_tui.store.questions import open_questions
from followup_tui.ui.panes import review_pages as pages
from followup_tui.ui.screens.deciding import DecidingKeys
from followup_tui.ui.screens.facts import FactKeys
from followup_tui.ui.screens.opening import CardKeys
from followup_tui.ui.screens.people import PeopleKeys
from followup_tui.ui.screens.plans import PlanKeys
from followup_tui.ui.screens.review_lists import ReviewLists
from followup_tui.ui.widgets.lines import Lines


class Answering(DecidingKeys, PeopleKeys, PlanKeys, CardKeys, FactKeys, ReviewLists):
    """The keys that act are the same as everywhere; these are a review's own."""

    BINDINGS = [
        Binding("enter", "next", "Next", id="review.next", tooltip="On to what is next"),
        Binding(
            "space", "skip", "Skip", id="review.skip", priority=True,
            tooltip="Skip: it comes back once",
        ),
        Binding("escape", "away", "Today", id="review.away", tooltip="Leave; it picks up here"),
        *(
            Binding(
                f"{digit}", f"digit({digit})", f"{digit}", id=f"review.digit-{digit}", show=False
            )
            for digit in range(1, 10)
        ),
    ]  # fmt: skip

    def note_seen(self, follow_up_id: int, *, screen: bool = False) -> None:
        """Note that a card was shown, or its call screen opened."""
        if self.session_id is not None:
            self.app.act(review.card_seen, self.session_id, follow_up_id, screen=screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        here = self.here
        at_card = here is not None and here.card is not None and not here.asks_go_on
        if action == "skip":
            return at_card
        if action == "next":
            return not at_card
        if action == "done" and here is not None and here.step is Step.WAITING:
            return True
        return super().check_action(action, parameters)

    def action_skip(self) -> None:
        self.give(Answer.SKIPPED)

    @on(Lines.Opened)
    def action_next(self) -> None:
        here = self.here
        if here is None:
            return
        if here.asks_go_on:
            self.give(Answer.GO_ON)
        elif here.step is Step.CATCH_UP:
            self.choose_late()
        elif here.step is Step.TOMORROW:
            self.plan_tomorrow()
        elif here.step is Step.END:
            self.dismiss()
        elif here.card is None:
            self.give(Answer.NEXT)

    def action_digit(self, digit: int) -> None:
        here = self.here
        if here is None:
            return
        if here.asks_go_on and digit <= 2:
            self.give(Answer.GO_ON if digit == 1 else Answer.STOP)
        elif here.step is Step.CATCH:
            self._settle(digit)
        elif here.step is Step.DECIDE and digit <= len(self.ways):
            self.take_way(self.ways[digit - 1])

    @work
    async def _settle(self, digit: int) -> None:
        """Answer a question that a log left: by a choice, anew, or as it was logged."""
        from followup_tui.actions.questions import answer_question
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        asked = open_questions()[digit - 1 : digit]
        for question in asked:
            options = pages.answers_to(question, self.app.now().today)
            told = await self.app.push_screen_wait(ChoiceDialog("What was meant?", options))
            if told == pages.ANEW:
                entry = replace(self.entry(), in_place_of=question.touch_id)
                await self.log_in_a_line(entry=entry, text=question.line)
            elif told is not None:
                answer = "" if told == pages.AS_LOGGED else told
                await self.app.acted(answer_question, question.id, answer)

    def action_done(self) -> None:
        if self.here and self.here.step is Step.WAITING:
            self.it_came()
        else:
            super().action_done()

    def action_why(self) -> None:
        if self.fact:
            self.action_source()
        else:
            super().action_why()

    def action_card(self) -> None:
        if self.hand.due:
            self.note_seen(self.hand.due.id, screen=True)
        super().action_card()

    @work
    async def action_log(self) -> None:
        """Take one line of what happened."""
        await self.log_in_a_line(entry=self.entry())

    def action_away(self) -> None:
        self.dismiss()
