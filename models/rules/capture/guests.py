"""Who stands in the list of a meeting and is no member: deputies and guests, by their names."""

from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import tokens_of


def listed_guest(text: str, context: CaptureContext, *, whole: bool) -> str | None:
    """The one guest of the list whom a text names, by the whole name or by either end of it."""
    said = [token.word for token in tokens_of(text)] if context.guests else []
    named = {one: [token.word for token in tokens_of(one)] for one in context.guests}
    found = [one for one, words in named.items() if words and _holds(said, words)]
    if not found and not whole:
        found = [one for one, words in named.items() if {words[0], words[-1]} & set(said)]
    return found[0] if len(found) == 1 else None


def guest_at_head(text: str, context: CaptureContext) -> str | None:
    """The guest of the list with whose whole name a text begins."""
    said = [token.word for token in tokens_of(text)] if context.guests else []
    named = ((one, [token.word for token in tokens_of(one)]) for one in context.guests)
    return next((one for one, words in named if words and said[: len(words)] == words), None)


def _holds(said: list[str], words: list[str]) -> bool:
    return any(said[at : at + len(words)] == words for at in range(len(said)))
