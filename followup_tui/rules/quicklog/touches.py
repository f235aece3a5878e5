"""The words for what happened: which way, who began it, what became of it."""

from __future__ import annotations

from typing import NamedTuple

from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS, KIN
from followup_tui.rules.tokens import Phrases, Tokens, word_at, word_set


class Touch(NamedTuple):
    """What a touch word says; "" where it leaves the question open."""

    channel: str = ""
    direction: str = ""
    outcome: str = ""
    weak: bool = False
    """Whether later words may mend the outcome: `called Dave, no answer`."""


_DESKS = "assistant receptionist secretary reception gatekeeper front_desk pa ea switchboard"
_TELLS = "said says told picked_up answered thinks tells took_a_message"


def _desks() -> str:
    """`receptionist says`, `his secretary said`, `the front desk told`."""
    said = (
        f"{whose} {desk} {tells}".strip().replace("_", " ")
        for whose in ("", "the", "her", "his", "their", "a")
        for desk in _DESKS.split()
        for tells in _TELLS.split()
    )
    return "call out gatekeeper: " + ",".join(said)


def touch_table(*groups: str) -> dict[str, Touch]:
    """A table from `"channel direction outcome: phrase, phrase"` lines; `-` leaves one open."""
    table: dict[str, Touch] = {}
    for group in groups:
        meaning, phrases = group.split(":", 1)
        channel, direction, outcome = (word.strip("-") for word in meaning.split()[:3])
        touch = Touch(channel, direction, outcome, "?" in meaning)
        table.update({phrase.strip(): touch for phrase in phrases.split(",")})
    return table


def _came_in() -> dict[str, Touch]:
    """`text came in from`, `email in from`: what arrived, and from whom."""
    nouns = {"email": ("email", "e-mail", "mail"), "text": ("text", "txt", "sms"),
             "chat": ("message", "msg", "dm", "whatsapp", "inmail"), "letter": ("letter", "card"),
             "": ("reply", "note", "response", "answer")}  # fmt: skip
    came = ("in from", "came in from", "came from", "arrived from", "just in from", "landed from")
    return {
        f"{noun} {verb}": Touch(channel, "in", "received")
        for channel, words in nouns.items()
        for noun in words
        for verb in came
    }


DIRECT = Phrases(
    _came_in()
    | touch_table(
        """call out talked ?: telephoned, telephone, buzzed, gave a ring to, called, calld,
        caled, rang, phoned, dialed, dialled, called back,
        rang back, phoned back, called again, cold called, cold-called, rang up, called up""",
        """call out talked: reached, finally reached, got hold of, got a hold of, got ahold of,
        got through to, got thru to, caught, got on the phone with, got ahold""",
        """call out no_answer ?: tried, tried calling, tried to call, tried to reach,
        tried to get, attempted, tried again, tried phoning, tried ringing, attempted to call,
        trying to reach, phone tag with, playing phone tag with, phone tag""",
        """email out sent: emailed, e-mailed, emaild, email to, e-mail to, wrote, wrote to,
        sent an email to, sent email to, sent an e-mail to, wrote an email to, emailing,
        sent a follow-up email to, sent a note to, dropped a line to, cold emailed,
        cold-emailed, emailed back, shot an email to, sent a quick email to""",
        """text out sent: texted, txted, text to, texted back, sent a text to, sent text to,
        sms to, texting, txtd, text'd, sms'd, sent an sms to""",
        """chat out sent: messaged, dm'd, dmed, dmd, msged, msg'd, msgd, whatsapped, whatsapp'd,
        linkedin message to, linkedin msg to, sent a linkedin message to,
        sent linkedin message to, sent a message to, sent a dm to, dm to, inmailed, inmail to,
        inmail'd, whatsapp to, slacked, sent a linkedin note to, sent a whatsapp to,
        linkedin'd, message to, linkedin note to, signal to, sent a linkedin request to,
        linkedin request to, linkedin invite to, sent a connection request to,
        connection request to, sent linkedin request to""",
        """letter out sent: mailed a letter to, wrote a letter to, sent a letter to, letter to,
        sent a card to, mailed a card to, posted a letter to, card to,
        sent a thank-you card to, sent a thank you card to, mailed a thank-you note to,
        mailed a thank you note to, sent a postcard to, mailed, thank-you card to""",
        """- out sent: fired off, shot off, dashed off, sent off, sent over, popped over, submitted,
        reached out to, replied to, wrote back to, responded to, pinged, nudged,
        followed up with, got back to, sent, resent, re-sent, forwarded, answered, thanked,
        sent a thank-you note to,
        sent a thank you note to, sent thank you note to, sent thanks to, sent a thank you to""",
        """- - talked ?: told, asked""",
        """video - talked: facetimed, zoomed, skyped, video called, video-called, videocalled""",
        """in_person - met: ran into, bumped into, run into, bumped in to, met, met w/, saw,
        visited, met with, had coffee w/, met up with, stopped by to see, dropped in on,
        crossed paths with, ran in to, bumped into again, saw again""",
        """call out left_voicemail: left vm, left a vm, left voicemail, left a voicemail, lvm,
        lm, lvmm, left vmail, left message, left a message, left msg, left a msg, vm,
        voicemail, voice mail, left voice mail, left word, left vms, vmail, left another vm,
        left another message, left another voicemail, left 2nd vm, left second vm,
        left a voice message, left him a vm, left her a vm, left him a voicemail,
        left her a voicemail, left her a message, left him a message, left a second vm,
        left a second voicemail, left a 2nd vm, left my number, left a short vm,
        left a long vm, left a short voicemail, another vm, left a callback number""",
        """call out no_answer: not picking up, isn't picking up, isnt picking up, wasn't picking up,
        isn't answering, isnt answering, doesn't answer, doesnt answer, neither picked up,
        neither answered, none of them answered,
        went straight to voicemail, went straight to vm,
        just rings and rings,
        rings and rings, just rings, keeps ringing, rings out, just keeps ringing, not answering,
        no one picks up, nobody picks up, doesn't pick up, won't pick up, stood up by,
        got stood up by, no answer, na, n/a, no ans,
        noanswer, no pickup, no pick up,
        no luck, didn't pick up, didnt pick up, did not pick up, didn't answer, didnt answer,
        no reply, did not answer, nobody picked up, no one picked up, nobody answered,
        no one answered, rang out, just rang, it just rang, rang and rang, mailbox full,
        voicemail full, vm full, vm box full, couldn't reach, couldnt reach, could not reach,
        not in, no dice, no response,
        couldn't get hold of, can't get hold of, couldn't get a hold of, couldn't get through to,
        can't get through to, can't reach, cant reach, unable to reach, couldn't catch,
        didn't catch, no joy, no luck reaching, failed to reach, could not get hold of,
        couldnt get hold of, nobody home, nobody there, no one home, not home, never reached,
        mailbox was full, not available, unreachable,
        didn't get through, couldn't get through, went to voicemail, went to vm,
        straight to voicemail, straight to vm, got voicemail, got vm, got her voicemail,
        got his voicemail, no show, no-show,
        no voicemail, no voicemail set up, no vm set up, no voice mail, voicemail not set up,
        vm not set up, voicemail isn't set up, voicemail box not set up, no machine,
        didn't leave one, no vm, didn't leave a message,
        didn't leave a vm, not there, wasn't there, wasn't in""",
        """call out busy: engaged tone, got the engaged tone, busy, line busy, busy signal,
        line was busy, engaged, busy tone,
        got a busy signal, the line was busy, was busy, too busy to talk, couldn't talk""",
        """call out wrong_number: wrong number, wrong #, wrong no, wrong num, bad number, bad #,
        number disconnected, number is disconnected, disconnected, not in service,
        dead line, line dead, line is dead, line's dead, number's dead, number is dead,
        out of service, number not in service, number out of service, dead number,
        is not his number, is not her number, is not their number, isn't his number,
        isn't her number, isn't their number, isnt his number, isnt her number,
        isnt their number, not his number, not her number, not their number,
        is not the right number, isn't the right number, isnt the right number""",
        """call in missed_call: missed call from, missed a call from, vm from, voicemail from,
        voice mail from, got a vm from, got a voicemail from, voice message from, vmail from,
        missed, missed call by, missed calls from, 2 missed calls from, got vm from,
        missed call""",
        """call out gatekeeper: got her assistant, got his assistant, got the assistant,
        got assistant, got their assistant, spoke to her assistant, spoke to his assistant,
        spoke with her assistant, spoke with his assistant, talked to her assistant,
        talked to his assistant, talked to the assistant, got the receptionist,
        got receptionist, got reception, got the front desk, got front desk,
        got his secretary, got her secretary, got the secretary, secretary answered,
        assistant answered, assistant picked up, receptionist answered,
        receptionist picked up, her assistant answered, got the gatekeeper,
        his assistant answered, her assistant picked up, his assistant picked up, gatekeeper,
        her assistant said, his assistant said, the assistant said, the receptionist said,
        receptionist said, front desk said, the front desk said, assistant said,
        secretary said, her secretary said, his secretary said, got her pa, got his pa,
        assistant took a message, left message with assistant,
        left a message with her assistant, spoke to receptionist,
        left a message with his assistant, left a message with the receptionist,
        spoke to secretary, left a message with the front desk, spoke to the receptionist,
        spoke with the receptionist, left word with her assistant,
        left word with his assistant, left word with the secretary,
        talked to the receptionist, spoke to assistant, spoke to the assistant,
        reached her assistant, reached his assistant, got through to her assistant,
        got through to his assistant""",
        _desks(),
        """- - rescheduled: rescheduled with, rescheduled w/, rescheduled our call with,
        moved our call with, pushed our call with, postponed with, postponed w/,
        rescheduled the call with, rescheduled coffee with, rescheduled my call with,
        moved the call with, rescheduled call with, rescheduled call w/, moved call w/,
        moved call with, pushed call w/, pushed call with, resched w/, resched with""",
        """call in talked: call from, phone call from, got a call from, callback from,
        call back from, got called by, surprise call from, return call from,
        got a callback from, took a call from, received a call from, incoming call from,
        had a call from""",
        """email in received: email from, e-mail from, got an email from, got email from,
        mail from, received a mail from, got a mail from, received mail from, got mail from,
        email back from, got an e-mail from, received an email from, emails from,
        emailed by, new email from, received email from, email reply from, got a nice email from,
        had an email from""",
        """text in received: text message from, got a text message from,
        received a text message from, text from, txt from, got a text from, sms from, texts from,
        got text from, text back from, received a text from, had a text from""",
        """chat in received: voice note from, voicenote from, voice notes from, whatsapp from,
        linkedin message from, linkedin msg from,
        message from, msg from, dm from, inmail from, got a message from, linkedin from,
        slack from, chat from, got a linkedin message from, got a dm from, linkedin dm from,
        linkedin note from, linkedin request from, whatsapp message from, signal from,
        linkedin invite from, connection request from, linkedin inmail from""",
        """letter in received: letter from, card from, got a letter from, postcard from,
        got a card from""",
        """- in received: offer from, job offer from, verbal offer from, written offer from,
        no thanks from, a no from, rejection from, heard from, heard back from,
        reply from, response from,
        got a reply from, got a response from, note from, word from, hear back from,
        news from, update from, heard bk from, answer from, got an answer from, referral from,
        got word from, got a note from""",
    )
)
"""Words that have the person right behind them, or after `for`, `from`, `with`, `to`, `at`."""


def direct_at(tokens: Tokens, at: int, end: int) -> tuple[Touch, int] | None:
    """The touch word of `DIRECT` at a place; `left word with his wife` got no further than her."""
    found = DIRECT.at(tokens, at, end)
    if not found or found[0].outcome != "left_voicemail":
        return found
    place = found[1]
    if word_at(tokens, place) not in ("with", "w/", "w", "wth"):
        return found
    place += 1 + (word_at(tokens, place + 1) in ("her", "his", "their", "the", "a", "some"))
    somebody = word_at(tokens, place) in GATEKEEPERS | KIN.keys()
    return (Touch("call", "out", "gatekeeper"), place + 1) if somebody and place < end else found


CHANNELS = {
    "zoom": "video", "teams": "video", "video": "video", "facetime": "video", "skype": "video",
    "meet": "video", "webex": "video", "phone": "call", "email": "email", "e-mail": "email",
    "text": "text", "sms": "text", "linkedin": "chat", "whatsapp": "chat", "slack": "chat",
    "messenger": "chat", "signal": "chat", "dm": "chat", "chat": "chat", "person": "in_person",
    "coffee": "in_person", "lunch": "in_person", "dinner": "in_person", "breakfast": "in_person",
    "drinks": "in_person", "tea": "in_person", "brunch": "in_person", "brekkie": "in_person",
    "letter": "letter", "mail": "letter",
    "instagram": "chat", "facebook": "chat", "telegram": "chat", "wechat": "chat",
    "beer": "in_person",
    "beers": "in_person", "discord": "chat", "voicemail": "call", "call": "call",
}  # fmt: skip
"""`on zoom`, `by email`, `over coffee`: the way, behind `on by via over in through`."""

CHANNEL_LEADS = word_set("on by via over in through thru for using at")

NOUN_OF = {
    "email": "email", "e-mail": "email", "text": "text", "sms": "text", "letter": "letter",
    "card": "letter", "postcard": "letter", "message": "chat", "dm": "chat", "inmail": "chat",
    "linkedin": "chat", "whatsapp": "chat", "txt": "text", "note": "email",
    "thank-you-card": "letter",
}  # fmt: skip
"""What was sent: `sent Hana an email`."""

PAST = word_set(
    """talked spoke chatted called tried emailed texted messaged met zoomed caught rang phoned sent
    connected reached ran bumped saw left wrote mailed dm'd skyped facetimed visited telephoned
    buzzed pinged dialed dialled"""
)
"""First words of a touch that tell of it as done."""

COUNTED = {
    "calls": Touch("call", "out", "talked", True),
    "tries": Touch("call", "out", "no_answer", True),
    "attempts": Touch("call", "out", "no_answer", True),
    "vms": Touch("call", "out", "left_voicemail"),
    "voicemails": Touch("call", "out", "left_voicemail"),
}
"""Nouns behind a count: `2 calls to Ann Lee, no answer`."""

ALONE = frozenset({"no_answer", "left_voicemail", "busy", "gatekeeper", "wrong_number"})
"""Outcomes that say by themselves that it was a call of mine."""

GIVEN_NOUNS = {
    **dict.fromkeys(
        ("vm", "voicemail", "message", "msg", "vmail"), Touch("call", "out", "left_voicemail")
    ),
    **dict.fromkeys(
        ("call", "ring", "buzz", "bell", "tinkle", "shout", "holler"),
        Touch("call", "out", "talked", True),
    ),
    **dict.fromkeys(("email", "e-mail", "line", "note"), Touch("email", "out", "sent")),
    **dict.fromkeys(("text", "txt", "sms"), Touch("text", "out", "sent")),
    **dict.fromkeys(("dm", "inmail"), Touch("chat", "out", "sent")),
    **dict.fromkeys(("letter", "card", "postcard"), Touch("letter", "out", "sent")),
}
"""What was left, sent or given to somebody: `left Rivka a 3rd voicemail`."""
