from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "safeconduct.matching"
