"""Finds a name by other means than the site's own: in tables, in files, in what visitors read."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from anyascii import anyascii
from django.conf import settings
from django.db import connection

HOST = "http://localhost"
LINK = re.compile(
    r"""(?:href|src)="([^"]+)"|content="(https?:[^"]+)"|<loc>([^<]+)</loc>|srcset="([^"]+)\""""
)
ESCAPE = re.compile(r"\\+u([0-9a-fA-F]{4})")


def plain(value: Any) -> str:
    """Whatever a cell or an answer holds, in plain small letters."""
    if isinstance(value, bytes | memoryview):
        raw = bytes(value)
        value = raw.decode("utf-8", "ignore") + raw.decode("utf-16-le", "ignore")
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    text = ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))
    return anyascii(unquote(text)).lower()


def tables_with(traces: tuple[str, ...]) -> set[str]:
    """Every "table.column" of the database that holds one of the traces, whoever's it is."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor, include_views=False):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, cell in zip(names, row, strict=True):
                    if cell is not None and any(one in plain(cell) for one in traces):
                        found.add(f"{table}.{name}")
    return found


def files_with(traces: tuple[str, ...]) -> set[str]:
    """Every file below MEDIA_ROOT whose name or content holds one of the traces."""
    found = set()
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        name = str(path.relative_to(settings.MEDIA_ROOT))
        said = plain(name) + (plain(path.read_bytes()) if path.is_file() else "")
        if any(one in said for one in traces):
            found.add(name)
    return found


def read(client: Any, url: str) -> tuple[int, str]:
    """An answer's status and all that it says, headers too."""
    answer = client.get(url)
    body = b"".join(answer) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    return answer.status_code, f"{headers}\n{body.decode('utf-8', 'replace')}"


def undated(text: str) -> str:
    """An answer without what tells when a file was written."""
    return re.sub(r"(Last-Modified|ETag|Expires|Date): \S.*?GMT|ETag: \S+", "", text)


def crawl(client: Any, starts: list[str]) -> dict[str, str]:
    """Everything that can be reached from there on this site: address → what it says.

    Links with a choice (`?tag=…`) are left: they lead to the same in another order.
    """
    waiting, seen = list(starts), {}
    while waiting:
        url = waiting.pop()
        if url in seen or len(seen) > 400:
            continue
        _status, seen[url] = read(client, url)
        for found in LINK.findall(seen[url]):
            for address in [
                one.split(" ")[0] for part in found if part for one in part.split(", ")
            ]:
                parts = urlsplit(urljoin(HOST + url, address.replace("&amp;", "&")))
                is_ours = parts.netloc == "localhost" and not parts.query
                if is_ours and not parts.path.startswith(("/admin", "/static")):
                    waiting.append(parts.path)
    return seen
