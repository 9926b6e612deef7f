"""What one Enter kept, in a few words for the line at the foot."""

import re
from collections import Counter
from collections.abc import Sequence

from models.rules.capture import CaptureKind, CaptureReading
from models.rules.risen import against_the_risk
from ui.live.state import RoomState

KEPT = re.compile(r"(?P<what>[A-Z][a-z ]+) kept(?P<more> · .+)?")
TIMES = {2: "twice", 3: "three times"}


def in_words(kept: Sequence[str]) -> str:
    """What Enter kept, like things together: "2 actions kept · Risk: High"."""
    return " · ".join(_so_often(words, times) for words, times in Counter(kept).items())


def _so_often(words: str, times: int) -> str:
    alike = KEPT.fullmatch(words)
    if times == 1:
        return words
    if alike:
        return f"{times} {alike['what'].lower()}s kept{alike['more'] or ''}"
    return f"{words}, {TIMES.get(times, f'{times} times')}"


def offered(reading: CaptureReading, state: RoomState) -> str:
    """What one key does with the measure that an action names, or what a decision goes against."""
    if reading.kind is CaptureKind.DECISION:
        item = state.read.item(state.item_id) if state.item_id is not None else None
        closed = item is not None and item.decision is not None and item.decision.closes
        said = against_the_risk(item.risk, closes=closed) if item is not None else ""
        return f" · {said}" if said else ""
    if reading.kind is not CaptureKind.ACTION or reading.measure is None:
        return ""
    named = state.read.named_measures(state.item_id)
    return f" · F11 puts {named[0].measure} on the register" if named else ""
