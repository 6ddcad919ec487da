from .organisation import OrganisationIndexPage, OrganisationPage
from .speaker import SpeakerIndexPage, SpeakerLink, SpeakerPage

__all__ = [
    "OrganisationIndexPage",
    "OrganisationPage",
    "SpeakerIndexPage",
    "SpeakerLink",
    "SpeakerPage",
]
