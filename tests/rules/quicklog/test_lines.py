"""Lines as people type them, with what a careful reader wants from each.

`lines` were written before the rules, those of the `independent` files by people who had not seen
the code, `learned` while the rules grew.
"""

from __future__ import annotations

import pytest

from tests.rules.quicklog.cases import Case, cases, differences

IN_OWN_WORDS = (
    *("O14", "O16", "O24", "P10", "P22", "P29", "P40", "P43"),
    *("Q04", "Q05", "Q09", "Q24", "Q29", "Q40", "Q45"),
    "R17",
    *("S14", "S15", "S29", "S44", "S45"),
)
"""Lines whose judge wants the typed words as the reason; ours is from the page's list."""
APPLY = "an application that somebody told me to make is theirs, as in every other set"
MISSES = {
    "L165": "two hours at her studio are a meeting, not a call: no word of the line says so",
    "I37": "half past midnight still belongs to the day before; its judge counts the calendar's",
    "J17": "a bad feeling is none of the reasons: the words stay in the note, the reason open",
    "M22": "a wish with a month is a step whose day is asked, not only a note",
    "K17": "their voicemail is a missed call of theirs; `left_voicemail` is one that I left",
    "l07": "their voicemail is a missed call of theirs, as in K17",
    **dict.fromkeys(("l09", "l42"), "a promise keeps its hour: `by COB Wed`, `Monday 9am CT`"),
    "K31": "a frozen budget moves the lead by the page, also where no lead is at hand",
    **dict.fromkeys(IN_OWN_WORDS, "the reason in its own words, where the page has a fixed list"),
    "O15": "`told` names no way, and the reason is in its own words",
    **dict.fromkeys(("P39", "R35", "R39", "W11"), APPLY),
    "j60": "fifteen minutes are told and none are wanted: a slip of its judge",
    "J59": "`her` may be either of two people: asked, with the one named last as first choice",
}
"""Lines read otherwise than wanted, with why; one that comes right must leave this list."""
FILES = (
    "lines.jsonl", "independent.jsonl", "independent2.jsonl", "independent3.jsonl",
    "independent4.jsonl", "independent5.jsonl", "independent6.jsonl", "independent7.jsonl",
    "independent8.jsonl", "independent9.jsonl", "independent10.jsonl", "independent11.jsonl",
    "independent12.jsonl", "independent13.jsonl",
    "learned.jsonl", "learned2.jsonl", "learned3.jsonl", "learned4.jsonl",
)  # fmt: skip
ALL = [case for name in FILES for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=[case["id"] for case in ALL])
def test_a_line_is_read_as_a_careful_reader_would(case: Case) -> None:
    found = differences(case)
    if case["id"] in MISSES:
        assert found, f"{case['id']} is read right now: take it off the list of misses"
    else:
        assert found == [], case["text"]
