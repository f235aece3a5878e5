"""The worked examples of the ranking, lived through in the shell day by day."""

from __future__ import annotations

import pytest

PEOPLE = (
    ("Gil Ames", 2, "+1 303 555 0110"), ("Nat York", 1, "+1 212 555 0111"),
    ("Maria Lund", 2, ""), ("Kay Old", 3, "+1 303 555 0112"), ("Rob Giver", 2, ""),
    ("Bea New", 2, "+1 303 555 0115"), ("Liz Ward", 3, "+44 20 7946 0012"),
)  # fmt: skip
DAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("2026-10-03T10:00-06:00", ("touch 'Kay Old' talked", "keep 'Kay Old' --days 30")),
    ("2026-11-10T10:00-07:00", ("refer 'Gil Ames' --half 'her cousin in London'",)),
    ("2026-11-12T09:00-07:00", ("refer 'Rob Giver' 'Ned Named'", "touch 'Ned Named' talked")),
    ("2026-11-16T09:00-07:00", ("complete 1 'Liz Ward'",)),
    ("2026-11-18T09:00-07:00", ("snooze {Liz Ward} 'fri 9am' --where desk",)),
    ("2026-11-19T09:00-07:00", ("touch 'Nat York' missed-call",)),
    (
        "2026-11-20T09:00-07:00",
        (
            'log "talked to Maria Lund 5 min; I\'ll send my clips Mon"',
            "refer 'Maria Lund' 'Bea New'",
            "snooze {Liz Ward} 'mon 9am' --why Busy",
            "snooze {Nat York} 'mon 9am'",
        ),
    ),
)
"""What was done when; a name in braces stands for the id of its call."""
NINE, AFTERNOON = "2026-11-23T09:00-07:00", "2026-11-23T14:15-07:00"


@pytest.fixture
def ranks(run, monkeypatch: pytest.MonkeyPatch):
    """The ranks at a moment, by action and contact, after those days."""
    import re
    import shlex

    def rows(now: str) -> list[dict]:
        monkeypatch.setenv("FOLLOWUP_NOW", now)
        return run("due", "--days", "30", "--json").json

    def calls(match: re.Match[str]) -> str:
        return next(str(row["id"]) for row in listed if row["contact"] == match[1])

    monkeypatch.setenv("FOLLOWUP_NOW", "2026-10-01T10:00-06:00")
    for name, stars, phone in PEOPLE:
        more = ("--phone", phone) if phone else ()
        assert run("add", "contact", name, "--stars", str(stars), *more).code == 0
    for now, lines in DAYS:
        for line in lines:
            listed = [row for row in rows(now) if row["action"] == "call"]
            words = shlex.split(re.sub(r"\{(.+?)\}", calls, line))
            assert run(*words).code == 0, line
    return lambda now: {(row["action"], row["contact"]): row["rank"] for row in rows(now)}


def test_on_monday_at_nine_they_are_as_worked_out_on_paper(ranks) -> None:
    found = ranks(NINE)
    names = ("total", "owed", "late", "tie", "fresh", "put_off", "reach")
    worked = {
        ("call", "Liz Ward"): (98, 25, 35, 15, 3, 10, 10),
        ("report_back", "Rob Giver"): (83, 30, 40, 10, 3, 0, 0),
        ("call", "Nat York"): (77, 30, 25, 5, 7, 5, 5),
        ("send", "Maria Lund"): (77, 40, 20, 10, 7, 0, 0),
        ("call", "Bea New"): (62, 25, 15, 10, 7, 0, 5),
        ("call", "Kay Old"): (50, 0, 30, 15, 0, 0, 5),
    }
    assert {key: found[key] for key in worked} == {
        key: dict(zip(names, terms, strict=True)) for key, terms in worked.items()
    }


def test_in_the_afternoon_london_is_closed_and_new_york_comes_before_all_other_calls(
    ranks, run
) -> None:
    found = ranks(AFTERNOON)
    assert found["call", "Liz Ward"] is None
    assert found["call", "Nat York"]["total"] == 82
    rows = run("due", "--json").json
    calls = [row["contact"] for row in rows if row["action"] == "call"]
    assert (calls[0], calls[-1]) == ("Nat York", "Liz Ward")
    assert rows[-1]["opens"] == "2026-11-24T09:00:00+00:00"
