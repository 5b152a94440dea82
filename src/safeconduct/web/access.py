"""How a view begins and ends: who asks, by what right, and what a refusal shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.web import refusals

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.web.forms.fields import HouseForm

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, "Officer", P], HttpResponse]
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]


def page(
    *rights: Right, methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[View[P]], Page[P]]:
    """Make a view for signed-in officers who hold one of the rights.

    What the domain refuses inside becomes a page that says so.
    """

    def made(view: View[P]) -> Page[P]:
        @wraps(view)
        def inner(
            request: HttpRequest, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            # SignInRequired has let nobody else through.
            officer = cast("Officer", request.user)
            try:
                if rights and not any(policy.allows(officer, r) for r in rights):
                    raise NotPermitted(rights[0])
                return view(request, officer, *args, **kwargs)
            except refusals.REFUSALS as refusal:
                return refused(request, refusal)

        return cast("Page[P]", require_http_methods(list(methods))(inner))

    return made


BOTH = ("GET", "HEAD", "POST")
POST = ("POST",)


def posted(request: HttpRequest) -> QueryDict | None:
    """Take what was sent for a form, be it empty; `None` when nothing was sent."""
    return request.POST if request.method == "POST" else None


def refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """Show a page that says what was refused and what to do next."""
    status = refusals.status(refusal)
    said = refusals.sentence(refusal) if status != 404 else ""  # noqa: PLR2004
    erased = getattr(refusal, "at", None) if status == 410 else None  # noqa: PLR2004
    context = {"sentence": said, "status": status, "erased": erased}
    return render(request, "web/refused.html", context, status=status)


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    form: HouseForm | None = None,
) -> HttpResponse:
    """Render a page; a form that was refused gives it its status."""
    status = 200 if form is None else form.http_status
    return render(request, template, {"form": form, **context}, status=status)
