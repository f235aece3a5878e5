from __future__ import annotations

from followup_tui.rules.limits import Limit, over

FIVE = {"Ridgeline", "Aspen Ridge", "Cobalt", "Front Range", "Solara"}


def test_the_sixth_organization_is_asked_about() -> None:
    (one,) = over(FIVE, set(), organization="Pinyon")
    assert one.limit is Limit.ORGANIZATIONS and (one.at, one.most) == (6, 5)
    assert str(one) == "6 organizations in play, and 5 is a good most: park one with a date?"


def test_the_fifth_and_one_in_play_already_are_not() -> None:
    assert over(FIVE - {"Cobalt"}, set(), organization="Cobalt") == ()
    assert over(FIVE, set(), organization="Cobalt") == ()
    assert over(FIVE, range(20)) == ()


def test_the_sixteenth_person_is_asked_about() -> None:
    assert over((), range(14), person=99) == ()
    (one,) = over((), range(15), person=99)
    assert one.limit is Limit.PEOPLE and one.at == 16
    assert over((), range(15), person=3) == ()
