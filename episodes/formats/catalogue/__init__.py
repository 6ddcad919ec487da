"""A catalogue of past videos: bytes in, one `Row` or `Refused` for each line out, in a stream.

Whatever its size, little of it is in memory at a time.
"""

from .reading import SUFFIXES, Catalogue, open_catalogue
from .row import Problem, Refused, Row

__all__ = ["SUFFIXES", "Catalogue", "Problem", "Refused", "Row", "open_catalogue"]
