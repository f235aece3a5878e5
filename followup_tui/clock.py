"""The only place that asks what time it is, and where."""

from __future__ import annotations

import os
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.errors import BadInput


def local_now(zone: str = "") -> datetime:
    """This moment, aware, in the user's zone.

    Args:
        zone: The zone of the settings, an IANA name; empty for the system's.

    Raises:
        BadInput: `FOLLOWUP_NOW` is set and isn't an ISO instant with an offset.
    """
    frozen = os.environ.get("FOLLOWUP_NOW")
    if not frozen:
        return datetime.now(UTC).astimezone(home_zone(zone))
    try:
        moment = datetime.fromisoformat(frozen)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadInput(
            f"FOLLOWUP_NOW is {frozen!r}: write an instant with its offset,"
            " such as 2026-11-23T09:00-07:00."
        )
    return moment.astimezone(home_zone(zone))


def home_zone(name: str = "") -> tzinfo:
    """The zone by this name, else of `TZ`, else the system's.

    A system that only knows its offset gives that offset: right today, and
    as right as can be on other days.
    """
    for candidate in (name, os.environ.get("TZ", "").lstrip(":"), _system_name()):
        if candidate:
            try:
                return ZoneInfo(candidate)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return datetime.now(UTC).astimezone().tzinfo or UTC


def _system_name() -> str:
    try:
        # Without pathlib, whose import `due` would wait for.
        target = os.readlink("/etc/localtime")  # noqa: PTH115
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]
