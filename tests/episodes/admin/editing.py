"""The editor of an episode as a browser sees it: where it is, and what it sends."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from episodes.models import EpisodePage

LINK = "https://www.youtube.com/watch?v=abcdefghijk"


def new_url(series):
    return reverse("wagtailadmin_pages:add", args=["episodes", "episodepage", series.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def person(speaker=None, **fields):
    return {
        "speaker": speaker.pk if speaker else "",
        "name": "",
        "honorific": "",
        "capacity": "guest",
        "role": "",
        "organisation": "",
        "organisation_name": "",
        "country": "",
        **fields,
    }


def video(link=LINK, captions=(), initial_captions=0, **fields):
    return {
        "kind": "main",
        "language": "",
        "duration_s": "",
        "link": link,
        "media": "",
        "poster": "",
        "captions": inline_formset(list(captions), initial=initial_captions),
        **fields,
    }


def captions(text="", **fields):
    return {"language": "en", "kind": "captions", "label": "", "cues_text": text, **fields}


def takeaway(text, start="", end="", **fields):
    return {"text": text, "start_s": start, "end_s": end, **fields}


def partner(**fields):
    return {"relation": "cooperation", "organisation": "", "organisation_name": "", **fields}


def episode_form(people=(), partners=(), videos=(), takeaways=(), body=(), initial=None, **fields):
    """What the browser sends of the whole editor; `initial` counts rows that exist already."""
    initial = initial or {}
    rows = {
        "appearances": people,
        "partnerships": partners,
        "videos": videos,
        "takeaways": takeaways,
    }
    return nested_form_data(
        {
            "title": "A conversation",
            "slug": "a-conversation",
            "published_on": "",
            "recorded_on": "",
            "premieres_at": "",
            "abridged_note": "",
            "language_note": "",
            "spoken_language": "",
            "lead": "",
            "body": streamfield(list(body)),
            "poster": "",
            "audio": "",
            "tags": "",
            # What could still be better doesn't stop who has seen it.
            "publish-anyway": "1",
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": inline_formset([]),
            **{
                name: inline_formset(list(forms), initial=initial.get(name, 0))
                for name, forms in rows.items()
            },
            **fields,
        }
    )


def complete_form(speaker, **fields):
    """An episode that may be published."""
    return episode_form(
        **{
            "people": [person(speaker)],
            "videos": [video()],
            "published_on": "2024-05-06",
            "lead": "Two people talk about courts.",
            **fields,
        }
    )


def saved_episode():
    return EpisodePage.objects.get()


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def errors_of(response):
    """All that the form complains of, field by field, rows included."""
    return _errors(response.context["form"])


def _errors(form):
    found = {name: list(errors) for name, errors in form.errors.items()}
    for name, formset in form.formsets.items():
        for number, row in enumerate(formset.forms):
            for field, errors in _errors(row).items():
                found[f"{name}-{number}-{field}"] = errors
    return found


def save_again(page, is_in_background):
    """As somebody else does meanwhile; in the background they write over their last version."""
    newest = page.latest_revision
    page.get_latest_revision_as_object().save_revision(
        overwrite_revision=newest if is_in_background else None,
        user=newest.user,
        clean=False,
    )
