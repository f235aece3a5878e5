"""Where the store is, and how it is known: all that must be asked before Peewee is loaded."""

from __future__ import annotations

import os
import sys

APPLICATION_ID = 0x666C7570
"""`flup`: how a store of ours is told from another program's database."""

SCHEMA_VERSION = 5
"""The number of the newest migration; `user_version` in the file."""

VARIABLE = "FOLLOWUP_DB"


def place(named: str | None = None) -> str:
    """The store's path: the one `named`, else of the environment, else the user's data folder."""
    return named or os.environ.get(VARIABLE) or os.path.join(data_folder(), "followup.db")  # noqa: PTH118


def data_folder() -> str:
    """The folder of the user's data, as each system has it.

    On Linux this is the XDG rule itself: asking platformdirs costs more than all of `due`.
    """
    if sys.platform.startswith("linux"):
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        if not os.path.isabs(base):  # noqa: PTH117
            base = os.path.expanduser("~/.local/share")  # noqa: PTH111
        return os.path.join(base, "followup")  # noqa: PTH118
    from platformdirs import user_data_dir

    return user_data_dir("followup")
