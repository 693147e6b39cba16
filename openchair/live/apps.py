from django.apps import AppConfig


class Live(AppConfig):
    name = "openchair.live"
