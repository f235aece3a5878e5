"""`python -m followup_tui`: the same as `followup`."""

import sys

from followup_tui.cli.entry import main

if __name__ == "__main__":
    sys.exit(main())
