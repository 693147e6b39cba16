"""`python3 -m openchair.project.setup start|check …`: where the two commands begin."""

import sys

from openchair.project.setup import check, start

if __name__ == "__main__":
    {"start": start.run, "check": check.run}[sys.argv[1]](sys.argv[2:])
