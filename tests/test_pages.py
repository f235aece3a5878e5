"""What the README promises is what there is."""

from __future__ import annotations

import re
from pathlib import Path

from pages import README, ROOT, made


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
