"""Names that papers and texts give and nobody on record bears, with whose papers name them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, NameAnswer, Paper, PaperSubject, Referral, Subject, UnreadText
from models.marks import SubjectKind
from models.matching.strangers import strangers
from models.queries.everybody import people_at_work
from models.queries.free_texts import free_texts
from models.queries.knowable import knowable, leads
from models.queries.names_known import names_known, names_nearly
from models.records.mentions import FreeText, Stranger
from models.records.reader import Reader
from models.records.unlisted import Band, Evidence, Nobody, TextKey, UnlistedRow
from models.rules.mentions import around, quoted
from models.rules.names import plain

BEGUN = ("Peer named, not joined: ", "Child named, not joined: ")
CHILD, UNKNOWN = SubjectKind.CHILD.value, ""
"""Of whom a paper says that it is a child; of whom nobody says which."""


class _Told(NamedTuple):
    """A name that a text gives, as written, whether it is said to be a child's, and where."""

    name: str
    kind: str
    text: TextKey
    evidence: Evidence


def names_unjoined(session: Session, reader: Reader, least: int) -> Iterator[UnlistedRow]:
    """People whom the papers or texts of so many others name and who are not on record.

    Papers are for who may read lines for the chair; one of somebody in whom the reader has an
    interest counts for nothing. A text counts for who may read it. Of whom a person said that it
    is nobody for the panel, that stands until another text gives the name.
    """
    named_in = names_known(session, reader)
    found = defaultdict[str, list[_Told]](list)
    for one in _named(session, reader) if reader.sees_chair_only else ():
        if not named_in(one.name):
            found[plain(one.name)].append(one)
    for one in _said(session, reader):
        found[plain(one.name)].append(one)
    answers = _answers(session)
    for name, told in found.items():
        says = tuple(dict.fromkeys(one.evidence for one in told))
        count = len({one.of_id for one in says})
        if count >= least:
            texts = tuple(dict.fromkeys(one.text for one in told))
            nobody = _nobody([answers.get((*one, name)) for one in texts])
            band = Band.UNKNOWN if nobody is None else Band.NOBODY
            kind = max(one.kind for one in told)
            yield UnlistedRow(band, None, kind, told[0].name, count, says, texts, nobody)


def _answers(session: Session) -> dict[tuple[str, int, str], Nobody]:
    one = NameAnswer
    rows = session.execute(
        select(one.about, one.about_id, one.name, one.reason, one.answered_by, one.answered_at)
    )
    return {
        (about, about_id, name): Nobody(reason, by, at)
        for about, about_id, name, reason, by, at in rows
    }


def _nobody(answers: list[Nobody | None]) -> Nobody | None:
    """What was said last, where it was said of every text."""
    said = [one for one in answers if one is not None]
    if len(said) < len(answers):
        return None
    return max(said, key=lambda one: one.answered_at or datetime.min)


def _said(session: Session, reader: Reader) -> Iterator[_Told]:
    """Each name in a text that is nobody's on record, nor of who works with a child."""
    named_in, nearly_in = names_known(session, reader), names_nearly(session, reader)
    lead, at_work = leads(session), people_at_work(session) | _writing(session)
    subjects = {one: (kind, label) for one, kind, label in session.execute(
        select(Subject.id, Subject.kind, Subject.label).where(knowable(reader)))}  # fmt: skip
    for text in free_texts(session, reader):
        stands = lead.get(text.subject_id, text.subject_id)
        told = [one for one in strangers(text.text) if plain(one.name) not in at_work]
        if not told or stands not in subjects:
            continue
        kind, label = subjects[stands]
        taken = [(each.start, each.end) for each in named_in(text.text)]
        taken += [(each.start, each.end) for each in nearly_in(text.text)]
        own = {word for word in plain(label).split() if len(word) > 1}
        for one in told:
            beside = any(one.start < end and start < one.end for start, end in taken)
            if not beside and own.isdisjoint(plain(one.name).split()):
                says = _evidence(text, one, stands, kind, label)
                yield _Told(one.name, UNKNOWN, (text.about, text.about_id), says)


def _evidence(text: FreeText, one: Stranger, of_id: int, kind: str, label: str) -> Evidence:
    words = quoted(*around(text.text, one.start, one.end))
    return Evidence(of_id, kind, label, words, text.where, text.day)


def _writing(session: Session) -> frozenset[str]:
    """Who referred somebody, and agencies: names that mean nobody spoken of."""
    asked = (select(Referral.referrer_name).distinct(), select(Agency.name))
    return frozenset(plain(name) for each in asked for name in session.scalars(each) if name)


def _named(session: Session, reader: Reader) -> Iterator[_Told]:
    """Each name that a paper gave and that was not joined, with whose paper it stands in."""
    lead = leads(session)
    held = select(PaperSubject.paper_id).where(
        PaperSubject.subject_id.in_(reader.conflicted_subjects)
    )
    rows = session.execute(
        select(UnreadText.id, UnreadText.text, Paper.name, Paper.received_at, Subject.id,
               Subject.kind, Subject.label)
        .join(Paper, Paper.id == UnreadText.paper_id)
        .join(PaperSubject, PaperSubject.paper_id == Paper.id)
        .join(Subject, Subject.id == PaperSubject.subject_id)
        .where(Paper.id.not_in(held), knowable(reader))
        .order_by(UnreadText.id)
    )  # fmt: skip
    for text_id, text, paper, at, subject_id, kind, label in rows:
        name = next((text.removeprefix(one) for one in BEGUN if text.startswith(one)), "").strip()
        if name:
            stands, day = lead.get(subject_id, subject_id), at.date()
            says = Evidence(stands, kind, label, f"{name} is named", paper, day)
            yield _Told(name, CHILD, (UnreadText.__tablename__, text_id), says)
