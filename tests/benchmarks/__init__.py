"""How fast followup is, measured from outside against references in the same run.

`python -m tests.benchmarks` prints one table: dimension, goal, figure, ratio, met or not.
"""
