"""`check_captions PATH…`: what is in caption files, and what is wrong with them."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from episodes.formats import captions
from episodes.formats.errors import FormatError
from episodes.sentences import translated

SUFFIXES = (".vtt", ".srt")


class Command(BaseCommand):
    """Reads only; a file that can't be read doesn't stop the others."""

    help = "Read caption files (.vtt, .srt) and say, line by line, what is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--json", action="store_true", help="Print one JSON object for each file and line."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        unread = 0
        paths = list(_files(options["paths"]))
        for path in paths:
            row = _check(path)
            unread += row["format"] is None
            if options["json"]:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                self._report(path, row)
        if unread:
            raise CommandError(f"{unread} of {len(paths)} files could not be read.")

    def _report(self, path: Path, row: dict[str, Any]) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(str(path)))
        if row["format"]:
            self.stdout.write(f"  {row['format']}, {row['encoding']}, {len(row['cues'])} cues")
        for problem in row["problems"]:
            line = f"line {problem['line']}: " if problem["line"] else ""
            self.stdout.write(self.style.WARNING(f"  {line}{problem['message']}"))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are named; of a folder, the caption files in it and below it."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES)
        yield from found or [path]


def _check(path: Path) -> dict[str, Any]:
    """The file as a plain dict: file, format, encoding, cues, problems."""
    try:
        if path.is_file() and path.stat().st_size > captions.MAX_FILE_BYTES:
            # Not read at all: `captions.read` says the same of data in memory.
            size = captions.MAX_FILE_BYTES // 1_000_000
            return _unread(path, f"“{_name(path)}” is over {size} MB: captions are much smaller.")
        read = captions.read(path.read_bytes(), path.name)
    except IsADirectoryError:
        return _unread(path, f"“{_name(path)}” is a folder without .vtt or .srt files.")
    except FormatError as error:
        return _unread(path, translated(error))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return _unread(path, f"“{_name(path)}” cannot be opened: {reason}.")
    return {
        "file": _name(path),
        "format": read.format,
        "encoding": read.encoding,
        "cues": [asdict(cue) for cue in read.cues],
        "problems": [{"line": one.line, "message": one.message} for one in read.problems],
    }


def _unread(path: Path, message: str) -> dict[str, Any]:
    problem = {"line": None, "message": message}
    return {
        "file": _name(path),
        "format": None,
        "encoding": None,
        "cues": [],
        "problems": [problem],
    }


def _name(path: Path) -> str:
    """The file's name, whatever bytes it is made of, as text that can be printed."""
    return path.name.encode("utf-8", "replace").decode()
