from importlib import import_module

from django.apps import AppConfig
from django.core.checks import register


class Project(AppConfig):
    name = "openchair.project"

    def ready(self) -> None:
        """Once the models are there: let what is due register itself, and every address be looked at."""
        import_module("openchair.project.ringing.tasks")
        import_module("openchair.project.ledger.tasks")
        register(import_module("openchair.project.who_may").every_address_says_who_may)
