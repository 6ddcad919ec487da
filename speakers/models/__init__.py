from .organisation import OrganisationIndexPage, OrganisationPage
from .protection import FoundPassage, FoundPlace, Protection, SealedChange, SealedFile
from .speaker import SpeakerIndexPage, SpeakerLink, SpeakerPage

__all__ = [
    "FoundPassage",
    "FoundPlace",
    "OrganisationIndexPage",
    "OrganisationPage",
    "Protection",
    "SealedChange",
    "SealedFile",
    "SpeakerIndexPage",
    "SpeakerLink",
    "SpeakerPage",
]
