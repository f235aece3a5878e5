"""What a follow-up asks for, and why: the two enumerations that `followup due` reads.

Apart from the others, whose making would take a tenth of its time; `facts` has them all.
"""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a follow-up asks for."""

    CALL = "call"
    EMAIL = "email"
    TEXT = "text"
    CHAT = "chat"
    SEND = "send"
    THANK = "thank"
    MEET = "meet"
    INTERVIEW = "interview"
    APPLY = "apply"
    CHECK = "check"
    ASK = "ask"
    REPORT_BACK = "report_back"
    PASS_ON = "pass_on"
    DECIDE = "decide"
    OTHER = "other"


class Owed(StrEnum):
    """Why somebody is owed this, strongest first."""

    PROMISED = "promised"
    AWAITED = "awaited"
    LENT = "lent"
    CHASE = "chase"
    IN_TOUCH = "in_touch"
