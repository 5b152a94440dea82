"""The API alone, so that its tests do not wait for the pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from safeconduct.api.routes import api


def _sign_in(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("api/v1/", api.urls),
    path("sign-in/", _sign_in, name="account_login"),
]
