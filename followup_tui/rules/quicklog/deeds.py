"""What somebody else did: verbs behind their name, and touches moved to another day."""

from __future__ import annotations

from followup_tui.rules.quicklog.touches import Touch, touch_table
from followup_tui.rules.tokens import Phrases

_MOVED = Touch("", "", "rescheduled")
_MOVES = {
    f"{verb} {what}".strip(): _MOVED
    for verb in (
        *("moved", "pushed", "rescheduled", "postponed", "bumped", "pushed back", "moved back"),
        *("had to reschedule", "has to reschedule", "wants to move", "wants to push"),
        *("wants to reschedule", "needs to move", "needs to push", "needs to reschedule"),
        *("asked to move", "asked to push", "asked to reschedule", "reschedules"),
        *("has to move", "has to push", "have to move", "need to move", "had to push"),
        *("can we move", "can we push", "could we move", "could we push", "moving", "pushing"),
        *("to move", "to push", "to reschedule", "to postpone", "to bump", "to shift", "shifted"),
        *("can we reschedule", "could we reschedule", "asks to move", "asks to push", "moves"),
        *("cancelled", "canceled", "had to cancel", "bailed", "bailed on", "flaked",
        "had to bail", "had to move"),
    )
    for what in (
        *("", "it", "us", "our call", "our coffee", "our meeting", "our zoom", "our chat"),
        *("my interview", "our time"),
        *("our interview", "our lunch", "the call", "the meeting", "the interview"),
        *("on me", "our talk", "coffee", "lunch"),
    )
}  # fmt: skip

AFTER = Phrases(
    _MOVES
    | touch_table(
        """call in talked: called, called back, called me, called me back, rang, rang back,
        phoned, rang me, phoned me, phoned back, returned my call, calls, called again,
        calling, calld, called to say, called in, gave me a call, just called, finally called,
        finally called back, called just now, rang me back, 's call""",
        """email in received: emailed, emailed me, emailed back, e-mailed, wrote, wrote back,
        emails, emailed to say, wrote to say, wrote me, replied by email, responded by email""",
        """text in received: texted, texted me, texted back, texts, txted, texted to say""",
        """chat in received: messaged, messaged me, dm'd, dm'd me, pinged me, whatsapped,
        replied on linkedin, wrote on linkedin, messaged me on linkedin, messaged on linkedin,
        accepted my linkedin request, accepted my invite, accepted on linkedin,
        accepted my linkedin invite, accepted my connection request, accepted my request,
        accepted my linkedin connection, connected with me on linkedin, connected on linkedin""",
        """- in received: replied, responded, answered, got back to me, reached out,
        got in touch, sent, reached out to me, followed up, checked in, replied back, sent me,
        sent back, forwarded me, got back, answered me, sent over, shared, wrote to me,
        contacted me""",
        """call in missed_call: left me a voicemail, left me a vm, left vm for me,
        left a vm for me, left me a message, left a voicemail for me, left me vm,
        tried to call me, tried me, tried calling me, called while i was out,
        called but i missed it, left me a voice message""",
        """in_person in met: stopped by, came by, dropped by, dropped in, came over, visited""",
        """call out talked: answered but, answered and, answered in, answered at,
        answered on the first ring, answered on the second ring,
        answered on the third ring, answered this time, answered her cell, answered his cell,
        answered her phone, answered his phone, finally answered, finally picked up, picked up,
        answered the phone, answered my call, took my call""",
        """call out no_answer: wasn't home, wasnt home, wasn't in, wasnt in,
        wasn't there, wasnt there, didn't answer, didnt answer, didn't pick up, didnt pick up,
        wasn't at his desk, wasn't at her desk, isn't picking up, isnt picking up,
        not picking up, isn't answering, isnt answering, wasn't available""",
        """- - no_answer: no-showed, no showed, no-show, didn't show, didn't show up, noshowed,
        stood me up, no-showed me, no-showed our zoom, no-showed our call, was a no-show,
        missed our call, missed our zoom""",
    )
)
"""Verbs that stand behind the person who did it."""

RESCHEDULED = Phrases(
    touch_table(
        """- - rescheduled: rescheduled, reschedule, resched, rescheduled to, rescheduled for,
        moved to, pushed to, postponed to, postponed until, postponed, pushed back to,
        moved our call to, moved our coffee to, moved our meeting to, rescheduled our call,
        postponed til, move to, push to, let's move to, let's push to, moved it to, now on,
        new time, new date, new time is"""
    )
    | {f"{moves} to": _MOVED for moves in _MOVES if "our" in moves or "the" in moves}
)
"""At the start of a clause without a person."""
