"""Tables of contacts: LinkedIn, Google, Outlook, and any other by the names of its columns."""

from followup_tui.exchange.tables.fields import FIELDS
from followup_tui.exchange.tables.table import TablePreview, preview, read
from followup_tui.exchange.tables.writer import write

__all__ = ["FIELDS", "TablePreview", "preview", "read", "write"]
