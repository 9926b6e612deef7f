"""The measures in an answer to "which measure, or why none": read as the capture bar reads them."""

from collections.abc import Sequence

from models.rules.capture import CaptureContext, CaptureKind, CaptureReading, read_line
from ui.live.state import RoomState
from ui.live.understood import tags_of


def measures_in(text: str, context: CaptureContext | None) -> tuple[CaptureReading, ...]:
    """Each measure of the catalogue that an answer names, with its target, lead and day."""
    if context is None or not text.strip():
        return ()
    said = [one for one in text.split(";") if one.strip()]
    each = [reading for one in said for reading in _read(one, context)]
    whole = each if all(one.measure for one in each) else _read(text, context)
    return tuple(one for one in whole if one.kind is CaptureKind.MEASURE and one.measure)


def agreed_words(found: Sequence[CaptureReading], state: RoomState) -> tuple[str, str]:
    """What is agreed, and beside it what was understood of it and what it lacks."""
    names = [one.measure.name for one in found if one.measure]
    told = [words for words, _tint in tags_of(found, state) if not _is_plain(words)]
    return f"Agree: {' and '.join(names)}", " · ".join(told)


def _read(text: str, context: CaptureContext) -> Sequence[CaptureReading]:
    return read_line(f"d {text.strip()}", context)


def _is_plain(words: str) -> bool:
    """The kind and the measure stand in the words of the choice already."""
    return words.rstrip("?") == "Measure" or words.startswith("Disrupt: ")
