"""What became of a name and of an opening, in a few words."""

from __future__ import annotations

from datetime import date

from followup_tui.rules.facts import ReferralState, Stage
from followup_tui.rules.tree import Given, Node, Opening
from followup_tui.rules.when import show_day

_STATES = {
    ReferralState.TRIED: "tried",
    ReferralState.REACHED: "talked",
    ReferralState.CAME_OF_IT: "came to something",
    ReferralState.DECLINED: "let go",
    ReferralState.NOT_REACHED: "not reached",
}


def person_words(node: Node, today: date) -> str:
    """`not called, 12 days`, `2 tries, next Tue 24 Nov`; of a root `3 names, 2 talks`."""
    return _name_words(node.name, today) if node.name else root_words(node)


def _name_words(name: Given, today: date) -> str:
    if name.state is ReferralState.GIVEN:
        days = (today - name.given_on).days
        return f"not called, {days} day{'s' * (days != 1)}" if days else "not called yet"
    words = f"{name.tries} tries" if _tried_often(name) else _STATES[name.state]
    if name.reason:
        words += f": {name.reason}"
    if name.next_on and name.next_on >= today and name.state not in _OVER:
        words += f", next {show_day(name.next_on, today)}"
    return words


_OVER = (ReferralState.DECLINED, ReferralState.NOT_REACHED)


def _tried_often(name: Given) -> bool:
    return name.state is ReferralState.TRIED and name.tries > 1


def opening_words(opening: Opening, today: date) -> str:
    """`interview, Wed 18 Nov`; `let go: commute`; `closed: filled`."""
    stage = "let go" if opening.stage is Stage.DECLINED else str(opening.stage)
    if opening.reason:
        return f"{stage}: {opening.reason}"
    return f"{stage}, {show_day(opening.since, today)}" if opening.since else stage


def root_words(node: Node) -> str:
    """`3 names, 2 talks, 1 interview`: what came of all they gave."""
    counts = (
        (node.names, "name"), (node.all_talks, "talk"), (node.reached(Stage.INTERVIEW), "interview")
    )  # fmt: skip
    return ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts if n)
