"""Clauses in which somebody else will do something."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.introduced import about_me, take_introduced
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.parts import due_in, left_over
from followup_tui.rules.quicklog.shape import ReadPromise
from followup_tui.rules.quicklog.verbs import (
    ACTS_OF_STATES,
    DECISIONS,
    DOES,
    STATES,
    TASKS,
)
from followup_tui.rules.quicklog.who import person_at, pronoun, second_choices, settle
from followup_tui.rules.tokens import Phrases, phrase_set, word_at, word_set

_WILL = Phrases(
    phrase_set("""will|promised to|promises to|offered to|offers to|agreed to|agrees to|is going to|
        is gonna|has promised to|said she'd|said he'd|said they'd|said she would|said he would|
        said they would|said she'll|said he'll|said they'll|says she'll|says he'll|says they'll|
        said she will|said he will|said they will|says she will|says he will|says they will|
        's going to|'s gonna|are going to|are gonna|plans to|is sending|will try to|'ll try to|
        says she'd|says he'd|says they'd|told me she'd|told me he'd|told me they'd|promised she'd|
        promised he'd|promised they'd|promised me to|told me she'll|told me he'll|also promised to|
        said shed|said hed|says hell|said hell|says shell|said theyd|said shell|volunteered to|
        told me she would|would|
        told me he would|promised that she'd|promised that he'd|also offered to|is happy to|
        said she can|said he can|said they can|says she can|says he can|promised she'll|
        promised he'll|says theyll|said theyll|kindly offered to|said that she'd|said that he'd|
        says that she'll|says that he'll|said she'd also|thinks she can|will also|'ll also""")
)
_SHORT = {
    "she'll": "she", "he'll": "he", "they'll": "they", "theyll": "they", "shell": "she",
    "hell": "he",
}  # fmt: skip
_SUBJECTS = {
    "she": "she", "he": "he", "they": "they", "she's": "she", "he's": "he", "they're": "they",
    "shes": "she", "hes": "he", "theyre": "they",
}  # fmt: skip
_TYPED_SHORT = word_set(
    """send email call ask text check introduce forward pass connect get let talk see put give
    have make find be do pull drop set look ring try speak share bring help intro"""
)
"""Verbs behind which `shell` and `hell` are `she'll` and `he'll`."""
Subject = tuple[Someone | None, int, bool, tuple[str, ...]]
"""Who will, the first word behind `will`, whether the words name them, who else may be meant."""


def read_theirs(draft: Draft, start: int, end: int, behind_person: bool) -> int | None:
    """Takes their promise: `she'll email the JD by Wed`, `Will Drew will call me`, `said he'd ask`.

    `behind_person` says that the person's name stands right before, so that a `will` without a
    subject is theirs. `he'll be out until Monday` is no promise.
    """
    tokens, at = draft.line.tokens, start
    spot = draft.line.date_at(at, end, Stance.THEIRS)
    if spot:
        at = spot.end + (word_at(tokens, spot.end) in (",", ":"))
    while word_at(tokens, at) in ("also", "and", "but", "so", "then", "hopefully") and at < end:
        at += 1
    subject = _subject(draft, at, end, behind_person)
    if not subject:
        return None
    who, at, named, rivals = subject
    while word_at(tokens, at) in ("also", "probably", "definitely", "then", "try", "to", "gladly"):
        at += 1
    if at >= end or _is_state(draft, at, end):
        return None
    known = named or behind_person
    if not known and word_at(tokens, at - 1) != "will" and not about_me(draft, at, end, "me us"):
        return None
    unsure = not (known or about_me(draft, at, end))
    return take_promise(draft, start, at, end, who, spot, unsure, rivals)


def read_back_to_me(draft: Draft, start: int, end: int) -> int | None:
    """Takes `and get back to me next week`, without a subject: it is the contact's to do."""
    tokens = draft.line.tokens
    found = TASKS.at(tokens, start, end)
    whom = word_at(tokens, found[1]) if found else ""
    if not found or whom not in ("me", "us") or word_at(tokens, found[1] - 1) not in ("to", "with"):
        return None
    rivals = second_choices(draft)
    return take_promise(draft, start, start, end, draft.second or draft.who(), rivals=rivals)


def _is_state(draft: Draft, at: int, end: int) -> bool:
    tokens = draft.line.tokens
    return word_at(tokens, at) in STATES and not ACTS_OF_STATES.at(tokens, at, end)


def _subject(draft: Draft, at: int, end: int, behind_person: bool) -> Subject | None:
    """Who will do it: a pronoun, a name, or nobody named."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word in _SHORT and (word[-3] == "'" or word_at(tokens, at + 1) in _TYPED_SHORT | {"be"}):
        said = word_at(tokens, at - 1) in ("says", "said", "thinks")
        if word in ("shell", "hell") and word_at(tokens, at + 1) not in _TYPED_SHORT and not said:
            return None
        return (
            *_speaker(draft, at, _SHORT[word])[:1],
            at + 1,
            True,
            _speaker(draft, at, _SHORT[word])[1],
        )
    if word in _SUBJECTS:
        return _spelt_out(draft, at, end)
    if behind_person and word in ("promised", "owes"):
        return draft.who(), at + 1 + (word_at(tokens, at + 1) == "me"), True, ()
    still = at + (word == "still")
    if word_at(tokens, still) in ("owes", "promised") and word_at(tokens, still + 1) == "me":
        return draft.second or draft.who(), still + 2, True, second_choices(draft)
    will = _WILL.at(tokens, at, end)
    if will and word != "would":
        rivals = second_choices(draft)
        return draft.second or draft.who(), will[1], word in ("said", "says", "told"), rivals
    return _named(draft, at, end)


def _spelt_out(draft: Draft, at: int, end: int) -> Subject | None:
    """`she will`, `he promised to`, `they're going to`."""
    tokens = draft.line.tokens
    word, after = word_at(tokens, at), word_at(tokens, at + 1)
    will = _WILL.at(tokens, at + 1, end) or _is_doing(draft, at, end) or _decides(draft, at, end)
    if word not in ("she", "he", "they") and after in ("going", "gonna"):
        will = (True, at + 2 + (word_at(tokens, at + 2) == "to"))
    if not will and after in ("promised", "owes"):
        will = (True, at + 2 + (word_at(tokens, at + 2) == "me"))
    if not will or after == "would":
        return None
    someone, rivals = _speaker(draft, at, _SUBJECTS[word])
    return someone, will[1], True, rivals


def _decides(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`they decide by Friday`: with its day a decision to come is theirs to make."""
    decides = word_at(draft.line.tokens, at + 1) in ("decide", "decides", "vote", "votes", "choose")
    dated = decides and draft.line.dates_in(at + 2, end, Stance.THEIRS)
    return (True, at + 1) if dated else None


def _is_doing(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`She is connecting me to`, `he's sending`: an act that has begun is a promise."""
    tokens = draft.line.tokens
    place = at + (1 if word_at(tokens, at).endswith(("'s", "'re")) else 2)
    begun = place == at + 1 or word_at(tokens, at + 1) in ("is", "are")
    return (True, place) if begun and word_at(tokens, place) in _BEGUN and place < end else None


def _about_to(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """Behind `Dale's`: `going to introduce me`, `gonna call`, `sending me the JD`."""
    word, after = word_at(draft.line.tokens, at), word_at(draft.line.tokens, at + 1)
    if word == "gonna" or (word == "going" and after == "to"):
        return True, at + 1 + (word == "going")
    return (True, at) if word in _BEGUN and at < end else None


_BEGUN = word_set("connecting introducing sending forwarding emailing passing putting")


def _named(draft: Draft, at: int, end: int) -> Subject | None:
    """`Chiara will tell him`, `his boss Ulrike promised to`, `Chiara'll call`."""
    tokens = draft.line.tokens
    if at < end and word_at(tokens, at).endswith("'ll"):
        first = word_at(tokens, at)[:-3]
        fits = [person for person in draft.people if person.first_word == first]
        return (fits[0], at + 1, True, ()) if len(fits) == 1 else None
    kin = kin_at(draft, at, end)
    found = person_at(draft, kin[1] if kin else at, end, expected=False)
    will = _WILL.at(tokens, found[1], end) if found else None
    if found and not will and word_at(tokens, found[1] - 1).endswith("'s"):
        will = _about_to(draft, found[1], end)
    if found and not will and word_at(tokens, found[1]) in DOES and found[0].known:
        dated = draft.line.dates_in(found[1], end, Stance.THEIRS)
        will = (True, found[1]) if dated or about_me(draft, found[1], end, "me us") else None
    return (found[0], will[1], True, ()) if found and will else None


def _speaker(draft: Draft, at: int, subject: str) -> tuple[Someone | None, tuple[str, ...]]:
    """A `she` or `he` that acts is the contact, unless the contact is the other one."""
    gender = {"she": "f", "he": "m"}.get(subject, "")
    contact = draft.who()
    if draft.second and draft.second.gender in ("", gender):
        return draft.second, second_choices(draft)
    if contact is None or not gender or contact.gender in ("", gender):
        named = [p for p in draft.people if p is not contact and not p.quiet]
        others = [p.name for p in named if p.gender in ("", gender) and p.name]
        if contact and contact.name and gender and others and not contact.gender:
            return contact, (contact.name, *others)
        return contact, ()
    return pronoun(draft, at, None, gender)


_ATTEMPTS = frozenset({"no_answer", "left_voicemail", "busy", "sent", "missed_call", "gatekeeper"})


def is_my_will(draft: Draft, at: int, end: int) -> bool:
    """Whether a `will` without a subject is mine: `will try again Tue`, `will send my clips`."""
    tokens = draft.line.tokens
    words = [word_at(tokens, place) for place in range(at + 1, end)]
    if word_at(tokens, at) != "will" or not words or {"me", "us"} & set(words):
        return False
    if DECISIONS.at(tokens, at + 1, end):
        return True
    if words[0] in ("try", "do") or (
        len(words) > 1 and words[1] in ("her", "him", "them", "back", "again")
    ):
        return True
    sends = words[0] in ("send", "email", "forward", "share", "text") and "my" in words
    return sends or draft.outcome in _ATTEMPTS


def take_promise(
    draft: Draft,
    start: int,
    at: int,
    end: int,
    who: Someone | None,
    spot: Spot | None = None,
    unsure: bool = False,
    rivals: tuple[str, ...] = (),
) -> int:
    """Writes one promise of theirs, and the person they will introduce; where it ends."""
    due = due_in(draft, at, end, Stance.THEIRS) or spot
    path = f"promises_by_them[{len(draft.promises)}]"
    take_introduced(draft, at, end)
    draft.take(start, end, "promise", path)
    when = draft.dated(path + ".due", due)
    if who and not who.sure:
        settle(draft, who, path + ".who")
    if unsure or rivals:
        names = rivals or tuple(name for name in (who.name if who else None, "me") if name)
        picked = draft.question(path + ".who", names)
        who = next((p for p in draft.everybody() if picked and p.name == picked), who)
    draft.promises.append(
        ReadPromise(
            who=who.name if who else None,
            what=left_over(draft, at, end, due.words if due else ()) or "",
            due=when.day if when else None,
            time=when.time if when else None,
            who_id=who.known.id if who and who.known else None,
        )
    )
    if who:
        draft.met(who)
    draft.voice, draft.speaker = "them", who
    return end
