"""Who led to what: M14, on trees small enough to draw."""

from __future__ import annotations

from datetime import date

from followup_tui.rules.facts import ReferralState, Stage
from followup_tui.rules.tree import Given, Node, Opening, grow, shortest_path

PEOPLE = {
    1: ("Sarah Chen", ""),
    2: ("Raj Patel", "Ridgeline"),
    3: ("Mei Ito", ""),
    4: ("Li Na", ""),
}


def given(giver: int, contact: int | None, called: str = "") -> Given:
    day = date(2026, 11, 20)
    return Given(contact or 9, giver, contact, called, ReferralState.REACHED, day)


def opening(row: int, person: int, furthest: Stage, stage: Stage | None = None) -> Opening:
    return Opening(row, person, f"Opening {row}", "", stage or furthest, furthest)


def test_names_talks_and_interviews_are_counted_down_from_the_root() -> None:
    """Sarah gave Raj and Li Na; Raj gave Mei, where an interview came of it."""
    (root,) = grow(
        [given(1, 2), given(1, 4), given(2, 3)],
        PEOPLE,
        {1: 5, 2: 1, 3: 2},
        [opening(1, 3, Stage.INTERVIEW, Stage.CLOSED), opening(2, 4, Stage.TALKING)],
    )
    assert root.called == "Sarah Chen" and root.name is None
    assert (root.names, root.all_talks, root.depth) == (3, 3, 2)
    assert root.furthest is Stage.INTERVIEW
    assert (root.reached(Stage.INTERVIEW), root.reached(Stage.TALKING)) == (1, 2)
    raj, li = root.children
    assert (raj.organization, [child.called for child in raj.children]) == (
        "Ridgeline",
        ["Mei Ito"],
    )
    assert li.children == () and li.talks == 0


def test_the_root_from_which_most_came_stands_first() -> None:
    roots = grow(
        [given(1, 2), given(3, 4)], PEOPLE, {2: 9}, [opening(1, 4, Stage.OFFER)]
    )  # fmt: skip
    assert [root.called for root in roots] == ["Mei Ito", "Sarah Chen"]


def test_half_a_name_stands_there_by_what_was_said() -> None:
    (root,) = grow([given(1, None, "her cousin at the bank")], PEOPLE, {}, [])
    assert [child.called for child in root.children] == ["her cousin at the bank"]


def test_a_ring_of_names_ends() -> None:
    """Sarah gave Raj, Raj gave Mei, Mei gave Sarah."""
    (root,) = grow([given(1, 2), given(2, 3), given(3, 1)], PEOPLE, {}, [])
    assert (root.called, root.depth) == ("Sarah Chen", 3)
    assert lowest(root).called == "Sarah Chen" and lowest(root).children == ()


def lowest(node: Node) -> Node:
    return lowest(node.children[0]) if node.children else node


def test_the_shortest_path_to_an_opening() -> None:
    roots = grow([given(1, 2), given(2, 3), given(4, 3)], PEOPLE, {}, [opening(7, 3, Stage.OFFER)])
    assert shortest_path(roots, 7) == ("Li Na", "Mei Ito", "Opening 7")
    assert shortest_path(roots, 8) == ()
