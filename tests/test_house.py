"""The rules of the house that a linter cannot see."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections import Counter
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

import followup_tui
from followup_tui.store.schema import Row, db
from followup_tui.ui.screens.keys import COLUMN, KEY

SOURCE = Path(followup_tui.__path__[0])
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
WRITES = {
    "save", "create", "insert", "insert_many", "replace_many", "bulk_create", "delete_instance",
    "executemany", "executescript",
}  # fmt: skip
WRITERS = {"journal.py", "images.py", "search.py", "book.py", "backup.py", "salvage.py"}
"""The rooms of the store that may write: the journal and its hands, and what is below it."""
SQL_WRITES = ("INSERT ", "UPDATE ", "DELETE ", "REPLACE ", "DROP ", "ALTER ", "CREATE ")


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def may_write(path: Path) -> bool:
    return path.parent.name in {"store", "migrations"} and (
        path.name in WRITERS or path.parent.name == "migrations"
    )


@pytest.mark.parametrize("path", [*FILES, *TESTS], ids=lambda path: "/".join(path.parts[-2:]))
def test_a_file_fits_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=name)
def test_functions_and_classes_fit_too(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 200, f"class {node.name}: {length}"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body and path.parent.name != "migrations":
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1
                assert length <= 30, f"{node.name}: {length}"


@pytest.mark.parametrize("path", [p for p in FILES if not may_write(p)], ids=name)
def test_only_the_journal_writes(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in WRITES or path.parts[-2] != "store", node.lineno
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.lstrip().startswith(SQL_WRITES), node.lineno


@pytest.mark.parametrize("path", [p for p in FILES if p.name != "clock.py"], ids=name)
def test_only_the_clock_tells_the_time(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            asked = f"{owner}.{node.attr}"
            assert asked not in {
                "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time",
                "pendulum.now", "pendulum.today",
            }, f"{asked} in line {node.lineno}"  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_broad_except_is_refused(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            )
            assert not broad, f"line {node.lineno}"


@pytest.mark.parametrize("path", TESTS, ids=lambda p: p.name)
def test_tests_do_not_sleep_or_skip_silently(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            if "benchmarks" not in path.parts and "faults" not in path.parts:
                assert f"{owner}.{node.func.attr}" != "time.sleep", f"line {node.lineno}"
            if node.func.attr in {"skip", "skipif", "xfail", "importorskip"}:
                said = [k.arg for k in node.keywords] + ["reason"] * bool(node.args)
                assert "reason" in said, f"a skip without a reason, line {node.lineno}"


def our_nodes() -> list[type[DOMNode]]:
    for module in pkgutil.walk_packages(followup_tui.__path__, "followup_tui."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: list[type[DOMNode]] = []
    todo: list[type[DOMNode]] = [DOMNode]
    while todo:
        cls = todo.pop()
        todo += cls.__subclasses__()
        if cls.__module__.startswith("followup_tui.") and cls not in found:
            found.append(cls)
    return found


def test_every_binding_has_its_own_id_a_tooltip_and_a_method() -> None:
    ids: Counter[str] = Counter()
    for cls in our_nodes():
        for binding in cls.__dict__.get("BINDINGS", []):
            assert isinstance(binding, Binding) and binding.id, f"{cls.__name__}: {binding}"
            assert binding.tooltip or not binding.show, f"{cls.__name__}: {binding.id}: no tooltip"
            ids[binding.id] += 1
            action = binding.action.partition("(")[0].rpartition(".")[2]
            assert hasattr(cls, f"action_{action}") or hasattr(App, f"action_{action}"), action
    assert ids and max(ids.values()) == 1, ids.most_common(3)


def test_what_a_key_does_fits_the_table_of_keys() -> None:
    room = COLUMN - KEY - 1
    for cls in our_nodes():
        for binding in cls.__dict__.get("BINDINGS", []):
            assert len(binding.tooltip) <= room, f"{binding.id}: {binding.tooltip}"


def test_no_two_keys_clash_in_one_place() -> None:
    for cls in our_nodes():
        keys: Counter[str] = Counter()
        for binding in cls.__dict__.get("BINDINGS", []):
            keys.update(binding.key.split(","))
        assert not keys or max(keys.values()) == 1, f"{cls.__name__}: {keys.most_common(3)}"


def tables() -> list[type[Row]]:
    for room in ("models", "dealings", "minutes", "journal"):
        importlib.import_module(f"followup_tui.store.{room}")
    return Row.__subclasses__()


def test_the_migrations_end_where_the_models_are(book: Path) -> None:
    assert len(tables()) >= 30
    assert not diff_models(db, tables())


def test_the_checks_of_the_models_are_in_the_migrations(book: Path) -> None:
    """`diff_models` doesn't see constraints, so a fresh schema is compared with the models' own."""
    for model in tables():
        table = model._meta.table_name
        made = db.execute_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        for field in model._meta.sorted_fields:
            for check in field.constraints or ():
                assert check.sql.removeprefix("CHECK ") in made[0], f"{table}.{field.name}"
