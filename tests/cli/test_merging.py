"""People who are here twice: listed, merged, or said to be two."""

from __future__ import annotations

import pytest

TABLE = (
    b"Name,Company,Email,Phone\nAnn Ash,Orbit,ann@x.example,\n"
    b"Ann Ash,Cobalt,ash@cobalt.example,303 555 0142\n"
)


@pytest.fixture
def twice(run) -> None:
    run("import", "-", stdin=TABLE)


@pytest.mark.usefixtures("twice")
def test_doubles_are_listed_with_their_reasons(run) -> None:
    (pair,) = run("doubles", "--json").json
    assert (pair["one"]["organization"], pair["other"]["id"]) == ("Orbit", 2)
    assert pair["reasons"] == ["same name", "other organization"]
    told = run("doubles")
    assert told.code == 0 and "same name, other organization" in told.out


@pytest.mark.usefixtures("twice")
def test_two_are_merged_in_one_step_and_taken_apart_again(run) -> None:
    before = run("export").out
    assert run("merge", "1", "2").out.splitlines() == [
        "Merged Ann Ash",
        "Kept in the notes: organization: Cobalt",
    ]
    assert len(run("show", "1", "--json").json["emails"]) == 2
    assert run("doubles").code == 1
    run("undo")
    assert run("export").out == before


@pytest.mark.usefixtures("twice")
def test_two_people_are_not_asked_about_again(run) -> None:
    assert run("not-same", "1", "2").code == 0
    assert run("doubles").code == 1 and run("doubles", "--json").json == []


@pytest.mark.usefixtures("twice")
def test_nobody_is_merged_by_a_guess(run) -> None:
    ran = run("merge", "ann", "2")
    assert ran.code == 1 and "2 people" in ran.err
    assert run("merge", "1", "1").code == 1


def test_two_who_only_look_alike_are_listed_for_a_look_and_found_by_either_name(run) -> None:
    names = ("PayPal Desk", "P\u0430yPal Desk", "Pay\u200bPal Desk")
    for name in names:
        run("add", "contact", name, "--anyway")
    pairs = run("doubles", "--json").json
    assert {(one["one"]["id"], one["other"]["id"]) for one in pairs} == {(1, 2), (1, 3), (2, 3)}
    for name in names:
        assert run("find", name).out.count("Desk") == 3
