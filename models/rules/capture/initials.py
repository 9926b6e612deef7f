"""Somebody of the room by small initials at the head of a line: "jk remote til 11"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.english import is_english
from models.rules.capture.phrases import tokens_of

HEAD = re.compile(r"\s*(?P<letters>[a-z]{2,3})(?=\s)")


def with_initials(text: str, context: CaptureContext) -> str:
    """The text with the initials of a member in capitals; as it was where they are a word."""
    head = HEAD.match(text)
    if head is None or is_english(head["letters"]):
        return text
    said = f"{text[: head.start('letters')]}{head['letters'].upper()}{text[head.end() :]}"
    named = context.names.at(tokens_of(said), 0, said)
    return said if named is not None and named.last == 1 else text
