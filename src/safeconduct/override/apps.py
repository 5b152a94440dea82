from django.apps import AppConfig


class OverrideConfig(AppConfig):
    name = "safeconduct.override"
