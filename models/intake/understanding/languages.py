"""Forms that ask in two languages: the words of the other taken off, so that one is read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.lexicon import vocabulary
from models.intake.understanding.ticks import has_marks
from models.intake.understanding.wording import dictionary, straight, tokens
from models.rules.capture.english import is_english

Parts = tuple[Block | Table, ...]
JOINTS = (" / ", "\n", " | ")
LEAST, MOST, LEAST_SPOKEN = 6, 0.6, 3  # labels in both, their share, those of several words
LONGEST, LOOKED_AT = 40, 400  # words of a label, labels of a paper
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPTIONS = re.compile(r"([☐☒\n\t]|\s{2,})")
_HINT = re.compile(r"\s*(\([^()]*\))\s*$")


@dataclass(frozen=True)
class _Two:
    """How a paper parts its two languages: by what, whether the other stands first, how typed."""

    joint: str
    first: bool
    bold: bool


def in_one_language(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with labels in two languages left in English, any others as they are."""
    parts = tuple(parts)
    two = _spoken([*_labels(parts)])
    return tuple(_plain(part, two) for part in parts) if two else parts


def _labels(parts: Parts) -> Iterator[tuple[str, bool]]:
    """Yield each text that may be a label in two languages, and whether it is bold."""
    for part in parts:
        if isinstance(part, Block):
            yield part.text, bool(part.heading or part.bold_lead)
        else:
            for row in part.rows[:LOOKED_AT]:
                yield from ((cell.text, cell.bold or bool(cell.bold_lead)) for cell in row)


def _spoken(texts: list[tuple[str, bool]]) -> _Two | None:
    """Return how a paper parts its two languages, None where it speaks one."""
    for joint in JOINTS:
        held = [(t, b) for t, b in texts if joint in t and len(t.split()) <= LONGEST][:LOOKED_AT]
        if len(held) < LEAST:
            continue
        for first in (False, True):
            told = [(o, b) for t, b in held if (o := _other(t, joint, first))]
            spoken = sum(map(_is_spoken, (other for other, _ in told)))
            if len(told) >= max(LEAST, MOST * len(held)) and spoken >= LEAST_SPOKEN:
                return _Two(joint, first, all(bold for _, bold in told))
    return None


def _other(text: str, joint: str, first: bool) -> str:
    """Return the words of another language before or behind a label's own, "" where none are."""
    own, other = _apart(text, joint, first)
    return other if _is_foreign(other, own) and _is_known(own, other) else ""


def _apart(text: str, joint: str, first: bool) -> tuple[str, str]:
    """Return a text's own words and those that stand first, or last, in it."""
    before, _, after = text.partition(joint) if first else text.rpartition(joint)
    return (after, before) if first else (before, after)


def _is_spoken(other: str) -> bool:
    """Say whether words are no name: one of them but the first begins with a small letter."""
    return any(word[0].islower() and not _is_word(word) for word in _WORDS.findall(other)[1:])


def _plain(part: Block | Table, two: _Two) -> Block | Table:
    if isinstance(part, Block):
        text = _english(part.text, two, bool(part.heading or part.bold_lead))
        whole = part.bold_lead.strip() == part.text.strip()
        lead = text if whole else _english(part.bold_lead, two, bold=True)
        return replace(part, text=text, bold_lead=lead if text.startswith(lead) else "")
    rows = tuple(tuple(_plain_cell(cell, two) for cell in row) for row in part.rows)
    return replace(part, rows=rows)


def _plain_cell(cell: Cell, two: _Two) -> Cell:
    text = _english(cell.text, two, cell.bold or bool(cell.bold_lead))
    if text == cell.text:
        return cell
    lead = text if cell.bold_lead.strip() == cell.text.strip() else cell.bold_lead.strip()
    return replace(cell, text=text, bold_lead=lead if text.startswith(lead) else "")


def _english(text: str, two: _Two, bold: bool) -> str:
    """Return a label, or the options of a list to tick, in English alone."""
    if two.joint not in text or not (bold or not two.bold or has_marks(text)):
        return text
    if two.joint == "\n" or not has_marks(text):
        return _half(text, two)
    return "".join(_half(piece, two) for piece in _OPTIONS.split(text))


def _half(text: str, two: _Two) -> str:
    if two.joint not in text or len(text.split()) > LONGEST:
        return text
    own, other = _apart(text, two.joint, two.first)
    hint = _HINT.search(other)
    bare = other[: hint.start()] if hint else other
    asked = two.bold and not _is_asked(bare)  # "Postcode / Cod post": no words of a label
    if not _is_known(own, other) or not (asked or _is_foreign(bare, own)):
        return text
    more = f" {hint[1]}" if hint and _is_known(hint[1]) else ""
    end = re.search(r":?\s*$", other)
    return f"{own.rstrip()}{more}{end[0] if end else ''}"


def _is_foreign(text: str, other: str = "") -> bool:
    """Say whether most words of a text, but those beside it as well, are not English."""
    words = _words(_HINT.sub("", text), other)
    strange = sum(not _is_word(word) for word in words)
    return bool(strange) and 2 * strange >= len(words)


def _is_known(text: str, other: str = "") -> bool:
    """Say whether most words of a text, but those beside it as well, are English."""
    words = _words(text, other) or _words(text, "")
    return bool(words) and 3 * sum(map(_is_word, words)) >= 2 * len(words)


def _words(text: str, other: str) -> list[str]:
    both = set(_WORDS.findall(other))
    return [word for word in _WORDS.findall(text) if len(word) > 1 and word not in both]


def _is_word(word: str) -> bool:
    """Say whether a word is one of English, or of a label."""
    word = straight(word)
    return is_english(word.lower()) or word.isascii() and _is_asked(word)


def _is_asked(text: str) -> bool:
    """Say whether all words of a text stand in labels."""
    return tokens(text) <= vocabulary() | set(dictionary()["words"]["empty"])
