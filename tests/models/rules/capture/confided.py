"""Lines that ask for something to be kept back, and lines that only sound so, as typed."""

import re
from pathlib import Path

from tests.models.rules.capture.utterances import utterances

FOLDER = Path(__file__).parents[3] / "data" / "confiding"
KIND = re.compile(r"^(?:n|note)\s+", re.IGNORECASE)


def kept_lines() -> tuple[str, ...]:
    """Lines with a wish in them, in whatever words, that not everybody reads them."""
    return _lines("kept.txt")


def told_lines() -> tuple[str, ...]:
    """Lines for all the panel that sound nearly as if they were not."""
    return _lines("told.txt")


def open_lines() -> tuple[str, ...]:
    """The lines of the capture bar's corpus that are for all the panel."""
    corpus = (one for one in utterances() if not any("sharing" in entry for entry in one.want))
    return tuple(KIND.sub("", one.line) for one in corpus)


def _lines(name: str) -> tuple[str, ...]:
    return tuple((FOLDER / name).read_text("utf-8").splitlines())
