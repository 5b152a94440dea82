"""Where each face begins."""

from django.urls import include, path
from django.views.i18n import set_language

from safeconduct.api.routes import api

urlpatterns = [
    path("language/", set_language, name="set_language"),
    path("api/v1/", api.urls),
    path("", include("safeconduct.web.urls")),
]
