"""The whole book as values: all that is kept, but for the journal, as it leaves and comes back.

Rows are named by their `uid`; sessions and profiles, which have none, by their number in the
file, from 1. Every list is in the order in which its rows came to be.
"""

from followup_tui.rules.book.everything import Book, Record

__all__ = ["Book", "Record"]
