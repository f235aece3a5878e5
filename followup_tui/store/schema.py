"""What every table stands on: the open book, a row, and checks of its words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from peewee import AutoField, Check, Model, Node, SqliteDatabase

from followup_tui.errors import NotFound


class Database(SqliteDatabase):
    """SQLite, behind a passphrase where `init` was given one."""

    def _connect(self) -> Any:
        if "passphrase" not in self.connect_params:
            return super()._connect()  # type: ignore[misc]
        from playhouse.sqlcipher_ext import SqlCipherDatabase

        return SqlCipherDatabase._connect(self)


db: SqliteDatabase = Database(None)
"""The open book. `store.book.open_book` says which file it is."""


def one_of(column: str, words: type[StrEnum]) -> Node:
    """A check that `column` holds one of an enumeration's words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return Check(f"{column} IN ({listed})")


_CALLED = {
    "FollowUp": "follow-up",
    "TheirPromise": "promise",
    "OpenQuestion": "question",
}
"""What a user calls the rows of a table, where that isn't its name."""


class Row(Model):
    """A table of the book."""

    id = AutoField()

    class Meta:
        database = db
        legacy_table_names = False

    if TYPE_CHECKING:  # `contact_id` and back references are made by Peewee while it runs.

        def __getattr__(self, name: str) -> Any: ...

    @classmethod
    def fetch(cls, row_id: int) -> Self:
        """The row with this id.

        Raises:
            NotFound: There is none.
        """
        row = cls.get_or_none(cls.id == row_id)
        if row is None:
            called = _CALLED.get(cls.__name__, cls.__name__.lower())
            raise NotFound(f"There is no {called} {row_id}.")
        return row
