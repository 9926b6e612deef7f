"""Texts of an item that all the panel reads: what of them may be meant for some only."""

import re

from models.rules.capture.confiding import tells_in_confidence
from models.rules.capture.matters import matter_of
from models.rules.capture.perhaps_kept import may_be_kept_back
from models.rules.capture.texts import VOICE, text_label

SENTENCE = re.compile(r"(?<=[.!?])\s+|\s*\n+\s*")


def perhaps_for_some(field: str, seen: str, text: str) -> bool:
    """Whether something written into a text since it was `seen` may not be for everybody.

    Each sentence is weighed as a line of the capture bar is; a child's voice as the child's.
    """
    known = set(SENTENCE.split(seen))
    return any(_may_be(field, one) for one in SENTENCE.split(text) if one and one not in known)


def added(seen: str, text: str) -> str:
    """What was written behind a text, or all of it where it was written anew."""
    return text.removeprefix(seen).strip() if seen else text.strip()


def _may_be(field: str, sentence: str) -> bool:
    voice = field == VOICE
    said = f"{text_label(VOICE)}: {sentence}" if voice else sentence
    return (
        tells_in_confidence(sentence)
        or may_be_kept_back(said, plainly=voice)
        or matter_of(said, plainly=voice) is not None
    )
