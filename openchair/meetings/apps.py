from django.apps import AppConfig


class Meetings(AppConfig):
    name = "openchair.meetings"
