"""What a page says of itself to machines: JSON-LD in the words of schema.org.

Nodes are plain dicts. Nothing here fetches: pages come with what they show.
"""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from speakers import addresses, names
from speakers.models import OrganisationPage, SpeakerPage

Node = dict[str, Any]

#: Within a script element these could end it, or begin a comment.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(nodes: list[Node]) -> SafeString:
    """The element that carries the nodes; nothing for none.

    Browsers never run a block of data, so it needs no nonce under the strictest policy.
    """
    if not nodes:
        return SafeString("")
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    # Safe: JSON in which every character that HTML could read is escaped.
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')


def node(kind: str, **properties: Any) -> Node:
    """A thing of this type with those of the properties that say something."""
    said = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@type": kind, **said}


def breadcrumbs(steps: list[tuple[str, str]], request: HttpRequest) -> Node:
    """The way from the front page, by names and addresses."""
    way = [(_("Home"), addresses.of_home(request)), *steps]
    return node(
        "BreadcrumbList",
        itemListElement=[
            node("ListItem", position=number, name=name, item={"@type": "WebPage", "@id": address})
            for number, (name, address) in enumerate(way, start=1)
        ],
    )


def of_website(name: str, organisation: str, website: str, request: HttpRequest) -> list[Node]:
    """The site as a whole, and who publishes it."""
    return [
        node(
            "WebSite",
            name=name,
            url=addresses.of_home(request),
            inLanguage=get_language(),
            publisher=node("Organization", name=organisation, url=website)
            if organisation
            else None,
        )
    ]


def of_collection(page: Page, request: HttpRequest, description: str = "") -> list[Node]:
    """A page that lists others, like all people."""
    if page.pk is None:
        return []
    address = addresses.of_page(page, request)
    return [
        node(
            "CollectionPage",
            name=page.title,
            description=description,
            url=address,
            inLanguage=get_language(),
        ),
        breadcrumbs([(page.title, address)], request),
    ]


def of_text(page: Page, request: HttpRequest) -> list[Node]:
    """A page of text: where it stands."""
    if page.pk is None:
        return []
    return [breadcrumbs([(page.title, addresses.of_page(page, request))], request)]


def of_speaker(page: SpeakerPage, request: HttpRequest) -> list[Node]:
    """A person as they are today."""
    if page.pk is None:
        return []
    address = addresses.of_page(page, request)
    employer = page.organisation
    person = node(
        "Person",
        name=page.title,
        honorificPrefix=page.shown_title,
        alternateName=names.spellings(page.other_spellings),
        jobTitle=page.role,
        worksFor=node("Organization", name=employer.title, url=addresses.of_page(employer, request))
        if employer and employer.live
        else None,
        description=page.summary,
        image=addresses.of_picture(page.portrait, "portrait", request),
        url=address,
        sameAs=[link.url for link in page.links.all()],
    )
    return [
        node(
            "ProfilePage",
            url=address,
            name=page.title,
            inLanguage=get_language(),
            dateModified=page.last_published_at.isoformat() if page.last_published_at else None,
            mainEntity=person,
        ),
        breadcrumbs([(page.title, address)], request),
    ]


def of_organisation(page: OrganisationPage, request: HttpRequest) -> list[Node]:
    """An organisation."""
    if page.pk is None:
        return []
    address = addresses.of_page(page, request)
    return [
        node(
            "NGO" if page.kind == page.Kind.NGO else "Organization",
            name=page.title,
            alternateName=page.names[1:],
            url=address,
            logo=addresses.of_picture(page.logo, "logo", request),
            sameAs=[page.website] if page.website else None,
        ),
        breadcrumbs([(page.title, address)], request),
    ]
