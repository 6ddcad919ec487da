"""Two content security policies: strict for the public, wider for Wagtail's own editor.

The page editor builds itself with inline scripts and styles, so it can't live under the policy
of the public pages. The public policy stands in `settings.CONTENT_SECURITY_POLICY`, the
editor's in `settings.ADMIN_CONTENT_SECURITY_POLICY`.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Sends the wider policy under the admin's address, the strict one everywhere else."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(reverse("wagtailadmin_home")):
            # A nonce beside 'unsafe-inline' would switch the latter off.
            return PolicyParts(
                config=settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"], update=parts.update
            )
        return parts
