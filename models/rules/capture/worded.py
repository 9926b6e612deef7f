"""Which open action news without its number is of: the one whose words it all fits, if only one."""

import re
from collections.abc import Iterator

from models import codes
from models.rules.actions import WORDS as STATUSES
from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words, short_words
from models.rules.capture.how_far import status_of
from models.rules.capture.numbers import spelt
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reasons import BARE
from models.rules.capture.refs import ActionRef

LEAST = 3
"""Letters of the shortest word that tells one action from another."""
MOST_LETTERS = range(2, 5)
ALIKE = 5
"""Letters at the head of two words that make them forms of one: "refer", "referred"."""
STATUS = re.compile(rf"(?<!\w)(?:{'|'.join(words for _, words in STATUSES)})(?!\w)", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:.–—]|\s-\s|\b(?:but|and|as|so|because|still|awaiting|waiting)\b", re.I)
PLAIN = BARE | {
    "action", "update", "re", "about", "both", "just", "already", "yes", "ok", "yet", "too",
    "being", "them", "they", "he", "she", "him", "her", "his", "these", "those", "were", "are",
    "had", "last", "week", "today", "yesterday", "month", "there", "here", "up", "carried",
    "carry", "forward", "fwd", "over", "not", "no", "still", "outstanding",
}  # fmt: skip


def worded_action(news: str, context: CaptureContext) -> ActionRef | None:
    """The one open action of which the first clause of news speaks in no other words than its own.

    One word is enough where the clause says how far it is: "lighting done".
    """
    clause = next((one for one in CLAUSE.split(spelt(news)) if one.strip()), "")
    far = status_of(clause)
    when = context.day_in(clause)
    clause = clause[: when.start] if when.found else clause
    tokens = tokens_of(STATUS.sub(" ", clause))
    happened = {token.word for token in tokens} & field_words("happened")
    said = {_whole(token.word) for token in tokens} - PLAIN - happened
    letters = {token.word for token in tokens if token.raw[:2].isupper()}
    telling = {word for word in said if len(word) >= LEAST or word in letters}
    if not telling or (len(telling) < 2 and not (far or happened)):
        return None
    fits = [one for one in context.still_open() if _fits(said, one, context)]
    return fits[0] if len(fits) == 1 else None


def _whole(word: str) -> str:
    """A word that people shorten as the one it stands for: "assmt", "mtg"."""
    return short_words().get(word, word)


def _fits(said: set[str], action: ActionRef, context: CaptureContext) -> bool:
    """True where every word is one of the action's, and not of its owner's name alone."""
    owner = next((one for one in context.people if one.id == action.owner_id), None)
    own = {_whole(token.word) for token in tokens_of(action.text)} | set(_letters(action.text))
    named = {token.word for token in tokens_of(owner.name)} if owner else set()
    rest = said - named
    if context.subject:
        rest -= {token.word for token in tokens_of(context.subject.name)} - own
    return bool(rest) and all(any(_alike(word, one) for one in own) for word in rest)


def _letters(text: str) -> Iterator[str]:
    """What the field calls words of an action: "RI" of its return interviews, and "RHI"."""
    words = [token.word for token in tokens_of(text)]
    for count in MOST_LETTERS:
        for first in range(len(words) - count + 1):
            letters = "".join(word[0] for word in words[first : first + count])
            yield from (letters, f"{letters}s")
    for row in codes.load("agency_words"):
        if row.active and row.label in " ".join(words):
            yield from (word.lower() for word in row.synonyms)


def _alike(word: str, other: str) -> bool:
    least = min(len(word), len(other), ALIKE)
    return least >= LEAST and word[:least] == other[:least] or word == other
