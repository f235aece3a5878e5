"""What leaves, what it says of itself, and what can be read again."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ics
import pytest
from icalendar import Calendar

KEPT = ("name", "emails", "phones", "urls", "handles", "organization", "role", "birthday", "tags",
        "notes", "how_met", "zone", "nickname")  # fmt: skip
CARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Hahn\\, PhD\r\nN:Hahn;Zoë;;;PhD\r\nNICKNAME:Zo\r\n"
    "ORG:Orbit\\, Inc.\r\nTITLE:Editor\\; chief\r\nBDAY:--0412\r\nCATEGORIES:press,old friends\r\n"
    "TEL;TYPE=cell;PREF=1:+1 303 555 0142\r\nTEL;TYPE=work:303-555-0199\r\n"
    "EMAIL;TYPE=work:zoe@x.example\r\nIMPP;X-SERVICE-TYPE=Signal:signal:zoe\r\n"
    "URL:https://orbit.example/zoe\r\nNOTE:met at a fair\\nlikes tea\r\nEND:VCARD\r\n"
)


@pytest.fixture
def cards(run: Any) -> None:
    run("import", "-", stdin=CARD.encode())


def people(run: Any, *words: str) -> list[dict[str, Any]]:
    return [{name: one[name] for name in KEPT} for one in run("export", *words).json["contacts"]]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.usefixtures("cards")
def test_cards_go_out_and_come_back_as_they_were(run, tmp_path: Path, version: str) -> None:
    out, other = str(tmp_path / "out.vcf"), str(tmp_path / "other.db")
    run("export", "--format", "vcard", "--version", version, "-o", out)
    assert f"VERSION:{version}" in Path(out).read_text()
    run("import", out, "--db", other)
    before, after = people(run), people(run, "--db", other)
    assert before == after and before[0]["tags"] == ["press", "old friends"]


@pytest.mark.usefixtures("cards")
def test_a_table_goes_out_and_comes_back(run, tmp_path: Path) -> None:
    run("add", "contact", "=1+1", "--phone", "+1 303 555 0143", "--note", "@SUM(1)")
    out, other = str(tmp_path / "out.csv"), str(tmp_path / "other.db")
    run("export", "--format", "csv", "-o", out)
    run("import", out, "--db", other)
    names = [one["name"] for one in people(run, "--db", other)]
    assert names == [one["name"] for one in people(run)] == ["Zoë Hahn, PhD", "=1+1"]
    assert people(run, "--db", other)[1]["notes"] == "@SUM(1)"


@pytest.mark.usefixtures("cards")
def test_an_export_says_what_it_holds_beside_it(run, tmp_path: Path) -> None:
    run("touch", "zo", "talked")
    ran = run("export")
    assert ran.err.strip() == "Exported 1 contact, 1 touch, with your notes" and ran.json
    out = tmp_path / "out.vcf"
    ran = run("export", "--format", "vcard", "--without-notes", "-o", str(out))
    assert ran.out == "" and ran.err == f"Exported 1 contact, without your notes to {out}\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600 and "fair" not in out.read_text()


@pytest.mark.parametrize(("words", "kind"), [((), "VTODO"), (("--events",), "VEVENT")])
@pytest.mark.usefixtures("cards")
def test_a_calendar_has_each_open_step_once(run, words: tuple[str, ...], kind: str) -> None:
    run("add", "follow-up", "call", "zo", "thu 9am")
    run("add", "follow-up", "email", "zo", "fri")
    run("done", "2")
    told = Calendar.from_ical(run("export", "--format", "ics", *words).out)
    (step,) = told.walk(kind)
    assert step["SUMMARY"] == "Call Zoë Hahn, PhD" and step["SEQUENCE"] == 0
    assert len(step.walk("VALARM")) == 1
    uid = step["UID"]
    run("snooze", "1", "fri")
    (again,) = Calendar.from_ical(run("export", "--format", "ics", *words).out).walk(kind)
    assert (again["UID"], again["SEQUENCE"]) == (uid, 1)


def test_a_calendar_is_read_without_a_complaint_and_by_another_reader_too(run) -> None:
    run("add", "contact", "Ines;Vale,\\ [x]", "--phone", "303 555 0142")
    run("add", "follow-up", "call", "ines", "thu 9am")
    run("add", "follow-up", "send", "ines", "fri")
    told = run("export", "--format", "ics").out
    assert not [fault for part in Calendar.from_ical(told).walk() for fault in part.errors]
    names = sorted(step.name for step in ics.Calendar(told).todos)
    assert names == ["Call Ines;Vale,\\ [x]", "Send to Ines;Vale,\\ [x]"]
    events = ics.Calendar(run("export", "--format", "ics", "--events").out).events
    assert sorted((one.begin.format("MM-DD HH:mm"), one.all_day) for one in events) == [
        ("11-26 09:00", False),
        ("11-27 00:00", True),
    ]


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], str]:
    """The text of the calendar that the settings ask for."""
    path, folder = tmp_path / "mine.ics", tmp_path / "config"
    folder.mkdir()
    (folder / "settings.toml").write_text(f'calendar = "{path}"\n')
    monkeypatch.setenv("FOLLOWUP_CONFIG", str(folder))
    return lambda: path.read_text() if path.exists() else ""


@pytest.mark.usefixtures("cards")
def test_the_calendar_of_the_settings_follows_each_change(run, calendar: Callable[[], str]) -> None:
    run("due")
    assert calendar() == ""
    run("add", "follow-up", "call", "zo", "thu")
    assert calendar().count("BEGIN:VTODO") == 1
    run("undo")
    assert calendar().count("BEGIN:VTODO") == 0 and "BEGIN:VCALENDAR" in calendar()


@pytest.mark.usefixtures("cards")
def test_a_calendar_that_cannot_be_written_costs_nothing_else(
    run, calendar: Callable[[], str], tmp_path: Path
) -> None:
    (tmp_path / "mine.ics").mkdir()
    ran = run("touch", "zo", "talked")
    assert ran.code == 0 and "was not written" in ran.err
    assert len(run("history", "--json").json) == 2


def test_an_export_of_an_empty_store_says_that_there_is_nothing_yet(run) -> None:
    assert run("export", "--format", "vcard").err.strip() == (
        "Exported nothing, since there is nothing yet"
    )
