"""What one Enter kept, in a few words for the line at the foot."""

import re
from collections import Counter
from collections.abc import Sequence

from models import codes
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


def offered(reading: CaptureReading, state: RoomState, *, risk_said: bool) -> str:
    """What one key does with the measure that an action names, or what a decision goes against.

    `risk_said` where the same line judges the risk: what the room shows of it is of before.
    """
    if reading.kind is CaptureKind.DECISION:
        item = state.read.item(state.item_id) if risk_said and state.item_id else state.item
        kind = item.row.subject_kind if item is not None else None
        chosen = codes.find_decision(reading.decision or reading.text, kind or "theme")
        closes = chosen is not None and chosen.closes
        said = against_the_risk(item.risk, closes=closes) if item is not None else ""
        return f" · {said}" if said else ""
    if reading.kind is not CaptureKind.ACTION or reading.measure is None:
        return ""
    named = state.read.named_measures(state.item_id)
    return f" · F11 puts {named[0].measure} on the register" if named else ""
