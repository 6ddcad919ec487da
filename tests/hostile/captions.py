"""Captions that nobody should paste."""

from collections.abc import Callable

CUE = "00:00:01.000 --> 00:00:02.000\nGood evening.\n\n"
CAPTIONS: dict[str, Callable[[], str]] = {
    "hundred thousand cues": lambda: "WEBVTT\n\n" + CUE * 30_000,
    "cues without end": lambda: "WEBVTT\n\n" + "00:00:01.000 -->" * 50_000,
    "arrows": lambda: "WEBVTT\n\n" + "-->\n" * 100_000,
    "digits": lambda: "WEBVTT\n\n" + "9" * 500_000 + ":00:00.000 --> 00:00:01.000\nx\n",
    "colons": lambda: "WEBVTT\n\n" + ":" * 200_000,
    "tags": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 100_000,
    "open tags": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<b>" * 100_000,
    "entities": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "&amp" * 100_000,
    "settings": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000 " + "line:1 " * 100_000 + "\nx\n",
    "backwards": lambda: "WEBVTT\n\n00:09.000 --> 00:02.000\nx\n\n00:01.000 --> 00:00.000\ny\n",
    "negative": lambda: "WEBVTT\n\n-00:01.000 --> 00:02.000\nx\n",
    "minutes": lambda: "WEBVTT\n\n00:61:01.000 --> 00:99:99.999\nx\n",
    "overlapping": lambda: "WEBVTT\n\n" + "00:01.000 --> 59:59.000\nx\n\n" * 3000,
    "note": lambda: "WEBVTT\n\nNOTE " + "x" * 500_000,
    "style": lambda: "WEBVTT\n\nSTYLE\n::cue{background:url(//elsewhere.example)}\n\n" + CUE,
    "script": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>\n",
    "voice": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n<v <script>alert(1)</script>>x</v>\n",
    "nothing": lambda: "WEBVTT",
    "srt numbers": lambda: "1\n" * 100_000,
    "srt without times": lambda: "1\nGood evening.\n\n" * 20_000,
    "one line": lambda: "x" * 900_000,
    "right to left": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n\u202eمرحبا\u202c\n",
    "json": lambda: "{" * 100_000,
    "subtitles of another kind": lambda: "[Script Info]\nDialogue: 0,0:00:01.00,x\n" * 1000,
}
