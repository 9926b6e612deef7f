"""What heads a list of vehicles: make, colour and registration, each in a column."""

from collections.abc import Sequence

from models.intake.understanding.wording import tokens

MARKS = tokens("vrm reg registration index plate vrn")
LOOKS = tokens("make model colour color vehicle type keeper insured owner driver")
LEAST = 2


def heads_vehicles(heads: Sequence[str]) -> bool:
    """Say whether columns ask what marks a vehicle and how it looks, and no name."""
    asked = [tokens(head) for head in heads]
    marked = any(words & MARKS for words in asked)
    told = sum(bool(words & (MARKS | LOOKS)) for words in asked)
    return marked and told >= max(LEAST, len(asked) - 1)
