from importlib import import_module

from django.apps import AppConfig


class Meetings(AppConfig):
    name = "openchair.meetings"

    def ready(self) -> None:
        """Let what is due, and what Help now shows, register itself, once the models are there."""
        import_module("openchair.meetings.tasks")
        import_module("openchair.meetings.offering")
