"""One person who is to be protected, and what shall stand in their place."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from anyascii import anyascii
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext
from wagtail.models import Page

from speakers.models import Protection, SpeakerPage
from speakers.names import COURTESY, folded, sort_name

from . import registry, seal
from .passages import Passage
from .spellings import ADDRESSES, Form, Sought

#: What an editor may let stand.
KEEPABLE = ("role", "organisation", "countries")


@dataclass
class Case:
    """A protection with its names opened."""

    protection: Protection
    sought: Sought
    page_ids: list[int]
    #: Digests of the passages that are replaced.
    chosen: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, protection: Protection) -> "Case":
        """Raises SealBroken where the key is gone."""
        kept = seal.unseal(protection.sealed)
        sought = Sought(
            tuple(kept["names"]), tuple(kept["extra"]), ADDRESSES | frozenset(kept["addresses"])
        )
        chosen = set(protection.passages.filter(chosen=True).values_list("digest", flat=True))
        return cls(protection, sought, versions_of(protection.person), chosen)

    @property
    def is_withdrawal(self) -> bool:
        return self.protection.kind == Protection.Kind.WITHDRAW

    @property
    def pseudonym(self) -> str:
        return self.protection.pseudonym

    @property
    def title(self) -> str:
        """What the person's page is called from now on."""
        if not self.is_withdrawal:
            return self.pseudonym
        return gettext("Withdrawn person %(number)s") % {"number": self.protection.pk}

    @property
    def slug(self) -> str:
        return slugify(anyascii(self.title)) or "person"

    def keeps(self, what: str) -> bool:
        return not self.is_withdrawal and what in self.protection.options.get("keep", [])

    @property
    def drops_appearances(self) -> bool:
        return self.is_withdrawal and self.protection.options.get("appearances") == "remove"

    @property
    def drops_quotes(self) -> bool:
        return self.is_withdrawal and self.protection.options.get("quotes") == "remove"

    @cached_property
    def pictures(self) -> list[int]:
        return [int(pk) for pk in self.protection.options.get("pictures", [])]

    def unnamed_guest(self, language: str = "") -> str:
        """How an appearance is called that names nobody."""
        with translation.override(language or translation.get_language()):
            return gettext("A guest whose name we don’t publish")

    def instead(self, passage: Passage) -> str:
        """What stands there instead, in the same dress: an address stays an address."""
        found = passage.found
        if passage.is_address:
            return slugify(anyascii(self.pseudonym)).replace("-", "_" if "_" in found else "-")
        name = self.pseudonym
        if passage.match.form in (Form.SURNAME, Form.INFLECTED) and not self.is_withdrawal:
            name = name.split()[-1]
        elif "," in found and not self.is_withdrawal:
            name = sort_name(name)
        elif passage.match.form == Form.FULL and not any(one in found for one in " \xa0&-_."):
            name = "".join(name.split())
        return name.upper() if found.isupper() and len(found) > 3 else name


def versions_of(person: SpeakerPage | None) -> list[int]:
    """The keys of a person's page in all languages, their own first."""
    if person is None:
        return []
    versions = Page.objects.filter(translation_key=person.translation_key)
    return [person.pk, *versions.exclude(pk=person.pk).values_list("pk", flat=True)]


def open_case(
    person: SpeakerPage, kind: str, pseudonym: str, user: Any, reason: str = "", **more: Any
) -> Protection:
    """Begins: seals what the person is called. `extra` are further words to look for."""
    keys = versions_of(person)
    names = [person.title, *registry.names(keys)]
    forms = SpeakerPage.objects.filter(pk__in=keys).values_list("honorific", flat=True)
    sealed = {
        "title": person.title,
        "names": list(dict.fromkeys(name.strip() for name in names if name.strip())),
        "extra": list(more.get("extra", ())),
        "addresses": [folded(one).strip(". ") for one in forms if one and one not in COURTESY],
    }
    return Protection.objects.create(
        person=person,
        kind=kind,
        pseudonym=pseudonym,
        reason=reason,
        user=user,
        options=more.get("options", {}),
        sealed=seal.seal(sealed),
    )
