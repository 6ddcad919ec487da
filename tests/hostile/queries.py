"""What may stand behind the question mark, and at the end of an address."""

VALUES = {
    "empty": "",
    "huge": "x" * 8000,
    "null": "%00",
    "not utf-8": "%ff%fe",
    "surrogate": "%ed%a0%80",
    "script": "<script>alert(1)</script>",
    "sql": "' OR 1=1; DROP TABLE x --",
    "full text": '" OR NEAR(a b) * ^ -',
    "brackets": "(" * 500,
    "marks": '"' * 500,
    "percent": "%25" * 300,
    "number": "-1",
    "large": "9" * 400,
    "float": "1e309",
    "digits of elsewhere": "٣٣",
    "emoji": "👩🏽‍🚀",
    "path": "../../../etc/passwd",
    "template": "{{ 7*7 }}{% debug %}",
    "turned": "\u202eabc",
    "line ends": "a%0d%0aSet-Cookie:%20x=1",
}
#: The parameters that each kind of page listens to.
PARAMETERS = {
    "series": (
        "tag",
        "speaker",
        "organisation",
        "country",
        "year",
        "language",
        "q",
        "sort",
        "page",
    ),
    "feed": ("tag", "page"),
    "json": ("q", "page"),
    "calendar": ("tag",),
    "quotes": ("q", "tag", "speaker", "page"),
    "quotes json": ("q",),
    "episode": ("t", "transcript", "language"),
    "search": ("q", "page"),
    "suggestions": ("q",),
    "people": ("letter", "country", "page"),
    "organisations": ("letter", "country", "page"),
    "speaker": ("page",),
}
TAILS = (
    "tag/%00/", "tag/" + "x" * 3000 + "/", "all/nowhere/", "cite/nowhere/", "draft/x/y/",
    "captions/99999999999999999999/", "transcript/-1/", "feed/feed/feed/", "//", "%2e%2e/",
)  # fmt: skip
HEADERS = {
    "range": {"range": "bytes=0-0,5-5," + "1-2," * 500},
    "etag": {"if-none-match": '"' + "x" * 5000 + '"'},
    "etags": {"if-none-match": 'W/"a",' * 500 + "*"},
    "since": {"if-modified-since": "Fri, 99 Foo 9999 99:99:99 GMT"},
    "language": {"accept-language": "xx-" * 900},
    "accept": {"accept": "*/*;q=" + "9" * 900},
    "cookie": {"cookie": "sessionid=" + "x" * 3000 + "; csrftoken=\x7f"},
    "encoding": {"accept-encoding": "gzip;q=0, br;q=x, *;q=-1"},
    "script": {"x-requested-with": "<script>alert(1)</script>"},
}
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
