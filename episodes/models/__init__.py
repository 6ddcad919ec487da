from .appearance import Appearance, Partnership, Takeaway
from .catalogue import CatalogueEntry, CatalogueLine, CatalogueUpload
from .draft_link import DraftLink
from .episode import EpisodePage
from .former_tags import FormerTagAddress
from .listed import Facet, FacetedEpisode, FacetedQuote, FacetPair, ListedEpisode
from .search import SaidPassage, SearchEntry, SearchText, SearchWord
from .series import SeriesPage
from .tags import EpisodeTag, TaggedEpisode
from .video import Captions, EpisodeVideo

__all__ = [
    "Appearance",
    "Captions",
    "CatalogueEntry",
    "CatalogueLine",
    "CatalogueUpload",
    "DraftLink",
    "EpisodePage",
    "EpisodeTag",
    "EpisodeVideo",
    "Facet",
    "FacetPair",
    "FacetedEpisode",
    "FacetedQuote",
    "FormerTagAddress",
    "ListedEpisode",
    "Partnership",
    "SaidPassage",
    "SearchEntry",
    "SearchText",
    "SearchWord",
    "SeriesPage",
    "TaggedEpisode",
    "Takeaway",
]
