"""Soft limits on how much is in play: asked about, never enforced."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults


class Limit(StrEnum):
    """What there may be too much of."""

    ORGANIZATIONS = "organizations"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Over:
    """A limit that the next one would pass; the user may park something, or go on."""

    limit: Limit
    at: int
    most: int

    def __str__(self) -> str:
        what = "organizations in play" if self.limit is Limit.ORGANIZATIONS else "people chased"
        return f"{self.at} {what}, and {self.most} is a good most: park one with a date?"


def over(
    organizations: Collection[str],
    people: Collection[int],
    *,
    organization: str | None = None,
    person: int | None = None,
    defaults: Defaults = DEFAULTS,
) -> tuple[Over, ...]:
    """The limits passed by adding `organization` and `person` to those in play.

    Organizations in play have an open lead that isn't parked; people chased have an open
    attempt. One that is in play already adds nothing.
    """
    found = []
    if organization is not None and organization not in organizations:
        at = len(organizations) + 1
        found.append(Over(Limit.ORGANIZATIONS, at, defaults.organizations))
    if person is not None and person not in people:
        found.append(Over(Limit.PEOPLE, len(people) + 1, defaults.people_chased))
    return tuple(one for one in found if one.at > one.most)
