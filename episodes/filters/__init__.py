"""The visitor's choice of episodes: read from an address, applied, and written as one again."""

from .choice import EpisodeFilter
from .kinds import Kind
from .listing import PAGE_SIZE, Listing

__all__ = ["PAGE_SIZE", "EpisodeFilter", "Kind", "Listing"]
