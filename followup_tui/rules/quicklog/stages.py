"""What a line says about a lead: `not a fit`, `position filled`, `offer`, and the reason."""

from __future__ import annotations

from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.people import own_word
from followup_tui.rules.tokens import MARK, Phrases, Tokens, spelt, word_at, word_set

_STAGES = spelt(
    """declined: not a fit, not a good fit, not the right fit, not a match, not for me, no fit,
    turned it down, turned them down, turned down, declined, i declined, withdrew, i withdrew,
    not right for me, not my thing, not what i want, not what i'm looking for, i passed,
    said no thanks, not interested, i'm not interested, bad fit, wrong fit,
    poor fit, passing on it, passing on this, passed on it, passed on this one,
    passed on this, pass on this one, passed, said no, will pass,
    told her it's not for me, told him it's not for me,
    isn't a fit, isnt a fit, isn't for me, no thanks, no thx, thanks but no, thx but no,
    thanks but no thanks, so i'm out, so im out, count me out, i'll pass, gonna pass, going to pass,
    i'd pass, i would pass, i will pass, i'd have to pass, i'll have to pass, id pass, ill pass,
    i have to pass, i had to pass, have to pass, had to pass, gotta pass, i'm passing, im passing,
    i'd be passing, i'll be passing, passing,
    decided against it, decided against, not really a fit, not quite a fit,
    isn't right for me, wasn't a fit, backed out, bowed out, opted out, declining,
    not a fit for me, said not for me, taking myself out, not my kind of job, it's not a fit,
    wrong for me, not quite right, not gonna work, not going to work, won't work for me,
    can't take it, cant take it, won't take it, not taking it, not taking the job,
    can't take the job, not going ahead with, not going ahead, not going for it, not applying,
    withdrawing, withdrew my application, turning it down, not pursuing, no go""",
    """closed/filled: position is filled, position filled, job is filled, job filled,
    role is filled, role filled, filled the position, filled the role, filled the job,
    already filled, filled internally, hired someone else, hired somebody else,
    hired internally, hired from within, job's gone, job is gone, role is gone,
    went to an internal candidate, spot is filled, spot filled, been filled, was filled,
    is filled, job's filled, position's filled, filled it, got filled, filled, seat is filled,
    opening is filled, no longer open, already hired, promoted from within, hired an insider,
    role's filled""",
    """closed/rejected: no thanks from, rejected, rejection, got rejected, went with someone,
    gone with an internal, gone with someone, gone with somebody,
    gone with another, gone another way, gone with a different,
    went with somebody,
    went with an internal, went with internal, went with a different, went with somebody else,
    went with another candidate, went another way, went w another, went w/ another, went w someone,
    went w/ someone, went w somebody, went w/ somebody, went with another,
    went with an internal candidate,
    going with someone else, going with another candidate, chose someone else,
    chose another candidate, picked someone else, they passed on me, passed on me,
    they passed, turned me down, didn't get it, didnt get it, didn't get the job,
    didnt get the job, not moving forward, decided not to move forward, not selected,
    wasn't selected, went a different direction, went in a different direction, rejected me,
    moving forward with others, not moving me forward, moving on without me,
    going another direction, going in another direction, going another way,
    moving forward with other candidates, went with others, didn't make the cut,
    selected another candidate, going with others, i didn't get it, i didnt get it,
    they declined, gave the job to, gave the role to, gave the position to, gave it to someone,
    gave it to somebody, gave the job away, they offered it to, offered the job to,
    offered the role to, offered the position to, they hired someone, they hired somebody,
    hired another candidate, offered it to someone,
    offered it to somebody, went with the other, gave the spot to""",
    """closed/silent: ghosted, ghosted me, gone silent, went silent, went dark, never heard back,
    never replied, gone dark, radio silence from, no word in weeks, stopped replying""",
    """closed/budget: position eliminated, position cut, job cut, role eliminated, budget cut,
    cut the position, cut the role, cut the job, job was cut, role was cut, lost the budget,
    lost funding, funding fell through, funding was cut, position was cut,
    position was eliminated, lost the funding, budget got cut, budget was cut,
    eliminated the position""",
    """closed/other: closed the position, closed the search, cancelled the search,
    canceled the search, job is closed, req closed, position closed, req is closed,
    posting closed, pulled the posting, cancelled the position, canceled the position,
    search cancelled, search canceled, position cancelled, position canceled,
    position is closed, search is off, pulled the job, took down the posting""",
    """paused/freeze: hiring freeze, freeze on hiring, hiring is frozen, hiring frozen,
    on a freeze, froze hiring, headcount freeze, frozen hiring, headcount frozen,
    headcount is frozen, in a freeze, froze the position, position frozen, position is frozen,
    role is frozen, role frozen""",
    """paused/budget: budget frozen, budget is frozen, budget's frozen, frozen budget,
    budget freeze, budgets frozen, froze the budget, waiting on budget, budget on hold,
    waiting for budget, funding frozen, budget not approved, budget isn't approved,
    budget is on hold""",
    """paused/: on hold, put on hold, is paused, paused, on pause, put it on hold, hiring paused,
    hiring on hold, hiring is on hold, search is on hold, search on hold, position on hold,
    delayed indefinitely, on ice""",
    """interview/: got an interview, got the interview, wants to interview me,
    want to interview me, invited me to interview, invited me for an interview,
    invited me to an interview, asked me to interview, second round, 2nd round, final round,
    next round, made it to round two, wants me to interview, they want to interview me,
    scheduled an interview, interview scheduled, interview set, set up an interview,
    landed an interview, invited to interview, interview invite, interview confirmed,
    moved to the next round, advanced to, made it to the next round,
    made it to the final round""",
    """offer/: it's an offer, its an offer, got an offer, got the offer, made me an offer,
    making me an offer, made an offer,
    offered me the job, offered me the position, offered me the role, with an offer,
    job offer, they offered me, offered me a job, verbal offer, written offer, offer letter,
    offer in hand, have an offer, offer from, extended an offer, offer came in,
    offered me a position, w/ an offer, w an offer, w/ offer, with the offer, me the offer,
    me an offer, me their offer,
    us the offer,
    offer in writing, offer is in, gave me an offer""",
    """won/: got the job, accepted the offer, i got it, accepted their offer, accepted offer,
    i accepted, hired me, i'm hired, got hired, signed the offer, signed the contract,
    i start on, landed the job, i took the job, took the job, start date is,
    signed the letter, said yes to the offer, accepted the job, i got the job""",
    """applied/: applied, applied for, applied to, applied at, submitted my application,
    applied online, submitted application, sent in my application, sent my application,
    put in my application, i applied, sent application, submitted an application,
    application sent, application submitted, application in""",
)
STAGES = Phrases(_STAGES)
"""Words that move a lead: `stage/reason`."""

BARE_STAGES = word_set(
    """new contacted talking applied interview offer won declined closed paused"""
)
"""What may stand behind `=`."""

_DECLINE = spelt(
    """commute: hours each way, hour each way, hrs each way, hr each way, minutes each way,
    min each way, mins each way, each way, hours away, on the bus, by bus, two buses, by train,
    hours on the, hours by, hours drive, hour drive, hours driving, commute, commuting, drive,
    driving, far, distance, relocate, relocation,
    relocating, location, too far, far away, miles, traffic, hour away, minutes away, move to,
    onsite five days, in office five days, in the office 5 days, on the other side of town,
    no remote, not remote, long haul, remote""",
    """duties: duties, sales, cold calling, cold calls, tasks, job itself, the work,
    too technical, selling, not writing, social media, travel, traveling, paperwork,
    data entry, fundraising, coding, telemarketing, admin work, the job is really,
    not the work, kind of work, the role itself, travels, type of work, event planning,
    supervising, door to door, all spreadsheets, commission selling, content mill, work itself""",
    """company: company, culture, industry, employer, tobacco, reputation, startup, start-up,
    the org, the firm, bad reviews, glassdoor, toxic, values, the boss, management, corporate,
    oil, gambling, fossil fuel, agency, high turnover, turnover, mission, owner, sketchy,
    unstable, layoffs, shaky, for-profit, weapons, casino""",
    """hours: hrs a week, hrs per week, hrs/week, hr weeks, hour weeks, hour week,
    hr week, every night, late nights, late night, every weekend, days a week, hours, nights,
    weekends, night shift, shift, shifts, schedule, part-time,
    part time, on call, on-call, evenings, overtime, graveyard, 60 hour, weekend work,
    early mornings, full-time, full time, only part""",
    """pay: pay, pays, salary, money, underpaid, low pay, wage, wages, rate, comp, compensation,
    commission only, unpaid, commission, paid, too low, benefits, insurance, stipend,
    no benefits, hourly, k""",
    """level: level, junior, senior, entry level, entry-level, overqualified, too senior,
    too junior, over qualified, underqualified, under qualified, step down, internship,
    intern, not senior enough, step back, seniority, title, too experienced, management role,
    manager role, too much experience""",
    """timing: timing, bad time, not now, too soon, right now, start date, starts too soon,
    too late, wrong time, immediate start, start immediately, not yet, starts tomorrow,
    can't start, not until""",
)
_REASONS = Phrases(_DECLINE)


_ITSELF = word_set("it this that them here there all both")
_WHY = word_set("because cause since as due for so too and but though thanks sorry politely again")
JOBS = word_set(
    """job role position gig opening opportunity posting lead offer one spot contract
    application"""
)

_OWNERS = word_set("my his her their our your")
_PAPERS = word_set("description ad ads posting listing link details info to along")


def offer_told(draft: Draft, at: int, end: int) -> bool:
    """Whether `offer` is what they told me: `sent me the offer`, `Raj called back, offer!`.

    Not in `offer of help`, `great offer`, `an offer?`, nor in a list, `rent, offer, moving`.
    """
    tokens = draft.line.tokens
    if at >= end or word_at(tokens, at) != "offer":
        return False
    before = word_at(tokens, at - 1)
    if before in ("the", "an", "their"):
        return draft.outcome == "received" and at > 1 and bool(draft.used[at - 2])
    heard = draft.direction == "in" or draft.outcome in ("talked", "met", "received")
    ends = at + 1 >= len(tokens) or word_at(tokens, at + 1) in ("!", ".", ";")
    return heard and ends and before in (",", "-", "–", "—", ";", "!", ".")


def passes_at(tokens: Tokens, index: int, end: int) -> bool:
    """Whether `pass`, `passed` or `said no`, which ends before `index`, is a decline.

    `I'd pass`, `passed on it`, `said no to the editor job`; not `pass his resume on`.
    """
    word = word_at(tokens, index) if index < end else ""
    if not word or tokens[index].kind == MARK or word in _WHY:
        return True
    if word not in ("on", "to"):
        return False
    behind = [word_at(tokens, at) for at in range(index + 1, min(end, index + 8))]
    if not behind or behind[0] in _ITSELF:
        return True
    job = next((place for place, name in enumerate(behind) if name in JOBS), None)
    return job is not None and not _OWNERS.intersection(behind[:job]) and (
        "".join(behind[job + 1 : job + 2]) not in _PAPERS
    )  # fmt: skip


def reason_in(tokens: Tokens, start: int, end: int) -> str | None:
    """Why I said no, by the first word for it: `not a fit - 40 min drive` is `commute`."""
    for at in range(start, end):
        found = _REASONS.at(tokens, at, end)
        if found:
            return found[0]
        word = word_at(tokens, at)
        if word.endswith("'s") and own_word(word) in _DECLINE:
            return _DECLINE[own_word(word)]
        if word in ("only", "mostly", "all", "just") and _is_chore(tokens, at + 1, end):
            return "duties"
        if word[:1] == "$" or (word.endswith("k") and word[:-1].isdigit()):
            return "pay"
    return None


def _is_chore(tokens: Tokens, at: int, end: int) -> bool:
    """Whether work of a kind is named: `it is only babysitting`, `mostly filing`."""
    word = word_at(tokens, at) if at < end else ""
    return len(word) > 5 and word.endswith("ing") and word not in _NO_CHORE


_NO_CHORE = word_set(
    """looking hiring starting paying offering waiting asking getting going having taking morning
    evening something anything nothing everything during interviewing thinking saying trying
    opening training meeting building spring calling being checking letting wondering"""
)

_TOLD = {
    "silent": "silent", "silence": "silent", "ghosted": "silent", "rejected": "rejected",
    "rejection": "rejected",
}  # fmt: skip


def reason_behind(tokens: Tokens, stage: str, at: int, end: int) -> str | None:
    """The reason in the words behind `=declined` or `=closed`, up to the end of the sentence.

    `=declined, bad timing, baby comes in July` is `timing`, `=closed, silent for six weeks` is
    `silent`, `=declined - pay` is `pay`.
    """
    last = end
    if word_at(tokens, end) in ("-", "–", "—", ":"):
        marks = range(end + 1, len(tokens))
        last = next((p for p in marks if word_at(tokens, p) in _ENDS), len(tokens))
    if stage == "declined":
        return reason_in(tokens, at, last)
    if stage not in ("closed", "paused"):
        return None
    for place in range(at, last if stage == "closed" else at):
        found = STAGES.at(tokens, place, last)
        moved, _, reason = found[0].partition("/") if found else ("", "", "")
        reason = reason if moved == "closed" else _TOLD.get(word_at(tokens, place), "")
        if reason:
            return reason
    return close_reason(tokens, at, last)


_ENDS = word_set(". ; ! ? //")


def close_reason(tokens: Tokens, start: int, end: int) -> str | None:
    """Why they said no or put it off, from the words around: `on hold, budget`."""
    words = {word_at(tokens, at) for at in range(start, end)}
    if words & {"budget", "budgets", "funding", "money"}:
        return "budget"
    if words & {"freeze", "frozen", "froze"}:
        return "freeze"
    return "filled" if words & {"filled", "internally", "internal"} else None
