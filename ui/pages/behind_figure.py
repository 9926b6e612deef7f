"""What the tracker is asked to show: the children behind a figure of another page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Behind:
    """The children behind a figure: their ids, what the figure says, and its day."""

    ids: tuple[int, ...]
    words: str
    on: date
