"""Where one clause ends and the next begins."""

from __future__ import annotations

from followup_tui.records import dataclass
from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.line import Line
from followup_tui.rules.quicklog.starts import (
    NAMES_FOLLOW,
    begins,
    begins_unmarked,
    is_sigil,
)
from followup_tui.rules.quicklog.stops import full_stop
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.verbs import CONDITIONS, PROMISED, TASKS
from followup_tui.rules.tokens import MARK, Tokens, touching, word_at, word_set

JOINING = frozenset({"and", "but", "then", "+", "&", "so", "also", "plus", ","})
"""Words and marks that join a clause to the one before, where a clause begins behind them."""
_STRONG = frozenset({";", "!", "?", "…", "...", "..", "|", "•", "·", "→", "->", "—", "--", "–"})
_OF_BOTH = word_set("are both have agreed will plan planned scheduled set should")
"""Behind `Dale & I` these tell of both of us."""
_DATE_THEN = word_set(
    "back again call her him them try until til by more since check just now and in"
)
"""Words behind which `then` is the day just named: `call back then`."""
_KEPT_COLONS = NAMES_FOLLOW | word_set(
    "re fyi attn cell phone email tel direct mobile office ph e-mail home work"
)
"""Words whose colon belongs to what follows: `three names:`, `cell:`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens, and what joined it to the one before."""

    start: int
    end: int
    joiner: str = ""
    """The mark or the word; "" at the start and where no mark stands."""


def clauses_of(line: Line, end: int) -> list[Clause]:
    """The clauses of a line up to the token `end`, in order.

    `; . ! - :` always part; `, and but then + &` only before the words that begin a clause;
    `she said` and `he will` need no mark at all. Brackets hold together.
    """
    clauses: list[Clause] = []
    start, joiner, depth = 0, "", 0
    at = _past_when(line, end)
    while at < end:
        known = line.book.full_at(line.tokens, at)
        if known:
            at = known.end
            continue
        word = line.tokens[at].word
        depth = max(0, depth + _opens(line.tokens, at) - (word == ")"))
        cut = None if depth else _cut(line, at, end, start)
        if cut:
            if at > start:
                clauses.append(Clause(start, at, joiner))
            start, joiner = cut
        at = max(cut[0] if cut else 0, at + 1)
    if start < end:
        clauses.append(Clause(start, end, joiner))
    return clauses


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a bracket opens here; that of a sad face, `:(`, doesn't."""
    return word_at(tokens, at) == "(" and not _is_face(tokens, at)


def _is_face(tokens: Tokens, at: int) -> bool:
    """Whether the bracket is the mouth of a face, `:(` or `:-)`; it ends a sentence."""
    eyes = at > 0 and word_at(tokens, at - 1) in (":", ";", "-", "=") and touching(tokens, at - 1)
    return eyes and word_at(tokens, at) in ("(", ")")


def _past_when(line: Line, end: int) -> int:
    """Past `wed:` or `yesterday -` at the start, which belong to the head behind them."""
    spot = line.date_at(0, end, Stance.PAST)
    if spot and word_at(line.tokens, spot.end) in (":", ",", "-", "–", "—"):
        return spot.end + 1
    return 0


def _cut(line: Line, at: int, end: int, start: int) -> tuple[int, str] | None:
    """Where the next clause begins when the one before ends at `at`, and what joins them."""
    tokens = line.tokens
    word = tokens[at].word
    dated = word == ":" and _preamble(line, start, at)  # `Tue: email Lucía`
    if tokens[at].kind == MARK and not dated and _parts_always(tokens, at, end):
        return at + 1, word
    if word in JOINING:
        return _behind_joiner(line, at, end, start)
    if at == start:
        return None
    if is_sigil(tokens, at):
        return at, ""
    if begins_unmarked(line, at, end) and not _preamble(line, start, at):
        return at, ""
    return None


def _behind_joiner(line: Line, at: int, end: int, start: int) -> tuple[int, str] | None:
    """Behind a comma or `and`: where a clause begins, when one does."""
    tokens = line.tokens
    over = at + 1
    while over < end and word_at(tokens, over) in JOINING:
        over += 1
    sigil = tokens[at].word == "+" and touching(tokens, at)
    if tokens[at].word == "," and _preamble(line, start, at):
        return None
    behind = over + 1 + (word_at(tokens, over + 1) in ("just", "finally", "had", "also"))
    both = WITH.at(tokens, behind, end) or word_at(tokens, over + 1) in _OF_BOTH
    we = word_at(tokens, over) == "i" and both and at - start < 6
    if we and start == 0 and word_at(tokens, at) in ("and", "&"):
        return None  # `Grace and I spoke`, `Dale & I are meeting Wed`
    if over < end and not sigil and begins(line, over, end):
        return over, word_at(tokens, over - 1)
    if sigil and at > start and is_sigil(tokens, at):
        return at, ""
    goes_on = at + 1 < end and word_at(tokens, at - 1) not in _DATE_THEN
    if tokens[at].word == "then" and at > start and goes_on:
        return at, "then"
    return None


def _preamble(line: Line, start: int, at: int) -> bool:
    """Whether only a date or a condition stands before: `Tomorrow I'll …`, `if nothing I'll …`."""
    if word_at(line.tokens, start) in ("if", "unless"):
        condition = CONDITIONS.at(line.tokens, start, at)
        return not any(
            TASKS.at(line.tokens, place, at) or PROMISED.at(line.tokens, place, at)
            for place in range(condition[1] if condition else start + 1, at)
        )
    spot = line.date_at(start, at, Stance.MINE)
    return spot is not None and spot.end >= at - (word_at(line.tokens, at - 1) == ",")


def _parts_always(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a mark ends a clause wherever it stands: `;`, ` - `, `: `, a full stop."""
    word = tokens[at].word
    if _is_face(tokens, at):
        return True
    if word == ".":
        return full_stop(tokens, at, end)
    if word == "/":
        return at > 0 and not (touching(tokens, at) or touching(tokens, at - 1))
    if word not in ("-", ":"):
        return word in _STRONG
    if word == "-" and word_at(tokens, at - 1) in NAMES_FOLLOW:
        return False  # `two refs - Amy Wu, Carl Opp`
    if at + 1 < len(tokens) and touching(tokens, at):
        return False
    if word == ":":
        from_them = word_at(tokens, at - 2) in ("from", "by") and word_at(tokens, at - 3)
        return not {word_at(tokens, at - 1), from_them} & _KEPT_COLONS
    return at == 0 or not touching(tokens, at - 1)
