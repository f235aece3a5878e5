"""Hooks: what they are told, what they may refuse, and what they can't break."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions import hooks, people, plans, promises
from followup_tui.actions.hooks import hooks_in
from followup_tui.actions.people import ContactForm
from followup_tui.errors import NotFound, Refused
from followup_tui.store import journal
from followup_tui.store.journal import steps
from followup_tui.store.models import Contact
from followup_tui.store.watching import watched_by

Hook = Callable[..., Path]


@pytest.fixture
def hook(tmp_path: Path) -> Hook:
    """Writes an executable of this name into the folder of hooks."""
    folder = tmp_path / "settings" / "hooks"
    folder.mkdir(parents=True)

    def write(name: str, script: str, mode: int = stat.S_IRWXU) -> Path:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(mode)
        return folder / name

    return write


def add(folder: Path, store: Path, name: str = "Ann Ash"):
    with watched_by(hooks_in(folder / "settings", store)):
        return people.add_contact(NOW, ContactForm(name, phones=("303 555 0142",)))


def test_a_hook_is_told_the_action_and_its_arguments(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    heard = tmp_path / "heard.json"
    hook("before-add-contact", f"cat > {heard}")
    add(tmp_path, book, "Ann $(touch /nowhere); 'Ash'")
    told = json.loads(heard.read_text(encoding="utf-8"))
    assert told["action"] == "add-contact" and told["today"] == "2026-11-23"
    assert told["at"] == "2026-11-23T09:00:00-07:00"
    assert told["arguments"]["form"]["name"] == "Ann $(touch /nowhere); 'Ash'"
    assert told["arguments"]["form"]["phones"] == ["303 555 0142"]


def test_a_hook_that_says_no_refuses_and_nothing_is_written(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    hook("before", "echo first >&2; echo 'Not on Mondays.' >&2; exit 3")
    before = contents()
    with pytest.raises(Refused, match=r"^Not on Mondays\.$") as refused:
        add(tmp_path, book)
    assert refused.value.exit_code == 1
    assert contents() == before and list(steps()) == []


def test_a_hook_that_says_no_without_a_word_is_named(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    hook("before", "exit 3")
    with pytest.raises(Refused, match="before refused: it left with 3"):
        add(tmp_path, book)


def test_a_hook_after_is_told_what_was_done(book: Path, tmp_path: Path, hook: Hook) -> None:
    heard = tmp_path / "heard.json"
    hook("after", f"cat > {heard}; echo $FOLLOWUP_DB >> {heard}")
    done = add(tmp_path, book)
    told, store = heard.read_text(encoding="utf-8").splitlines()
    assert json.loads(told)["label"] == done.label == "Added Ann Ash"
    assert ["contact", 1] in json.loads(told)["rows"] and store == str(book)


def test_a_hook_after_that_fails_undoes_nothing_and_is_said(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    hook("after-add-contact", "echo 'no ink' >&2; exit 1")
    assert add(tmp_path, book).remarks == ("after-add-contact: no ink",)
    assert Contact.get().name == "Ann Ash"


def test_other_actions_and_files_that_arent_executable_are_let_be(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    hook("before-snooze", "exit 1")
    hook("before", "exit 1", mode=0o600)
    assert add(tmp_path, book).label == "Added Ann Ash"


def test_a_hook_that_never_ends_is_stopped(
    book: Path, tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "SECONDS", 0.05)
    hook("before", "exec sleep 60")
    with pytest.raises(Refused, match="before took longer than"):
        add(tmp_path, book)


def test_what_cant_be_run_refuses_too(book: Path, tmp_path: Path, hook: Hook) -> None:
    hook("before", "").write_text("#!/no/such/program\n", encoding="utf-8")
    with pytest.raises(Refused, match="before can't be run"):
        add(tmp_path, book)


def test_days_reasons_and_sets_are_plain(book: Path, tmp_path: Path, hook: Hook) -> None:
    heard = tmp_path / "heard.json"
    hook("before-snooze", f"cat > {heard}")
    who = add(tmp_path, book).added("contact")[0]
    step = promises.promise(NOW, who, "clips", date(2026, 11, 23)).added("follow_up")[0]
    with watched_by(hooks_in(tmp_path / "settings", book)):
        plans.snooze(NOW, step, date(2026, 11, 25), "9:00", "desk")
    told = json.loads(heard.read_text(encoding="utf-8"))["arguments"]
    assert told == {
        "follow_up_id": step, "day": "2026-11-25", "time": "9:00", "place": "desk",
        "reason": None, "session_id": None,
    }  # fmt: skip


def test_inside_of_a_hook_there_are_no_hooks(
    tmp_path: Path, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook("before", "exit 1")
    assert hooks_in(tmp_path / "settings", tmp_path) is not None
    monkeypatch.setenv("FOLLOWUP_HOOK", "before")
    assert hooks_in(tmp_path / "settings", tmp_path) is None
    assert hooks_in(None, tmp_path) is None and hooks_in(tmp_path / "nowhere", tmp_path) is None


def test_undo_and_redo_are_told_like_every_action(book: Path, tmp_path: Path, hook: Hook) -> None:
    heard = tmp_path / "heard"
    add(tmp_path, book)
    hook("before-undo", f"cat >> {heard}")
    hook("after", f"cat >> {heard}; echo 'no ink' >&2; exit 1")
    with watched_by(hooks_in(tmp_path / "settings", book)):
        undone = journal.undo(NOW)
        journal.redo(NOW)
    before, after, again = map(json.loads, heard.read_text(encoding="utf-8").splitlines())
    (step,) = steps()
    assert before["action"] == after["action"] == "undo" and again["action"] == "redo"
    assert before["arguments"] == {"step": step.id, "label": "Added Ann Ash"}
    assert after["label"] == undone.label == "Undid: Added Ann Ash"
    assert ["contact", 1] in again["rows"] and undone.remarks == ("after: no ink",)


def test_a_hook_may_refuse_to_undo(book: Path, tmp_path: Path, hook: Hook) -> None:
    add(tmp_path, book)
    hook("before-undo", "echo 'It is sent already.' >&2; exit 1")
    before = contents()
    with (
        watched_by(hooks_in(tmp_path / "settings", book)),
        pytest.raises(Refused, match=r"It is sent already\."),
    ):
        journal.undo(NOW)
    assert contents() == before


def test_where_there_is_nothing_to_undo_no_hook_is_asked(
    book: Path, tmp_path: Path, hook: Hook
) -> None:
    hook("before", "exit 1")
    with watched_by(hooks_in(tmp_path / "settings", book)), pytest.raises(NotFound):
        journal.undo(NOW)
