"""A store that may not be written to, or has no room: it is read, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import NOW, contents
from store.opening import NOBODY, add

from followup_tui.errors import DiskFull, StoreUnreachable
from followup_tui.store import backup, journal, opened
from followup_tui.store.book import open_book
from followup_tui.store.schema import db


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_nobody(path: Path) -> dict[str, str]:
    """What another user, for whom rights count, can do with the store."""
    script = (
        "import os, sys\n"
        "import followup_tui.actions.people as people, followup_tui.store.book as book\n"
        "from followup_tui.store.models import Contact\n"
        "from conftest import NOW\n"
        "from pathlib import Path\n"
        f"os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "from followup_tui.errors import FollowupError\n"
        "try:\n"
        "    with book.open_book(Path(sys.argv[1])) as found:\n"
        "        print('read', [one.name for one in Contact.select()])\n"
        "        print('why', found.read_only)\n"
        "        people.add_contact(NOW, people.ContactForm('Bo Low'))\n"
        "        print('wrote', 'yes')\n"
        "except FollowupError as error:\n"
        "    print('refused', error.exit_code, error)\n"
    )
    paths = os.pathsep.join(map(str, (Path.cwd(), Path(__file__).parents[1])))
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


@pytest.mark.plain
@needs_root
def test_a_file_of_somebody_elses_is_read_and_not_written(public: Path) -> None:
    path = public / "book.db"
    with open_book(path):
        add("Ada King")
    path.chmod(0o644)
    before = path.read_bytes()
    done = as_nobody(path)
    assert done["read"] == "['Ada King']"
    assert done["refused"].startswith("4 ") and str(path) in done["refused"]
    assert path.read_bytes() == before and [one.name for one in public.iterdir()] == ["book.db"]


@pytest.mark.plain
@needs_root
def test_a_store_in_a_read_only_folder_is_read_and_not_written(public: Path) -> None:
    path = public / "book.db"
    with open_book(path):
        add("Ada King")
    path.chmod(0o666)
    os.chown(path, NOBODY, NOBODY)
    done = as_nobody(path)
    assert done["read"] == "['Ada King']"
    assert done["refused"].startswith("4 ") and "read-only" in done["refused"]


@pytest.mark.plain
@needs_root
def test_a_store_that_may_not_even_be_read_is_named(public: Path) -> None:
    path = public / "book.db"
    with open_book(path):
        add("Ada King")
    done = as_nobody(path)
    assert done["refused"].startswith("4 ") and str(path) in done["refused"]


@pytest.mark.plain
@needs_root
def test_a_new_store_in_a_read_only_folder_is_refused_by_name(public: Path) -> None:
    done = as_nobody(public / "sub" / "book.db")
    assert done["refused"].startswith("4 ") and str(public) in done["refused"]


def limited(path: Path, size: int) -> str:
    """Writes people until a file may not grow any more; says how that ended."""
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from conftest import NOW\n"
        "from followup_tui.actions.people import ContactForm, add_contact\n"
        "from followup_tui.errors import FollowupError\n"
        "from followup_tui.store import backup\n"
        "from followup_tui.store.book import open_book\n"
        "from followup_tui.store.models import Contact\n"
        "with open_book(Path(sys.argv[1])):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))\n"
        "    done = 0\n"
        "    try:\n"
        "        for number in range(3000):\n"
        "            add_contact(NOW, ContactForm(f'Person {number}', notes='x' * 900))\n"
        "            done += 1\n"
        "    except FollowupError as error:\n"
        "        print(error.exit_code, done, Contact.select().count())\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, -1))\n"
        "    try:\n"
        "        backup.keep('asked')\n"
        "    except FollowupError as error:\n"
        "        print(error.exit_code)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))\n"
        "    add_contact(NOW, ContactForm('Zoe Hill'))\n"
        "    print(Contact.select().count())\n"
    )
    paths = os.pathsep.join(map(str, (Path.cwd(), Path(__file__).parents[1])))
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), str(size)],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_full_disk_loses_nothing_and_works_again_after_room_was_made(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        kept = backup.keep("asked")
    said = limited(path, 1_000_000).split()
    assert said[0] == str(DiskFull.exit_code) == said[3]
    assert said[1] == said[2] and int(said[1]) > 10
    assert int(said[4]) == int(said[1]) + 1
    assert backup.backups_of(path) == [kept]
    assert [one.name for one in kept.path.parent.iterdir()] == [kept.path.name]
    with open_book(path):
        assert db.execute_sql("PRAGMA integrity_check").fetchone() == ("ok",)


def test_nothing_is_written_once_the_book_was_closed_to_writes(tmp_path: Path) -> None:
    with open_book(tmp_path / "book.db"):
        add("Ada King")
        before = contents()
        opened.close_to_writes("The store is damaged")
        with pytest.raises(StoreUnreachable, match="damaged: nothing was saved"):
            add("Bo Low")
        with pytest.raises(StoreUnreachable):
            journal.undo(NOW)
        assert contents() == before
