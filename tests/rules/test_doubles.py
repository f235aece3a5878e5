"""Finding who a card may be among everybody known."""

from __future__ import annotations

from followup_tui.rules.doubles import People
from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import PersonKeys, person_keys


def person(name: str, organization: str = "", email: str = "") -> PersonKeys:
    return person_keys(name, organization, [(WayKind.EMAIL, email, "")])


def test_the_likeliest_comes_first_and_strangers_not_at_all() -> None:
    known = People()
    known.add(7, person("Ines Vale", "Elsewhere"))
    known.add(8, person("Ines Vale", "Lumen", "i@x.example"))
    known.add(9, person("Ivo Stern", "Lumen"))
    found = known.candidates(person("Ines Vale", "", "i@x.example"))
    assert [(id, match.sure) for id, match in found] == [(8, True), (7, False)]
    assert known.candidates(person("Nobody Known", "Lumen")) == []


def test_somebody_is_found_by_what_was_learned_later() -> None:
    known = People()
    known.add(1, person("Ines Vale"))
    known.add(1, person("Ines Vale", "Lumen", "i@x.example"))
    assert [id for id, _ in known.candidates(person("I. Vale", "", "i@x.example"))] == [1]


def test_a_name_half_the_world_has_is_compared_with_few() -> None:
    known = People()
    for id in range(5000):
        known.add(id, person("Bob Smith", "", f"bob{id}@x.example"))
    assert len(known.candidates(person("Bob Smith"))) == 50
    assert known.candidates(person("Bob Smith", "", "bob4999@x.example"))[0][0] == 4999
