"""Where one clause ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.words import MONTHS
from followup_tui.rules.quicklog.details import attempts_at, duration_at
from followup_tui.rules.quicklog.draft import Line
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.stages import STAGES
from followup_tui.rules.quicklog.touches import CHANNEL_LEADS, CHANNELS, DIRECT
from followup_tui.rules.quicklog.verbs import (
    APPOINTMENTS,
    CONDITIONS,
    GAVE,
    GAVE_WEAK,
    LEADS_MINE,
    LOOSE_VERBS,
    OWED,
    PROMISED,
    SAID,
    TASKS,
)
from followup_tui.rules.quicklog.vocabulary import TITLES
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, Tokens, touching, word_at, word_set

_STRONG = frozenset({";", "!", "?", "…", "...", "..", "|", "•", "·", "→", "->", "—", "--", "–"})
_WEAK = frozenset({",", "and", "but", "then", "+", "&", "so", "also", "plus"})
_ABBREVIATIONS = TITLES | word_set(
    "st mt vs etc approx ext no inc co corp ltd jr dept min hr eg ie e.g i.e a.m p.m appt tel"
)
_SUBJECTS = word_set("she he they we i she's he's they're i'm it it's")
_WILL = word_set("she'll he'll they'll i'll we'll it'll")
_SPEAKING = word_set(
    """will said says promised offered suggested suggests thinks recommended gave put introduced
    referred promises wants told asked connected pointed recommends"""
)
_NAMES_FOLLOW = word_set("names name people contacts leads referrals folks numbers ones persons")


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens, and what joined it to the one before."""

    start: int
    end: int
    joiner: str = ""
    """`.` for a strong mark; else the weak word or comma; "" at a start without any."""


def clauses_of(line: Line, end: int) -> list[Clause]:
    """The clauses of a line up to the token `end`, in order.

    `; . ! - :` always part; `, and but then + &` only before the words that begin a clause;
    `she said` and `he will` need no mark at all.
    """
    tokens, clauses, start, joiner, depth = line.tokens, [], 0, "", 0
    at = _past_when(line, end)
    while at < end:
        word = tokens[at].word
        depth = max(0, depth + (word == "(") - (word == ")"))
        cut = _cut(line, at, end, start) if not depth or word == ")" else None
        if cut:
            over, name = cut
            if at > start:
                clauses.append(Clause(start, at, joiner))
            start, joiner = over, name
            at = max(over, at + 1)
        else:
            at += 1
    if start < end:
        clauses.append(Clause(start, end, joiner))
    return clauses


def _past_when(line: Line, end: int) -> int:
    """Past `wed:` or `yesterday -` at the start, which belong to the head behind them."""
    spot = line.date_at(0, end, Stance.PAST)
    if spot and word_at(line.tokens, spot.end) in (":", ",", "-", "–", "—"):
        return spot.end + 1
    return 0


def _cut(line: Line, at: int, end: int, start: int) -> tuple[int, str] | None:
    """Where the next clause begins when one begins at the token `at`, and its joiner."""
    tokens = line.tokens
    word = tokens[at].word
    if tokens[at].kind == MARK and _strong(tokens, at, end):
        return at + 1, "."
    if word in _WEAK:
        over = at + 1
        while over < end and word_at(tokens, over) in _WEAK:
            over += 1
        spaced = word not in "+&" or not touching(tokens, at)
        if over < end and spaced and _begins(line, over, end, start):
            return over, word_at(tokens, over - 1)
        if word == "then" and at > start and _free_then(tokens, at, end):
            return at, "then"
        return None
    if at > start and _sigil(tokens, at):
        return at, ""
    if at > start and _unmarked(line, at, end) and not _preamble(line, start, at):
        return at, ""
    return None


def _preamble(line: Line, start: int, at: int) -> bool:
    """Whether only a date or a condition stands before: `Tomorrow I'll …`, `if nothing I'll …`."""
    if word_at(line.tokens, start) in ("if", "unless"):
        return True
    spot = line.date_at(start, at, Stance.MINE)
    return spot is not None and spot.end >= at - (word_at(line.tokens, at - 1) == ",")


def _strong(tokens: Tokens, at: int, end: int) -> bool:
    word = tokens[at].word
    if word in ("-", ":"):
        before = at == 0 or not touching(tokens, at - 1)
        after = at + 1 >= len(tokens) or not touching(tokens, at)
        if word == "-":
            return before and after
        return after and not _kept_colon(tokens, at)
    if word == ".":
        return _full_stop(tokens, at, end)
    return word in _STRONG


def _kept_colon(tokens: Tokens, at: int) -> bool:
    """Whether a colon belongs to what it follows: `re:`, `gave me three names:`."""
    return word_at(tokens, at - 1) in ("re", "fyi", "attn", "cell", "phone", "email", "tel", "direct",
                                       "mobile", "office") or word_at(tokens, at - 1) in _NAMES_FOLLOW  # fmt: skip


def _full_stop(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a dot ends a sentence, and isn't that of `Dr.`, `K.`, `Dec. 3` or `min.`"""
    if at + 1 >= end:
        return True
    before, after = tokens[at - 1] if at else None, tokens[at + 1]
    if touching(tokens, at):
        return bool(before and len(before.text) > 2 and after.text[:1].isupper())
    if before is None or not touching(tokens, at - 1):
        return True
    if before.word in MONTHS and after.text[:1].isdigit() and len(before.text) < 5:
        return False
    if before.word in _ABBREVIATIONS and before.word not in ("no", "co", "hr", "min"):
        return before.word in ("a.m", "p.m", "etc", "inc", "ltd", "corp", "jr") and is_capital(
            after
        )
    if before.word in ("min", "hr", "co", "mon", "tue", "tues", "wed", "thu", "thurs", "fri"):
        return not (after.text[:1].islower() or after.text[:1].isdigit()) or before.word == "co" or (
            after.text[:1].islower() and TASKS.at(tokens, at + 1, end) is not None
        )  # fmt: skip
    return not (len(before.text) == 1 and before.text.isupper() and is_capital(after))


def _free_then(tokens: Tokens, at: int, end: int) -> bool:
    """Whether `then` goes on, rather than naming the date just said (`call back then`)."""
    return at + 1 < end and word_at(tokens, at - 1) not in (
        "back", "again", "call", "her", "him", "them", "try", "until", "til", "by", "more", "since", "check",
        "just", "now", "and", "in",
    )  # fmt: skip


def _sigil(tokens: Tokens, at: int) -> bool:
    """`>do`, `<they`, `=stage`, `+Name`: right against a word, with a space before."""
    if at and touching(tokens, at - 1):
        return False
    word = tokens[at].word
    if word in ("<", ">", "="):
        return at + 1 < len(tokens) and tokens[at + 1].kind != MARK
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        word == "+"
        and touching(tokens, at)
        and follows is not None
        and follows.text[:1] not in "0123456789("
    )


def _unmarked(line: Line, at: int, end: int) -> bool:
    """Whether a clause begins without a mark: `she said`, `he'll`, `i owe`, `ill text`."""
    tokens = line.tokens
    word, after = tokens[at].word, word_at(tokens, at + 1)
    before = word_at(tokens, at - 1)
    if before in ("that", "what", "who", "if", "when", "where", "because", "until", "till", "since", "which",
                  "how", "said", "says", "told", "him", "her", "them", "unless", "hear"):  # fmt: skip
        return False
    if word in ("she'll", "he'll", "they'll"):
        return True
    if word in ("she", "he", "they"):
        return after in _SPEAKING
    if word in ("i'll", "i've", "i'd"):
        return word == "i'll"
    if word == "i":
        return after in (
            "will",
            "owe",
            "promised",
            "said",
            "told",
            "offered",
            "need",
            "must",
            "have",
        )
    if word == "ill":
        return TASKS.at(tokens, at + 1, end) is not None
    if word in ("said", "says"):
        return _person_then_said(line, at, end)
    return False


def _person_then_said(line: Line, at: int, end: int) -> bool:
    """`spoke w kwame 22 min said try femi`: a verb behind `said`, no subject before it."""
    said = SAID.at(line.tokens, at, end)
    subject = is_capital(line.tokens[at - 1]) or line.book.one_at(line.tokens, at - 1) is not None
    return bool(said and TASKS.at(line.tokens, said[1], end) and not subject) and (
        word_at(line.tokens, at - 1) not in _SUBJECTS
    )


def _begins(line: Line, at: int, end: int, start: int) -> bool:
    """Whether the words at `at` begin a clause, so that a comma or `and` before them parts."""
    tokens = line.tokens
    word = word_at(tokens, at)
    if word in _SUBJECTS or word in _WILL or _sigil(tokens, at) or word in _OPENERS:
        return True
    if _names_list(tokens, at):
        return True
    if any(
        table.at(tokens, at, end)
        for table in (LEADS_MINE, PROMISED, OWED, SAID, CONDITIONS, STAGES)
    ):
        return True
    if GAVE.at(tokens, at, end) and word not in GAVE_WEAK:
        return True
    if (
        word in GAVE_WEAK
        and GAVE.at(tokens, at, end)
        and word not in ("contact", "intro", "referral")
    ):
        return True
    touch = DIRECT.at(tokens, at, end)
    if touch and touch[0].outcome not in ("talked", "sent", "met", "received"):
        return True
    return (
        _begins_task(line, at, end)
        or _begins_person(line, at, end)
        or _begins_date(line, at, end)
        or _all_facts(line, at, end)
    )


_OPENERS = word_set("told maybe will wants wanted asked needs")


def _names_list(tokens: Tokens, at: int) -> bool:
    """`three names:`."""
    place = at + (
        word_at(tokens, at)
        in ("two", "three", "four", "2", "3", "4", "new", "some", "more", "five")
    )
    return word_at(tokens, place) in _NAMES_FOLLOW and word_at(tokens, place + 1) == ":"


def _begins_task(line: Line, at: int, end: int) -> bool:
    """Whether a bare verb stands here as a task, not as a noun: `and call Raj`, not `and email`."""
    tokens = line.tokens
    found = TASKS.at(tokens, at, end)
    if not found:
        return bool(_appointment(line, at, end))
    stop = found[1]
    word, after = word_at(tokens, at), word_at(tokens, stop)
    if word in LOOSE_VERBS and stop == at + 1 and not line.date_at(stop, end, Stance.MINE):
        if stop >= end or (tokens[stop].kind == MARK and after not in ("@", "$")):
            return word in ("apply",)
        if after in ("from", "of", "is", "was", "at", "and", "or", "are", "for", "went", "has") and word not in (
            "look", "ask", "apply", "prep",
        ):  # fmt: skip
            return False
    return True


def _appointment(line: Line, at: int, end: int) -> bool:
    found = APPOINTMENTS.at(line.tokens, at, end)
    return bool(found and line.date_at(found[1], end, Stance.MINE))


def _begins_person(line: Line, at: int, end: int) -> bool:
    """`Priya will …`, `Tom said …`: a person who goes on to promise or to speak."""
    tokens = line.tokens
    full = line.book.full_at(tokens, at)
    if full:
        return word_at(tokens, full.end) in _SPEAKING
    if not (is_capital(tokens[at]) or line.book.one_at(tokens, at)):
        return False
    for step in (1, 2, 3):
        if word_at(tokens, at + step) in _SPEAKING:
            return True
        if at + step >= end or not is_capital(tokens[at + step]):
            return tokens[at].word.endswith("'ll")
    return False


def _begins_date(line: Line, at: int, end: int) -> bool:
    """`Tue call Raj`, `by Friday she'll decide`: a date with a verb behind it."""
    spot = line.date_at(at, end, Stance.MINE)
    if not spot:
        return False
    tokens, stop = line.tokens, spot.end
    stop += word_at(tokens, stop) in (",", ":")
    word = word_at(tokens, stop)
    return word in _WILL or word in ("i", "she", "he", "they", "ill") or bool(
        TASKS.at(tokens, stop, end) or PROMISED.at(tokens, stop, end) or CONDITIONS.at(tokens, stop, end)
    )  # fmt: skip


def _all_facts(line: Line, at: int, end: int) -> bool:
    """Whether only facts stand up to the next mark: `45 min`, `303 555 0177`, `x2`."""
    tokens = line.tokens
    while at < end and not (tokens[at].kind == MARK and tokens[at].word in ",;.!-:"):
        found = duration_at(tokens, at) or attempts_at(tokens, at)
        if found:
            at = found[1]
        elif word_at(tokens, at) in CHANNEL_LEADS and word_at(tokens, at + 1) in CHANNELS:
            at += 2
        elif tokens[at].kind in (PHONE, EMAIL) or word_at(tokens, at) in (
            "cell",
            "direct",
            "phone",
            "at",
        ):
            at += 1
        else:
            return False
    return True
