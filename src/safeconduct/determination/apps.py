from django.apps import AppConfig


class DeterminationConfig(AppConfig):
    name = "safeconduct.determination"
