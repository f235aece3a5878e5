"""followup: call the people whose names you were given."""

__version__ = "0.1.0"
