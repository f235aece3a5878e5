"""A review as plain values and back, so that it goes on after `q`, a crash or a closed laptop."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TypeAlias, cast

from followup_tui.rules.deck import Card, Step
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.review import Answer, Limits, Review, Taken, is_over, place

FORM = 1
"""The form of the plain values; another version's sessions start afresh."""

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | bool | None"


def to_plain(review: Review) -> dict[str, Plain]:
    """`review` as values that JSON can hold."""
    cards = [asdict(card) for card in review.cards]
    taken = [{**asdict(one), "chosen": list(one.chosen)} for one in review.taken]
    plain = {
        "form": FORM,
        "day": review.day.isoformat(),
        "cards": cards,
        "limits": asdict(review.limits),
        "absent": review.absent,
        "called": dict(review.called),
        "taken": taken,
    }
    return cast("dict[str, Plain]", plain)


def from_plain(plain: dict[str, Plain]) -> Review | None:
    """The review that `to_plain` wrote, or None where it was written in another form."""
    if plain.get("form") != FORM:
        return None
    try:
        return _review(plain)
    except (KeyError, TypeError, ValueError):
        return None


def _review(plain: dict[str, Plain]) -> Review:
    review = Review(
        day=date.fromisoformat(cast("str", plain["day"])),
        cards=tuple(_card(one) for one in _tables(plain["cards"])),
        limits=Limits(**cast("dict[str, int]", plain["limits"])),
        absent=bool(plain["absent"]),
        called=dict(cast("dict[str, int]", plain["called"])),
        taken=tuple(_taken(one) for one in _tables(plain["taken"])),
    )
    place(review)
    return review


def _tables(plain: Plain) -> list[dict[str, Plain]]:
    return cast("list[dict[str, Plain]]", plain)


def _card(plain: dict[str, Plain]) -> Card:
    return Card(
        id=cast("int", plain["id"]),
        step=Step(cast("str", plain["step"])),
        contact=cast("int", plain["contact"]),
        action=Action(cast("str", plain["action"])),
        owed=Owed(cast("str", plain["owed"])),
        organization=cast("str", plain["organization"]),
        late=bool(plain["late"]),
    )


def _taken(plain: dict[str, Plain]) -> Taken:
    return Taken(
        answer=Answer(cast("str", plain["answer"])),
        seconds=cast("int", plain["seconds"]),
        card=cast("int | None", plain["card"]),
        chosen=tuple(cast("list[int]", plain["chosen"])),
    )


def goes_on(review: Review | None, today: date) -> bool:
    """Whether an unfinished session may be resumed: only on its own day."""
    return review is not None and review.day == today and not is_over(review)
