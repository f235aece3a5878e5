"""Bytes to drafts and back; never sees the database, so it cannot half-import."""
