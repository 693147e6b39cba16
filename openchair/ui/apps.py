from django.apps import AppConfig


class Ui(AppConfig):
    name = "openchair.ui"
