"""Two cards side by side, line by line: what is the same is quiet, what differs stands out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from followup_tui.store.doubles import Pair
from followup_tui.store.person import Person
from followup_tui.text import fit, show, wrap
from followup_tui.ui.spans import BLANK, Line, wrapped

LABEL = 10
KINDS = (
    ("email", "email"), ("phone", "phone"), ("url", "page"), ("handle", "chat"),
    ("address", "address"),
)  # fmt: skip
MOST_OF_A_KIND = 6
MOST_OF_NOTES = 6
MOST_OF_A_VALUE = 3
"""Lines of one value: where two differ is often at their ends."""


def pair_lines(pair: Pair, width: int) -> list[Line]:
    """Score and reasons, then both cards."""
    reasons = ", ".join(pair.match.reasons) or "nothing in common"
    lines = wrapped(f"{pair.match.score} of 100: {reasons}", "accent", width)
    lines += [BLANK, _heads(pair, width)]
    left, right = _facts(pair.one), _facts(pair.other)
    for label in left:
        if left[label] or right[label]:
            lines += _rows(label, left[label], right[label], width)
    return lines


def _heads(pair: Pair, width: int) -> Line:
    half = (width - LABEL) // 2
    one, other = (fit(show(f"#{who.id} {who.name}"), half - 1) for who in (pair.one, pair.other))
    return ((" " * LABEL, ""), (f"{one} ", "strong"), (other, "strong"))


def _rows(label: str, left: list[str], right: list[str], width: int) -> Iterator[Line]:
    half = (width - LABEL) // 2
    both = {value.casefold() for value in left} & {value.casefold() for value in right}
    for number, cells in enumerate(zip_longest(left, right, fillvalue="")):
        looks = ["muted" if cell.casefold() in both else "" for cell in cells]
        pieces = [wrap(show(cell), half - 1)[:MOST_OF_A_VALUE] for cell in cells]
        for row, texts in enumerate(zip_longest(*pieces, fillvalue="")):
            head = fit("" if number or row else label, LABEL)
            shown = [
                (f"{fit(text, half - 1)} ", look) for text, look in zip(texts, looks, strict=True)
            ]
            yield ((head, "muted"), *shown)


def _facts(who: Person) -> dict[str, list[str]]:
    """What a card says, by label; each a line or more."""
    place = " · ".join(part for part in (who.organization, who.place) if part)
    told: dict[str, list[str]] = {"role": [who.role], "at": [place]}
    for kind, label in KINDS:
        told[label] = [way.typed for way in who.ways if way.kind == kind][:MOST_OF_A_KIND]
    told |= {
        "tags": [", ".join(who.tags)],
        "birthday": [who.birthday],
        "met": [who.how_met],
        "tie": ["★" * who.stars],
        "from": [who.source],
        "notes": [line for line in who.notes.splitlines() if line][:MOST_OF_NOTES],
    }
    return {label: [value for value in values if value] for label, values in told.items()}


def nobody_lines(width: int) -> list[Line]:
    """What is said when no pair is left."""
    return [
        *wrapped("Nobody seems to be here twice.", "", width),
        BLANK,
        *wrapped(
            "Pairs that share a number, an address or a name are listed here.", "muted", width
        ),
    ]
