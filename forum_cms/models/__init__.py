from .files import CustomImage, CustomMedia, CustomRendition
from .pages import HomePage, MenuLink, StandardPage
from .settings import SiteSettings

__all__ = [
    "CustomImage",
    "CustomMedia",
    "CustomRendition",
    "HomePage",
    "MenuLink",
    "SiteSettings",
    "StandardPage",
]
