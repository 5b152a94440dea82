from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "safeconduct.hearing"
