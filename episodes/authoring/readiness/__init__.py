"""What an episode still needs to be as good as it can be, and where to mend it.

Asked of the newest revision, published or not, as it is stored: a plain dict. Reading fifty
episodes takes as many queries as reading one.
"""

from .lines import Line, Link, Readiness
from .reading import of_episode, of_episodes
from .remarks import Place, Remark

__all__ = ["Line", "Link", "Place", "Readiness", "Remark", "of_episode", "of_episodes"]
