from django.apps import AppConfig


class KeyringConfig(AppConfig):
    name = "safeconduct.keyring"
