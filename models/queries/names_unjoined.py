"""Names that papers gave and nobody on record bears, with the papers that name them."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Paper, PaperSubject, Subject, UnreadText
from models.marks import SubjectKind
from models.queries.knowable import knowable, leads
from models.queries.mentions import names_known
from models.records.reader import Reader
from models.records.unlisted import Band, Evidence, UnlistedRow
from models.rules.names import plain

BEGUN = ("Peer named, not joined: ", "Child named, not joined: ")


def names_unjoined(session: Session, reader: Reader, least: int) -> Iterator[UnlistedRow]:
    """Children whom the papers of so many others name and who are not on record.

    Papers are for who may read lines for the chair; one of somebody in whom the reader has an
    interest counts for nothing.
    """
    if not reader.sees_chair_only:
        return
    named_in, found = (
        names_known(session, reader),
        defaultdict[str, list[tuple[str, Evidence]]](list),
    )
    for name, evidence in _named(session, reader):
        if not named_in(name):
            found[plain(name)].append((name, evidence))
    for told in found.values():
        papers = tuple(dict.fromkeys(one for _, one in told))
        count = len({one.of_id for one in papers})
        if count >= least:
            kind = SubjectKind.CHILD.value
            yield UnlistedRow(Band.UNKNOWN, None, kind, told[0][0], count, papers)


def _named(session: Session, reader: Reader) -> Iterator[tuple[str, Evidence]]:
    """Each such name with whose paper it stands in."""
    lead = leads(session)
    held = select(PaperSubject.paper_id).where(
        PaperSubject.subject_id.in_(reader.conflicted_subjects)
    )
    rows = session.execute(
        select(UnreadText.text, Paper.name, Paper.received_at, Subject.id, Subject.kind,
               Subject.label)
        .join(Paper, Paper.id == UnreadText.paper_id)
        .join(PaperSubject, PaperSubject.paper_id == Paper.id)
        .join(Subject, Subject.id == PaperSubject.subject_id)
        .where(Paper.id.not_in(held), knowable(reader))
        .order_by(UnreadText.id)
    )  # fmt: skip
    for text, paper, at, subject_id, kind, label in rows:
        name = next((text.removeprefix(one) for one in BEGUN if text.startswith(one)), "").strip()
        if name:
            stands, day = lead.get(subject_id, subject_id), at.date()
            yield name, Evidence(stands, kind, label, f"{name} is named", paper, day)
