from importlib import import_module

from django.apps import AppConfig


class Days(AppConfig):
    name = "openchair.days"

    def ready(self) -> None:
        """Let what is due, what is told and who can be told register itself, once the models are there."""
        for name in ("telling", "confiding", "companions_told", "members_told", "tasks"):
            import_module(f"openchair.days.{name}")
