"""A message in the user's own editor: back as they left it, and no copy stays anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from followup_tui.errors import Refused
from followup_tui.rules.mailto import mailto
from followup_tui.store.book import open_book
from followup_tui.ui.outside import edited_outside, open_link

EDITOR = """#!/bin/sh
printf '%s' "$1" > "$HOME/seen"
ls -ld "$(dirname "$1")" "$1" >> "$HOME/seen.rights"
printf ' and more' >> "$1"
"""


class Suspending:
    """What of the app an editor needs."""

    def suspend(self) -> nullcontext[None]:
        return nullcontext()


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "editor").write_text(EDITOR)
    (tmp_path / "editor").chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(tmp_path / "editor"))
    return Suspending()


def test_the_text_comes_back_and_its_file_is_private_and_gone(book: Path, app: Any) -> None:
    assert edited_outside(app, "Dear Ann") == "Dear Ann and more"
    seen = Path((book.parent / "seen").read_text())
    assert seen.parent.parent == book.parent and not seen.parent.exists()
    assert "drwx------" in (book.parent / "seen.rights").read_text()


def test_an_editor_that_fails_leaves_the_text_as_it_was(
    book: Path, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(Refused, match="stays as it was"):
        edited_outside(app, "Dear Ann")


def test_a_mail_program_gets_one_link_and_no_shell_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener, told = tmp_path / "xdg-open", tmp_path / "told"
    opener.write_text(f"#!/bin/sh\nprintf '%s\\n' $# \"$1\" > {told}.part; mv {told}.part {told}\n")
    opener.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    bad = f"-rf $(touch {tmp_path}/owned) `touch {tmp_path}/owned`; & | --help\r\nBcc: x@x.example"
    open_link(mailto(bad, bad, bad))
    end = monotonic() + 30
    while not told.exists() and monotonic() < end:
        os.sched_yield()
    count, link = told.read_text().splitlines()
    assert count == "1" and link.startswith("mailto:") and " " not in link
    assert not (tmp_path / "owned").exists()


def test_what_a_killed_app_left_in_an_editor_is_swept_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f".followup-{ended.pid}-0.folder"
    left.mkdir()
    (left / "message.txt").write_text("Dear Ann")
    with open_book(tmp_path / "book.db"):
        assert not left.exists()
