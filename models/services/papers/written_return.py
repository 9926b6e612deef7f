"""A return written into an e-mail itself: whose it is, for which meeting, and a line for each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.intake.papers import Block, Content, ReadField, ReadPaper, ReadRecord
from models.intake.understanding.sharing import both_read
from models.marks import Information, Sharing
from models.rules.dates import spoken_date
from models.rules.nothing_known import is_nothing_known
from models.services.papers.by_mail import FROM_WORDS, RETURN, SURE, own_words

TITLE = re.compile(r"\W*(?:agency )?information return\s*(?::|–|-|for|from)\s*(.{2,80})", re.I)
MEETING = re.compile(
    r"\W*(?:(?:for )?(?:the )?(?:panel )?meeting|panel)\s*(?:of|on|:|-)+\s*(.{4,40})", re.I
)
_WORD = r"[^\W\d_a-z][\w'’-]+"
LINE = re.compile(rf"\W*({_WORD}(?: {_WORD})+)(?: \(.{{3,40}}\))?\s*[:–]\s*(.+)")
BEFORE = re.compile(r"([^:.]{3,60}):\s+(.+)")
BEHIND = re.compile(r"(.+?)\s*\(([^()]{3,60})\)\W*")


def written_return(paper: ReadPaper, content: Content) -> ReadPaper | None:
    """The message as the return that it says it is; None where it does not say so."""
    words = own_words(content)
    agency = next((found[1] for one in words if (found := TITLE.fullmatch(one.text))), None)
    if agency is None:
        return None
    sent = content.source.sent_at.date() if content.source and content.source.sent_at else None
    said = ((one, MEETING.fullmatch(one.text)) for one in words)
    day = next((_day(found[1], sent) for _, found in said if found is not None), None)
    head = {"agency": agency.strip(" ."), "meeting": day}
    records = tuple(_lines(words, head, sent))
    read = {one.where for one in records}
    left = tuple(
        one
        for one in paper.not_understood
        if one.where not in read and one.where in {each.where for each in words}
    )
    return replace(paper, kind=RETURN, records=records, not_understood=left) if records else None


def _day(text: str, sent: date | None) -> date | None:
    return spoken_date(text, sent).value if sent is not None else None


def _lines(
    words: tuple[Block, ...], head: dict[str, object], sent: date | None
) -> Iterator[ReadRecord]:
    for one in words:
        found = LINE.fullmatch(one.text)
        if found is None or TITLE.fullmatch(one.text) or MEETING.fullmatch(one.text):
            continue
        told = {**head, "name": found[1], "date": sent, **_said(found[2])}
        fields = (
            ReadField(name, value, one.text, one.where, SURE, FROM_WORDS)
            for name, value in told.items()
            if value is not None
        )
        yield ReadRecord(RETURN, tuple(fields), one.where)


def _said(text: str) -> dict[str, object]:
    """What a line says, its kind and who may read it: before a colon, or behind in brackets.

    What is not said is not stated, and for the chair.
    """
    marks, said = _parted(text)
    kind, shared = both_read(marks) if marks else (Information.NOT_STATED, None)
    stated = shared is not None and shared.stated
    return {
        "text": said,
        "kind": kind,
        "sharing": shared.sharing if shared is not None and stated else Sharing.CHAIR_ONLY,
        "agencies": shared.agencies if shared is not None and stated else (),
        "nothing_known": is_nothing_known(said),
    }


def _parted(text: str) -> tuple[str, str]:
    """The marks of a line and its words; marks are only what says a kind or a reader."""
    behind, before = BEHIND.fullmatch(text), BEFORE.fullmatch(text)
    for marks, said in (
        (behind[2], behind[1]) if behind else ("", ""),
        (before[1], before[2]) if before else ("", ""),
    ):
        kind, shared = both_read(marks) if marks else (Information.NOT_STATED, None)
        if marks and (kind is not Information.NOT_STATED or (shared and shared.stated)):
            return marks, said
    return "", text
