"""`/healthz`: whether database, cache and file storage work; for load balancers and monitors."""

import asyncio
from collections.abc import Callable
from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse, JsonResponse
from health_check.views import HealthCheckView

PATH = "/healthz"


class HealthView(HealthCheckView):
    """JSON, one word per part: 200 when all are "ok", else 503. Reasons go to the log only."""

    checks = (
        "health_check.checks.Database",
        "health_check.checks.Cache",
        "health_check.checks.Storage",
    )
    http_method_names = ["get", "head"]

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        results = await asyncio.gather(*(check.get_result() for check in self.get_checks()))
        words = {
            type(result.check).__name__.lower(): "failed" if result.error else "ok"
            for result in results
        }
        return JsonResponse(words, status=503 if "failed" in words.values() else 200)


def answer_health(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware that stands first: a probe asks by IP address and without HTTPS or cookies."""
    view = async_to_sync(HealthView.as_view())

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info == PATH:
            return view(request)
        return get_response(request)

    return middleware
