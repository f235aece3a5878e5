"""There is one door to the screen, and nothing goes round it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from ui.driving import press, running, screen_text
from ui.test_snapshots import hostile_person

import followup_tui.ui
from followup_tui.ui.spans import harmless
from followup_tui.ui.widgets.painted import title

UI = Path(followup_tui.ui.__path__[0])
FILES = sorted(UI.rglob("*.py"))
DOORS = {
    "Segment": {"widgets/painted.py"},
    "Content": {"widgets/painted.py"},
    "Text": {"panes/came_of_it.py"},
    "Input": set(),
    "TextArea": set(),
    "Tree": set(),
}
"""What shows text, and the only files that make one: these hand it `harmless` or `title`.

`Input`, `TextArea` and `Tree` are only ever stood on (`TypingLine`, `LineArea`, `CameOfIt`).
"""
WIDGETS = {"Input", "TextArea", "Tree"}
"""All that is taken of Textual's widgets: every other one takes text for markup."""
AROUND = {
    "notify", "from_markup", "render_markup", "panic", "set_window_title", "update_title", "markup",
    "from_ansi", "from_text", "write_ansi",
}  # fmt: skip
"""Ways round the door."""
FRAMED = {"border_title", "border_subtitle", "tooltip", "sub_title", "title"}


def name(path: Path) -> str:
    return path.relative_to(UI).as_posix()


def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def called(node: ast.Call) -> str:
    found = node.func
    while isinstance(found, ast.Subscript):
        found = found.value
    if isinstance(found, ast.Attribute):
        owner = found.value.id if isinstance(found.value, ast.Name) else ""
        return owner if owner in DOORS else found.attr
    return found.id if isinstance(found, ast.Name) else ""


def is_plain(node: ast.expr | None) -> bool:
    """Whether it is words of our own, written there."""
    if isinstance(node, ast.IfExp):
        return is_plain(node.body) and is_plain(node.orelse)
    if isinstance(node, ast.Call):
        return called(node) == "title"
    return node is None or isinstance(node, ast.Constant)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_door_draws(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            assert name(path) in DOORS.get(called(node), {name(path)}), f"line {node.lineno}"
            assert called(node) not in AROUND, f"line {node.lineno}: {called(node)}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_widget_that_reads_markup_is_taken(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module == "textual.widgets":
            assert {alias.name for alias in node.names} <= WIDGETS, f"line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rich"):
            assert {alias.name for alias in node.names} <= {"Segment", "Style", "Text"}
        if isinstance(node, ast.keyword):
            assert node.arg != "markup", f"line {node.value.lineno}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_stands_in_a_frame_or_a_tooltip_is_ours_or_a_title(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            framed = {t.attr for t in targets if isinstance(t, ast.Attribute)} & FRAMED
            assert not framed or is_plain(node.value), f"line {node.lineno}"
        if isinstance(node, ast.keyword) and node.arg in FRAMED - {"tooltip", "title"}:
            assert is_plain(node.value), f"line {node.value.lineno}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_class_stands_on_the_screen_only_through_the_door(path: Path) -> None:
    """Whoever draws its own lines draws them with `strip`, which is the door."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef) and node.name == "render":
            raise AssertionError(f"line {node.lineno}: `render` may give markup")


def test_what_somebody_forgot_to_make_harmless_is_made_so_at_the_door() -> None:
    line = (("plain ", ""), ("a\x1b]52;c;x\x07\u202eb\x9b", "late"))
    assert harmless(line) == (("plain ", ""), ("a␛]52;c;x␇‹RLO›b‹9b›", "late"))
    assert harmless((("[b]x[/] Müller", ""),)) == (("[b]x[/] Müller", ""),)


def test_a_title_is_never_markup() -> None:
    found = title("[@click=app.quit]Ada[/] \x1b[2J")
    assert found.plain == "[@click=app.quit]Ada[/] ␛[2J" and not found.spans
    assert title("[/]").plain == "[/]"


async def test_a_dialog_about_a_hostile_person_opens_and_shows_the_name(book: Path) -> None:
    hostile_person()
    async with running() as pilot:
        for key in ("M", "x", "m", "L"):
            await press(pilot, key)
            shown = screen_text(pilot)
            assert "\x1b" not in shown and "\u202e" not in shown
            await press(pilot, "escape", "escape")
