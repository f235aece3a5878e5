"""Stores to be damaged, and the ways to damage them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from conftest import NOW

from followup_tui.store import journal
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact, Way

MANY = 4000
PAGE = 4096


@journal.undoable
def people(change: journal.Change, count: int) -> str:
    ids = change.add_many(
        Contact,
        [
            {"name": f"Person {i}", "folded": f"person {i}", "notes": "met at a fair " * 5,
             "created_at": "2026-11-23T16:00:00+00:00"}
            for i in range(count)
        ],
    )  # fmt: skip
    change.add_many(
        Way,
        [{"contact": i, "kind": "email", "typed": f"p{i}@x.example", "normal": None} for i in ids],
    )
    return f"Added {count}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of 4,000 people."""
    path = tmp_path_factory.mktemp("sound") / "book.db"
    with open_book(path):
        people(NOW, MANY)
    return path


@pytest.fixture
def store(sound: Path, tmp_path: Path) -> Path:
    path = tmp_path / "book.db"
    path.write_bytes(sound.read_bytes())
    path.chmod(0o600)
    return path


def page_of(path: Path, table: str, which: int) -> int:
    """The number, from 0, of a leaf page of the table: found by words only it holds."""
    content = path.read_bytes()
    word = {"contact": b"met at a fair", "way": b"@x.example"}[table]
    pages = [
        n for n in range(len(content) // PAGE)
        if content[n * PAGE] == 0x0D and word in content[n * PAGE : (n + 1) * PAGE]
    ]  # fmt: skip
    return pages[which]


def overwrite(path: Path, start: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(new)


def header_garbage(path: Path) -> None:
    overwrite(path, 0, b"GARBAGE!" * 12)


def text_file(path: Path) -> None:
    path.write_text("Dear diary\n" * 500)


def no_bytes(path: Path) -> None:
    path.write_bytes(b"")


def cut_to(share: float) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        with path.open("r+b") as file:
            file.truncate(int(path.stat().st_size * share))

    return cut


def last_page_cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - PAGE)


def page_zeroed(path: Path) -> None:
    overwrite(path, page_of(path, "contact", 30) * PAGE, bytes(PAGE))


def page_of_noise(path: Path) -> None:
    overwrite(path, page_of(path, "way", 9) * PAGE, Random(3).randbytes(PAGE))


def header_byte(path: Path) -> None:
    overwrite(path, 17, b"\x07")


def page_header_byte(path: Path) -> None:
    overwrite(path, page_of(path, "contact", 30) * PAGE, b"\x07")


def first_page_gone(path: Path) -> None:
    overwrite(path, 0, Random(5).randbytes(PAGE))


SAVED = {
    "header_garbage": (header_garbage, 1.0),
    "page_zeroed": (page_zeroed, 0.98),
    "page_of_noise": (page_of_noise, 0.98),
    "header_byte": (header_byte, 1.0),
    "page_header_byte": (page_header_byte, 0.98),
    "first_page_gone": (first_page_gone, 1.0),
    "last_page_cut": (last_page_cut, 0.98),
    "cut_to_90%": (cut_to(0.9), 0.5),
}
BEYOND = {"text_file": text_file, "no_bytes": no_bytes}
ALL = {
    **{name: damage for name, (damage, _) in SAVED.items()},
    **BEYOND,
    "cut_to_half": cut_to(0.5),
}
