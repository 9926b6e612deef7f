"""Questions on immediate risk that ask the reverse: whether the child is safe."""

import re
from dataclasses import replace

from models.intake.understanding.elements import Pair
from models.intake.understanding.value import Value

_SAFE = re.compile(r"\bsafe\b", re.IGNORECASE)
_UNSAFE = re.compile(r"\b(?:keep|kept|keeps|make|made|not|risk|need|needs|needed)\b", re.IGNORECASE)


def asks_if_safe(pair: Pair) -> bool:
    """Say whether a label on immediate risk asks the reverse: whether the child is safe."""
    risk = pair.match is not None and pair.match.field == "immediate_risk"
    return risk and bool(_SAFE.search(pair.label)) and not _UNSAFE.search(pair.label)


def turned(value: Value) -> Value:
    """Return yes as no and no as yes, marked as such."""
    if not isinstance(value.value, bool):
        return value
    note = "asked whether the child is safe: the answer is turned round"
    return replace(value, value=not value.value, fit=min(value.fit, 0.8), note=note)
