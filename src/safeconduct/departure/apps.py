from django.apps import AppConfig


class DepartureConfig(AppConfig):
    name = "safeconduct.departure"
