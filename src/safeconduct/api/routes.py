"""The API: which router answers which group of addresses."""

import json
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder

from safeconduct.api import (
    authorities,
    cases,
    claims,
    deadlines,
    determinations,
    erasure,
    errors,
    exposure,
    facts,
    hearings,
    lists,
    log,
    matches,
    me,
    referrals,
    reports,
    search,
    signatures,
)
from safeconduct.api.authentication import Session, Token

DESCRIPTION = """\
The protection register for prisoners of war, for programs. Every route calls one act
or one query of the register, with the rights of the officer who calls and the same
refusals as the pages. The time of an act is the server's.

Cases are addressed by case number, referrals by reference, everything else by UUID.
Truths are written `T`, `F` and `U` (unknown). Times are UTC, ISO 8601.
"""


class Renderer(BaseRenderer):
    """JSON in UTF-8: a name in Hangul stays readable."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> Any:  # noqa: ARG002
        """Write the answer."""
        return json.dumps(data, cls=NinjaJSONEncoder, ensure_ascii=False)


class Api(NinjaAPI):
    """An API whose answers no cache may keep."""

    def create_response(
        self, request: HttpRequest, data: Any, **given: Any
    ) -> HttpResponse:
        """Answer, and forbid every cache to keep the answer."""
        response = super().create_response(request, data, **given)
        response.headers["Cache-Control"] = "no-store"
        return response


api = Api(
    title="Safeconduct",
    version=version("safeconduct"),
    description=DESCRIPTION,
    openapi_url="openapi.json",
    docs_url=None,  # its pages load scripts that our content policy forbids
    urls_namespace="api",
    auth=[Token(), Session()],
    renderer=Renderer(),
)
errors.install(api)
for module in (
    *(me, authorities, cases, search, hearings, facts, claims, determinations),
    *(matches, deadlines, signatures, erasure, lists, referrals, reports),
    *(exposure, log),
):
    api.add_router("", module.router)
