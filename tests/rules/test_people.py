"""Who is the same person: keys, and a judgement that says why."""

from __future__ import annotations

import random

import phonenumbers
import pytest

from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import (
    PersonKeys,
    e164,
    email_key,
    handle_key,
    is_profile,
    name_key,
    organization_key,
    person_keys,
    phone_key,
    same_person,
    url_key,
)
from followup_tui.rules.ways import way_key

E, P, U, H = WayKind.EMAIL, WayKind.PHONE, WayKind.URL, WayKind.HANDLE


def person(name: str, organization: str = "", *ways: tuple[WayKind, str]) -> PersonKeys:
    spelled = [(kind, way_key(kind, typed), "") for kind, typed in ways]
    return person_keys(name, organization, spelled)


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("(303) 555-0100", "US", "+13035550100"),
        ("1-303-555-0100", "US", "+13035550100"),
        ("+1 303.555.0100", "DE", "+13035550100"),
        ("tel:+1-303-555-0100;ext=5", "US", "+13035550100"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("030 1234567", "DE", "+49301234567"),
        ("+44 (0)20 7946 0000", "US", "+442079460000"),
        ("555-0100", "US", None),
        ("home", "US", None),
        ("12", "US", None),
        ("", "US", None),
    ],
)
def test_phones_are_e164_where_they_can_be(typed: str, region: str, number: str | None) -> None:
    assert e164(typed, region) == number


def test_the_short_way_to_e164_gives_what_the_library_gives() -> None:
    dice = random.Random(20261123)
    for _ in range(600):
        digits = "".join(dice.choice("0123456789") for _ in range(dice.choice([9, 10, 11])))
        typed = f"{dice.choice(['', '+', '+1', '1 ('])}{digits[:3]}) {digits[3:6]}-{digits[6:]}"
        for region in ("US", "DE"):
            try:
                parsed = phonenumbers.parse(typed, region)
            except phonenumbers.NumberParseException:
                parsed = None
            known = parsed and phonenumbers.is_possible_number_with_reason(parsed) == 0
            style = phonenumbers.PhoneNumberFormat.E164
            assert e164(typed, region) == (
                phonenumbers.format_number(parsed, style) if parsed and known else None
            )


def test_a_number_that_is_none_still_has_its_digits_if_they_are_many() -> None:
    assert phone_key("555-0100") == "5550100"
    assert phone_key("911") is None and phone_key("office") is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("https://www.linkedin.com/in/Ines-Vale/?trk=x", "linkedin.com/in/ines-vale"),
        ("de.linkedin.com/in/tom%C3%A1s", "linkedin.com/in/tomas"),
        ("HTTP://Lumen.example/", "lumen.example"),
        ("https://lumen.example/Team/#ines", "lumen.example/Team"),
        ("", ""),
    ],
)
def test_addresses_of_pages_are_compared_without_decoration(typed: str, key: str) -> None:
    assert url_key(typed) == key


def test_a_profile_is_a_persons_page_and_a_company_page_is_none() -> None:
    assert is_profile("linkedin.com/in/ines") and is_profile("github.com/ines")
    assert not is_profile("linkedin.com/company/lumen") and not is_profile("lumen.example/ines")


def test_names_and_organizations_are_compared_by_what_they_mean() -> None:
    assert name_key("Dr. Łukasz  Żółty, PhD") == name_key("lukasz zolty")
    assert name_key("Vale, Ines") == name_key("Ines Vale") == "ines vale"
    assert name_key("Dr.") == "dr"
    assert organization_key("Lumen, Inc.") == organization_key("The LUMEN Co") == "lumen"
    assert organization_key("Vzor, s.r.o.") == "vzor"
    assert organization_key("The Company") == "the company"
    assert email_key(" <Ines@X.example> ") == "ines@x.example" and email_key("none") == ""
    assert handle_key("Signal", "@Ines") == handle_key("signal", "ines")


INES = person("Ines Vale", "Lumen", (E, "i@x.example"), (P, "303-555-0100"), (H, "ines"))


@pytest.mark.parametrize(
    ("other", "sure", "reason"),
    [
        (person("Ines Vale", "", (E, "I@X.example")), True, "same email"),
        (person("Ines M. Vale", "Elsewhere", (P, "+1 (303) 555-0100")), True, "same phone"),
        (person("I. Vale", "", (H, "@Ines")), True, "same handle"),
        (person("Ivo Stern", "Lumen", (P, "+1 (303) 555-0100")), False, "same phone"),
        (person("Ines Vale", "Lumen LLC", (E, "new@x.example")), True, "same name"),
        (person("Ines Vale"), True, "same name"),
        (person("Ines Vale", "Elsewhere"), False, "other organization"),
        (person("Ines Vale", "", (E, "new@x.example")), False, "same name"),
        (person("Vale", "Lumen"), False, "names that agree"),
    ],
)
def test_a_match_is_sure_by_ways_and_name_together(
    other: PersonKeys, sure: bool, reason: str
) -> None:
    match = same_person(other, INES)
    assert match.sure is sure and reason in match.reasons
    assert 0 < match.score <= (100 if sure else 85) and (match.score >= 90) is sure


def test_two_profiles_on_one_site_are_never_surely_one_person() -> None:
    one = person("Bob Smith", "Acme", (U, "linkedin.com/in/bob-1"))
    two = person("Bob Smith", "Acme", (U, "linkedin.com/in/bob-2"), (E, "b@x.example"))
    assert same_person(two, one) == same_person(one, two)
    assert not same_person(one, two).sure and "other profile" in same_person(one, two).reasons
    assert same_person(one, person("Bob Smith", "", (U, "https://linkedin.com/in/bob-1/"))).sure


def test_the_same_card_is_always_surely_the_same_person() -> None:
    cards = [
        INES,
        person("Ines"),
        person("", "Lumen"),
        person("i@x.example", "", (E, "i@x.example")),
        person("Ines", "", (U, "www.lumen.example")),
        person("Ines", "", (P, "12"), (E, "no address")),
    ]
    assert all(same_person(card, card).sure for card in cards)


def test_a_handle_counts_within_its_service() -> None:
    keys = [person_keys("Ines", "", [(H, "vale", at)]) for at in ("signal", "Signal", "slack")]
    assert keys[0] == keys[1] and not keys[0].handles & keys[2].handles


def test_initials_alone_are_anybodys() -> None:
    one, two = person("N N N", "", (P, "303-555-0100")), person("N N", "", (P, "303-555-0100"))
    assert not same_person(one, two).sure


def test_strangers_share_nothing() -> None:
    match = same_person(person("Ivo Stern", "Acme", (E, "ivo@x.example")), INES)
    assert not match.sure and match.score == 0
