"""From a file to its preview: opened, understood, cleared of what its agency does not share."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from models.intake.batch import MESSAGES, Opened, Refused
from models.intake.papers import Content, NotUnderstood, ReadPaper
from models.intake.understanding import understand
from models.intake.understanding.about import WHOLE
from models.intake.understanding.columns_naming import names_nobody
from models.intake.understanding.episode_days import with_episode_days
from models.intake.understanding.sheet_day import with_sheet_day
from models.intake.understanding.sheet_years import with_sheet_years
from models.intake.understanding.value_nrm import with_nrm_days
from models.services.papers.by_mail import (
    MESSAGE,
    RETURN,
    as_lines,
    covering,
    names_anyone,
    with_source,
)
from models.services.papers.own_papers import own_paper
from models.services.papers.previewed import PreviewedFile
from models.services.papers.staying import with_what_stays
from models.services.papers.taking_out import taken_out
from models.services.papers.withheld import Withheld, withheld_in, without
from models.services.papers.written_return import written_return

NOT_KNOWN = (
    "This was not recognised as a referral, nomination, tracker, return, register, assessment or "
    "another paper of the panel. Nothing of it was kept: say what it is, enter it by hand, or give "
    "its columns or fields plain headings and add it again."
)
NO_NAMES = (
    "This was read as a list of people, but none of its columns is headed as their names or system "
    "numbers, so nothing of it was kept: head that column “Name” and add it again."
)
NOTHING_READ = (
    "Read so, nothing of it was understood, and nothing of it was kept: choose another kind, or "
    "enter it by hand."
)
Memory = Mapping[str, Mapping[str, str]]


def look_at(one: Opened | Refused, memory: Memory, today: date) -> PreviewedFile:
    """The preview of one file; `memory` is what was mended before, by the form's fingerprint."""
    if isinstance(one, Refused):
        return PreviewedFile(one.name, refused=one.message)
    content = one.content
    kind = _kind_said(content, memory, today.year)
    paper = _read_as(content, kind, memory, today)
    if one.holds and not names_anyone(paper):
        paper = covering(paper, content)
    if content.form in MESSAGES and not paper.records:
        paper = written_return(paper, content) or paper
    whole = len(one.data), paper, content, one.data
    looked = PreviewedFile(content.name, content.sha256, *whole, 0, one.within, kind, today)
    if own := own_paper(content):
        return replace(looked, refused=own)
    if paper.records or paper.kind == MESSAGE:
        return _usable(looked, content, paper)
    return replace(looked, refused=NO_NAMES if names_nobody(content, paper) else NOT_KNOWN)


def look_again(previewed: PreviewedFile, kind: str, memory: Memory, today: date) -> PreviewedFile:
    """The preview of a file that a person says is of this kind; refused where nothing is read."""
    content = previewed.content
    if content is None:
        return previewed
    paper = _read_as(content, kind, memory, today)
    if previewed.kind == MESSAGE and kind == RETURN:
        paper = as_lines(paper, content)
    # Every e-mail is of one form: that one was read as lines says nothing of the next.
    form = "" if paper.records and previewed.kind == MESSAGE else kind
    said = replace(previewed, paper=paper, read_as=form, matches=())
    if not paper.records:
        return replace(said, refused=NOTHING_READ)
    return _usable(replace(said, refused=None), content, paper)


def _usable(previewed: PreviewedFile, content: Content, paper: ReadPaper) -> PreviewedFile:
    """The preview without what its agency does not share."""
    held_back = withheld_in(content, paper)
    if not held_back:
        return replace(previewed, paper=with_what_stays(paper))
    content = without(content, held_back)
    return replace(
        previewed,
        paper=with_what_stays(_without(paper, held_back)),
        content=content,
        data=taken_out(previewed.data, content, held_back),
        lines_removed=previewed.lines_removed + held_back.lines,
    )


def _kind_said(content: Content, memory: Memory, year: int) -> str:
    """The kind of paper that a person said this form is, or nothing."""
    for kind in sorted({known[WHOLE] for known in memory.values() if WHOLE in known}):
        form = understand(content, {WHOLE: kind}, this_year=year).fingerprint
        if memory.get(form, {}).get(WHOLE) == kind:
            return kind
    return ""


def _read_as(content: Content, kind: str, memory: Memory, today: date) -> ReadPaper:
    """What the paper says, its labels understood as people mended them on that form before."""
    paper = understand(content, {WHOLE: kind}, this_year=today.year)
    known = memory.get(paper.fingerprint)
    if not known:
        return with_source(_with_days(paper, content, today), content.source)
    again = understand(content, {**known, WHOLE: kind}, this_year=today.year)
    again = _with_days(replace(again, fingerprint=paper.fingerprint), content, today)
    return with_source(again, content.source)


def _with_days(paper: ReadPaper, content: Content, today: date) -> ReadPaper:
    dated = with_nrm_days(with_episode_days(paper, today), today)
    return with_sheet_years(with_sheet_day(dated, content, today), today)


def _without(paper: ReadPaper, held_back: Withheld) -> ReadPaper:
    """The paper without any text left over from a place that is not shared."""
    kept: tuple[NotUnderstood, ...] = tuple(
        one for one in paper.not_understood if one.where not in held_back.places
    )
    return replace(paper, not_understood=kept)


def sha256(data: bytes) -> str:
    """The name under which bytes are kept."""
    return hashlib.sha256(data).hexdigest()
