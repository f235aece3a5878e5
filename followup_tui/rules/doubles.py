"""Who among everybody known a card may be, without comparing it with each of them."""

from __future__ import annotations

from followup_tui.rules.people import Match, PersonKeys, same_person


class People:
    """Everybody known, ready to be asked who a card is; ids are the caller's."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[int]] = {}
        self._keys: dict[int, PersonKeys] = {}

    def add(self, id: int, keys: PersonKeys) -> None:
        """Know one more; an id added again has these keys too."""
        self._keys[id] = keys
        for key in _blocks(keys):
            ids = self._by_key.setdefault(key, [])
            if id not in ids[-_BLOCK:]:
                ids.append(id)

    def candidates(self, new: PersonKeys) -> list[tuple[int, Match]]:
        """Who it may be, likeliest first, then lowest id; nobody with a score of 0."""
        ids = {id for key in _blocks(new) for id in self._by_key.get(key, ())[:_BLOCK]}
        found = [(id, same_person(new, self._keys[id])) for id in sorted(ids)]
        found = [(id, match) for id, match in found if match.score > 0 and _worth(match)]
        return sorted(found, key=lambda pair: (not pair[1].sure, -pair[1].score, pair[0]))


_BLOCK = 50
"""So many people of one name, or behind one number, are compared with each other, no more."""


def _worth(match: Match) -> bool:
    return match.sure or any(reason.startswith("same") for reason in match.reasons)


def _blocks(keys: PersonKeys) -> list[str]:
    """The words under which a person is looked up."""
    found = [f"e{key}" for key in keys.emails]
    found += [f"p{key}" for key in keys.phones]
    found += [f"h{key}" for key in keys.handles]
    found += [f"u{key}" for key in keys.urls]
    if keys.uid:
        found.append(f"i{keys.uid}")
    if keys.name:
        words = keys.name.split()
        found += [f"n{keys.name}", f"l{words[-1]} {words[0][0]} {keys.organization}"]
    return found
