"""What a careful reader would point out in a text. Text in, findings out; nothing is changed.

`marks` looks at quotation marks and blanks, `surnames` at names of people who took part,
`quoted` at who is quoted. False alarms cost more than a slip that stays: who is told too much
stops reading.
"""

from .findings import Finding, Kind, Piece
from .marks import blanks, quotation_marks
from .quoted import stranger
from .surnames import Cast, misspelt

__all__ = [
    "Cast",
    "Finding",
    "Kind",
    "Piece",
    "blanks",
    "misspelt",
    "quotation_marks",
    "stranger",
]
