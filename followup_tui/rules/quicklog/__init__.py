"""One line after a call becomes a reading."""
