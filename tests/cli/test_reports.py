"""Reports for others: the digest of a day, and the work-search record."""

from __future__ import annotations

import csv
import io

import pytest


@pytest.fixture
def busy(run) -> None:
    run("add", "contact", "Ann <b>Ash</b>", "--org", "=Orbit", "--note", "hush")
    run("touch", "ann", "talked", "--note", "hush", "--minutes", "5", "--at", "2026-11-17T10:00")
    run("touch", "ann", "left-voicemail", "--note", "hush", "--at", "2025-12-31T10:00")
    run("add", "follow-up", "call", "ann", "today")


@pytest.mark.usefixtures("busy")
def test_the_digest_says_what_is_due_and_names_nobody_twice(run) -> None:
    ran = run("digest")
    assert ran.code == 0 and "Ann <b>Ash</b>, =Orbit" in ran.out and "hush" not in ran.out
    rows = run("digest", "--format", "json").json["rows"]
    assert {row["list"] for row in rows} == {"Due"} and "call" in {row["what"] for row in rows}


def test_a_day_without_anything_is_said_by_the_exit_code(run) -> None:
    assert run("digest").code == 1 and run("record").code == 1


@pytest.mark.usefixtures("busy")
def test_a_page_holds_no_markup_of_others_and_fetches_nothing(run) -> None:
    for words in (("digest", "--format", "html"), ("record", "--format", "html")):
        page = run(*words).out
        assert "Ann &lt;b&gt;Ash&lt;/b&gt;" in page and "<b>" not in page
        assert "http" not in page.replace("http-equiv", "") and "<script" not in page


@pytest.mark.usefixtures("busy")
def test_the_record_has_who_when_how_and_the_result_by_weeks_and_no_notes(run) -> None:
    told = run("record")
    assert told.code == 0 and "hush" not in told.out
    assert "Week of Mon 16 Nov" in told.out and "talked, 5 min" in told.out
    assert "voicemail" not in told.out
    whole = run("record", "--from", "2025-12-01", "--to", "2026-11-23").out
    assert "Week of Mon 29 Dec 2025" in whole and "Wed 31 Dec 2025" in whole


@pytest.mark.usefixtures("busy")
def test_the_record_as_a_table_has_iso_days_and_no_formulas(run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("record", "--format", "csv").out)))
    assert [(row["Day"], row["Organization"]) for row in rows] == [("2026-11-17", "'=Orbit")]


def test_a_span_that_ends_before_it_begins_is_refused(run) -> None:
    assert run("record", "--from", "2026-11-20", "--to", "2026-11-01").code == 2
