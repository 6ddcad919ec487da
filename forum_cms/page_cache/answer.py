"""A kept page: its headers and its body, packed, and what it answers to a request."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

LARGEST_BYTES = 2_000_000
#: What a kept answer may differ by. The language stands in the address.
KNOWN_VARY = {"accept-encoding", "accept-language", "cookie"}
#: A browser keeps the page and asks each time whether it is still so.
REVALIDATE = "no-cache"
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
#: Smaller than a packet: packing it would gain nothing.
SMALLEST_PACKED_BYTES = 500


@dataclass(frozen=True)
class Answer:
    """What every visitor gets from one address, as long as the state of the content holds."""

    fingerprint: str
    version: str
    asked_at_s: int
    headers: dict[str, str]
    etag: str
    bodies: dict[str, bytes]

    def response(self, request: HttpRequest, now_s: float) -> HttpResponseBase:
        """The page as this browser wants it; 304 when it has it already."""
        coding = self._coding(request)
        body = (
            self.bodies[coding] if coding in self.bodies else gzip.decompress(self.bodies["gzip"])
        )
        response = HttpResponse(body, headers=self.headers)
        length = len(response.content)
        if request.method == "HEAD":
            response.content = b""
        response.headers["Content-Length"] = str(length)
        if coding:
            response.headers["Content-Encoding"] = coding
        patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
        # Dates count whole seconds: this one is told when nothing else can happen in its second.
        modified_s = self.asked_at_s if now_s >= self.asked_at_s + 1 else None
        if modified_s is not None:
            response.headers["Last-Modified"] = http_date(modified_s)
        return get_conditional_response(request, self.etag, modified_s, response) or response

    def _coding(self, request: HttpRequest) -> str:
        """The best packing that the browser takes; an empty name for none."""
        taken = set()
        for part in request.headers.get("Accept-Encoding", "").lower().split(","):
            name, _, quality = part.replace(" ", "").partition(";q=")
            if not quality or quality.strip("0."):  # "br;q=0" means: anything but this
                taken.add(name)
        return next((name for name in ("br", "gzip") if name in taken & self.bodies.keys()), "")


def can_be_kept(response: HttpResponseBase) -> bool:
    """Whether the next visitor may get the same: a whole page without anybody's secrets."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    if not isinstance(response, HttpResponse) or len(response.content) > LARGEST_BYTES:
        return False
    if response.has_header("Content-Encoding"):
        return False
    if "'nonce-" in response.get("Content-Security-Policy", ""):
        return False  # a nonce is good for one answer
    control = response.get("Cache-Control", "").lower()
    if "private" in control or "no-store" in control or "max-age=0" in control:
        return False
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}
    return vary <= KNOWN_VARY


def keep(response: HttpResponse, fingerprint: str, version: str, asked_at_s: int) -> Answer:
    """An answer made of a response that can be kept."""
    body = response.content
    headers = dict(response.items())
    for name in ("Content-Length", "ETag", "Last-Modified", "Vary"):
        headers.pop(name, None)
    headers.setdefault("Cache-Control", REVALIDATE)
    # Weak, for one page that is packed in several ways.
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers["ETag"] = etag
    bodies = {"": body}
    if len(body) >= SMALLEST_PACKED_BYTES:
        # No secret stands beside what a visitor sent, so packing tells nobody anything.
        bodies = {
            "br": brotli.compress(body, quality=BROTLI_QUALITY),
            "gzip": gzip.compress(body, GZIP_LEVEL, mtime=0),
        }
    return Answer(fingerprint, version, asked_at_s, headers, etag, bodies)
