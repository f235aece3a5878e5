"""Where the store and the settings are, and how a store is known: asked before all else."""

from __future__ import annotations

import os
import sys

from followup_tui.errors import StoreUnreachable

APPLICATION_ID = 0x666C7570
"""`flup`: how a store of ours is told from another program's database."""

SCHEMA_VERSION = 5
"""The number of the newest migration; `user_version` in the file."""

VARIABLE = "FOLLOWUP_DB"


_XDG = {"data": ("XDG_DATA_HOME", "~/.local/share"), "config": ("XDG_CONFIG_HOME", "~/.config")}


def place(named: str | None = None) -> str:
    """The store's path: the one `named`, else of the environment, else the user's data folder."""
    return named or os.environ.get(VARIABLE) or os.path.join(user_folder("data"), "followup.db")  # noqa: PTH118


def settings_folder() -> str:
    """Where the settings are, as `config.folder` has it; for a user without a home, nowhere."""
    try:
        return os.environ.get("FOLLOWUP_CONFIG") or user_folder("config")
    except StoreUnreachable:
        return os.path.join(os.devnull, "followup")  # noqa: PTH118


def has_settings() -> bool:
    """Whether the user has chosen anything: else they needn't be read."""
    return os.path.exists(os.path.join(settings_folder(), "settings.toml"))  # noqa: PTH110, PTH118


def user_folder(kind: str) -> str:
    """The user's folder for our `data` or `config`, as each system has it.

    On Linux this is the XDG rule itself: asking platformdirs costs more than all of `due`.

    Raises:
        StoreUnreachable: The user has no home.
    """
    if sys.platform.startswith("linux"):
        variable, usual = _XDG[kind]
        base = os.environ.get(variable, "").strip()
        if not os.path.isabs(base):  # noqa: PTH117
            base = os.path.expanduser(usual) if os.environ.get("HOME", "~") else ""  # noqa: PTH111
        if not os.path.isabs(base):  # noqa: PTH117
            raise StoreUnreachable("You have no home folder: set HOME, or name a place with --db.")
        return os.path.join(base, "followup")  # noqa: PTH118
    import platformdirs

    return str(getattr(platformdirs, f"user_{kind}_dir")("followup"))
