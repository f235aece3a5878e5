"""Opening the store: whatever is in its place, one plain sentence and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import NOW, contents
from playhouse.migrations import Runner

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import (
    DiskFull,
    FollowupError,
    StoreDamaged,
    StoreNewer,
    StoreUnreachable,
)
from followup_tui.store import backup, book, journal, opened, turns
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact
from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION
from followup_tui.store.raw import wal_of
from followup_tui.store.schema import db

NOBODY = 65534


def add(name: str) -> None:
    add_contact(NOW, ContactForm(name))


def refused(path: Path) -> FollowupError:
    with pytest.raises(FollowupError) as caught, open_book(path):
        pass
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_new_store_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "new" / "book.db"
        with open_book(path):
            add("Ada King")
            backup.keep("asked")
            found = {one: stat.S_IMODE(one.stat().st_mode) for one in path.parent.rglob("*")}
            folder = stat.S_IMODE(path.parent.stat().st_mode)
    finally:
        os.umask(before)
    assert wal_of(path) in found and folder == 0o700
    assert {mode for one, mode in found.items() if one.is_file()} == {0o600}
    assert {mode for one, mode in found.items() if one.is_dir()} == {0o700}


def test_a_store_that_others_can_read_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
    path.chmod(0o666)
    with open_book(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.db").mkdir()
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_pipe_in_its_place_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "book.db")
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.db").symlink_to(tmp_path / "other.db")
    (tmp_path / "other.db").symlink_to(tmp_path / "book.db")
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error = refused(tmp_path / "file" / "book.db")
    assert error.exit_code == 4 and str(tmp_path / "file") in str(error)


def test_a_path_that_no_system_knows_is_refused() -> None:
    assert refused(Path("/tmp/a\0b")).exit_code == 4


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0"])
def test_a_file_too_short_to_be_a_store_is_not_taken_for_a_new_one(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "book.db"
    path.write_bytes(content)
    assert isinstance(refused(path), StoreDamaged)
    assert path.read_bytes() == content


def test_a_store_that_was_removed_while_open_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        path.unlink()
        with pytest.raises(StoreUnreachable, match="was removed while it was open"):
            add("Bo Low")
        assert Contact.select().count() == 1


def test_a_store_that_was_replaced_while_open_is_not_written_to(tmp_path: Path) -> None:
    path, other = tmp_path / "book.db", tmp_path / "other.db"
    with open_book(other):
        add("Zoe Hill")
    with open_book(path):
        other.replace(path)
        with pytest.raises(StoreUnreachable, match="replaced by another one"):
            add("Bo Low")
    wal_of(path).unlink(missing_ok=True)
    with open_book(path):
        assert [one.name for one in Contact.select()] == ["Zoe Hill"]


def test_what_a_killed_process_left_half_made_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        backup.keep("asked")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = [
        tmp_path / f".followup-{ended.pid}-0.book.db",
        tmp_path / f".followup-{ended.pid}-0.book.db-wal",
        tmp_path / "backups" / f".followup-{ended.pid}-3.book.db",
    ]
    ours = tmp_path / f".followup-{os.getpid()}-7.book.db"
    for place in (*left, ours):
        place.write_text("half")
    with open_book(path):
        assert not any(place.exists() for place in left)
    assert ours.exists()


@pytest.mark.plain
def test_four_at_once_on_the_first_day_all_begin(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.db"
    command = [sys.executable, "-c", "from followup_tui.cli.entry import main; exit(main())"]
    starters = [
        subprocess.Popen(
            [*command, "--db", str(path), "add", "contact", f"Person {number}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]  # fmt: skip
    for starter in starters:
        _, said = starter.communicate(timeout=60)
        assert starter.returncode == 0, said.decode()
    with open_book(path):
        assert Contact.select().count() == 4


@pytest.mark.plain
def test_a_lock_that_somebody_holds_is_said_and_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    path = tmp_path / "book.db"
    with open_book(path):
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnreachable, match="Another followup is saving"):
            add("Ada King")
        other.rollback()
        add("Bo Low")
        assert [one.name for one in Contact.select()] == ["Bo Low"]
        other.close()


def test_the_file_of_last_writes_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        for number in range(300):
            add(f"Person {number}")
        assert wal_of(path).stat().st_size <= 5 * 1024 * 1024
    assert not wal_of(path).exists()


def older(path: Path, version: int = 4) -> Path:
    """A store as it was before the last migration, with somebody in it."""
    db.init(str(path))
    with db.connection_context():
        files = sorted((Path(book.__file__).parent / "migrations").glob("0*.py"))
        Runner(db, str(files[0].parent)).up(files[version - 1].stem)
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute_sql(f"PRAGMA user_version = {version}")
        db.execute_sql(
            "INSERT INTO contact (id, uid, name, folded, prefix, given, additional, family, suffix,"
            " nickname, role, stars, zone, hours, place, how_met, birthday, notes, archived,"
            " source, extra, created_at)"
            " VALUES (1, 'u', 'Ada King', 'ada king', '', '', '', '', '', '', '', 0, '', '', '',"
            " '', '', '', 0, '', '', '2026-11-23T16:00:00+00:00')"
        )
    path.chmod(0o600)
    return path


def test_an_older_store_is_brought_up_to_date_after_a_backup_and_says_so_once(
    tmp_path: Path,
) -> None:
    path = older(tmp_path / "book.db")
    with open_book(path) as found:
        assert "brought up to date" in found.remark
        assert db.execute_sql("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert Contact.get().name == "Ada King"
        add("Bo Low")
    (kept,) = backup.backups_of(path)
    assert kept.why == "migration" and backup.is_unspoilt(kept)
    with open_book(path) as found:
        assert not found.remark


def test_a_migration_that_fails_leaves_the_older_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "book.db")
    before = path.read_bytes()
    monkeypatch.setattr("playhouse.migrations.Runner._run", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError), open_book(path):
        pass
    monkeypatch.undo()
    db.init(str(path))
    with db.connection_context():
        assert db.execute_sql("PRAGMA user_version").fetchone() == (4,)
    assert len(path.read_bytes()) == len(before)


def test_a_later_store_is_left_alone_also_with_writes_pending(tmp_path: Path) -> None:
    path, later = tmp_path / "book.db", tmp_path / "later" / "book.db"
    later.parent.mkdir()
    with open_book(path):
        db.execute_sql("PRAGMA wal_autocheckpoint = 0")
        add("Ada King")
        db.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        later.write_bytes(path.read_bytes())
        wal_of(later).write_bytes(wal_of(path).read_bytes())
    before = later.read_bytes(), wal_of(later).read_bytes()
    error = refused(later)
    assert isinstance(error, StoreNewer) and error.exit_code == 7
    assert (later.read_bytes(), wal_of(later).read_bytes()) == before


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
