"""A message that only passes another on: what the other says is the paper, not what it answers."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Block, Table
from models.intake.understanding.answered import BEGINS, Parts, without_answered
from models.intake.understanding.kinds import NAMED
from models.intake.understanding.lexicon import recognise

SUBJECT, SURE, MORE = "subject", 0.85, 2  # how sure a label; times longer than what stands above
_PASSED = re.compile(r"^\W*(?:fwd?|fw)\b\s*:", re.IGNORECASE)
_BELOW = re.compile(  # "my answers are below", "filled in your form below in blue"
    r"\b(?:answer\w*|repl\w+|respon\w+|fill\w*|complet\w+|details|form)\b.{0,60}\b(?:below|underneath|"
    r"in (?:line|red|blue|green|bold|capitals|your (?:e-?mail|form)))\b",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"\bforwarded\b", re.IGNORECASE)
_HEAD = re.compile(
    r"^\W*(from|sent|date|to|cc|bcc|subject|importance|attachments?|reply-to)\s*:", re.IGNORECASE
)


def passed_on(own: Parts, old: Parts) -> tuple[Parts, Parts]:
    """Return what was passed on as the message itself, and the rest as what is left.

    Given back as they are where the message above says anything of a form itself, or answers.
    """
    if not old or not _is_passed(own, old) or _tells(own) or _length(old) < MORE * _length(own):
        return own, old
    heads, rest = _parted(old)
    whole, older = without_answered(rest)
    return (*_titles(heads), *own[1:], *whole), (*own[:1], *heads, *older)


def _is_passed(own: Parts, old: Parts) -> bool:
    """Say whether the subject, or the line above the older message, says that it is passed on.

    Or whether the message says that what it answers has its answers in it.
    """
    subject = next((one for one in own if isinstance(one, Block) and one.where == SUBJECT), None)
    first = old[0]
    told = isinstance(first, Block) and _FORWARDED.search(first.text)
    below = any(isinstance(one, Block) and _BELOW.search(one.text) for one in own)
    return bool(told or below or subject and _PASSED.match(subject.text))


def _tells(parts: Iterable[Block | Table]) -> bool:
    """Say whether a message names somebody behind a label, or brings a table."""
    for part in parts:
        if isinstance(part, Table):
            return True
        match = recognise("child", part.text.partition(":")[0]) if ":" in part.text else None
        if match and match.field in NAMED and match.score >= SURE and part.where != SUBJECT:
            return True
    return False


def _length(parts: Parts) -> int:
    return sum(len(one.text) for one in parts if isinstance(one, Block) and one.where != SUBJECT)


def _parted(old: Parts) -> tuple[Parts, Parts]:
    """Return the lines that say who sent the older message when, and its own lines unquoted."""
    bare = [
        replace(one, text=one.text.lstrip("> ")) if isinstance(one, Block) else one for one in old
    ]
    bare = [one for one in bare if isinstance(one, Table) or one.text.strip()]
    at = 0
    while at < len(bare) and isinstance(one := bare[at], Block):
        if not (_HEAD.match(one.text) or BEGINS.match(one.text)):
            break
        at += 1
    return tuple(bare[:at]), tuple(bare[at:])


def _titles(heads: Parts) -> list[Block]:
    """Return the subject of the older message as a title."""
    found = ((one, _HEAD.match(one.text)) for one in heads if isinstance(one, Block))
    return [
        replace(one, text=title, heading=1)
        for one, head in found
        if head and head[1].lower() == SUBJECT and (title := one.text[head.end() :].strip())
    ]
