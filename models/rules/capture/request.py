"""What a way of asking comes to, and whoever stands at a place of a line."""

from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.parties import Party, party_at
from models.rules.capture.phrases import tokens_of


@dataclass(frozen=True)
class Request:
    """What is asked, as "who to do it", and what the way of asking adds to its plainness.

    `handed` where it is given to somebody by that way alone: "that's Frith for the CCTV";
    `reported` where it only tells what somebody says they will do: asked about, never taken.
    """

    text: str
    weight: float = 0.0
    handed: bool = False
    reported: bool = False


def party_from(
    text: str, place: int, context: CaptureContext, *, loose: bool = False
) -> Party | None:
    """Whoever a line names right at that place; none where another word stands there."""
    tokens = tokens_of(text)
    first = next((n for n, token in enumerate(tokens) if token.start >= place), None)
    if first is None or text[place : tokens[first].start].strip(" @"):
        return None
    return party_at(text, tokens, first, context, loose=loose)
