"""What a person decides of a copy before it goes: which lines wait, what is cut, what was said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exports import phrases
from exports.pseudonyms import Net
from exports.sheet import Sheet
from models import codes
from models.marks import SubjectKind
from models.records.disclosure import DisclosureRow, FileLine, SubjectFile
from models.rules.listing import listed
from models.rules.own_words import (
    ANOTHER_CHILD,
    GAP,
    asked_by_field,
    asked_by_words,
    is_own,
    question,
    sentences,
    without,
)

OF_CHILDREN = frozenset({"child", "family"})
NOT_SAID = "nobody said in which right"


def with_questions(line: FileLine, file: SubjectFile, net: Net) -> FileLine:
    """The line with what is asked of it before it goes to who asks; nothing of a pack."""
    if file.asker is None or line.professional:
        return line
    asked = {*asked_by_field(line.field), *_asked_of(line.text, file, net)}
    if file.kind != SubjectKind.CHILD or is_own(file.asker):
        asked = {one for one in asked if (row := question(one)) is not None and row.whoever}
    order = [row.code for row in codes.load("copy_questions")]
    return replace(line, asks=tuple(sorted(asked, key=order.index)))


def kept_waiting(lines: Iterable[FileLine]) -> tuple[FileLine, ...]:
    """The lines with those that wait for a person held back, for the reason that is proposed."""
    return tuple(
        replace(one, withheld=_proposed(one)) if one.waits and not one.withheld else one
        for one in lines
    )


def as_given(line: FileLine, file: SubjectFile, net: Net) -> str:
    """The words of a line as a person lets them go: whole, or without what was asked about."""
    if not line.cut:
        return line.text
    if _by_field(line):
        return GAP
    wanted = frozenset(line.asks)
    return without(line.text, lambda text: wanted.intersection(_asked_of(text, file, net)))[0]


def _by_field(line: FileLine) -> bool:
    """Whether it is asked of a line in whatever words."""
    return not set(asked_by_field(line.field)).isdisjoint(line.asks)


def may_be_cut(line: FileLine) -> bool:
    """Whether a line says something besides what is asked of it, which its sentences tell apart."""
    return bool(line.asks) and not _by_field(line) and len(sentences(line.text)) > 1


def asked_words(line: FileLine) -> str:
    """What is asked of a line, in words."""
    return listed([row.label for one in line.asks if (row := question(one)) is not None])


def tell(sheet: Sheet, file: SubjectFile, asked: DisclosureRow) -> None:
    """In the log: who asks, what was weighed of the child's rights, and each decision with whose
    it was; never the words."""
    if file.asker is None:
        return
    sheet.part("taken.decided", 1)
    row = codes.find("requesters", file.asker)
    sheet.paragraph(row.label if row else NOT_SAID, lead="Who asks:")
    if asked.considered and asked.considered_at is not None:
        day = phrases.day(asked.considered_at.date())
        by = f"({asked.considered_by or 'not named'}, {day})"
        sheet.paragraph(f"{asked.considered} {by}", lead="What was weighed:")
    rows = [
        (one.where, asked_words(one), _decision(one), one.decided_by)
        for one in file.lines
        if one.asks and one.decided
    ]
    heads = ("Where", "What it tells of", "Decided", "By")
    sheet.table(heads, rows, (28, 28, 28, 16), "Decisions line by line")
    if not rows:
        sheet.paragraph("No line had to be decided about.")


def _asked_of(text: str, file: SubjectFile, net: Net) -> Iterator[str]:
    yield from asked_by_words(text, file.names)
    if any(one.kind in OF_CHILDREN for one in net.hits(text)):
        yield ANOTHER_CHILD


def _proposed(line: FileLine) -> str:
    found = (question(one) for one in line.asks)
    return next((one.exemption for one in found if one is not None), "third party")


def _decision(line: FileLine) -> str:
    if not line.withheld:
        return "given in part" if line.cut else "given"
    row = codes.find("exemptions", line.withheld)
    return f"held back: {row.label if row else line.withheld}"
