"""The people of the pictures, written through the journal at a fixed hour."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from conftest import NOW

from followup_tui.rules.facts import Action, Channel, Owed, Stage
from followup_tui.rules.folding import fold
from followup_tui.rules.people import organization_key
from followup_tui.store.dealings import FollowUp, Referral, ReferralChange, Snooze, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead, LeadPerson, Organization, StageChange, Way

TODAY = NOW.today
PEOPLE = (
    ("Ana Ruiz", "Mesa Courier", "editor", "", 2, "+1 505 555 0118"),
    ("Dan Cole", "Webb & Sons", "foreman", "Denver", 1, "+1 303 555 0177"),
    ("Ines Duarte", "Town of Lyra", "clerk", "Lyra", 1, ""),
    ("Jo Lindqvist", "Pinyon Outdoor", "", "", 2, ""),
    ("Ruth Adler", "Adler Coaching", "career coach", "", 2, "+1 720 555 0131"),
    ("Marcus Webb", "Webb & Sons", "owner", "Denver", 1, "+1 303 555 0142"),
    ("Priya Nair", "Prairie Sun", "managing editor", "", 1, ""),
    ("Sam Whitfield", "Altitude Weekly", "", "", 0, "+1 303 555 0109"),
    ("Tom Okafor", "Aspen Water", "hydrologist", "", 1, "+1 303 555 0163"),
    ("Yusuf Demir", "Solara Labs", "", "", 0, ""),
    ("Zoë Müller-Hahn", "Orbit Packaging", "designer", "", 0, "+49 30 5550 0100"),
)
LAST_TALKS = {
    "Ana Ruiz": 12, "Dan Cole": 10, "Ines Duarte": 16, "Jo Lindqvist": 41, "Ruth Adler": 4,
    "Priya Nair": 22, "Sam Whitfield": 3, "Tom Okafor": 8, "Yusuf Demir": 97,
    "Zoë Müller-Hahn": 12,
}  # fmt: skip


@undoable
def small_world(change: Change) -> str:
    """Everybody of the pictures, with what is due to them."""
    who = {name: _person(change, name, *rest) for name, *rest in PEOPLE}
    for name, days in LAST_TALKS.items():
        note = "his brother hires interns, mostly people he trusts" if name == "Dan Cole" else ""
        minutes = 25 if name == "Dan Cole" else 10
        change.add(
            Touch(
                contact=who[name], at=ago(days), logged_at=ago(days), channel=Channel.CALL,
                direction="out", outcome="talked", minutes=minutes, note=note,
            )
        )  # fmt: skip
    interns = change.add(
        Lead(title="Summer interns, communications", offered_by=who["Dan Cole"], created_at=ago(10))
    )
    change.add(StageChange(lead=interns, stage=Stage.NEW, at=ago(10)))
    change.add(LeadPerson(lead=interns, contact=who["Marcus Webb"]))
    words = "Call my brother. Tell him I sent you."
    by_dan = _given(change, who["Dan Cole"], who["Marcus Webb"], 10, words, interns)
    by_ruth = _given(change, who["Ruth Adler"], who["Ana Ruiz"], 14, "")
    change.add(ReferralChange(referral=by_ruth, state="given", at=ago(14)))
    copy = change.add(Lead(title="Copy chief", created_at=ago(22), stage=Stage.TALKING))
    _open(
        change, who["Ana Ruiz"], Action.CALL, 12, Owed.PROMISED, referral=by_ruth, snoozed=2,
        promised_to=who["Ruth Adler"],
    )  # fmt: skip
    _open(
        change, who["Marcus Webb"], Action.CALL, 7, Owed.PROMISED, referral=by_dan, snoozed=2,
        promised_to=who["Dan Cole"], lead=interns, owed_reason="ask",
    )  # fmt: skip
    _open(change, who["Dan Cole"], Action.REPORT_BACK, 3, Owed.AWAITED, referral=by_dan)
    _open(change, who["Priya Nair"], Action.EMAIL, 2, Owed.CHASE, lead=copy)
    _open(change, who["Ruth Adler"], Action.THANK, 3, Owed.LENT, what="for Thursday")
    _open(change, who["Tom Okafor"], Action.CALL, 0, Owed.CHASE, time="09:00")
    _open(change, who["Jo Lindqvist"], Action.EMAIL, 0, Owed.IN_TOUCH, time="14:00")
    _open(change, who["Sam Whitfield"], Action.CALL, -1, Owed.CHASE, what="no answer Fri")
    _open(change, who["Ines Duarte"], Action.MEET, -2, Owed.CHASE, what="coffee", time="10:00")
    _open(change, who["Zoë Müller-Hahn"], Action.CALL, 1, Owed.CHASE)
    for number in range(11):
        _kept(change, who["Ruth Adler"], 20 - number, kept=number > 1)
    return "A small world"


def _kept(change: Change, contact: Contact, days: int, *, kept: bool) -> None:
    day = TODAY - timedelta(days=days)
    change.add(
        FollowUp(
            contact=contact, action=Action.SEND, owed=Owed.PROMISED, first_due=day, due=day,
            created_at=ago(days + 2), state="done", closed_at=ago(days if kept else days - 4),
        )
    )  # fmt: skip


def ago(days: int, hour: int = 10) -> datetime:
    return NOW.at.replace(hour=hour) - timedelta(days=days)


def _person(
    change: Change, name: str, organization: str, role: str, place: str, stars: int, phone: str
) -> Contact:
    key = organization_key(organization)
    known = Organization.get_or_none(Organization.key == key)
    contact = change.add(
        Contact(
            name=name, folded=fold(name), role=role, place=place, stars=stars,
            organization=known or change.add(Organization(name=organization, key=key)),
            zone="Europe/Berlin" if phone.startswith("+49") else "America/Denver",
            created_at=ago(100),
        )
    )  # fmt: skip
    if phone:
        change.add(Way(contact=contact, kind="phone", typed=phone, label="work"))
    return contact


def _given(
    change: Change, giver: Contact, contact: Contact, days: int, words: str,
    lead: Lead | None = None,
) -> Referral:  # fmt: skip
    return change.add(
        Referral(
            giver=giver, contact=contact, lead=lead, given_at=ago(days), words=words,
            may_use_name=True, ends_on=TODAY + timedelta(days=14 - days),
        )
    )  # fmt: skip


def _open(
    change: Change, contact: Contact, action: Action, late: int, owed: Owed, snoozed: int = 0,
    owed_reason: str = "later", **more: Any,
) -> FollowUp:  # fmt: skip
    day: date = TODAY - timedelta(days=late)
    step = change.add(
        FollowUp(
            contact=contact, action=action, owed=owed, first_due=day,
            due=TODAY if snoozed else day, created_at=ago(max(late, 0) + 1), **more,
        )
    )  # fmt: skip
    for number in range(snoozed):
        at = ago(late - 1 - number)
        change.add(
            Snooze(
                follow_up=step, from_day=at.date(), to_day=at.date() + timedelta(days=1),
                reason=owed_reason, at=at,
            )
        )  # fmt: skip
    return step
