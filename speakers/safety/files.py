"""Files that carry the name, or the face: renamed, emptied of what they say of themselves, sealed.

New files are written before the database says so, old ones deleted after: at no moment does a
page name a file that isn't there. What could not be deleted is kept, sealed, and tried again.
"""

import io
import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import UnidentifiedImageError
from wagtail.images import get_image_model

from speakers.models import Protection, SealedFile

from . import columns, seal
from .journal import Journal
from .spellings import Sought

logger = logging.getLogger(__name__)

GREY = (208, 208, 208)
#: A file's own words stand at its beginning or at its end.
EDGE = 300_000


@dataclass
class Files:
    """The files of one transaction."""

    protection: Protection
    journal: Journal
    written: list[tuple[Any, str]] = field(default_factory=list)
    old: list[list[str]] = field(default_factory=list)

    def rename(self, model: Any, pk: Any, column: str) -> None:
        """Gives a file a name that tells nothing."""
        row = columns.read(model, pk, [column])
        if not row or not row[column]:
            return
        storage, name = _storage(model, column), row[column]
        try:
            with storage.open(name) as file:
                content = file.read()
        except OSError:  # it is gone already; its name goes, too
            content = None
        self._seal(model, pk, column, name, None)
        self._put(model, pk, column, name, content)

    def without_words(self, model: Any, pk: Any, column: str, sought: Sought) -> bool:
        """Takes out what a picture says of itself, when the name is among it."""
        row = columns.read(model, pk, [column])
        name = row[column] if row else ""
        try:
            with _storage(model, column).open(name) as file:
                content = file.read()
            if not name or not any(map(sought.may_stand_in, _own_words(content))):
                return False
            bare = _bare(content)
        except (OSError, UnidentifiedImageError, ValueError):
            return False
        self._seal(model, pk, column, name, content)
        self._put(model, pk, column, name, bare)
        self._picture_changed(model, pk, bare)
        return True

    def take_away(self, image: Any) -> None:
        """Puts a grey picture of the same size in its place; the face itself is sealed."""
        model, name = type(image), image.file.name
        try:
            with image.file.storage.open(name) as file:
                content = file.read()
        except OSError:
            content = None
        self._seal(model, image.pk, "file", name, content)
        buffer = io.BytesIO()
        Pillow.new("RGB", (image.width or 1, image.height or 1), GREY).save(buffer, "PNG")
        self._put(model, image.pk, "file", f"{PurePosixPath(name).parent}/x.png", buffer.getvalue())
        self.old.append([model._meta.label_lower, "file", name])
        self._picture_changed(model, image.pk, buffer.getvalue())
        quiet = {"title": f"picture-{image.pk}", "description": "", "credit": ""}
        own = {one.column for one in model._meta.local_concrete_fields}
        self.journal.change(model, image.pk, {k: v for k, v in quiet.items() if k in own})

    def discard_renditions(self, image_ids: Iterable[int]) -> None:
        """Sizes are made anew from the picture whenever they are asked for."""
        rendition = get_image_model().get_rendition_model()
        for one in rendition._default_manager.filter(image__in=list(image_ids)):
            self.old.append([rendition._meta.label_lower, "file", one.file.name])
            one.delete()

    def undo(self) -> None:
        """The transaction failed: nothing of what was written stays."""
        for storage, name in self.written:
            try:
                storage.delete(name)
            except OSError:
                logger.warning("A file of a protection that failed could not be deleted.")

    def _put(self, model: Any, pk: Any, column: str, name: str, content: bytes | None) -> None:
        storage = _storage(model, column)
        path = PurePosixPath(name)
        fresh = str(path.parent / f"{secrets.token_hex(8)}{path.suffix.lower()}")
        if content is not None:
            fresh = storage.save(fresh, ContentFile(content))
            self.written.append((storage, fresh))
            self.old.append([model._meta.label_lower, column, name])
        self.journal.change(model, pk, {column: fresh})

    def _picture_changed(self, model: Any, pk: Any, content: bytes) -> None:
        import hashlib

        values = {
            "file_size": len(content),
            "file_hash": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        }
        own = {one.column for one in model._meta.local_concrete_fields}
        self.journal.change(model, pk, {k: v for k, v in values.items() if k in own})

    def _seal(self, model: Any, pk: Any, column: str, name: str, content: bytes | None) -> None:
        """Keeps the first name and the first content, whatever is done to the file after."""
        sealed, _is_new = SealedFile.objects.get_or_create(
            protection=self.protection,
            label=model._meta.label_lower,
            row=pk,
            column=column,
            defaults={"sealed_name": seal.seal(name)},
        )
        if content is not None and sealed.content is None:
            sealed.content = seal.seal_bytes(content)
            sealed.save(update_fields=["content"])

    def remember_old(self) -> None:
        """Keeps, inside the transaction, what is to be deleted after it."""
        if self.old:
            waiting = _waiting(self.protection)
            self.protection.waiting_files = seal.seal(waiting + self.old)
            self.protection.save(update_fields=["waiting_files"])


def finish(protection: Protection) -> int:
    """Deletes the files that wait for it, may be called again; gives how many are left."""
    left = []
    for label, column, name in _waiting(protection):
        model = _model(label)
        field_name = next(
            one.name for one in model._meta.local_concrete_fields if one.column == column
        )
        if model._base_manager.filter(**{field_name: name}).exists():
            continue  # it was brought back meanwhile
        try:
            _storage(model, column).delete(name)
        except Exception:  # whatever a storage raises: the next attempt may succeed
            logger.warning("A file of protection %s could not be deleted yet.", protection.pk)
            left.append([label, column, name])
    protection.waiting_files = seal.seal(left) if left else ""
    protection.save(update_fields=["waiting_files"])
    return len(left)


def _waiting(protection: Protection) -> list[list[str]]:
    return seal.unseal(protection.waiting_files) if protection.waiting_files else []


def _model(label: str) -> Any:
    from django.apps import apps

    return apps.get_model(label)


def _storage(model: Any, column: str) -> Any:
    return next(one for one in model._meta.local_concrete_fields if one.column == column).storage


def _own_words(content: bytes) -> list[str]:
    """What a file says of itself, as far as it stands there uncompressed, and what Pillow reads."""
    edges = content if len(content) < 2 * EDGE else content[:EDGE] + content[-EDGE:]
    found = [edges.decode("utf-8", "ignore"), edges.decode("latin-1")]
    found += [edges.decode("utf-16-le", "ignore"), edges.decode("utf-16-be", "ignore")]
    with Pillow.open(io.BytesIO(content)) as picture:
        found += [str(one) for one in picture.info.values() if isinstance(one, str)]
        found += [str(one) for one in picture.getexif().values()]
    return found


def _bare(content: bytes) -> bytes:
    """The same picture without its own words; turned as they said that it should be."""
    from PIL import ImageOps

    with Pillow.open(io.BytesIO(content)) as picture:
        kind = picture.format or "PNG"
        turned = ImageOps.exif_transpose(picture)
        clean = Pillow.new(turned.mode, turned.size)
        clean.paste(turned)
        if turned.mode == "P" and (palette := turned.getpalette()):
            clean.putpalette(palette)
        buffer = io.BytesIO()
        clean.save(buffer, kind, **({"quality": 92} if kind in ("JPEG", "WEBP") else {}))
    return buffer.getvalue()
