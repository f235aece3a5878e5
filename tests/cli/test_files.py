from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

TABLE = "Name,Email,Company\nAnn Ash,ann@x.example,Orbit\nBo Li,bo@x.example,Cobalt\n"
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Hahn\r\nORG:Orbit\r\n"
    "TEL:+1 303 555 0142\r\nEMAIL:zoe@x.example\r\nEND:VCARD\r\n"
)


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(TABLE)
    return str(path)


def test_an_import_says_what_it_did_and_the_numbers_add_up(run, table: str, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(CARDS)
    told = run("import", table, str(cards), "--json").json
    assert (told["rows"], told["created"], told["matched"], told["skipped"]) == (3, 3, 0, 0)
    assert [file["format"] for file in told["files"]] == ["table", "vcard"]


def test_the_same_file_again_creates_nobody(run, table: str) -> None:
    run("import", table)
    before = run("export").out
    again = run("import", table, "--json").json
    assert (again["created"], again["matched"]) == (0, 2)
    assert run("export").out == before


def test_one_command_is_one_step(run, table: str) -> None:
    before = run("export").out
    run("import", table)
    assert len(run("history", "--json").json) == 1
    assert run("undo").code == 0
    assert run("export").out == before


def test_a_dry_run_counts_and_makes_not_even_a_store(run, table: str, tmp_path: Path) -> None:
    ran = run("import", table, "--dry-run", "--json")
    assert (ran.json["created"], ran.json["changed"]) == (2, False)
    assert not (tmp_path / "book.db").exists()
    run("import", table)
    content = (tmp_path / "book.db").read_bytes()
    assert run("import", table, "--dry-run", "--json").json["matched"] == 2
    assert (tmp_path / "book.db").read_bytes() == content


def test_each_problem_is_told_with_its_file_and_line(run, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS + "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nEND:VCARD\r\n" + CARDS[:-13])
    ran = run("import", str(path), "--json")
    told = ran.json
    assert told["created"] + told["matched"] + told["skipped"] == told["rows"] == 3
    assert ran.code == 3 and all(one["file"] == str(path) for one in told["problems"])
    assert [one["line"] for one in told["problems"]] == sorted(
        one["line"] for one in told["problems"] if one["line"] > 6
    )


def test_stdin_is_read_for_a_hyphen(run) -> None:
    ran = run("import", "-", "--json", stdin=CARDS.encode())
    assert ran.json["created"] == 1
    assert run("show", "zoe", "--json").json["organization"] == "Orbit"


def test_a_column_is_mapped_and_an_encoding_named(run, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes("Wer,Wo\nJürgen Beispiel,Müller AG\n".encode("cp1252"))
    told = run(
        "import", str(path), "--encoding", "cp1252", "--map", "Wer=name", "--map",
        "Wo=organization", "--json",
    ).json  # fmt: skip
    assert told["created"] == 1
    assert run("find", "jurgen", "--json").json[0]["organization"] == "Müller AG"


def test_the_whole_book_goes_out_and_comes_back(run, tmp_path: Path) -> None:
    samples, other, out = (str(tmp_path / name) for name in ("s.db", "o.db", "book.json"))
    run("demo", "--no-app", "--db", samples)
    told = run("export", "--db", samples, "-o", out, "--json").json
    assert (told["contacts"], told["file"]) == (36, out)
    assert (tmp_path / "book.json").stat().st_mode & 0o777 == 0o600
    assert run("import", out, "--db", other, "--json").json["created"] == 36
    assert run("export", "--db", other).out == (tmp_path / "book.json").read_text()
    again = run("import", out, "--db", other, "--dry-run", "--json").json
    assert (again["created"], again["matched"]) == (0, 36)


def test_a_book_is_imported_by_itself(run, table: str, tmp_path: Path) -> None:
    run("export", "-o", str(tmp_path / "book.json"))
    assert run("import", table, str(tmp_path / "book.json")).code == 2


def test_an_export_replaces_the_file_whole_and_leaves_nothing_beside_it(
    run, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "book.json").write_text("old")
    run("export", "-o", str(folder / "book.json"))
    assert [path.name for path in folder.iterdir()] == ["book.json"]
    assert (folder / "book.json").read_text().startswith('{"version": 1,')


def test_notes_stay_at_home_when_asked_to(run) -> None:
    run("add", "contact", "Ann Ash", "--note", "hush one")
    run("touch", "Ann", "talked", "--note", "hush two")
    run("add", "lead", "Editor", "--via", "Ann")
    assert "hush" in run("export").out
    for form in ("json", "csv", "vcard", "md", "ics"):
        told = run("export", "--without-notes", "--format", form)
        assert told.code == 0 and "hush" not in told.out


def test_every_form_has_everybody(run) -> None:
    run("add", "contact", "Ann Ash", "--email", "ann@x.example", "--org", "Orbit")
    run("add", "follow-up", "call", "Ann", "thu 9am")
    for form in ("json", "csv", "vcard", "md", "ics"):
        assert "Ann Ash" in run("export", "--format", form).out
    calendar = run("export", "--format", "ics").out
    assert calendar.count("BEGIN:VTODO") == 1 and "20261126T090000" in calendar


def test_a_cell_cannot_be_a_formula_unless_it_is_asked_for(run) -> None:
    run("add", "contact", "=1+1")
    rows = list(csv.reader(io.StringIO(run("export", "--format", "csv").out)))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert "=1+1" in run("export", "--format", "csv", "--raw").out.splitlines()[1].split(",")
