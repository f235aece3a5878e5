"""The words by which somebody brings me to another: to come, and done."""

from __future__ import annotations

from followup_tui.rules.tokens import Phrases, phrase_set

INTRODUCES = Phrases(
    phrase_set("""intros me to|introduces me to|connects me with|connects me to|
    connecting me to|connecting me with|introducing me to|introduce me to|
    connect me with|connect me to|put me in touch with|intro me to|
        pass my name to|pass my name on to|pass my name along to|pass my resume to|
        pass my resume on to|pass my resume along to|pass my cv to|pass my info to|
        forward my resume to|
        forward my cv to|send my resume to|send my cv to|give my name to|give my number to|
        give my resume to|tell|talk to|speak to|speak with|mention me to|mention my name to|
        intro to|
        introduction to|refer me to|put in a word with|put in a good word with|email|call|text|
        share my resume with|share my info with|share my name with|send my info to|link me with|
        link me up with|set me up with|hook me up with|recommend me to|forward my name to|
        send my clips to|share my clips with|send me to|get me in touch with|loop in|connect us|
        pass my details to|pass my details on to|forward my email to|make an intro to|
        make an introduction to|introduce us|do an intro to|e-intro me to|send an intro to|ask|
        forward my clips to|pass my clips to|pass my stuff to|pass my portfolio to|
        put me through to|
        have|send my name to|send my portfolio to|forward my note to|show my resume to|
        show my clips to|set up a call with|set up a meeting with|arrange a call with|bring me to|
        write to|write|email me and|put in a word for me with|put in a good word for me with|
    put a word in for me with|vouch for me with|intro|forward my details to""")
)
"""In their promise: the person behind it is somebody they will introduce."""
_MINE = (
    "resume", "résumé", "cv", "name", "info", "details", "clips", "number", "email", "portfolio",
)  # fmt: skip
PASSED_ON = Phrases(
    {
        f"{verb} my {thing}{on} {to}": True
        for thing in _MINE
        for verb in (
            "passed",
            "forwarded",
            "gave",
            "sent",
            "shared",
            "mentioned",
            "handed",
            "showed",
        )
        for on in ("", " on", " along", " over")
        for to in ("to", "with")
    }
    | phrase_set("""put in a word for me with|put in a good word for me with|
        put a word in for me with|mentioned me to|recommended me to|told|cc'd|copied|ccd|
        put in a word with|
        put in a good word with|vouched for me with|looped in|introduced me by email to|
        passed me along to""")
)
"""What they have done: the person behind it has heard of me from them."""
NEEDS_ME = frozenset(
    {"tell", "talk", "speak", "email", "call", "text", "ask", "have", "write", "loop"}
)
"""Of these, the ones that introduce only when `me` or `my` stands behind the person."""
