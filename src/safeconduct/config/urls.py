"""Where each face begins."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", set_language, name="set_language"),
    # path("api/v1/", api.urls) goes here, from safeconduct.api.routes.
    path("", include("safeconduct.web.urls")),
]
