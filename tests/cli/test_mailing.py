"""A message from a mail program's pipe."""

from __future__ import annotations

from pathlib import Path

import pytest

MAIL = (
    b"From: =?utf-8?q?Zo=C3=AB_Hahn?= <zoe@x.example>\nTo: me@home.example\n"
    b"Date: Fri, 20 Nov 2026 10:00:00 -0700\nSubject: =?utf-8?q?Your_cl=C3=ADps?=\n\nhello\n"
)
SENT = (
    b"From: Me@home.example\nTo: zoe@x.example, Kim Ode <kim@x.example>, noreply@x.example\n"
    b"Date: Sat, 21 Nov 2026 10:00:00 -0700\nSubject: Re: clips\n\n"
)


def test_a_message_is_logged_with_who_which_way_when_and_its_subject(run) -> None:
    ran = run("log", "--eml", "-", stdin=MAIL)
    assert ran.code == 0 and ran.out.startswith("Heard from Zoë Hahn")
    (touch,) = run("show", "zoe", "--json").json["touches"]
    assert (touch["channel"], touch["direction"], touch["note"]) == ("email", "in", "Your clíps")
    assert touch["at"].startswith("2026-11-20T17:00:00")


def test_the_same_message_is_logged_once(run) -> None:
    run("log", "--eml", "-", stdin=MAIL)
    before = run("export").out
    assert "Logged before" in run("log", "--eml", "-", stdin=MAIL).out
    assert run("export").out == before and len(run("history", "--json").json) == 1


def test_what_i_sent_is_known_by_my_own_address(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('addresses = ["me@home.example"]\n')
    monkeypatch.setenv("FOLLOWUP_CONFIG", str(tmp_path))
    run("add", "contact", "Zoë Hahn", "--email", "zoe@x.example")
    assert run("log", "--eml", "-", stdin=SENT).out.startswith("Wrote to Zoë Hahn")
    assert [row["name"] for row in run("export").json["contacts"]] == ["Zoë Hahn", "Kim Ode"]
    assert run("show", "zoe", "--json").json["touches"][0]["direction"] == "out"


def test_nobody_is_made_of_a_machine_or_of_no_message(run) -> None:
    for raw in (b"From: noreply@x.example\nSubject: x\n\n", b"hello\n", b""):
        ran = run("log", "--eml", "-", stdin=raw)
        assert ran.code == 3 and ran.err
    assert run("export").json["contacts"] == []


def test_a_message_is_only_looked_at_when_asked_to(run, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(MAIL)
    ran = run("log", "--eml", str(tmp_path / "one.eml"), "--dry-run", "--json")
    assert ran.json["subject"] == "Your clíps" and run("export").json["contacts"] == []
    assert run("log", "--eml", "-", "talked to Zoë", stdin=MAIL).code == 2
