"""Kill it, crowd it, feed it noise: `python -m tests.faults` runs the full counts."""
