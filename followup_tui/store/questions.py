"""What logs left uncertain, and waits to be asked."""

from __future__ import annotations

import json

from followup_tui.records import dataclass
from followup_tui.store.minutes import OpenQuestion


@dataclass(frozen=True, slots=True)
class Question:
    """One uncertain piece of a log."""

    id: int
    contact_id: int | None
    contact: str
    path: str
    """Which piece of the reading it is about."""
    words: str
    """As they were typed."""
    choices: tuple[str, ...]
    line: str
    """All of the log that it was part of."""
    touch_id: int | None

    @property
    def is_about_nobody(self) -> bool:
        """Whether nobody is known whom the whole line was about."""
        return self.contact_id is None and self.touch_id is not None


def open_questions() -> tuple[Question, ...]:
    """Those not answered yet, the oldest first."""
    rows = OpenQuestion.select().where(OpenQuestion.answered_at.is_null())
    return tuple(
        Question(
            row.id,
            row.contact_id,
            row.contact.name if row.contact else "",
            row.path,
            row.words,
            tuple(map(str, json.loads(row.choices))),
            row.touch.typed if row.touch else row.words,
            row.touch_id,
        )
        for row in rows.order_by(OpenQuestion.at, OpenQuestion.id)
    )
