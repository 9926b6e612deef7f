"""Which children of the tracker an operation touched, so that they alone are read again."""

import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Assessment,
    ChildStatus,
    Exploitation,
    IndicatorAnswer,
    MissingEpisode,
    NrmReferral,
    Referral,
    ReturnInterview,
    Review,
    RiskJudgement,
)
from models.queries.knowable import leads
from models.records.reader import Reader
from models.storage.tables import change

TOO_MANY = 2_000
ITSELF = frozenset({"subject", "child"})
NAMES = {
    "child_status": ChildStatus.child_id,
    "exploitation": Exploitation.child_id,
    "assessment": Assessment.child_id,
    "missing_episode": MissingEpisode.child_id,
    "nrm_referral": NrmReferral.child_id,
    "review": Review.subject_id,
    "referral": Referral.subject_id,
    "agenda_item": AgendaItem.subject_id,
}
THROUGH = {
    "return_interview": (ReturnInterview.episode_id, "missing_episode"),
    "indicator_answer": (IndicatorAnswer.assessment_id, "assessment"),
    "risk_judgement": (RiskJudgement.item_id, "agenda_item"),
}
"""Tables whose rows name another row, which names the child."""
EVERYBODY = frozenset({
    "same_as", "setting", "code_row", "meeting", "declaration", "member", "person_of_concern",
})  # fmt: skip
"""What may move any row, or hide it: who is whom, how long an assessment lasts, an interest."""
ALL_TABLES = ITSELF | NAMES.keys() | THROUGH.keys() | EVERYBODY


def tracker_touched(
    session: Session, reader: Reader, number: int, *, since: bool = False
) -> frozenset[int] | None:
    """The children whose rows an operation may have changed; None where it may be any, or many.

    With `since`, all operations after that one.
    """
    which = change.c.operation > number if since else change.c.operation == number
    rows = session.execute(
        select(change.c.table, change.c.row_id, change.c.before, change.c.after)
        .where(which, change.c.table.in_(ALL_TABLES))
        .limit(TOO_MANY)
    ).all()
    if len(rows) == TOO_MANY or any(row.table in EVERYBODY for row in rows):
        return None
    found: set[int] = set()
    for row in rows:
        found.update(_whose(session, row.table, row.row_id, row.before, row.after))
    lead = leads(session)
    return frozenset(lead.get(one, one) for one in found)


def _whose(
    session: Session, table: str, row_id: int, before: str | None, after: str | None
) -> Iterator[int]:
    """Whom a row is about; one taken out stands in the journal alone, one moved names both."""
    if table in ITSELF:
        yield row_id
        return
    said = [json.loads(text) for text in (before, after) if text]
    ids = {row_id}
    if table in THROUGH:
        names, table = THROUGH[table]
        ids = _named(said, names.key) or set(
            session.scalars(select(names).where(names.class_.id == row_id))
        )
        said = []
    column = NAMES[table]
    yield from _named(said, column.key)
    asked = select(column).where(column.class_.id.in_(ids))
    yield from (one for one in session.scalars(asked) if one is not None)


def _named(said: list[dict[str, int | None]], key: str) -> set[int]:
    return {one for values in said if (one := values.get(key))}
