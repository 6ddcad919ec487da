"""Uploaded files, sent with byte ranges: without them no browser can jump within a video."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe
from whitenoise.media_types import MediaTypes
from whitenoise.responders import NotARegularFileError, StaticFile

MAX_AGE_S = 24 * 3600
#: Documents can be private: Wagtail's own view sends them, after asking who may read them.
PRIVATE_FOLDER = "documents"

_media_types = MediaTypes()


@require_safe
def uploaded_file(request: HttpRequest, path: str) -> FileResponse:
    """A file below MEDIA_ROOT: whole, in part (206) or not modified (304).

    A web server or an object store in front may do this instead; then nobody asks here.
    """
    try:
        full_path = safe_join(settings.MEDIA_ROOT, path)
        if Path(full_path).is_relative_to(safe_join(settings.MEDIA_ROOT, PRIVATE_FOLDER)):
            raise Http404
        headers = [
            ("Content-Type", _media_types.get_type(full_path)),
            ("Cache-Control", f"public, max-age={MAX_AGE_S}"),
            ("Accept-Ranges", "bytes"),
        ]
        answer = StaticFile(full_path, headers).get_response(request.method, request.META)
    except (SuspiciousFileOperation, NotARegularFileError, ValueError, OSError) as error:
        raise Http404 from error
    response = FileResponse(answer.file or (), status=int(answer.status))
    del response["Content-Type"]
    for name, value in answer.headers:
        response[name] = value
    return response
