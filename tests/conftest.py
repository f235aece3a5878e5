from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from platformdirs import user_config_path, user_data_path

from followup_tui.rules.moment import Moment
from followup_tui.store import raw
from followup_tui.store.book import open_book
from followup_tui.store.encryption import VARIABLE
from followup_tui.store.schema import db

DENVER = ZoneInfo("America/Denver")
NOW = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=DENVER))
"""Every test's clock: a Monday morning."""

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("house")


XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_real = (str(place("followup")) for place in (user_data_path, user_config_path))
REAL_PLACES = tuple(
    os.environ.setdefault("FOLLOWUP_TESTS_REAL_PLACES", os.pathsep.join(_real)).split(os.pathsep)
)
"""Where the data and the settings of whoever runs the tests lie; workers have it from the first."""
_away = TemporaryDirectory(prefix="followup-tests-")
os.environ["HOME"] = _away.name
for _name in XDG:
    os.environ.pop(_name, None)


def leaves_the_real_home_alone(event: str, args: tuple[object, ...]) -> None:
    """Refuse to open anything of the real user's, even where a test forgot its own home."""
    if event in ("open", "sqlite3.connect") and str(args[0]).startswith(REAL_PLACES):
        raise AssertionError(f"a test opened {args[0]}")


sys.addaudithook(leaves_the_real_home_alone)

CHEAP = "FOLLOWUP_TESTS_CHEAP_KEYS"
if os.environ.get(CHEAP):
    raw.KDF_ROUNDS = 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--encrypted", action="store_true", help="every store behind a passphrase")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--encrypted"):
        passed_over = pytest.mark.skip(reason="it looks into the bytes of a plain store")
        for item in items:
            if item.get_closest_marker("plain"):
                item.add_marker(passed_over)


@pytest.fixture(autouse=True)
def behind_a_passphrase(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With `--encrypted`, every store of the test is made behind a passphrase, cheaply."""
    monkeypatch.delenv(VARIABLE, raising=False)
    if request.config.getoption("--encrypted"):
        place = tmp_path.with_name(tmp_path.name + "-passphrase")
        place.write_text("correct horse\n")
        place.chmod(0o600)
        monkeypatch.setenv(VARIABLE, str(place))
        monkeypatch.setenv(CHEAP, "1")
        monkeypatch.setattr(raw, "KDF_ROUNDS", 1)


@pytest.fixture(autouse=True)
def settled_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the machine's clock, zone, home or store."""
    monkeypatch.setenv("FOLLOWUP_NOW", NOW.at.isoformat())
    monkeypatch.setenv("TZ", "America/Denver")
    monkeypatch.setenv("FOLLOWUP_DB", str(tmp_path / "book.db"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in XDG:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", os.environ.get("TERM", "xterm-256color"))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Path]:
    """An empty store in a file of its own (`:memory:` is another store in each thread)."""
    path = tmp_path / "book.db"
    with open_book(path):
        yield path


NOT_CONTENT = {"step", "row_change", "schema_migration", "photo"}


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Everything the user would miss: all tables but the journal's own, and the search index."""
    tables = [table for table in db.get_tables() if table not in NOT_CONTENT]
    kept = {
        table: db.execute_sql(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
        for table in tables
        if not table.startswith("person_words")
    }
    kept["person_words"] = db.execute_sql(
        "SELECT rowid, name, words FROM person_words ORDER BY rowid"
    ).fetchall()
    return kept
