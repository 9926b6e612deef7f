"""What parts labels from answers in the lines of one paper: a colon, or a dash between spaces."""

import re
from collections.abc import Iterable

from models.intake.papers import Block, Table
from models.intake.understanding.context import Context
from models.intake.understanding.forms_own import is_instruction
from models.intake.understanding.ticks import EMPTY, TICKED, has_marks, plain_marks

LIKELY, LEAST, MOST = 0.72, 4, 0.6  # how sure a label, lines so parted, and their share of all
LONGEST = 14  # words of a label
_SENTENCE = re.compile(r"[a-z]{2}\. [A-Z]")
_GAP, _BOX = r"(?:\s{2,}|[\n\t])", rf"[{TICKED}{EMPTY}] ?\w[^{TICKED}{EMPTY}]*?"
_BOXES = re.compile(rf"([^\W\d_][^\n{TICKED}{EMPTY}]{{2,90}}?){_GAP}({_BOX}(?:{_GAP}{_BOX})+)")
_PARTED = {
    ":": re.compile(r"(?:\d{1,2}[.)]\s+)?([^\W\d_][^:\n]{1,90}?)\s*:\s+(\S.*)", re.DOTALL),
    "-": re.compile(r"(?:\d{1,2}[.)]\s+)?([^\W\d_][^:\n]{1,90}?)\s+[-–—]\s+(\S.*)", re.DOTALL),
}


def line_marks(parts: Iterable[Block | Table], context: Context) -> tuple[str, ...]:
    """Return the marks behind which this paper's lines have their answers."""
    blocks = [part for part in parts if isinstance(part, Block)]
    return tuple(mark for mark in _PARTED if _is_used(blocks, mark, context))


def _is_used(blocks: Iterable[Block], mark: str, context: Context) -> bool:
    labels = [told[0] for block in blocks if (told := parted_line(block.text, (mark,)))]
    known = sum(match is not None and match.score >= LIKELY for match in map(context.label, labels))
    return known >= LEAST and known >= MOST * len(labels)


def parted_line(text: str, marks: Iterable[str]) -> tuple[str, str] | None:
    """Return a line's label, known or not, and its answer; None where no mark parts it."""
    for mark in marks:
        found = _PARTED[mark].fullmatch(text.strip())
        if found and len(found[1].split()) <= LONGEST and not _is_text(found[1]):
            return found[1], found[2]
    return None


def before_boxes(text: str) -> tuple[str, str] | None:
    """Return what is asked before the boxes that answer it, known or not.

    A colon parts them, or gaps of which one stands before each box.
    """
    parted = parted_line(text, (":",))
    if parted and has_marks(parted[1]) and not has_marks(parted[0]):
        return parted
    gapped = _BOXES.fullmatch(plain_marks(text).strip())
    return (gapped[1], gapped[2]) if gapped and len(gapped[1].split()) <= LONGEST else None


def _is_text(label: str) -> bool:
    """Say whether words before a mark are an order, or several sentences."""
    return is_instruction(label) or _SENTENCE.search(label) is not None
