"""Pages to choose from a list: a series and its translation often have the same name."""

from typing import Any

import django_filters
from django import forms
from django.utils.functional import cached_property
from django_filters.fields import ModelChoiceField
from wagtail.models import Locale, Page


class NamesLanguageMixin:
    """Says the language of each page, where the site has several."""

    @cached_property
    def _languages(self) -> dict[int, str]:
        return {locale.pk: locale.get_display_name() for locale in Locale.objects.all()}

    def label_from_instance(self, page: Page) -> str:
        several = len(self._languages) > 1
        return f"{page.title} ({self._languages[page.locale_id]})" if several else page.title


class PageChoiceField(NamesLanguageMixin, forms.ModelChoiceField):
    pass


class _FilterField(NamesLanguageMixin, ModelChoiceField):
    pass


class PageChoiceFilter(django_filters.ModelChoiceFilter):
    field_class: Any = _FilterField
