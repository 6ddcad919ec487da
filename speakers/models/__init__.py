from .organisation import OrganisationIndexPage, OrganisationPage
from .protection import FoundPassage, FoundPlace, Protection, SealedChange, SealedFile
from .registered import RegisterCount, RegisteredPage
from .speaker import SpeakerIndexPage, SpeakerLink, SpeakerPage

__all__ = [
    "FoundPassage",
    "FoundPlace",
    "OrganisationIndexPage",
    "OrganisationPage",
    "Protection",
    "RegisterCount",
    "RegisteredPage",
    "SealedChange",
    "SealedFile",
    "SpeakerIndexPage",
    "SpeakerLink",
    "SpeakerPage",
]
