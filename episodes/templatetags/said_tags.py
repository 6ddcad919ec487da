"""What the templates of transcripts and chapters need besides words."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from episodes.formats.transcript import Sentence, blank_between
from episodes.models import Captions, EpisodeVideo

register = template.Library()


@register.simple_tag
def said(sentences: Iterable[Sentence]) -> SafeString:
    """The sentences of a paragraph, each with its second. Joined here: there may be thousands."""
    rows = list(sentences)
    # The blank before a sentence, where its script has blanks, stands outside of it.
    blanks = ["", *(blank_between(one.text, two.text) for one, two in pairwise(rows))]
    parts = ((blank, second(one.start), one.text) for blank, one in zip(blanks, rows, strict=True))
    return format_html_join("", '{}<span data-s="{}">{}</span>', parts)


@register.filter
def second(seconds: float) -> str:
    """A place in a video as scripts read it, whatever the language: 12.3 → "12.3"."""
    return f"{seconds:.1f}".removesuffix(".0")


@register.simple_tag(takes_context=True)
def from_second(context: template.Context, seconds: float) -> str:
    """The page's own address from this second on, in the language that was chosen."""
    transcript = context.get("transcript")
    chosen = {"transcript": transcript.language} if transcript and transcript.is_chosen else {}
    return f"?{urlencode({'t': int(seconds), **chosen})}#player"


@register.simple_tag
def player_module(video: EpisodeVideo) -> str:
    """The script that talks with the player of a video, as an attribute; loaded after the click."""
    name = video.source.provider if video.source else "file"
    return format_html(' data-module="{}"', static(f"episodes/players/{name}.js"))


@register.simple_tag
def needs_chapter_track(video: EpisodeVideo, main: EpisodeVideo | None, chapters: Any) -> bool:
    """Whether a file gets the chapters as a track: it has none of its own, and the same seconds."""
    if not chapters or main is None or video.kind != main.kind:
        return False
    return all(one.kind != Captions.Kind.CHAPTERS for one in video.captions.all())
