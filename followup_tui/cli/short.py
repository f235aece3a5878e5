"""`followup log` and `followup touch` in their plain forms, answered without click.

Loading click, making its commands and reading the words with it took an eighth of their time.
Whatever has an option, and whatever can't be meant, goes the long way.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def asked(words: list[str]) -> Callable[[], None] | None:
    """What `[--db PATH] log TEXT…` or `[--db PATH] touch WHO OUTCOME` asks for; else None."""
    db = None
    if words[:1] == ["--db"] and len(words) > 1:
        db, words = words[1], words[2:]
    if not words or (db is not None and (not db or db.startswith("-"))):
        return None
    name, *rest = words
    if not rest or any(word.startswith("-") for word in rest):
        return None
    if name == "log":
        return lambda: _log(db, " ".join(rest))
    if name == "touch" and len(rest) == 2 and (outcome := _outcome(rest[1])):
        return lambda: _touch(db, rest[0], outcome)
    return None


def spelled(word: str) -> str:
    """A word of an enumeration as the store spells it, with hyphens or capitals as one likes."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _outcome(word: str) -> str | None:
    from followup_tui.rules.facts import Outcome

    return spelled(word) if spelled(word) in list(Outcome) else None


def _log(db: str | None, text: str) -> None:
    from followup_tui.cli.ground import shell
    from followup_tui.cli.logged import log_text

    found = shell(db)
    with found.book():
        log_text(found, text)


def _touch(db: str | None, who: str, outcome: str) -> None:
    from followup_tui.actions.calls import log_touch
    from followup_tui.actions.chasing import TouchForm
    from followup_tui.cli.ground import shell
    from followup_tui.rules.facts import Outcome
    from followup_tui.store.people import named

    found = shell(db)
    with found.book():
        who_id = named(who, found.settings.region).id
        done = log_touch(found.now, TouchForm(contact_id=who_id, outcome=Outcome(outcome)))
        found.done(done, id_of="touch")
