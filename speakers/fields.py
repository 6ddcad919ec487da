"""Model fields that are made from another one on every save.

Also when many rows are written at once: `bulk_create` asks a field for its value as `save` does.
"""

from typing import Any

from django.db import models

from speakers.letters import initial
from speakers.names import folded


class DerivedField(models.CharField):
    """What `make` says of the field `of`; nobody edits it."""

    def __init__(self, of: str = "title", **kwargs: Any) -> None:
        self.of = of
        super().__init__(**{**kwargs, "editable": False})

    @staticmethod
    def make(text: str) -> str:
        raise NotImplementedError

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = self.make(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class InitialField(DerivedField):
    """The letter under which a register lists a page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 1, "default": "#", "db_index": True, **kwargs})

    @staticmethod
    def make(text: str) -> str:
        return initial(text)


class SortKeyField(DerivedField):
    """The name in plain letters, so that every database puts Čapek before Cohen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 60, "default": "", **kwargs})

    @staticmethod
    def make(text: str) -> str:
        return folded(text)
