"""Labels that call one thing by two words or more, a stroke between: "Name of venue/location"."""

import re
from collections.abc import Mapping

from models.intake.understanding.wording import label_key

MOST_HALVES = 2  # of which one names the field and the other only what is near to it
_BRACKETED = re.compile(r"\([^()]*\)")
_STROKE = re.compile(r"\b(\w+) ?/ ?(\w+)\b")


def either(exact: Mapping[str, str], label: str) -> str:
    """Return what a label asks with either of the words about its one stroke; "" for no field."""
    found = _STROKE.search(label)
    if found is None or label.count("/") > 1:
        return ""
    asked = (label[: found.start()] + word + label[found.end() :] for word in found.groups())
    fields = {exact.get(label_key(one), "") for one in asked}
    return fields.pop() if len(fields) == 1 else ""


def one_half(exact: Mapping[str, str], bare: str, label: str) -> str:
    """Return the field that one half of "Nominating officer / professional" names exactly.

    Of more than two the first: "Address / nearest road / what3words".
    """
    halves = [label_key(half) for half in _BRACKETED.sub(" ", label).split("/")]
    named = {exact[half] for half in halves if half in exact}
    first = exact.get(halves[0], "")
    if len(halves) > MOST_HALVES and first:
        return first
    whole = 1 < len(halves) <= MOST_HALVES and " ".join(filter(None, halves)) == bare
    return named.pop() if whole and len(named) == 1 and len(bare.split()) > 2 else ""
