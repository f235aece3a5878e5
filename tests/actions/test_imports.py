"""People come in once, however often and from wherever they come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, contents

from followup_tui.actions.imports import SourceFile, foresee, import_people
from followup_tui.actions.matching import MOST_ALIKE, judge
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import Cancelled
from followup_tui.exchange import vcard
from followup_tui.exchange.drafts import ContactDraft, Parsed, WayDraft
from followup_tui.rules.facts import WayKind
from followup_tui.store import journal
from followup_tui.store.doubles import doubles
from followup_tui.store.journal import Done
from followup_tui.store.models import Contact, Way
from followup_tui.store.person import person

JANE = ContactDraft(
    2, "Jane Doe", organization="Cobalt", role="Editor", notes="met at a fair", tags=("press",),
    ways=(WayDraft(WayKind.EMAIL, "jane@cobalt.example", "work"),), uid="card-1",
)  # fmt: skip


def file(*drafts: ContactDraft, name: str = "people.vcf") -> SourceFile:
    return SourceFile(name, Parsed(drafts, rows=len(drafts), format="vcard"))


def take(*drafts: ContactDraft) -> Done:
    return import_people(NOW, (file(*drafts),))


def mail(address: str) -> tuple[WayDraft, ...]:
    return (WayDraft(WayKind.EMAIL, address),)


def handle(name: str, service: str) -> WayDraft:
    return WayDraft(WayKind.HANDLE, name, service)


def names() -> Sequence[str]:
    return [row.name for row in Contact.select().order_by(Contact.id)]


def test_the_same_file_twice_changes_nothing_the_second_time(book: Path) -> None:
    take(JANE, ContactDraft(9, "Bo Li"))
    before = contents()
    again = take(JANE, ContactDraft(9, "Bo Li"))
    assert contents() == before and not again.changed
    assert (again.tally["created"], again.tally["matched"], again.tally["filled"]) == (0, 2, 0)


def test_what_somebody_lacked_is_filled_and_what_differs_is_said(book: Path) -> None:
    add_contact(
        NOW, ContactForm("Jane Doe", "Orbit", role="Chief", emails=("jane@cobalt.example",))
    )
    files = (file(JANE),)
    seen = foresee(files)
    done = import_people(NOW, files)
    jane = person(1)
    assert (jane.role, jane.organization, jane.notes) == ("Chief", "Orbit", "met at a fair")
    assert jane.tags == ("press",) and names() == ["Jane Doe"]
    assert set(done.remarks) == {
        "Jane Doe: role stays 'Chief', the file says 'Editor'",
        "Jane Doe: organization stays 'Orbit', the file says 'Cobalt'",
    }
    assert seen.differing == done.remarks and seen.filled == done.tally["filled"] == 1


def test_a_card_is_known_by_its_number_when_it_comes_again(book: Path) -> None:
    take(JANE)
    moved = ContactDraft(
        2, "Jane Doe", organization="Orbit", ways=mail("j@orbit.example"), uid="card-1"
    )
    done = take(moved)
    assert names() == ["Jane Doe"] and done.tally["matched"] == 1
    assert {way.typed for way in person(1).ways} == {"jane@cobalt.example", "j@orbit.example"}


def test_two_cards_with_one_number_are_two_people_unless_they_agree(book: Path) -> None:
    take(ContactDraft(1, "Ada Roth", uid="7"), ContactDraft(2, "Bo Li", uid="7"))
    assert names() == ["Ada Roth", "Bo Li"]
    assert len({row.uid for row in Contact.select()}) == 2


def test_our_own_cards_are_known_again(book: Path) -> None:
    take(JANE)
    from followup_tui.exchange.leaving import draft
    from followup_tui.store.everything import whole_book

    written = vcard.write([draft(1, whole_book().contacts[0])])
    assert import_people(NOW, (SourceFile("x.vcf", vcard.read(written)),)).tally["matched"] == 1


def test_a_handle_counts_within_its_service_and_none_is_dropped(book: Path) -> None:
    one = ContactDraft(1, "Ines Vale", organization="Lumen", ways=(handle("vale", "signal"),))
    two = ContactDraft(2, "Ivo Vale", ways=(handle("vale", "slack"),))
    take(one, two, ContactDraft(3, "Ines Vale", organization="Lumen", ways=two.ways))
    assert names() == ["Ines Vale", "Ivo Vale"]
    assert {way.label for way in person(1).ways} == {"signal", "slack"}


def test_who_may_be_somebody_known_is_made_and_listed_as_a_double(book: Path) -> None:
    take(JANE)
    done = take(ContactDraft(1, "Jane Doe", organization="Elsewhere", ways=mail("j@x.example")))
    assert done.tally["doubtful"] == 1 and names() == ["Jane Doe", "Jane Doe"]
    (pair,) = doubles()
    assert "other organization" in pair.match.reasons


@pytest.mark.parametrize("known", ["Ann", "\u0410nn", "Ann Bell", "Bell, Ann"])
@pytest.mark.parametrize("rest", [{}, {"organization": "Orbit"}, {"ways": mail("a@x.example")}])
def test_a_name_that_only_looks_like_somebodys_is_somebody_new_and_listed(
    book: Path, known: str, rest: dict[str, Any]
) -> None:
    first, second = ContactDraft(1, known, **rest), ContactDraft(9, _in_disguise(known), **rest)
    take(first)
    assert take(second).tally["created"] == 1 and names() == [first.name, second.name]
    (pair,) = doubles()
    assert "name that only looks the same" in pair.match.reasons
    again = take(first, second)
    assert (again.tally["created"], again.tally["matched"]) == (0, 2)


def _in_disguise(name: str) -> str:
    """The name with its A in the other alphabet."""
    return name.translate(str.maketrans("A\u0410", "\u0410A"))


def test_thousands_of_one_name_are_compared_with_a_few_only(book: Path) -> None:
    crowd = [ContactDraft(n, "Bob Smith", ways=mail(f"bob{n}@x.example")) for n in range(400)]
    verdicts = judge(crowd)
    assert all(verdict.same is None for verdict in verdicts)
    take(*crowd)
    again = judge(crowd)
    found = [verdict.same.contact_id for verdict in again if verdict.same]
    assert len(set(found)) == len(crowd) > MOST_ALIKE


def test_many_cards_of_one_person_are_one_person_with_all_their_ways(book: Path) -> None:
    many = [
        ContactDraft(n, "Bob Smith", organization="Acme", ways=mail(f"b{n}@x.example"))
        for n in range(60)
    ]
    done = take(*many)
    assert names() == ["Bob Smith"] and done.tally["matched"] == 59
    assert Way.select().count() == 60


def test_an_import_that_is_stopped_leaves_no_trace(book: Path) -> None:
    before = contents()

    def stop(doing: str, done: int, of: int) -> None:
        if doing == "Saving":
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        import_people(NOW, (file(JANE),), "US", stop)
    assert contents() == before and not list(journal.steps())


def test_an_import_is_stopped_also_while_it_backs_up(book: Path) -> None:
    add_contact(NOW, ContactForm("Ada King"))
    told: list[str] = []

    def stop(doing: str, done: int, of: int) -> None:
        told.append(doing)
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        import_people(NOW, (file(JANE),), tell=stop)
    assert told == ["Backing up"]
    assert list((book.parent / "backups").iterdir()) == []
    assert names() == ["Ada King"]


def test_an_import_is_one_step(book: Path) -> None:
    before = contents()
    import_people(NOW, (file(JANE), file(ContactDraft(1, "Bo Li"), name="b.csv")))
    journal.undo(NOW)
    assert contents() == before


def test_an_organization_of_signs_alone_is_not_lost(book: Path) -> None:
    take(ContactDraft(1, "Ann Ash", organization="***"), ContactDraft(2, "Bo Li"))
    assert person(1).organization == "***" and not person(2).organization
    take(ContactDraft(1, "Bo Li", organization="***"))
    assert person(2).organization == "***"
