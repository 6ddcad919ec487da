"""The block chooser: each block says what it is and shows how it looks."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from episodes.blocks import BodyBlock
from episodes.models import EpisodePage

BODY = EpisodePage._meta.get_field("body").stream_block

#: Words that stand in the preview of each block.
WORDS = {
    "heading": "Courts need neighbours",
    "paragraph": "rules last where people use them",
    "quote": "A right that nobody uses is a museum piece.",
    "image": "The caption stands here",
    "video": "The opening debate",
    "document": "The full report",
    "table": "Turnout by age",
    "links": "The report in full",
}


def test_every_block_is_looked_at_here():
    assert set(BODY.child_blocks) == set(WORDS)
    assert set(BodyBlock().child_blocks) == set(WORDS)


@pytest.mark.parametrize("name", WORDS)
def test_block_has_label_icon_description_and_preview(name):
    block = BODY.child_blocks[name]
    assert block.label and block.get_description()
    assert block.meta.icon != "placeholder"
    assert block.is_previewable


@pytest.mark.parametrize("name", WORDS)
def test_block_preview_shows_the_block(editor, home, name):
    block = BODY.child_blocks[name]
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert WORDS[name] in strip_tags(response.content.decode())


def test_block_descriptions_differ():
    descriptions = [str(block.get_description()) for block in BODY.child_blocks.values()]
    assert len(set(descriptions)) == len(descriptions)
