"""The pages as a Django app: templates, static files, no models."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "safeconduct.web"
