"""What each number of the weekly page counts, in plain words; by its name."""

from __future__ import annotations

MEANINGS = {
    "Followed through": "done, or declined, no later than a workday after it was first due",
    "Promises kept": "what you said you would do, done by its day",
    "Hours to first step": "working hours from a talk to the first thing it brought being done",
    "Called in 2 days": "names you were given, first tried within two workdays",
    "Loops closed": "news about a name, told within three days to who gave it",
    "Thanked in a day": "talks of ten minutes or more, thanked for within a day",
    "Did it on the hour": "planned for a day and an hour, and tried that day",
    "Did it on the day": "planned for a day alone, and tried that day",
    "Said no with words": "leads you ended with a message, of all you ended yourself",
    "Names never tried": "older than two weeks, without a try and without a decision",
    "Loops open 7+ days": "names whose giver has waited for news for more than a week",
    "Snoozes until done": "how often a step is put off before it is done, on average",
    "They keep their word": "what others said they would do, done by its day",
    "Tries until a talk": "calls and messages until the first talk; half need no more",
    "Review and talks": "time in reviews, and the talks held",
    "Days reviewed": "workdays of this week with a review; a weekend makes up for one",
}
"""The last 28 days, unless said."""
HEADING = "What each number counts, in the last 28 days unless said"
