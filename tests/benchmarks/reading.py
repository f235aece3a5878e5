"""The quick log's reading, timed in this process: as it is read anew at each key of the dialog."""

from __future__ import annotations

from datetime import datetime
from time import perf_counter as now

from followup_tui.actions.log_customs import StoreCustoms, customs
from followup_tui.actions.log_reading import understand
from followup_tui.rules.moment import Moment
from followup_tui.store.book import open_book
from followup_tui.store.mentioned import Lookup
from followup_tui.ui.panes.reading_lines import rows
from tests.benchmarks.samples import Samples
from tests.benchmarks.stores import NOW, name_of
from tests.benchmarks.surroundings import Surroundings

LINE = (
    "talked to {one} 20 min, he said to call {two} about the summer interns, send clips by thu, "
    "thank him tomorrow, coffee next tue 9am"
)
LONG = 10_000


def reading(around: Surroundings, samples: Samples) -> None:
    """A line of usual length as it is typed, key by key, and one of 10,000 characters."""
    moment = Moment(datetime.fromisoformat(NOW))
    with open_book(around.stores[around.sizes.some]):
        line = LINE.format(one=name_of(17), two=name_of(23))
        understand(line, moment)
        lookup, store_customs = Lookup(), StoreCustoms()
        for end in range(1, len(line) + 1):
            start = now()
            read = understand(line[:end], moment, lookup=lookup)
            samples.add("quick log", "line", (now() - start) * 1e3)
            rows(read, customs(read, moment, store_customs), moment.today)
            samples.add("quick log", "line and customs", (now() - start) * 1e3)
        long = (line + " ") * (LONG // len(line) + 1)
        start = now()
        understand(long[:LONG], moment)
        samples.add("quick log", "long line", (now() - start) * 1e3)
