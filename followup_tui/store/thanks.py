"""Who helped: everybody the round of news goes to when it came to something."""

from __future__ import annotations

from followup_tui.rules.facts import PromiseState
from followup_tui.store.dealings import Referral, TheirPromise
from followup_tui.store.models import Contact, Lead
from followup_tui.store.people import PersonRef


def helpers() -> list[PersonRef]:
    """Everybody who gave a name, offered a lead or kept a promise to me, by name."""
    gave = Referral.select(Referral.giver).where(Referral.giver.is_null(False))
    offered = Lead.select(Lead.offered_by).where(Lead.offered_by.is_null(False))
    kept = TheirPromise.select(TheirPromise.contact).where(TheirPromise.state == PromiseState.KEPT)
    rows = Contact.select().where(
        Contact.id.in_(gave) | Contact.id.in_(offered) | Contact.id.in_(kept),
        ~Contact.archived,
    )
    return [PersonRef(row.id, row.name) for row in rows.order_by(Contact.folded, Contact.id)]
