"""Clauses in which somebody else will do something."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Via
from followup_tui.rules.quicklog.draft import Draft, Someone
from followup_tui.rules.quicklog.referrals import kin_at, take_referral
from followup_tui.rules.quicklog.shape import ReadPromise
from followup_tui.rules.quicklog.speech import due_in
from followup_tui.rules.quicklog.verbs import ACTS_OF_STATES, INTRODUCES, NEEDS_ME, STATES
from followup_tui.rules.quicklog.who import PRONOUNS, person_at, pronoun, settle
from followup_tui.rules.tokens import MARK, Phrases, phrase_set, word_at, word_set

_WILL = Phrases(
    phrase_set("""will|promised to|promises to|offered to|offers to|agreed to|agrees to|is going to|
        is gonna|has promised to|said she'd|said he'd|said they'd|said she would|said he would|
        said they would|said she'll|said he'll|said they'll|says she'll|says he'll|says they'll|
        said she will|said he will|said they will|says she will|says he will|says they will|
        's going to|'s gonna|are going to|are gonna|plans to|is sending|will try to|'ll try to|
        says she'd|says he'd|says they'd|told me she'd|told me he'd|told me they'd|promised she'd|
        promised he'd|promised they'd|promised me to|told me she'll|told me he'll|also promised to|
        said shed|said hed|said theyd|said shell|volunteered to|told me she would|would|
        told me he would|promised that she'd|promised that he'd|also offered to|is happy to|
        said she can|said he can|said they can|says she can|says he can|promised she'll|
        promised he'll|says theyll|said theyll|kindly offered to|said that she'd|said that he'd|
        says that she'll|says that he'll|said she'd also|thinks she can|will also|'ll also""")
)
_SHORT = {
    "she'll": True,
    "he'll": True,
    "they'll": True,
    "shell": True,
    "hell": True,
    "theyll": True,
}
_SURE = Phrases(dict.fromkeys(("i'm sure", "i think", "hopefully", "maybe"), True))


def read_theirs(draft: Draft, start: int, end: int, behind_person: bool) -> int | None:
    """Takes their promise: `she'll email the JD by Wed`, `Will Drew will call me`, `said he'd ask`.

    `behind_person` says that the person's name stands right before, so that a `will` without a
    subject is theirs. `he'll be out until Monday` is no promise.
    """
    tokens = draft.line.tokens
    at = start
    spot = draft.line.date_at(at, end, Stance.THEIRS)
    if spot:
        at = spot.end + (word_at(tokens, spot.end) in (",", ":"))
    while word_at(tokens, at) in ("also", "and", "but", "so", "then", "hopefully"):
        at += 1
    subject = _subject(draft, at, end)
    if not subject:
        return None
    who, at, named, rivals = subject
    if not named and not behind_person and _mine_after_all(draft, start, at, end):
        return None
    if (
        word_at(tokens, at) in ("also", "try", "probably", "definitely")
        and word_at(tokens, at) != "try"
    ):
        at += 1
    if at >= end or (word_at(tokens, at) in STATES and not ACTS_OF_STATES.at(tokens, at, end)):
        return None
    if word_at(tokens, at) in ("not", "never"):
        return None
    unsure = not named and not behind_person and not _about_me(draft, at, end)
    return take_promise(draft, start, at, end, who, spot, unsure, rivals)


def _subject(
    draft: Draft, at: int, end: int
) -> tuple[Someone | None, int, bool, tuple[str, ...]] | None:
    """Who will, the first word behind `will`, whether the words name them, and who else may be meant."""
    tokens = draft.line.tokens
    word = word_at(tokens, at)
    if word in _SHORT and (word not in ("shell", "hell") or word_at(tokens, at + 1) in _PLAIN_ACTS):
        someone, rivals = _pronoun(draft, at)
        return someone, at + 1, True, rivals
    if word in ("she", "he", "they", "shes", "she's", "he's", "they're"):
        short = word.endswith(("'s", "'re"))
        will = _WILL.at(tokens, at + 1, end)
        if short and word_at(tokens, at + 1) in ("going", "gonna"):
            will = (True, at + 2 + (word_at(tokens, at + 1) == "going"))
        if will:
            if word_at(tokens, at + 1) == "would":
                return None
            someone, rivals = _pronoun(draft, at)
            return someone, will[1], True, rivals
        return None
    will = _WILL.at(tokens, at, end)
    if will and word != "would":
        return draft.who(), will[1], word in ("said", "says", "told"), ()
    return _named(draft, at, end)


_PLAIN_ACTS = word_set(
    "send email call ask text check introduce forward pass connect get let talk see"
)


def _named(
    draft: Draft, at: int, end: int
) -> tuple[Someone | None, int, bool, tuple[str, ...]] | None:
    tokens = draft.line.tokens
    kin = kin_at(draft, at, end)
    found = person_at(draft, kin[1] if kin else at, end, expected=False)
    if not found:
        return _short_name(draft, at, end)
    will = _WILL.at(tokens, found[1], end)
    if not will:
        return None
    return found[0], will[1], True, ()


def _short_name(
    draft: Draft, at: int, end: int
) -> tuple[Someone | None, int, bool, tuple[str, ...]] | None:
    """`Chiara'll call`: a first name with its will."""
    if at >= end or not word_at(draft.line.tokens, at).endswith("'ll"):
        return None
    first = word_at(draft.line.tokens, at)[:-3]
    fits = [person for person in draft.people if person.first_word == first]
    if len(fits) == 1:
        return fits[0], at + 1, True, ()
    return None


def _pronoun(draft: Draft, at: int) -> tuple[Someone | None, tuple[str, ...]]:
    if (
        PRONOUNS[
            word_at(draft.line.tokens, at).replace("shell", "she'll").replace("hell", "he'll")
            if word_at(draft.line.tokens, at) in ("shell", "hell")
            else _base(word_at(draft.line.tokens, at))
        ]
        == "n"
    ):
        return draft.who(), ()
    return _by_gender(draft, at)


def _base(word: str) -> str:
    return {"theyll": "they'll", "shes": "she", "they're": "they"}.get(word, word)


def _by_gender(draft: Draft, at: int) -> tuple[Someone | None, tuple[str, ...]]:
    """A `she` or `he` that speaks is the contact, unless the contact is the other one."""
    word = word_at(draft.line.tokens, at)
    gender = "f" if word.startswith("s") else "m"
    contact = draft.who()
    if contact is None or contact.gender in ("", gender):
        if contact and draft.also:
            others = [
                person.name
                for person in draft.also
                if person.gender in ("", gender) and person.name
            ]
            return contact, tuple(
                [contact.name or "", *others]
            ) if others and not contact.gender else ()
        return contact, ()
    return pronoun(draft, at, None) if word in PRONOUNS else (contact, ())


def _about_me(draft: Draft, at: int, end: int) -> bool:
    return any(word_at(draft.line.tokens, place) in ("me", "us", "my") for place in range(at, end))


_MY_THINGS = word_set(
    "clips resume cv portfolio samples bio refs references transcript info number card"
)


def _mine_after_all(draft: Draft, start: int, at: int, end: int) -> bool:
    """Whether a `will` without a subject is mine: `will try again Tue`, `will send my clips`."""
    tokens = draft.line.tokens
    words = [word_at(tokens, place) for place in range(at, end)]
    if word_at(tokens, at - 1) != "will":
        return not {"me", "us"} & set(words)
    if {"me", "us"} & set(words):
        return False
    if words[:1] == ["try"] or (
        words[:2] and words[1:2] and words[1] in ("her", "him", "them", "back", "again")
    ):
        return True
    if words[:1] and words[0] in ("send", "email", "forward", "share", "text") and "my" in words:
        return True
    return draft.outcome in (
        "no_answer",
        "left_voicemail",
        "busy",
        "sent",
        "missed_call",
        "gatekeeper",
    )


def read_will(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """A `will` without a subject that is mine: where the verb begins, for a promise of mine."""
    tokens = draft.line.tokens
    if word_at(tokens, start) == "will" and _mine_after_all(draft, start, start + 1, end):
        return start, start + 1
    return None


def take_promise(
    draft: Draft, start: int, at: int, end: int, who: Someone | None, spot: object, unsure: bool,
    rivals: tuple[str, ...] = (),
) -> int:  # fmt: skip
    """Writes one promise of theirs, and the person they will introduce."""
    from followup_tui.rules.dates.find import Spot

    due = due_in(draft, at, end, Stance.THEIRS) or (spot if isinstance(spot, Spot) else None)
    path = f"promises_by_them[{len(draft.promises)}]"
    _introduced(draft, at, end)
    draft.take(start, end, "promise", path)
    when = draft.dated(path + ".due", due)
    if who is not None and who is not draft.contact and not who.sure:
        settle(draft, who, path + ".who")
    if unsure or rivals:
        names = rivals or tuple(name for name in (who.name if who else None, "me") if name)
        picked = draft.question(path + ".who", names)
        who = next((p for p in draft.people if picked and p.name == picked), who)
    what = _what(draft, at, end, due)
    draft.promises.append(
        ReadPromise(
            who.name if who else None,
            what,
            when.day if when else None,
            when.time if when else None,
            who.known.id if who and who.known else None,
        )
    )
    if who:
        draft.met(who)
    draft.voice, draft.speaker = "them", who
    return end


def _introduced(draft: Draft, at: int, end: int) -> None:
    """`introduce me to Hans-Peter (CFO, Aspen Ridge)`: a referral that they make themselves."""
    tokens = draft.line.tokens
    place = at
    while place < end:
        found = INTRODUCES.at(tokens, place, end)
        if not found:
            place += 1
            continue
        stop = found[1]
        kin = kin_at(draft, stop, end)
        person = person_at(draft, kin[1] if kin else stop, end, small=draft.line.small)
        me = word_at(tokens, place) not in NEEDS_ME or (person and _about_me(draft, person[1], end))
        if (
            person
            and me
            and person[0] is not draft.contact
            and (person[0].known is None or stop - place > 2)
        ):
            take_referral(draft, stop, end, Via.THEY_INTRODUCE)
            return
        place = stop


def _what(draft: Draft, at: int, end: int, due: object) -> str:
    from followup_tui.rules.dates.find import Spot

    gone = set(range(due.start, due.end)) if isinstance(due, Spot) else set()
    left = [place for place in range(at, end) if place not in gone]
    tokens = draft.line.tokens
    runs: list[str] = []
    start = 0
    for place in range(1, len(left) + 1):
        if place == len(left) or left[place] != left[place - 1] + 1:
            first, last = left[start], left[place - 1] + 1
            while first < last and tokens[first].kind == MARK and tokens[first].text not in "($@#":
                first += 1
            while last > first and tokens[last - 1].kind == MARK and tokens[last - 1].text != ")":
                last -= 1
            runs.append(draft.line.said(first, last))
            start = place
    return " ".join(run for run in runs if run)
