"""Addresses of videos: YouTube, Vimeo, and the PeerTube hosts that a site trusts.

An address is taken apart here and put together again from the video's id, so that nothing a
provider wrote is ever stored or echoed. No network.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qs, urlsplit

from . import timecode
from .errors import FormatError, excerpt
from .errors import gettext_noop as _

Provider = Literal["youtube", "vimeo", "peertube"]

MAX_ADDRESS_LENGTH = 2048
YOUTUBE_HOSTS = frozenset(
    {"youtube.com", "youtu.be", "youtube-nocookie.com", "m.youtube.com", "music.youtube.com"}
)
VIMEO_HOSTS = frozenset({"vimeo.com", "player.vimeo.com"})

_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO_ID = re.compile(r"[0-9]{1,12}")
_VIMEO_HASH = re.compile(r"[0-9a-f]{6,40}")
_PEERTUBE_ID = re.compile(
    r"[1-9A-HJ-NP-Za-km-z]{20,24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)
_CHANNEL_PATHS = ("@", "channel/", "c/", "user/", "feed/", "results", "hashtag/")


@dataclass(frozen=True, slots=True)
class VideoLink:
    """A video at a provider. ``start_s`` is where it should begin, ``None`` for its beginning."""

    provider: Provider
    video_id: str
    host: str
    start_s: int | None = None
    privacy_hash: str | None = None

    @property
    def watch_url(self) -> str:
        """The provider's own page of this video, beginning at ``start_s``."""
        start = self.start_s
        if self.provider == "youtube":
            tail = f"&t={start}s" if start else ""
            return f"https://www.youtube.com/watch?v={self.video_id}{tail}"
        if self.provider == "vimeo":
            secret = f"/{self.privacy_hash}" if self.privacy_hash else ""
            return f"https://vimeo.com/{self.video_id}{secret}" + (f"#t={start}s" if start else "")
        return f"https://{self.host}/w/{self.video_id}" + (f"?start={start}s" if start else "")

    @property
    def embed_url(self) -> str:
        """The player for an iframe, in the form that sets the fewest cookies."""
        start = self.start_s
        if self.provider == "youtube":
            tail = f"?start={start}" if start else ""
            return f"https://www.youtube-nocookie.com/embed/{self.video_id}{tail}"
        if self.provider == "vimeo":
            secret = f"h={self.privacy_hash}&" if self.privacy_hash else ""
            tail = f"#t={start}s" if start else ""
            return f"https://player.vimeo.com/video/{self.video_id}?{secret}dnt=1{tail}"
        tail = f"?start={start}s" if start else ""
        return f"https://{self.host}/videos/embed/{self.video_id}{tail}"


def parse(url: str, peertube_hosts: Collection[str] = ()) -> VideoLink:
    """The video behind an address that somebody copied.

    ``peertube_hosts`` are the PeerTube servers that the site trusts, lower case, without port.
    Raises ``FormatError`` for every other host, and for addresses that name no single video.
    """
    parts = _split(url)
    host = (parts.hostname or "").removesuffix(".").removeprefix("www.")
    if host in YOUTUBE_HOSTS:
        return _parse_youtube(url, host, parts)
    if host in VIMEO_HOSTS:
        return _parse_vimeo(url, host, parts)
    if (parts.hostname or "") in peertube_hosts or host in peertube_hosts:
        return _parse_peertube(url, parts.hostname or host, parts)
    if host == "studio.youtube.com":
        raise _private_form(url)
    raise FormatError(
        _("We cannot show videos from “{host}”. Use an address from YouTube or Vimeo{others}."),
        host=excerpt(host),
        others="".join(f", {name}" for name in sorted(peertube_hosts)),
    )


def _split(url: str) -> SplitResult:
    written = url.strip()
    if not written:
        raise FormatError(_("The address of the video is empty. Copy it from the video's page."))
    if len(written) > MAX_ADDRESS_LENGTH:
        raise FormatError(
            _("The address is {length} characters long. Copy the short one under “Share”."),
            length=len(written),
        )
    if "://" not in written and re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+/", written, re.IGNORECASE):
        written = f"https://{written}"
    try:
        parts = urlsplit(written)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port in (
            None, 80, 443,
        )  # fmt: skip
    except ValueError:
        valid = False
    if not valid or parts.username is not None or re.search(r"[\s\x00-\x1f\\]", written):
        raise FormatError(
            _(
                "“{written}” is not the address of a web page. It should begin with https:// – "
                "copy it from the browser while the video is open."
            ),
            written=excerpt(url),
        )
    return parts


def _parse_youtube(url: str, host: str, parts: SplitResult) -> VideoLink:
    path = parts.path.strip("/")
    query = parse_qs(parts.query)
    kind, _slash, rest = path.partition("/")
    video_id: str | None = None
    if host == "youtu.be":
        video_id = kind
    elif kind == "watch":
        video_id = query.get("v", [rest])[0]
    elif kind in ("embed", "shorts", "live", "v", "e"):
        video_id = rest.partition("/")[0]
    elif kind in ("edit", "upload", "video_editor", "my_videos", "account"):
        raise _private_form(url)
    if video_id and video_id != "videoseries":
        if _YOUTUBE_ID.fullmatch(video_id):
            return VideoLink("youtube", video_id, "www.youtube.com", _start_s(query, parts))
        raise FormatError(
            _(
                "“{video_id}” is not the mark of a YouTube video: it should have 11 letters and "
                "digits. Copy the whole address again."
            ),
            video_id=excerpt(video_id),
        )
    if path == "playlist" or "list" in query:
        raise FormatError(
            _(
                "This address is a playlist, not one video: “{url}”. "
                "Open the video itself and copy its address."
            ),
            url=excerpt(url),
        )
    if path.startswith(_CHANNEL_PATHS):
        raise FormatError(
            _("This address is a channel or a list: “{url}”. Open one of its videos."),
            url=excerpt(url),
        )
    raise _no_video(url)


def _parse_vimeo(url: str, host: str, parts: SplitResult) -> VideoLink:
    segments = [segment for segment in parts.path.split("/") if segment]
    query = parse_qs(parts.query)
    if segments and segments[0] in ("manage", "upload", "user", "settings"):
        raise _private_form(url)
    numbers = [i for i, segment in enumerate(segments) if _VIMEO_ID.fullmatch(segment)]
    is_list = bool(segments) and segments[0] in ("showcase", "album", "ondemand", "event")
    if not numbers or (is_list and "video" not in segments):
        if is_list or (segments and segments[0] in ("channels", "groups")):
            raise FormatError(
                _("This address is a list of videos, not one: “{url}”. Open the video itself."),
                url=excerpt(url),
            )
        raise _no_video(url)
    at = numbers[-1]
    after = segments[at + 1] if at + 1 < len(segments) else None
    secret = query.get("h", [after])[0] if "h" in query or after else None
    if secret is not None and not _VIMEO_HASH.fullmatch(secret):
        raise FormatError(
            _("The private part “{secret}” of this Vimeo address is damaged. Copy it again."),
            secret=excerpt(secret),
        )
    return VideoLink("vimeo", segments[at], "vimeo.com", _start_s(query, parts), secret)


def _parse_peertube(url: str, host: str, parts: SplitResult) -> VideoLink:
    path = parts.path.strip("/")
    if path.startswith(("w/p/", "videos/watch/playlist/", "video-playlists/")):
        raise FormatError(
            _("This address is a playlist, not one video: “{url}”. Open the video itself."),
            url=excerpt(url),
        )
    if path.startswith(("videos/update", "videos/upload", "videos/publish", "my-")):
        raise _private_form(url)
    match = re.fullmatch(r"(?:w|videos/watch|videos/embed)/([^/]+)", path)
    if match and _PEERTUBE_ID.fullmatch(match[1]):
        return VideoLink("peertube", match[1], host, _start_s(parse_qs(parts.query), parts))
    raise _no_video(url)


def _start_s(query: dict[str, list[str]], parts: SplitResult) -> int | None:
    fragment = parse_qs(parts.fragment)
    for written in (*query.get("t", ()), *query.get("start", ()), *fragment.get("t", ())):
        try:
            return int(timecode.parse(written)) or None
        except FormatError:
            # A damaged start is no reason to refuse the video: it plays from its beginning.
            continue
    return None


def _private_form(url: str) -> FormatError:
    return FormatError(
        _(
            "“{url}” is a page only for the owner of the video, visitors cannot open it. "
            "Open the video as a visitor would, and copy the address from there."
        ),
        url=excerpt(url),
    )


def _no_video(url: str) -> FormatError:
    return FormatError(
        _("There is no video at “{url}”. Open the video itself and copy its address."),
        url=excerpt(url),
    )
