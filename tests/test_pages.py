"""What the README and the manual page promise is what there is."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import NOW
from manual import EXIT_CODES, manual
from pages import MANUAL, README, ROOT, made

from followup_tui import errors
from followup_tui.actions.demo import make_demo
from followup_tui.cli.entry import main
from followup_tui.store.book import open_book


def blocks(language: str) -> list[str]:
    """The code of this language in the README."""
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the sample people in the store."""
    with open_book(tmp_path / "samples.db"):
        make_demo(NOW)
    monkeypatch.setenv("FOLLOWUP_DB", str(tmp_path / "samples.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_readme_does_its_work(samples: Path) -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("followup ")]
    assert len(commands) > 5
    for words in commands:
        assert main(words) == 0, words
    named = {words[-1] for words in commands if "-o" in words or "--svg" in words}
    assert named and named <= {path.name for path in samples.iterdir()}


@pytest.fixture
def notices(samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a desktop's notices are written in place of being shown."""
    heard = samples / "notices"
    folder = samples / "bin"
    folder.mkdir()
    program = "from followup_tui.cli.entry import main; raise SystemExit(main())"
    scripts = {
        "notify-send": f'printf "%s: %s" "$1" "$2" > {shlex.quote(str(heard))}',
        "followup": f'exec {shlex.quote(sys.executable)} -c "{program}" "$@"',
    }
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return heard


def reminders() -> Iterator[str]:
    """The shell's part of the cron line and of the systemd unit."""
    (cron,) = blocks("cron")
    yield cron.strip().split(maxsplit=5)[5]
    (command,) = re.findall(r"ExecStart=(.*)", "".join(blocks("ini")))
    yield command


@pytest.mark.parametrize("command", reminders(), ids=["cron", "systemd"])
def test_the_reminder_tells_what_is_due(notices: Path, command: str) -> None:
    subprocess.run(["/bin/sh", "-c", command], check=True, timeout=60)
    assert notices.read_text(encoding="utf-8").startswith("followup: followup, Mon 23 Nov: 8 due")


@pytest.mark.parametrize("command", reminders(), ids=["cron", "systemd"])
def test_a_day_with_nothing_due_is_left_in_peace(
    notices: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_DB", str(notices.parent / "nobody.db"))
    subprocess.run(["/bin/sh", "-c", command], check=False, timeout=60)
    assert not notices.exists()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_the_timer_is_one_that_systemd_takes(tmp_path: Path) -> None:
    service, timer = blocks("ini")
    (tmp_path / "followup.service").write_text(service, encoding="utf-8")
    (tmp_path / "followup.timer").write_text(timer, encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "--user", "verify", "./followup.timer"], capture_output=True,
        text=True, cwd=tmp_path, timeout=60, check=False,
    )  # fmt: skip
    said = [line for line in ran.stderr.splitlines() if "followup." in line]
    assert not said
    spans = subprocess.run(
        ["systemd-analyze", "calendar", "Mon..Fri 08:00"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"08:00:00" in spans.stdout


def test_the_manual_page_is_made_of_the_commands_there_are() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), "run `python -m tests.pages`"


def test_the_manual_page_has_every_exit_code() -> None:
    kinds = [one for _, one in inspect.getmembers(errors, inspect.isclass)]
    known = {one.exit_code for one in kinds if issubclass(one, errors.FollowupError)}
    assert {code for code, _ in EXIT_CODES} == known | {0}


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here")
def test_the_manual_page_can_be_printed() -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(MANUAL)], capture_output=True, check=True, timeout=60
    )
    assert not ran.stderr
    printed = re.sub(r".\x08|\x1b\[\d+m", "", ran.stdout.decode())
    assert "followup log" in printed and "--dry-run" in printed and "1 back" not in printed


def test_the_readme_has_the_keys_and_commands_there_are() -> None:
    text = README.read_text(encoding="utf-8")
    assert made(text) == text, "run `python -m tests.pages`"


def test_every_file_the_readme_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)", text)
    assert named and not [path for path in named if not (ROOT / path).exists()]


def test_ci_calls_the_test_command_of_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    command = re.search(r"python (-m pytest [^\n`]+)", text)
    assert command and command[1] in Path(ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_repository_speaks_of_the_product_alone() -> None:
    words = re.compile(r"\bissue #?\d|/work/|\bhelper-\d|\bsession \d", re.IGNORECASE)
    code = [*ROOT.glob("followup_tui/**/*.py"), *ROOT.glob("tests/**/*.py")]
    for path in [*ROOT.glob("*.md"), *code]:
        if path.name != Path(__file__).name:
            assert not words.search(path.read_text(encoding="utf-8")), path


@pytest.mark.skipif(not shutil.which("man"), reason="man is not here")
def test_man_finds_the_page_that_was_installed_with_the_app() -> None:
    there = Path(sys.prefix) / "share" / "man" / "man1" / "followup.1"
    path = f"{Path(sys.prefix) / 'bin'}:{os.environ['PATH']}"
    for words, surroundings in (
        (["man", "-w", "followup"], {**os.environ, "PATH": path}),
        (["man", "-w", "-M", str(there.parent.parent), "followup"], {**os.environ}),
    ):
        surroundings.pop("MANPATH", None)
        ran = subprocess.run(
            words, capture_output=True, text=True, env=surroundings, check=True, timeout=60
        )
        assert Path(ran.stdout.strip()) == there
