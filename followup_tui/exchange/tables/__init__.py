"""Tables of contacts: LinkedIn, Google, Outlook, and any other by the names of its columns."""

from followup_tui.exchange.tables.fields import FIELDS
from followup_tui.exchange.tables.table import Mappings, TablePreview, preview, read
from followup_tui.exchange.tables.writer import write

__all__ = ["FIELDS", "Mappings", "TablePreview", "preview", "read", "write"]
