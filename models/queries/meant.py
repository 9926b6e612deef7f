"""Who or what may be meant by a name: those called so, then those who are only nearly alike."""

from sqlalchemy.orm import Session

from models.marks import SubjectKind
from models.queries.find import find
from models.queries.matching import possible_matches
from models.queries.matching_things import possible_things
from models.queries.short_labels import short_label
from models.records.reader import Reader
from models.records.subjects import SubjectRow
from models.rules.finding import PERHAPS

FEW, SHORTEST_ALIKE = 4, 4
"""Where fewer are called so, those nearly alike are told as well; letters from which they are."""

THINGS = (SubjectKind.PLACE, SubjectKind.ACCOUNT, SubjectKind.VEHICLE, SubjectKind.PHONE)


def meant(session: Session, reader: Reader, words: str, limit: int = 20) -> tuple[SubjectRow, ...]:
    """As the look-up finds them; after them who and what is nearly alike, `detail` says why."""
    rows = find(session, reader, words, limit)
    if len(rows) >= FEW or len(words.strip()) < SHORTEST_ALIKE:
        return rows
    named = {row.id for row in rows}
    alike = (
        *possible_matches(session, reader, words, top=FEW),
        *(
            one
            for kind in THINGS
            for one in possible_things(session, reader, kind.value, words, top=FEW)
        ),
    )
    return (
        *rows,
        *(
            SubjectRow(
                one.subject_id,
                one.kind,
                one.label,
                short_label(session, one.kind, one.label),
                one.reference,
                f"{PERHAPS}: {one.why}",
            )
            for one in alike
            if one.subject_id not in named
        ),
    )
