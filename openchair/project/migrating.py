"""The database's shape, brought up to date; a glance when it is already."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from openchair.project.setup.places import Stop


def run(arguments: list[str]) -> int:
    """`python -m openchair migrate [app] [migration]`."""
    call_command("migrate", *arguments, interactive=False)
    return 0


def bring_up_to_date() -> bool:
    """Apply what is missing; True when there was something. Raises Stop when the database does not answer."""
    if not missing():
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def missing() -> int:
    """How many migrations are still to be applied. Raises Stop when the database does not answer."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as fault:
        raise Stop(f"The database does not answer: {fault}") from None
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
