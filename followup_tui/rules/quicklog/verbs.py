"""The verbs of tasks, promises and reports: what is to be done, and who says so."""

from __future__ import annotations

from followup_tui.rules.facts import Action
from followup_tui.rules.tokens import Phrases, phrase_set, spelt, word_set

_TASKS = spelt(
    """call: call, talk, talk again, speak, speak again, chat again, reconvene, connect again,
    call back, callback, call again, ring, ring back, ring again, phone, dial,
    try, try again, try back, retry, try her again, try him again, try them again,
    one more try, last try, one last try, final try, another try, give another try, redial,
    have another crack, have another go,
    give it another go, give it another try, another go, another crack, have another try,
    call up, speak to, speak with, talk to, talk with, speak w/, talk w/, get hold of, reach,
    get back on the phone with, cal, 2nd try, second try, third try, 3rd try, try calling,
    try to call, try once more, call bk, phone back, one more call, last call,
    one more attempt, last attempt, try to reach""",
    """email: one last email, last email, final email, one more email, email, e-mail,
    mail back, write, write to, email back, write back to,
    drop a line to, shoot an email to, send an email to, send email to, send an e-mail to,
    emial, emal, write back, try emailing, try email, try an email""",
    """text: text, sms, txt, text back, send a text to, send text to, texting, try texting,
    try a text, try text""",
    """chat: message, dm, msg, linkedin, inmail, whatsapp, slack, send a linkedin message to,
    send a message to, send linkedin message to, message back, linkedin message""",
    """send: send, forward, share, fwd, submit, send over, send along, mail, snd, post, resend,
    deliver, drop off, fax, send back, pass along, get over, email over""",
    """thank: thank, thank-you, thank you, send thank you, send thanks, send a thank you,
    send a thank-you, send thank-you, send thank yous, send thank-yous, thank yous, thank-yous,
    send thank you notes,
    send thank-you notes, send thank you note, send a thank you note,
    send a thank-you note, send thank-you note, write thank you note, write a thank you note,
    write a thank-you note, write thank-you note, say thanks, say thank you, thank you note,
    thank-you note, thank u, send thx, thx note, ty note, thank-you card,
    send a thank-you card, send a thank you card, send thank you email,
    send a thank you email, send a thank-you email, send thank-you email, thank you email,
    thank-you email, email thanks, email thank you, text thanks, mail a thank-you card,
    mail thank-you card, thank again""",
    """meet: come by, come in, drop by, swing by, pop in, pop by, come over, meet, meet with,
    meet up with, have coffee with, grab coffee with, get coffee with,
    have lunch with, get lunch with, grab lunch with, see, visit, meet w/, grab coffee w/,
    coffee with, coffee w/, lunch with, lunch w/, set up coffee, schedule coffee, meet again,
    set up a coffee, set up lunch, schedule lunch, set up a meeting, schedule a meeting,
    set up meeting, schedule meeting, set up a lunch, book a meeting, arrange a meeting,
    zoom with, zoom w/, set up a zoom, schedule a zoom, set up zoom, schedule zoom,
    sit down with, drinks with, dinner with, breakfast with, grab coffee, grab lunch, grab a coffee,
    grab beers, grab a beer, grab drinks, grab a drink, grab dinner, grab breakfast, get coffee,
    get lunch, get drinks, get a beer, have coffee, have lunch, have a coffee, grab tea""",
    """apply: apply, apply for, apply to, apply at, put in an application, put in application,
    submit application, submit my application, send application, finish application""",
    """check: check, look again, look back, check in, check in with, check back,
    check back with, check with, follow up,
    follow up with, followup, followup with, follow-up, follow-up with, follow back up, nudge,
    ping, remind, chase, touch base, touch base with, circle back, circle back with,
    reconnect, reconnect with, poke, bump, check up, check on, follow up on, checkin,
    check-in, catch up with, get back to, get back in touch with, get in touch with,
    get in touch, f/u, fu, fup, follow up again, check in again, check again, chase up,
    reach out, reach out to, reach out again, reach back out, contact, ping again,
    nudge again, look in on, keep in touch with, stay in touch with""",
    """ask: ask, ask for, ask about""",
    """report_back: tell, report back, report back to, report to, let know, loop back,
    loop back to, loop back with, inform, update, fill in, close the loop with, debrief""",
    """pass_on: pass on, introduce, intro, refer, recommend, put in touch, connect, pass""",
    """decide: decide""",
    """other: prep, prepare, read, review, look up, look at, look into, research, find, finish,
    draft, fix, bring, buy, book, schedule, set up, confirm, reply, reply to, respond,
    respond to, answer, practice, practise, study, print, register, sign up, join, watch,
    listen to, download, revise, polish, rewrite, rsvp, invite, attend, cancel, complete,
    fill out, rehearse, verify, update resume, update my resume, update my, update the,
    update linkedin, get, make, write up, add, check out, check it out, think about,
    think it over, think over, consider, give, reschedule, return, tailor, edit, proofread,
    google, order, pick up, pay, accept, turn in, save, clean up, resched, work on, outline,
    record, collect, gather, learn, drop, put together, arrange, rebook, move, request,
    stop by, go to, go by, show up, take, do, sign, scan, negotiate, counter, congratulate,
    apologize, sign and return, help, bring back, plan, pull, compare, choose""",
)
TASKS = Phrases({phrase: Action(action) for phrase, action in _TASKS.items()})
"""A bare verb: I must do it."""

DECISIONS = Phrases(
    phrase_set("""check it out|check that out|check this out|check them out|look into it|
    look into that|
        look into this|think about it|think it over|think on it|consider it|look it over|
        look at it|take a look|have a look|give it some thought|mull it over|sleep on it|
        see about it|think about that""")
)
"""Not yet a plan: asks to call by a day, to decline with words, or to decide on a day."""
DECISION_STARTS = Phrases(
    dict.fromkeys(("check out", "look into", "think about", "consider"), True)
)

LOOSE_VERBS = word_set(
    """see reach get make add give find read review bring buy book return do help take move drop put
    go stop plan order record answer join watch pass post mail message phone share text email call
    linkedin report contact bump refer intro write study tell print save pay learn check meet try
    pull connect coffee lunch visit slack practice offer plan request dinner drinks
    breakfast zoom fix
    draft outline edit study last one second third mail cancel invite respond reply confirm callback
    finish complete schedule update follow-up followup thank-you fill fu cal check-in checkin pick
    choose compare introduce talk speak"""
)
"""First words that are nouns as well, or that tell a story: without a mark before them they are a
task only where a person, a date or an object shows it."""

LEADS_MINE = Phrases(
    phrase_set("""need to|must|have to|i need to|i must|i have to|i should|should|gotta|got to|
    i gotta|
        i've got to|remember to|we'll|we will|lets|let's|let us|we're going to|we agreed to|pls|
        plz|please|can you|could you|can you please|
        could you please|pls can you|don't forget to|dont forget to|todo|to do|to-do|next step|
        next|need
        |i want to|want to|plan to|planning to|i plan to|please|supposed to|i'm supposed to|
        i'm to|i am to|make sure to|be sure to|time to|remind me to|reminder to|reminder|action|
        i'm going to|i am going to|going to|gonna|i'm gonna|i'd better|better|i can|maybe i should|
        i might|ok to|fine to|she wants me to|he wants me to|they want me to|wants me to|
        asked me to|she asked me to|he asked me to|they asked me to|told me to|wanted me to|
        she told me to|he told me to|invited me to|needs me to|ask me to|im to|i'm supposed to|
        agreed to|i agreed to|we agreed i'd|we agreed to|remember|will need to|i will need to|
        i'll need to|i'll have to|ought to|i ought to|hope to|i hope to|trying to|try to|aim to|
        he needs me to|she needs me to""")
)
"""Words before a verb that make it mine."""
PROMISED = Phrases(
    phrase_set("""i'll|i will|ill|i promised to|promised to|i promised i'd|promised i'd|
    i offered to|
        offered to|told her i'd|told him i'd|told them i'd|told her i would|told him i would|
        told them i would|told her i'll|told him i'll|told them i'll|said i'd|said i would|
        said i'll|i said i'd|i said i would|i said i'll|i told her i'd|i told him i'd|
        i told them i'd|i told her i'll|i told him i'll|said i will|promised her i'd|
        promised him i'd|promised them i'd|i promised her i'd|i promised him i'd|told her i will|
        told him i will|promised her to|promised him to|i promised her to|i promised him to|
        promised that i'd|i offered i'd|told her id|told him id|said id|i'll also|i will also|
        promised i'll|promised i would|i'l|i said id|we agreed i'd|we agreed i'll|i'll try to|
        i also promised to|i volunteered to|volunteered to|committed to|i committed to|
        i agreed to|agreed to|promise to|i promise to|and i'll|told them id""")
)
"""Words before a verb that make it my promise."""
OWED = Phrases(phrase_set("""i owe|owe|i promised|promised|i also owe|i still owe|still owe"""))
"""My promise of a thing: `I owe her a bio`, `promised him a draft`."""

DOES = word_set("sends emails calls texts rings phones forwards gets intros introduces connects")
"""With a day or `me` behind them these are a promise: `tom sends numbers by thurs`."""
STATES = word_set(
    """keep think consider be have need know want like love hope see miss wait retire guess
    probably never not assume
    believe feel get remember say"""
)
"""After `will` these are no acts: `he'll be out until Monday`."""
ACTS_OF_STATES = Phrases(
    phrase_set("""be in touch|be calling|be sending|be emailing|see if|see what|get back|get me|
    get us|get in touch|
        have her|have his|have him|have hr|have someone|have the|have an answer|have a decision|
        be back in touch|see about|see whether|get it|have it|have my|get my|have an offer|
        be mailing|be able to send|get the|get her|get him|get his|see me|see us|say a word|
        put in a word|want to meet|have a word|have a chat|have a think|have a look|have them|
        see who|get word|have news|need to check|
        get them|get a|have feedback|keep me|keep my|keep an eye|keep an ear|keep her eyes|
        keep his eyes|keep us|keep you posted|remember me|
        be making|be deciding|be a reference|be my reference|be a ref|be my ref|
        be announcing|be posting|be reviewing|be interviewing|have more|have results""")
)
"""States that are acts after all."""

_ADVISES = ("suggests", "suggested", "recommends", "recommended", "advised", "said try", "says try")
_TALKING = (
    "talking to", "talking with", "speaking to", "speaking with", "calling", "emailing",
    "contacting",
    "reaching out to", "meeting", "meeting with", "getting in touch with", "connecting with",
    "writing to", "trying", "calling back", "checking with",
)  # fmt: skip
SAID = Phrases(
    {f"{says} {talking}": True for says in _ADVISES for talking in _TALKING}
    | phrase_set("""reckons|reckoned|says|said|say|suggests|suggested|recommends|recommended|
    advised|advises|thinks|
        thinks i should|said to|says to|told me|told me to|said i should|says i should|
        suggested i|suggests i|recommends i|recommended i|said that i should|wants me to|
        suggested that i|recommended that i|asked me to|asked that i|advised me to|said i could|
        suggested to|thinks i ought to|thinks i shld|said maybe|urged me to|encouraged me to|
        said go|says go|says i could|says i need to|said i need to|said i must|says i must|
        said just|said i ought to|suggested we|said you should|told me i should|asks me to|
        tells me to|
        said i shld|said pls|said please|
        recommended i should|suggested i should|suggests i should|said i'd better|advised to|
        mentioned i should|reckons i should|invited me to|asked to""")
)
"""Reported speech: what follows is an imperative of theirs."""
IMPLIED_TALK = frozenset(phrase.split()[0] for phrase in _TALKING)

GAVE = Phrases(
    phrase_set("""set me up with|fixed me up with|linked me to|gave me|give me|gives me|
    referred me to|refers me to|introduced me to|put me onto|
        put me on to|put me in touch with|connected me with|connected me to|pointed me to|
        pointed me towards|pointed me toward|sent me to|steered me to|passed me to|
        passed me on to|directed me to|hooked me up with|suggested|suggests|recommended|
        recommends|gave me the name of|gave me the names of|got the name of|got the name|
        gave me a name|gave name of|gave names|gave the name of|gave the names of|gave|
        introduced me by email to|turned me on to|turned me onto|tipped me off to|named|
        shared the name of|shared names|passed along|told me about|got names|names|got a name|
        gave me two names|gave me 2 names|gave me three names|gave me 3 names|introduced|
        introducing me to|connecting me with|connecting me to|introduced me 2|refered me to|
        reffered me to|intro'd me to|introed me to|linked me with|
        linked me up with|put me through to|sent me on to|said to contact|gav me|
        introduced me via email to|e-introduced me to|made an intro to|offered me|intro to|
        intros to|referral to|referral|referrals|contact|new contact|new contacts|new name|
        new names|contacts""")
)
"""Name-taking words: new people follow."""
GAVE_WEAK = word_set(
    """gave suggested suggests recommended recommends names named introduced contact contacts
    referral referrals intro intros got told offered shared passed new"""
)
"""Words that take a name only when a capitalised or known one stands right behind."""

CONDITIONS = Phrases(
    phrase_set("""if nothing|if i hear nothing|if i don't hear|if i don't hear back|if i dont hear|
        if i dont hear back|if no reply|if no answer|if no response|if no word|unless i hear|
        unless i hear back|if she doesn't|if he doesn't|if they don't|if not heard|
        if i haven't heard|if i havent heard|if nothing by then|if no news|if i don't hear anything|
        if i dont hear anything|if i hear nothing back|if not|if silent|if silence|if still nothing|
        if i've heard nothing|if ive heard nothing|if no callback|if no call back|if no reply yet|
        if no email|if nothing back|if we don't hear|if nothing comes|if she doesn't reply|
        if he doesn't reply|if they don't reply|if she doesn't answer|if he doesn't answer|
        if she doesn't call|if he doesn't call|if she doesn't call back|if he doesn't call back|
        if i don't get a reply|if i dont get a reply|if i don't hear from her|
        if i don't hear from him|
        if i don't hear from them|if i haven't heard back|if i havent heard back|
        if i haven't heard anything|
        if she hasn't replied|if he hasn't replied|if no reply comes|if she doesn't write|
        if he doesn't write|if they haven't replied|if i get no reply|if i get no answer|
        if radio silence|
        if i hear nothing from her|if i hear nothing from him|if nothing heard|if no ans|
        if she doesn't respond|if he doesn't respond|if they don't respond|if she hasn't called|
        if he hasn't called|if i still haven't heard""")
)
"""Conditions that mean: they haven't answered."""

APPOINTMENTS = Phrases(
    spelt(
        """meet: meeting, mtg, coffee, lunch, breakfast, dinner, drinks, zoom, appt, appointment,
        tea, brunch, video call, zoom call, informational, meetup, info interview, sit-down,
        informational interview, teams call, getting together, catching up, get-together,
        coffee chat, beers, beer, teams meeting,
        google meet, meet, in-person meeting, site visit, tour, zoom meeting, video chat,
        teams""",
        """interview: interview, phone interview, zoom interview, video interview,
        panel interview, onsite interview, onsite, on-site interview, second interview,
        final interview, first interview, interviews, 2nd interview, round two, second round,
        2nd round, final round, phone screen, screening call, screen, in-person interview,
        on-site""",
        """call: call, phone call, chat, talking, speaking, chatting, follow-up call,
        next call, quick call, follow up call,
        intro call""",
    )
)
"""Nouns that, with a date behind them, are appointments."""
APPOINTMENT_LEADS = word_set(
    """next step 1st 3rd third round screening a an the our my second 2nd first final
    follow-up followup quick
    set up got have we
    we're have scheduled booked another intro invited me for offered confirmed got panel new
    is it's phone video in-person team she he they set scheduled to schedule arrange confirm
    confirming scheduling arranging arranged confirms confirmed propose proposing proposed want
    wants wanted says said having getting grabbing doing i in fixed fix
    agreed pencilled penciled lined she's he's they're i'm to book booking offering inviting
    come"""
)
