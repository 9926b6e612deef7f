"""What one Enter kept, in a few words for the line at the foot."""

from collections import Counter
from collections.abc import Sequence

TIMES = {2: "twice", 3: "three times"}


def in_words(kept: Sequence[str]) -> str:
    """What Enter kept, like things together: "Action kept, twice · Risk: High"."""
    counted = Counter(kept)
    return " · ".join(
        words if times == 1 else f"{words}, {TIMES.get(times, f'{times} times')}"
        for words, times in counted.items()
    )
