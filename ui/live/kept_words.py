"""What one Enter kept, in a few words for the line at the foot."""

from collections import Counter
from collections.abc import Sequence

from models.rules.capture import CaptureKind, CaptureReading
from ui.live.state import RoomState

TIMES = {2: "twice", 3: "three times"}


def in_words(kept: Sequence[str]) -> str:
    """What Enter kept, like things together: "Action kept, twice · Risk: High"."""
    counted = Counter(kept)
    return " · ".join(
        words if times == 1 else f"{words}, {TIMES.get(times, f'{times} times')}"
        for words, times in counted.items()
    )


def offered(reading: CaptureReading, state: RoomState) -> str:
    """What one key does with the measure that an action names; nothing where it names none."""
    if reading.kind is not CaptureKind.ACTION or reading.measure is None:
        return ""
    named = state.read.named_measures(state.item_id)
    return f" · F11 puts {named[0].measure} on the register" if named else ""
