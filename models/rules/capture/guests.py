"""Who stands in the list of a meeting and is no member: deputies and guests, by their names."""

from models.rules.capture.context import CaptureContext
from models.rules.capture.phrases import tokens_of
from models.rules.guest_names import name_alone


def listed_guest(text: str, context: CaptureContext, *, whole: bool) -> str | None:
    """The one guest of the list whom a text names, by the whole name or by either end of it.

    `whole` where it must be the whole name: a name of one word may be a part of somebody else's.
    """
    said = [token.word for token in tokens_of(text)] if context.guests else []
    named = {one: _words(one) for one in context.guests}
    if whole:
        named = {one: words for one, words in named.items() if len(words) > 1}
    found = [one for one, words in named.items() if words and _holds(said, words)]
    if not found and not whole:
        found = [one for one, words in named.items() if words and {words[0], words[-1]} & set(said)]
    return found[0] if len(found) == 1 else None


def end_of_guest(text: str, context: CaptureContext) -> int:
    """Where the whole name of a guest of the list ends with which a text begins; nought if none."""
    tokens = tokens_of(text) if context.guests else ()
    said = [token.word for token in tokens]
    named = filter(None, map(_words, context.guests))
    lengths = (len(words) for words in named if said[: len(words)] == words)
    longest = max(lengths, default=0)
    return tokens[longest - 1].end if longest else 0


def _words(name: str) -> list[str]:
    return [token.word for token in tokens_of(name_alone(name))]


def _holds(said: list[str], words: list[str]) -> bool:
    return any(said[at : at + len(words)] == words for at in range(len(said)))
