"""Lines that ask for something to be kept back or tell of what is, and lines that only sound so."""

import re
from pathlib import Path

from models.rules.capture.matters import Matter
from tests.models.rules.capture.utterances import Utterance, utterances

FOLDER = Path(__file__).parents[3] / "data" / "confiding"
KIND = re.compile(r"^(?:n|note)\s+", re.IGNORECASE)


def kept_lines() -> tuple[str, ...]:
    """Lines with a wish in them, in whatever words, that not everybody reads them."""
    return _lines("kept.txt")


def told_lines() -> tuple[str, ...]:
    """Lines for all the panel that sound nearly as if they were not."""
    return _lines("told.txt")


def lines_of(matter: Matter) -> tuple[str, ...]:
    """Lines that tell of a matter which may be meant for some only, without a word that says so."""
    return _lines(f"matters/{matter.name.lower()}.txt")


def plain_lines() -> tuple[str, ...]:
    """Lines for all the panel in the words of such matters."""
    return _lines("matters/plain.txt")


def open_lines() -> tuple[str, ...]:
    """The lines of the capture bar's corpus that are for all the panel."""
    return tuple(KIND.sub("", one.line) for one in open_utterances())


def open_utterances() -> tuple[Utterance, ...]:
    """What the corpus holds for all the panel."""
    corpus = utterances()
    return tuple(one for one in corpus if not any("sharing" in entry for entry in one.want))


def _lines(name: str) -> tuple[str, ...]:
    return tuple((FOLDER / name).read_text("utf-8").splitlines())
