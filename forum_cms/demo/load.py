"""Loads the demonstration into an empty site, articles through the real importer."""

import datetime
import io
from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from episodes.authoring.importer import import_article
from episodes.formats import article, captions, documents
from episodes.models import Captions, EpisodePage, EpisodeTag, EpisodeVideo, SeriesPage
from forum_cms.demo import material, pictures
from forum_cms.demo.czech import CzechTree
from forum_cms.demo.records import Demo, Episode, Organisation, Person, Series, Video
from forum_cms.demo.rich_text import rich, section_blocks
from forum_cms.models import CustomImage, CustomMedia, SiteSettings, StandardPage
from forum_cms.start import NewSite, fill_menu, publish, start_site
from speakers import renditions
from speakers.models import OrganisationPage, SpeakerLink, SpeakerPage

PICTURE_CREDIT = "Drawn by a programme"
#: Pages that stand in the menu at the top; the others are in the footer.
IN_HEADER = ("about",)
PREMIERE_HOUR = 18

Say = Callable[[str], None]


@transaction.atomic
def load_demo(
    say: Say = lambda sentence: None, port: int = 8000, demo: Demo | None = None
) -> NewSite:
    """Make the demonstration site; all of it or, when something fails, nothing.

    `say` gets a line for each step; `demo` is what to load, if not everything. Raises SiteExists
    where a home page is already.
    """
    with renditions.later():  # a minute of work that `make run` does without
        return _Load(demo or material.load(), say, port).run()


class _Load:
    """One loading; remembers the pages that others refer to."""

    def __init__(self, demo: Demo, say: Say, port: int) -> None:
        self.demo, self.say = demo, say
        self.new = start_site(demo.home["title"], port=port, mark="#Forum2000online")
        self.organisations: dict[str, OrganisationPage] = {}
        self.tags: dict[str, EpisodeTag] = {}
        self.people: dict[str, SpeakerPage] = {}
        self.series: dict[str, SeriesPage] = {}
        self.episodes: dict[str, EpisodePage] = {}
        self.pages: dict[str, StandardPage] = {}

    def run(self) -> NewSite:
        home = self.new.home
        home.introduction = self.demo.home["introduction"]
        home.notice = self.demo.home["demonstration_note"]
        home.footer_text = self.demo.home["footer"]
        home.save_revision().publish()
        SiteSettings.objects.filter(site=self.new.site).update(**self.demo.home["house"])
        for slug, tag in self.demo.tags.items():
            self.tags[slug] = EpisodeTag.objects.create(
                slug=slug,
                name=tag.name,
                description=tag.description,
                other_names="\n".join(tag.other_names),
                translations={"cs": tag.cs} if tag.cs else {},
            )
        for slug, organisation in self.demo.organisations.items():
            self.organisations[slug] = self._organisation(organisation)
        self.say(f"{len(self.organisations)} organisations")
        for person in self.demo.people.values():
            self.people[person.slug] = self._person(person)
        self.say(f"{len(self.demo.people)} people")
        for slug, series in self.demo.series.items():
            self.series[slug] = self._series(series)
        for number, episode in enumerate(self.demo.episodes, start=1):
            page = self.episodes[episode.slug] = self._episode(episode)
            self.say(f"episode {number} of {len(self.demo.episodes)}: {page.title}")
        self._standard_pages()
        self._czech()
        return self.new

    def _organisation(self, one: Organisation) -> OrganisationPage:
        page = OrganisationPage(
            title=one.title,
            slug=one.slug,
            short_name=one.short_name,
            kind=one.kind,
            website=one.website,
            country=one.country,
            description=rich(one.description),
            other_spellings="\n".join(one.other_spellings),
            logo=_image(one.title, pictures.logo(one.title, one.short_name), "PNG"),
        )
        publish(self.new.organisations, page)
        return page

    def _person(self, one: Person) -> SpeakerPage:
        page = SpeakerPage(
            title=one.name,
            slug=one.slug,
            honorific=one.honorific,
            sort_name=one.sort_name,
            role=one.role,
            organisation=self.organisations.get(one.organisation or ""),
            countries=list(one.countries),
            summary=one.summary,
            biography=rich(*one.biography),
            other_spellings="\n".join(one.other_spellings),
        )
        if one.look is not None:
            page.portrait = _image(one.name, pictures.portrait(one.name, look=one.look))
        page.links = [SpeakerLink(kind=link.kind, url=link.url) for link in one.links]
        publish(self.new.people, page)
        return page

    def _series(self, one: Series) -> SeriesPage:
        page = SeriesPage(
            title=one.title,
            slug=one.slug,
            hashtag=one.hashtag,
            introduction=one.introduction,
            about=rich(*one.about),
            spoken_language=one.spoken_language,
            cadence_days=list(one.weekdays),
            cadence_weeks=one.every_weeks,
            youtube_url=one.youtube_url,
            spotify_url=one.spotify_url,
            apple_url=one.apple_url,
            podcast_author=one.podcast_author,
            podcast_category=" > ".join(
                filter(None, (one.podcast_category, one.podcast_subcategory))
            ),
        )
        artwork = pictures.poster(one.title, one.hashtag, one.poster_style, 1400, 1400)
        page.artwork = _image(one.title, artwork)
        publish(self.new.home, page)
        return page

    def _episode(self, one: Episode) -> EpisodePage:
        series = self.series[one.series]
        draft = article.parse(documents.read_path(one.article))
        page = import_article(draft, series, one.article.name).page
        page.slug = one.slug
        page.special = one.special
        if one.spoken_language != series.spoken_language:
            page.spoken_language = one.spoken_language
        if one.poster_style:
            poster = pictures.poster(page.title, series.hashtag, one.poster_style)
            page.poster = _image(page.title, poster)
        if one.premieres_in_days is not None:
            day = timezone.localdate() + datetime.timedelta(days=one.premieres_in_days)
            at = datetime.datetime.combine(day, datetime.time(PREMIERE_HOUR))
            page.premieres_at = timezone.make_aware(at)
            page.published_on = day
        page.tags.set([self.tags[slug] for slug in one.tags])
        page.videos = [self._video(page, video) for video in one.videos]
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    def _video(self, page: EpisodePage, one: Video) -> EpisodeVideo:
        video = EpisodeVideo(
            kind=one.kind,
            link=one.url,
            duration_s=one.duration_s,
            language=one.language if one.language != "en" else "",
        )
        if one.path:
            video.media = _media(page.title, one.path, "video", one.duration_s)
        if one.audio_path:
            page.audio = _media(page.title, one.audio_path, "audio", one.duration_s)
        for each in one.captions:
            read = captions.read(each.path.read_bytes(), each.file)
            video.captions.add(
                Captions(
                    language=each.language,
                    kind=each.kind,
                    label=each.label,
                    cues=captions.cues_to_json(read.cues),
                )
            )
        return video

    def _standard_pages(self) -> None:
        header: list[Page] = [*self.series.values(), self.new.people, self.new.organisations]
        footer: list[Page] = []
        for one in self.demo.pages.values():
            page = StandardPage(
                title=one.title,
                slug=one.slug,
                introduction=one.summary,
                body=[block for section in one.sections for block in section_blocks(section)],
            )
            publish(self.new.home, page)
            self.pages[one.slug] = page
            (header if one.slug in IN_HEADER else footer).append(page)
        fill_menu(self.new.home, header, footer)

    def _czech(self) -> None:
        tree = CzechTree(self.demo)
        tree.home(self.new.home)
        for slug, series in self.series.items():
            tree.series(series, self.demo.series[slug])
        for slug, page in self.pages.items():
            tree.standard_page(page, self.demo.pages[slug])
        for slug in self.demo.czech.organisations:
            tree.organisation(self.organisations[slug])
        for slug in self.demo.czech.people:
            tree.person(self.people[slug])
        for slug in self.demo.czech.episodes:
            tree.episode(self.episodes[slug])
        self.say(f"{len(self.demo.czech.episodes)} episodes in Czech")


def _image(title: str, picture: Any, kind: str = "JPEG") -> CustomImage:
    buffer = io.BytesIO()
    picture.save(buffer, kind, quality=88)
    name = f"demo.{'png' if kind == 'PNG' else 'jpg'}"
    image = CustomImage(title=title, credit=PICTURE_CREDIT, width=0, height=0)
    image.file.save(name, ImageFile(buffer, name=name), save=False)
    image.width, image.height = picture.size
    image.save()
    return image


def _media(title: str, path: Any, kind: str, duration_s: int) -> Any:
    media = CustomMedia(title=title, type=kind, duration=duration_s)
    media.file.save(path.name, ContentFile(path.read_bytes()), save=False)
    media.save()
    return media
