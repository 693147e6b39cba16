"""`python3 -m openchair.project.setup start|check …`: where the two commands begin."""

import sys

from openchair.project.setup import check, start
from openchair.project.setup.places import Stop

if __name__ == "__main__":
    try:
        {"start": start.run, "check": check.run}[sys.argv[1]](sys.argv[2:])
    except KeyboardInterrupt:
        raise Stop(130) from None
    except OSError as fault:
        raise Stop(f"This cannot go on: {fault.strerror or fault} ({fault.filename})") from None
