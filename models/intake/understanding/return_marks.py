"""Marks typed in a text of a return: before it, behind each of its parts, and its letter's end."""

import re

from models.intake.understanding.elements import Element, Loose, Pair
from models.intake.understanding.sharing import (
    kept_from_family,
    mark_behind,
    marks_alone,
    stands_alone,
    withholds,
)

_LED = re.compile(r"^\W*([^:\n]{3,50}?)\s*:\s+(\S.*)$", re.DOTALL)
_SAYS_WHO = re.compile(r"\b(?:only|shar(?:e|ed|ing)|panel|chair|everyone|everybody)\b", re.I)
_CLOSING = re.compile(
    r"^\W*(?:(?:kind|kindest|best|warm|many) (?:regards|wishes|thanks)|regards|yours (?:sincerely|"
    r"faithfully)|thanks|thank you|best)\b(?=\W*(?:$|,|\n|[A-Z]))[^.\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)


def told_whole(element: Element) -> Element:
    """Return "Not to be shared with family - chair only: seen" whole, and no line held back."""
    if not isinstance(element, Pair) or not element.value or "row" in element.where:
        return element
    if not kept_from_family(element.label):
        return element
    return Loose(f"{element.label} - {element.value}", element.where, element.section)


def mark_before(text: str) -> tuple[str, str]:
    """Part "chair only: seen in town" from who may read it; no mark where none is said."""
    found = _LED.match(text)
    if found is None or not _SAYS_WHO.search(found[1]):
        return text, ""
    stated = bool(marks_alone(found[1])) or stands_alone(found[1])
    return (found[2], found[1]) if stated else (text, "")


def marked_parts(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text, each with its mark: one that is marked ends there.

    A text of which something is withheld stays whole.
    """
    if withholds(text):
        return [(text, "")]
    parts: list[tuple[str, str]] = []
    ended = True
    for paragraph in text.split("\n"):
        bare, before = mark_before(paragraph)
        bare, behind = mark_behind(bare)
        mark = ";".join(filter(None, (before, behind)))
        if ended or before or (behind and parts[-1][1]):
            parts.append((bare, mark))
        else:
            said, above = parts[-1]
            parts[-1] = (f"{said}\n{bare}", above or mark)
        ended = bool(behind)
    return parts


def without_closing(text: str) -> tuple[str, str]:
    """Part the words of an answer from the end of the letter in which it stands."""
    found = _CLOSING.search(text)
    return (text[: found.start()].rstrip(), text[found.start() :].strip()) if found else (text, "")
