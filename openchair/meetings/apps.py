from importlib import import_module

from django.apps import AppConfig


class Meetings(AppConfig):
    name = "openchair.meetings"

    def ready(self) -> None:
        """Let what is due, what Help now shows and what is told register itself."""
        import_module("openchair.meetings.tasks")
        import_module("openchair.meetings.offering")
        import_module("openchair.meetings.telling")
