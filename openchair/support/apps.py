from django.apps import AppConfig


class Support(AppConfig):
    name = "openchair.support"
