"""vCard 2.1, 3.0 and 4.0: our own reader and writer, since every library measured loses text."""

from followup_tui.exchange.vcard.reader import read
from followup_tui.exchange.vcard.writer import VERSIONS, write

__all__ = ["VERSIONS", "read", "write"]
