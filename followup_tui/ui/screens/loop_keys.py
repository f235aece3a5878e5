"""The keys of the loop: a message, a no, and the ways out when putting off is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from followup_tui.rules.facts import Action, DeclineReason
from followup_tui.rules.snoozing import WayOut, ways_out
from followup_tui.rules.workdays import next_workday
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.wording import REASONS, sentence
from followup_tui.ui.screens.beside import BesideKeys

if TYPE_CHECKING:
    from followup_tui.rules.letters import Kind
    from followup_tui.store.journal import Done

SOON_DAYS = (7, 30)
MOST_OFFERED = 8


class LoopKeys(BesideKeys):
    """`m` and `x` on whoever is at hand, and the ways out by digit."""

    BINDINGS = [
        Binding("x", "decline", "Decline", id="plan.decline", tooltip="Say no, or let it go"),
        Binding("m", "message", "Message", id="call.message", tooltip="The message that fits"),
    ]

    # Actions are imported when they are asked for: all of them take a tenth of the start.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "decline":
            return self.hand.due is not None or self.hand.contact_id is not None
        if action == "message":
            return self.hand.contact_id is not None or self.is_news
        return super().check_action(action, parameters)

    @property
    def is_news(self) -> bool:
        """Whether the follow-up at hand is the round of news to everybody who helped."""
        due = self.hand.due
        return due is not None and due.contact_id is None and due.action is Action.REPORT_BACK

    @work
    async def action_message(self) -> None:
        """Write what fits the moment; where it is sent, it is logged."""
        due = self.hand.due
        if self.is_news and due:
            await self.tell_the_news(due)
        elif self.hand.contact_id is not None:
            mine = due is not None and due.contact_id == self.hand.contact_id
            about = due.id if due and mine else self.hand.about
            await self.write_to(self.hand.contact_id, about)

    async def write_to(
        self, contact_id: int, follow_up_id: int | None = None, kind: Kind | None = None
    ) -> Done | None:
        """Ask for the message, and log it as sent."""
        from followup_tui.actions import messages
        from followup_tui.ui.dialogs.message import MessageDialog

        dialog = MessageDialog(contact_id, follow_up_id, kind, deciding=self.must_decide)
        out = await self.app.push_screen_wait(dialog)
        if out is None:
            return None
        done = await self.app.acted(messages.send_message, out, follow_up_id)
        if done:
            self.app.act(messages.forget_draft, contact_id, out.kind)
        return done

    async def tell_the_news(self, due: Due) -> None:
        """Write the news to everybody who helped, as one step."""
        from followup_tui.actions import messages
        from followup_tui.reports.news import news
        from followup_tui.ui.dialogs.blank import BlankDialog

        told = await self.app.push_screen_wait(BlankDialog("What came of it?"))
        if told:
            own = self.app.settings.folder
            out = tuple(
                messages.Message(one.contact_id, one.kind, one.body, one.subject)
                for one in news(self.app.now(), told, own)
            )
            await self.app.acted(messages.tell_everybody, out, due.id)

    @work
    async def action_decline(self) -> None:
        """Let go what is at hand; with a person, what is open with them, however far ahead."""
        from followup_tui.store.agenda import first_of
        from followup_tui.store.book import connection

        due, who = self.hand.due, self.hand.contact_id
        if due is None and who is not None:
            due = first_of(connection(), self.app.now(), who)
        if due:
            await self.let_go(due)
        else:
            self.app.say(f"Nothing is open with {self.hand.name}.", "late")

    async def let_go(self, due: Due) -> Done | None:
        """Ask why, show the words that go with it, and let go in one step."""
        from followup_tui.actions import declines
        from followup_tui.reports.noes import no_to
        from followup_tui.ui.dialogs.decline import NoDialog, Words

        reason = await self.why()
        if reason is None:
            return None
        now, own = self.app.now(), self.app.settings.folder
        no = no_to(now, reason, follow_up_id=due.id, own_words=own)
        words: Words | None = Words()
        if no.message or no.report:
            words = await self.app.push_screen_wait(NoDialog(no))
        if words is None:
            return None
        return await self.app.acted(declines.decline, due.id, reason, words.message, words.report)

    async def why(self) -> DeclineReason | None:
        """One of the eight reasons, by digit."""
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        options = [(str(reason), reason.capitalize(), words) for reason, words in REASONS.items()]
        told = await self.app.push_screen_wait(ChoiceDialog("Let go: why?", options))
        return DeclineReason(told) if told else None

    async def park(self, due: Due) -> Done | None:
        """Ask until when, and put it away."""
        from followup_tui.actions import plans

        until = await self.until()
        return await self.app.acted(plans.park_step, due.id, until) if until else None

    async def park_something(self, apart_from: Due) -> None:
        """Too much is going on: offer to park what ranks last, with a date."""
        from followup_tui.store.agenda import agenda
        from followup_tui.store.book import connection
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        ranked = agenda(connection(), self.app.now()).ranked
        last = [due for due in reversed(ranked) if due.id != apart_from.id][:MOST_OFFERED]
        if not last:
            return
        options = [
            (str(due.id), sentence(due.action, show(due.contact or due.lead)), show(due.what))
            for due in last
        ]
        dialog = ChoiceDialog("Too much: park one of these?", options)
        told = await self.app.push_screen_wait(dialog)
        if told:
            await self.park(next(due for due in last if str(due.id) == told))

    async def until(self) -> date | None:
        """A day by digit: in a week, a month, a quarter."""
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        now = self.app.now()
        ahead = (*SOON_DAYS, now.defaults.park_days)
        days = [next_workday(now.today + timedelta(days=far), now.holidays) for far in ahead]
        options = [
            (day.isoformat(), f"{far} days", day_words(day, now.today))
            for day, far in zip(days, ahead, strict=True)
        ]
        told = await self.app.push_screen_wait(ChoiceDialog("Park it until", options))
        return date.fromisoformat(told) if told else None

    @property
    def ways(self) -> tuple[WayOut, ...]:
        """The ways out that there are here."""
        due = self.hand.due
        return ways_out(has_referrer=bool(due and due.giver and due.giver != due.contact))

    @work
    async def take_way(self, way: WayOut) -> None:
        """Go this way; each ends in a decision."""
        if self.hand.due:
            await self.go_way(way, self.hand.due)

    async def go_way(self, way: WayOut, due: Due) -> None:
        """Do it now, make it smaller, ask, decline or park."""
        from followup_tui.actions import deciding
        from followup_tui.rules.letters import Kind

        if way is WayOut.NOW:
            await self.run_action("card")
        elif way is WayOut.SMALLER:
            done = await self.app.acted(deciding.make_smaller, due.id)
            if done and due.contact_id is not None:
                await self.write_to(due.contact_id, done.added("follow_up")[0], Kind.TWO_LINES)
        elif way is WayOut.ASK_REFERRER:
            done = await self.app.acted(deciding.ask_referrer, due.id)
            if done:
                await self._ask(done)
        elif way is WayOut.DECLINE:
            await self.let_go(due)
        else:
            await self.park(due)

    async def _ask(self, done: Done) -> None:
        """Write the question to who gave the name."""
        from followup_tui.rules.letters import Kind
        from followup_tui.store.writing import for_step

        step = for_step(done.added("follow_up")[0])
        if step.contact_id is not None:
            await self.write_to(step.contact_id, step.id, Kind.BETTER_PERSON)
