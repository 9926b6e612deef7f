"""A line that begins with who may read it: the rest is read as what it is without."""

import re

from models.marks import Sharing
from models.rules.capture.marking import READERS
from models.rules.capture.only_first import only_first
from models.rules.capture.phrases import Phrasebook
from models.rules.capture.reading import CaptureKind
from models.rules.capture.refs import AgencyRef

STOP = r"\s*(?::|,|–|—|-\s|\.\s)?\s*"
HEADS = tuple(
    re.compile(rf"\s*(?:{READERS[sharing]})(?=\W){STOP}", re.IGNORECASE)
    for sharing in (Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED)
)
OF_THE_ROOM = (CaptureKind.ATTENDANCE, CaptureKind.TIMING, CaptureKind.DECLARATION)
"""What everybody in the room sees: with a mark it is told to some, and stays a note."""


def mark_ahead(text: str, agencies: Phrasebook[AgencyRef]) -> tuple[str, str]:
    """The words at the head of a line that say who may read it, and the rest; no mark is ""."""
    first = only_first(text, agencies)
    if first is not None and first.sure:
        end = first.end
    else:
        found = next(filter(None, (head.match(text) for head in HEADS)), None)
        end = found.end() if found else 0
    mark = text[:end].strip()
    return (f"{mark} ", text[end:].strip()) if mark and text[end:].strip() else ("", text)
