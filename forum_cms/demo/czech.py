"""The Czech tree of the demonstration, made as staff make one: copied, rewritten, published."""

from typing import Any

from wagtail.models import Locale

from episodes.models import EpisodePage, SeriesPage
from forum_cms.demo import records
from forum_cms.demo.rich_text import rich, section_blocks
from forum_cms.models import HomePage, StandardPage
from forum_cms.start import translate
from speakers.models import OrganisationPage, SpeakerPage


class CzechTree:
    """Puts translations of English pages below the Czech home page; parents come first."""

    def __init__(self, demo: records.Demo) -> None:
        self.demo, self.words = demo, demo.czech
        self.locale = Locale.objects.get_or_create(language_code="cs")[0]

    def home(self, page: HomePage) -> None:
        czech = page.get_translation(self.locale)
        czech.title = self.demo.home["cs"]["title"]
        czech.introduction = self.demo.home["cs"]["introduction"]
        czech.notice = self.demo.home["cs"]["demonstration_note"]
        czech.footer_text = self.demo.home["cs"]["footer"]
        czech.save_revision().publish()

    def series(self, page: SeriesPage, one: records.Series) -> None:
        words = one.cs or {}
        about = rich(words.get("introduction", ""), self.words.demonstration)
        translate(page, self.locale, introduction=words.get("introduction", ""), about=about)

    def standard_page(self, page: StandardPage, one: records.StandardPage) -> None:
        if one.cs is None:
            return
        body = [block for section in one.cs.sections for block in section_blocks(section)]
        translate(page, self.locale, title=one.cs.title, introduction=one.cs.summary, body=body)

    def organisation(self, page: OrganisationPage) -> None:
        words = self.words.organisations[page.slug]
        text = f"{words['description']} {self.words.invented_organisation}"
        translate(page, self.locale, description=rich(text))

    def person(self, page: SpeakerPage) -> None:
        words = self.words.people[page.slug]
        biography = rich(*words["biography"], self.words.invented_person)
        translate(
            page, self.locale, role=words["role"], summary=words["summary"], biography=biography
        )

    def episode(self, page: EpisodePage) -> None:
        """Words alone: people, dates, videos, tags and seconds are the original's."""
        words = self.words.episodes[page.slug]
        czech = page.copy_for_translation(self.locale)
        czech.title, czech.lead = words["title"], words["lead"]
        czech.abridged_note = words["abridged_note"] if page.abridged_note else ""
        czech.body = _rewritten(page.body.raw_data, words["body"])
        takeaways, people = list(czech.takeaways.all()), list(czech.appearances.all())
        for takeaway, text in zip(takeaways, words["takeaways"], strict=True):
            takeaway.text = text
        for appearance, role in zip(people, words["roles"], strict=True):
            appearance.role = role
        # Set anew: what a page lends out is fetched anew each time, and changes in it are lost.
        czech.takeaways, czech.appearances = takeaways, people
        czech.save_revision().publish()


def _rewritten(blocks: Any, texts: list[str]) -> Any:
    """The stored blocks with other words, each with its speaker and its second."""
    rewritten = []
    for block, text in zip(blocks, texts, strict=True):
        value: Any = rich(text) if block["type"] == "paragraph" else text
        if block["type"] == "quote":
            value = {**block["value"], "text": text}
        rewritten.append({"type": block["type"], "value": value})
    return EpisodePage._meta.get_field("body").to_python(rewritten)
