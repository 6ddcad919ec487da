from .files import CustomImage, CustomMedia, CustomRendition
from .moderation import SecondReaderTask
from .pages import HomePage, MenuLink, StandardPage
from .settings import SiteSettings

__all__ = [
    "CustomImage",
    "CustomMedia",
    "CustomRendition",
    "HomePage",
    "MenuLink",
    "SecondReaderTask",
    "SiteSettings",
    "StandardPage",
]
