"""Absolute addresses, for those who read a page somewhere else."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from speakers import pictures


def of_page(page: Page, request: HttpRequest) -> str:
    """The page's one address; nothing for a page that isn't saved yet."""
    return absolute(page.get_url(request) or "", request)


def of_home(request: HttpRequest) -> str:
    """The front page in the language of the request."""
    return absolute(reverse("wagtail_serve", args=("",)), request)


def of_picture(image: Any, frame: str, request: HttpRequest) -> str:
    """The largest form of an image in a frame; nothing without a readable image."""
    rendition = pictures.largest(image, frame)
    return absolute(rendition.url, request) if rendition else ""


def absolute(path: str, request: HttpRequest) -> str:
    """With scheme and host; an address that has them already stays, nothing stays nothing."""
    return request.build_absolute_uri(path) if path else ""
