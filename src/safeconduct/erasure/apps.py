from django.apps import AppConfig


class ErasureConfig(AppConfig):
    name = "safeconduct.erasure"
