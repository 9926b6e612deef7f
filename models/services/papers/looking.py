"""From a file to its preview: opened, understood, cleared of what its agency does not share."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from models.intake.batch import Opened, Refused
from models.intake.papers import Content, NotUnderstood, ReadPaper
from models.intake.understanding import understand
from models.intake.understanding.kinds import UNKNOWN
from models.services.papers.previewed import PreviewedFile
from models.services.papers.taking_out import taken_out
from models.services.papers.withheld import Withheld, withheld_in, without

NOT_KNOWN = (
    "This was not recognised as a referral, nomination, tracker, return, register, assessment or "
    "another paper of the panel. Nothing of it was kept: enter it by hand, or give its columns or "
    "fields plain headings and add it again."
)
Memory = Mapping[str, Mapping[str, str]]


def look_at(one: Opened | Refused, memory: Memory, year: int) -> PreviewedFile:
    """The preview of one file; `memory` is what was mended before, by the form's fingerprint."""
    if isinstance(one, Refused):
        return PreviewedFile(one.name, refused=one.message)
    content, paper = one.content, read(one.content, memory, year)
    if paper.kind == UNKNOWN or not paper.records:
        return PreviewedFile(
            content.name, content.sha256, len(one.data), paper, content, refused=NOT_KNOWN
        )
    held_back, data = withheld_in(content, paper), one.data
    if held_back:
        content = without(content, held_back)
        data = taken_out(data, content, held_back)
        paper = _without(paper, held_back)
    return PreviewedFile(
        content.name, paper.sha256, len(one.data), paper, content, data, held_back.lines
    )


def read(content: Content, memory: Memory, year: int) -> ReadPaper:
    """What the paper says, its labels understood as people mended them on that form before."""
    paper = understand(content, this_year=year)
    known = memory.get(paper.fingerprint)
    if not known:
        return paper
    return replace(understand(content, known, this_year=year), fingerprint=paper.fingerprint)


def _without(paper: ReadPaper, held_back: Withheld) -> ReadPaper:
    """The paper without any text left over from a place that is not shared."""
    kept: tuple[NotUnderstood, ...] = tuple(
        one for one in paper.not_understood if one.where not in held_back.places
    )
    return replace(paper, not_understood=kept)


def sha256(data: bytes) -> str:
    """The name under which bytes are kept."""
    return hashlib.sha256(data).hexdigest()
