"""Plants an invented person's name in every place where a site may keep one."""

import datetime
import io
import json
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Comment, Locale
from wagtailmedia.models import get_media_model

from episodes.models import (
    Appearance,
    Captions,
    CatalogueLine,
    CatalogueUpload,
    DraftLink,
    EpisodePage,
    EpisodeVideo,
    Takeaway,
    former_tags,
)
from speakers.models import SpeakerLink, SpeakerPage
from tests import factories

NAME = "Zdislava Orlíková"
#: What nobody may read afterwards, in plain letters.
TRACES = ("orlikov", "zdislav", "zdyslav")


@dataclass
class Planted:
    home: Any
    person: SpeakerPage
    episode: EpisodePage
    draft: EpisodePage
    portrait: Any
    captions: Captions
    paths: dict[str, str]


def picture(title: str, **fields: Any) -> Any:
    """A JPEG that says itself whom it shows."""
    buffer = io.BytesIO()
    plain = PillowImage.new("RGB", (128, 160), (90, 60, 40))
    exif = PillowImage.Exif()
    exif[0x010E] = "Zdislava Orlikova at her desk"
    plain.save(buffer, "JPEG", exif=exif)
    file = ContentFile(buffer.getvalue(), name=f"{fields.pop('file')}.jpg")
    model = get_image_model()
    return model.objects.create(title=title, file=file, width=128, height=160, **fields)


def plant(home: Any) -> Planted:
    """A site of two languages in which one person is named everywhere."""
    series = factories.SeriesPageFactory(parent=home, title="Chat", slug="chat")
    people = factories.SpeakerIndexPageFactory(parent=home, slug="people")
    houses = factories.OrganisationIndexPageFactory(parent=home, slug="organisations")
    house = factories.OrganisationPageFactory(
        parent=houses, title="Quiet House", description=f"<p>Founded by {NAME}.</p>"
    )
    portrait = picture(
        f"Portrait of {NAME}", file="zdislava-orlikova", credit=f"{NAME}, CC BY", description=NAME
    )
    person = factories.SpeakerPageFactory(
        parent=people,
        title=NAME,
        slug="zdislava-orlikova",
        honorific="Dr.",
        role="Judge of a small court",
        organisation=house,
        countries="CZ",
        portrait=portrait,
        summary=f"{NAME} writes about courts.",
        biography=f"<p>{NAME} was born far away. Orlíková studied law.</p>",
        other_spellings="Zdyslava Orlikova\nზდისლავა ორლიკოვა",
        seo_title=f"{NAME}, judge",
        search_description=f"All that {NAME} said",
    )
    person.links.add(SpeakerLink(url="https://example.org/zdislava-orlikova", kind="website"))
    person.save_revision().publish()
    other = factories.SpeakerPageFactory(parent=people, title="Bohumil Vrána", slug="vrana")
    tag = factories.TagFactory(name=NAME, slug="zdislava-orlikova", other_names="Orlíková")
    former_tags.remember("zdislava-orlikova-2019", tag)
    poster = picture("Two people on a bench", file="orlikova-poster", description=f"{NAME} laughs")
    episode = _episode(series, person, other, tag, house, poster)
    draft = factories.episode(
        series, [person], title=f"With {NAME} again", slug="again", live=False
    )
    draft.save_revision()
    czech = _translation(home, people, person)
    Redirect.add_redirect("/people/orlikova-zdislava/", redirect_to=person)
    _office(home, person, episode, series)
    document = get_document_model().objects.create(
        title=f"Lecture of {NAME}", file=ContentFile(b"words", name="orlikova-lecture.txt")
    )
    media = get_media_model().objects.create(
        title=f"Sound of {NAME}", type="audio", duration=3,
        file=ContentFile(b"ID3", name="zdislava_orlikova.mp3"),
    )  # fmt: skip
    captions = Captions.objects.get(video__episode=episode)
    paths = {
        "person": person.get_url(),
        "person feed": f"{person.get_url()}feed/",
        "person json": f"{person.get_url()}json/",
        "czech person": czech.get_url(),
        "people": people.get_url(),
        "home": home.get_url(),
        "organisation": house.get_url(),
        "series": series.get_url(),
        "feed": f"{series.get_url()}feed/",
        "json": f"{series.get_url()}json/",
        "quotes": f"{series.get_url()}quotes/",
        "quotes json": f"{series.get_url()}quotes/json/",
        "topic": f"{series.get_url()}tag/{tag.slug}/",
        "all people": f"{series.get_url()}all/speaker/",
        "episode": episode.get_url(),
        "captions": f"{episode.get_url()}captions/{captions.pk}/",
        "transcript": f"{episode.get_url()}transcript/{captions.pk}/",
        "chapters": f"{episode.get_url()}chapters/",
        "calendar": f"{series.get_url()}calendar/",
        "ris": f"{episode.get_url()}cite/ris/",
        "bibtex": f"{episode.get_url()}cite/bibtex/",
        "csl": f"{episode.get_url()}cite/csl/",
        "search": "/search/?q=court",
        "suggestions": "/search/suggest/?q=orlik",
        "sitemap": "/sitemap-pages.xml",
        "document": document.url,
        "media": media.file.url,
        "portrait": portrait.file.url,
    }
    return Planted(home, person, episode, draft, portrait, captions, paths)


def _episode(series: Any, person: Any, other: Any, tag: Any, house: Any, poster: Any) -> Any:
    quote = {"text": "A court is a room.", "speaker": person.pk, "speaker_name": NAME, "start": 5}
    loose = {"text": "Doors need hinges.", "speaker_name": "Z. Orlíková", "start": 9}
    body = [
        {"type": "heading", "value": f"What {NAME} saw"},
        {"type": "paragraph", "value": "<p>Ms. Orlíková said so. Orlíková smiled.</p>"},
        {"type": "quote", "value": quote},
        {"type": "quote", "value": loose},
        {"type": "image", "value": {"image": poster.pk, "caption": f"{NAME} at home"}},
    ]
    page = factories.episode(
        series,
        [],
        [tag],
        video="",
        live=False,
        title=f"{NAME}: a court is a room",
        slug="zdislava-orlikova-a-court-is-a-room",
        published_on=datetime.date(2024, 3, 1),
        lead=f"{NAME} talks with Bohumil Vrána.",
        body=json.dumps(body),
        poster=poster,
        seo_title=f"{NAME} on courts",
        search_description=f"{NAME} on rooms",
        source_name="orlikova.docx",
        source_title="zdislava orlikova: a court is a room",
        abridged=True,
        abridged_note=f"A walk with {NAME} was cut.",
    )
    page.appearances = [
        Appearance(speaker=person, name="Zdislava B. Orlíková", honorific="Dr.", role="Judge",
                   organisation=house, country="CZ"),
        Appearance(speaker=other, capacity="host", role="Journalist"),
    ]  # fmt: skip
    for number, one in enumerate(page.appearances.all()):
        one.sort_order = number
    page.takeaways = [Takeaway(text=f"{NAME} would rather have benches.", start_s=9)]
    cues = [
        {"start": 0.0, "end": 4.0, "text": "Welcome, Zdislava Orlíková.", "speaker": "Vrána"},
        {"start": 4.0, "end": 9.0, "text": "A court is a room.", "speaker": NAME},
        {"start": 9.0, "end": 12.0, "text": "Děkuji paní Orlíkové.", "speaker": "Vrána"},
    ]
    video = EpisodeVideo(
        link="https://www.youtube.com/watch?v=abcdefghijk",
        duration_s=1810,
        chapters=[
            {"start": 0, "title": "Welcome"},
            {"start": 30, "title": f"{NAME} speaks"},
            {"start": 90, "title": "The end"},
        ],
    )
    said = {NAME: {"speaker": person.pk, "name": NAME}}
    video.captions = [Captions(language="en", cues=cues, voices=said)]
    page.videos = [video]
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _translation(home: Any, people: Any, person: Any) -> Any:
    """The person in Czech, below a home page of its own."""
    czech = Locale.objects.get_or_create(language_code="cs")[0]
    home.copy_for_translation(czech).save_revision().publish()
    people.copy_for_translation(czech).save_revision().publish()
    page = person.copy_for_translation(czech)
    page.summary = f"{NAME} píše o soudech. O Orlíkové víme málo."
    page.organisation = None  # two people of one name have no order in a list
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _office(home: Any, person: Any, episode: Any, series: Any) -> None:
    """What staff left behind: comments, logs, a catalogue's report, a page of text."""
    user = get_user_model().objects.create_user("eva", "eva@example.org", "secret")
    Comment.objects.create(page=episode, user=user, text=f"Did {NAME} agree?", contentpath="lead")
    log(instance=person, action="wagtail.edit", user=user, data={"name": NAME})
    upload = CatalogueUpload.objects.create(series=series, filename="orlikova.csv")
    CatalogueLine.objects.create(
        upload=upload, number=1, title=f"{NAME} live", row={"guests": [NAME]}, episode=episode,
        notes=[["guests", f"“{NAME}” is new."]],
    )  # fmt: skip
    DraftLink.make(episode, user, days=7, note=f"{NAME}, to read it over")
    about = factories.StandardPageFactory(
        parent=home, title="About", introduction=f"With thanks to {NAME}."
    )
    about.save_revision().publish()
