"""Options typed on lines of their own, of which the chosen alone are ticked: made one answer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.papers import Block, Table
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.ticks import EMPTY, LONGEST_OPTION, TICKED, plain_marks

LONGEST_QUESTION = 90  # characters
MOST_OPTIONS, CERTAIN = 12, 0.97


def with_boxes(parts: Iterable[Block | Table]) -> tuple[Block | Table, ...]:
    """Return the parts with each such question and its options as one line, every option boxed."""
    parts, found, at = tuple(parts), list[Block | Table](), 0
    while at < len(parts):
        part = parts[at]
        options = _options(parts, at + 1) if isinstance(part, Block) and _asks(part) else ()
        if isinstance(part, Block) and options:
            found.append(_answered(part, options))
        else:
            found.append(part)
        at += 1 + len(options)
    return tuple(found)


def _asks(block: Block) -> bool:
    text = block.text.strip()
    whole = block.bold_lead.strip() == text
    marked = bool(block.heading) or whole or text.endswith(("?", ":"))
    return marked and 0 < len(text) <= LONGEST_QUESTION and TICKED not in plain_marks(text)


def _options(parts: Sequence[Block | Table], at: int) -> tuple[Block, ...]:
    """Return the lines that are options, where one is ticked and no other has a box."""
    found: list[Block] = []
    while at < len(parts):
        block = parts[at]
        if not isinstance(block, Block) or _asks(block) and not block.text.endswith(":"):
            break
        if not _is_option(plain_marks(block.text)):
            break
        found.append(block)
        at += 1
    marks = [plain_marks(block.text) for block in found]
    ticked = sum(mark.startswith(TICKED) for mark in marks)
    boxed = any(EMPTY in mark for mark in marks)
    return tuple(found) if 1 <= ticked < len(marks) <= MOST_OPTIONS and not boxed else ()


def _is_option(text: str) -> bool:
    ticked, bare = text.startswith(TICKED), text.strip(f"{TICKED} ")
    said = ":" in bare.rstrip(": ")
    asked = not ticked and (label := recognise("child", bare)) and label.score >= CERTAIN
    short = len(bare.split()) <= LONGEST_OPTION
    return short and not asked and TICKED not in bare and (ticked or not said)


def _answered(question: Block, options: Sequence[Block]) -> Block:
    marks = (plain_marks(block.text).strip(" :") for block in options)
    said = "   ".join(mark if mark.startswith(TICKED) else f"{EMPTY} {mark}" for mark in marks)
    asked = question.text.strip().rstrip(":?").strip()
    return replace(question, text=f"{asked}?\t{said}", heading=0, bold_lead="")
