"""The questions ticked on a card as asked, until the call is logged."""

from __future__ import annotations

from followup_tui.store.minutes import Asked


def asked_since_the_last_log(contact_id: int) -> frozenset[str]:
    """The questions ticked with this person that no log has taken in yet."""
    rows = Asked.select().where(Asked.contact == contact_id, Asked.touch.is_null())
    return frozenset(row.question for row in rows)


def asked_in(touch_id: int) -> tuple[str, ...]:
    """The questions that were asked in this touch, in the order of their ticks."""
    rows = Asked.select().where(Asked.touch == touch_id).order_by(Asked.id)
    return tuple(row.question for row in rows)
