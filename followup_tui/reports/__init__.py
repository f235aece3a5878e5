"""Reads with a shape, for the screens and the shell."""
