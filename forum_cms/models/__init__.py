from .files import CustomImage, CustomMedia, CustomRendition
from .moderation import SecondReaderTask
from .pages import HomePage, MenuLink, StandardPage
from .settings import SiteSettings
from .version import ContentVersion

__all__ = [
    "ContentVersion",
    "CustomImage",
    "CustomMedia",
    "CustomRendition",
    "HomePage",
    "MenuLink",
    "SecondReaderTask",
    "SiteSettings",
    "StandardPage",
]
