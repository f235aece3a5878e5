"""Words for a talk or a meeting that want `with` or `to` before the person."""

from __future__ import annotations

from followup_tui.rules.quicklog.touches import touch_table
from followup_tui.rules.tokens import Phrases

WITH = Phrases(
    touch_table(
        """call - talked: telephone call, conference call, conf call, group call,
        three-way call, yarn, natter, chinwag, chin wag, discussion, telephonic discussion,
        telephone conversation, phone conversation, telecall, tele call, telecon, confab, chin-wag,
        on the line, on the blower, on the horn, word, a word, ph, tel, t/c, telcon, telecon,
        phonecall, talked, talk,
        talkd, tlked, taked, talked again, spoke, spoken, spke,
        speak, spoke again, chatted, chat, chated, conversation, convo, had a word, caught up,
        catch up, catch-up, catchup, call, phone call, phone chat, phone screen,
        screening call, phone interview, intro call, phoner, discovery call, follow-up call,
        quick call, checked in, touched base, phone, connected by phone, on the phone,
        got off the phone, off the phone, hung up, got cut off, got off a call, off a call,
        hopped on a call,
        jumped on a call, was on a call,
        checkin, check-in""",
        """video - talked: zoom, zoomed, zoom call, zoom meeting, zoom chat, video, video call,
        video chat, video interview, teams, teams call, teams meeting, ms teams, google meet,
        gmeet, meet call, facetime, facetimed, skype, skyped, skype call, webex, hangout, vc,
        zoom interview, zoom coffee, virtual coffee""",
        """in_person - met: brekkie, brekky, brekkers, cup of tea, cup of coffee,
        barbecue, bbq, chai, cuppa, a cuppa, pint, a pint, pints, a bite, bite, meal,
        coffee, cofee, coffe, lunch, lnch, breakfast, brunch, dinner, drinks,
        drink, a beer, beer, beers, tea, met, met up, meet up, meetup, meeting, mtg,
        met again, sat down, walk, went for a walk, visited, coffee chat, coffee date,
        coffee meeting, had coffee, had lunch, got coffee, got lunch, grabbed coffee,
        grabbed lunch, grabbed a coffee, informational, info interview,
        informational interview, in-person meeting, face to face, lunch meeting, happy hour,
        sit-down, hung out, sat, ice cream, a drink, in-person interview, in person interview,
        face-to-face interview""",
        """- - met: interviewed, interview, had an interview, panel interview, onsite interview,
        onsite, second interview, final interview, first interview, 2nd interview,
        job interview""",
    )
)
"""Nouns and verbs that want `with` or `to` before the person."""
