"""What I am looking for: its versions, and who has heard which."""

from __future__ import annotations

import json
from dataclasses import asdict

from followup_tui.rules.profile import Profile as Fields
from followup_tui.store.journal import Change, undoable
from followup_tui.store.minutes import Heard, Profile
from followup_tui.store.models import Contact


@undoable
def save_profile(change: Change, fields: Fields, paragraph: str = "") -> str:
    """Keep a version of the profile; the older ones stay, with who has heard them."""
    keep_profile(change, fields, paragraph)
    return "Profile saved"


def keep_profile(change: Change, fields: Fields, paragraph: str = "") -> None:
    """Keep a version of the profile, if it says anything new; inside an open change."""
    told = json.dumps(asdict(fields), ensure_ascii=False, sort_keys=True)
    newest = Profile.select().order_by(Profile.id.desc()).first()
    if newest is None or (newest.fields, newest.paragraph) != (told, paragraph):
        change.add(Profile(fields=told, paragraph=paragraph, at=change.now.at))


@undoable
def heard(change: Change, contact_id: int) -> str:
    """Say that somebody has heard the newest version.

    Raises:
        NotFound: There is no such contact.
    """
    contact = Contact.fetch(contact_id)
    newest = Profile.select().order_by(Profile.id.desc()).first()
    if newest is None:
        return "There is no profile yet"
    known = Heard.select().where(Heard.contact == contact, Heard.profile == newest)
    if not known.exists():
        change.add(Heard(contact=contact, profile=newest, at=change.now.at))
    return f"{contact.name} has heard what you are looking for"
