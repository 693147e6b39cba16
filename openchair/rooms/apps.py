from django.apps import AppConfig


class Rooms(AppConfig):
    name = "openchair.rooms"
