"""Pictures for the demonstration, drawn from a name: the same name gives the same picture."""

from forum_cms.demo.pictures.logos import logo
from forum_cms.demo.pictures.portraits import portrait
from forum_cms.demo.pictures.posters import poster

__all__ = ["logo", "portrait", "poster"]
