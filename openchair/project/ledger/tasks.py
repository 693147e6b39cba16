"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.project.ledger import closing, erasing


@every(seconds=20)
def erase_who_asked() -> None:
    """Erase everybody whose time has come; safe at any time and twice."""
    erasing.carry_out_due()


@every(seconds=3600)
def let_closed_accounts_go() -> None:
    """A closed account of which nothing is left goes too."""
    closing.let_go()
