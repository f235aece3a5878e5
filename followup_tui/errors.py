"""What can go wrong, in words a user can act on: what, where, what to do."""

from __future__ import annotations


class FollowupError(Exception):
    """Base of every error we raise on purpose; the message is shown as it is."""

    exit_code = 1
    """What the command line exits with."""


class NotFound(FollowupError):
    """The thing asked for is not in the book."""


class Ambiguous(FollowupError):
    """Two or more fit; all of them are named, none is guessed."""


class Conflict(FollowupError):
    """The book moved on since the step we were asked to reverse."""


class Refused(FollowupError):
    """A rule of the book says no, and says why."""


class Usage(FollowupError):
    """The command was typed in a form that can't be meant."""

    exit_code = 2


class BadInput(FollowupError):
    """A file, a date or a word that can't be read."""

    exit_code = 3


class StoreUnreachable(FollowupError):
    """The store can't be opened, is locked, or can't be written."""

    exit_code = 4


class DiskFull(FollowupError):
    """There was no room to save; nothing was saved."""

    exit_code = 5


class StoreDamaged(FollowupError):
    """The file is there, but it isn't a sound store of ours."""

    exit_code = 6


class StoreGone(StoreDamaged):
    """There was a store once, as its backups say, and now there is no file."""


class NotOurs(StoreDamaged):
    """The file is another program's database: not ours to mend or to replace."""


class StoreNewer(FollowupError):
    """The store was written by a later version of the program."""

    exit_code = 7


class Cancelled(FollowupError):
    """The user stopped it; nothing was changed."""

    exit_code = 130
