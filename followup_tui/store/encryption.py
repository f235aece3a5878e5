"""Stores behind a passphrase: how one is known, where the passphrase comes from, and back.

SQLCipher encrypts every page, so the file is noise from its first byte on. The passphrase is
never a word of the command line, where every other user of the machine could read it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from followup_tui.errors import StoreDamaged, StoreUnreachable
from followup_tui.store import opened, raw
from followup_tui.store.raw import MAGIC, connected, marks_of, quoted

VARIABLE = "FOLLOWUP_PASSPHRASE_FILE"
"""Names a file, private to the user, whose first line is the passphrase."""
SERVICE = "followup"
"""The name under which a keyring keeps passphrases; the user's name there is the path."""
PAGE = 4096
_SAMPLES = 5
_KINDS_OF_BYTES = 240
"""Noise has nearly all 256 in one page of 4096 (fewer than 240: never in 10^100 pages);
a page of SQLite's with text, numbers and gaps has far fewer."""

Ask = Callable[[Path], str]
"""Asks the person for the passphrase of the store at a path."""


def is_encrypted(path: Path) -> bool:
    """Whether the file at `path` looks like an encrypted store: whole pages of noise."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if not size or size % PAGE or file.read(len(MAGIC)) == MAGIC:
            return False
        pages = size // PAGE
        for number in {pages * part // _SAMPLES for part in range(_SAMPLES)}:
            file.seek(number * PAGE)
            if len(set(file.read(PAGE))) < _KINDS_OF_BYTES:
                return False
    return True


def key_of(path: Path, ask: Ask | None = None) -> str:
    """The passphrase of the store at `path`; empty where it needs none.

    Raises:
        StoreUnreachable: It is encrypted, and nobody has the passphrase.
    """
    if opened.is_at_hand(path):
        # To open and close the file beside SQLite would drop the locks that it holds.
        return opened.at_hand().key
    if not is_encrypted(path):
        return ""
    found = key_at_hand(path)
    if not found and ask is not None:
        found = ask(path)
    if not found:
        raise StoreUnreachable(
            f"{path} is encrypted. Run followup on a terminal to be asked for the passphrase,"
            f" or name a file that holds it in {VARIABLE}."
        )
    refuse_if_wrong(path, found)
    return found


def key_at_hand(path: Path) -> str:
    """The passphrase from the file that the environment names, else from the keyring, or empty.

    Raises:
        StoreUnreachable: The file can't be read, is empty, or others can read it.
    """
    named = os.environ.get(VARIABLE)
    return _in_file(Path(named)) if named else _in_keyring(path)


def _in_file(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise StoreUnreachable(
                    f"{path} holds a passphrase and can be read by others: chmod 600 {path}"
                )
            found = file.readline().rstrip("\r\n")
    except OSError as error:
        raise StoreUnreachable(f"{path}, named by {VARIABLE}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise StoreUnreachable(f"{path}, named by {VARIABLE}, isn't UTF-8.") from error
    if not found:
        raise StoreUnreachable(f"{path}, named by {VARIABLE}, is empty.")
    return found


def _in_keyring(path: Path) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, str(path.resolve())) or ""
    except KeyringError:
        return ""


def is_remembered(path: Path) -> bool:
    """Whether the system's keyring has a passphrase for the store at `path`."""
    return bool(_in_keyring(path))


def remember(path: Path, key: str) -> bool:
    """Leave the passphrase of `path` to the system's keyring, or take it back with an empty one.

    False where there is no keyring.
    """
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    place = str(path.resolve())
    try:
        if key:
            keyring.set_password(SERVICE, place, key)
        elif keyring.get_password(SERVICE, place):
            keyring.delete_password(SERVICE, place)
    except KeyringError:
        return False
    return True


def refuse_if_wrong(path: Path, key: str) -> None:
    """Do nothing where `key` opens the store at `path`.

    Raises:
        StoreUnreachable: It doesn't, or what reads encrypted stores isn't installed.
    """
    wrong = raw.cipher().DatabaseError
    try:
        raw.marks(path, key)
    except wrong as error:
        if "not a database" not in str(error):
            raise
        raise StoreUnreachable(
            f"This passphrase doesn't open {path}. If it is the right one, the file is damaged,"
            " and `followup restore` brings a backup back."
        ) from error


def rewrite(source: Path, target: Path, old: str, new: str) -> None:
    """Write the whole store at `source` to the empty file `target` under another passphrase.

    Either may be empty, for a plain store.

    Raises:
        StoreDamaged: What was written isn't the same store.
    """
    with connected(source, old, by_cipher=True) as connection:
        connection.execute(f"ATTACH DATABASE {quoted(str(target))} AS other KEY {quoted(new)}")
        if new:
            connection.execute(f"PRAGMA other.kdf_iter = {raw.KDF_ROUNDS}")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('other')")
        before = marks_of(connection)
        connection.execute(f"PRAGMA other.application_id = {before.application}")
        connection.execute(f"PRAGMA other.user_version = {before.version}")
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE other")
    if raw.marks(target, new) != before:
        raise StoreDamaged(f"{target} was not written whole; {source} stays as it was.")
