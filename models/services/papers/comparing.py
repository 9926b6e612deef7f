"""Previews compared with the register and with each other, as filing will compare them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import ChildStatus, Paper
from models.intake.papers import ReadRecord
from models.records.papers import MatchRecord
from models.services.papers.children import told_of
from models.services.papers.facts import Facts
from models.services.papers.filing_batch import in_filing_order
from models.services.papers.known_children import KnownChildren
from models.services.papers.other_agencies import asked_whose
from models.services.papers.our_words import without_ours
from models.services.papers.previewed import CHILDREN, PreviewedFile

MOST_SHOWN = 200
ON_RECORD = "On record already: this paper is added to that record"
STAYS_OPEN = (
    "Closed by this paper and open here: it stays open, a closure needs a reason and a second "
    "person"
)


def compared(session: Session, looked: Sequence[PreviewedFile]) -> tuple[PreviewedFile, ...]:
    """The previews with what is known: papers on record, children who may be the same."""
    wanted = {one.sha256 for one in looked if one.sha256}
    known = set(session.scalars(select(Paper.sha256).where(Paper.sha256.in_(wanted))))
    children = _Compared(session) if any(one.compared for one in looked) else None
    told = list(looked)
    for place in in_filing_order(looked):
        mine = asked_whose(session, without_ours(session, looked[place]))
        one = replace(mine, duplicate=mine.sha256 in known)
        if children is not None and one.compared and not one.duplicate:
            one = replace(one, matches=children.matches(one))
        told[place] = one
    return tuple(told)


class _Compared:
    """The register's children and, under numbers below nought, those that these papers bring."""

    def __init__(self, session: Session) -> None:
        self._children = KnownChildren(session)
        self._brought = 0
        self._open = _on_tracker(session)

    def matches(self, one: PreviewedFile) -> tuple[tuple[int, MatchRecord], ...]:
        """For each record of a paper who may be the same; its children count from now on."""
        records = one.paper.records if one.paper is not None else ()
        found = [
            (place, match)
            for place, record in enumerate(records)
            if record.kind in CHILDREN
            for match in self._of(record)
        ]
        self._children.settle()
        return tuple(found[:MOST_SHOWN])

    def _of(self, record: ReadRecord) -> Iterable[MatchRecord]:
        facts = Facts(record)
        told = told_of(facts)
        verdict = self._children.judge(told, record.kind == "persons")
        if verdict.same is None:
            self._brought += 1
            self._children.add(-self._brought, told)
        else:
            self._children.learn(verdict.same, told)
            if verdict.same > 0:
                why = ON_RECORD
                if facts.day("closed") is not None and verdict.same in self._open:
                    why = f"{ON_RECORD}. {STAYS_OPEN}"
                yield self._record(verdict.same, 20.0, why)
        for asked in verdict.questions:
            beside = "" if asked.subject_id > 0 else "Also in these papers. "
            yield self._record(asked.subject_id, asked.weight, f"{beside}{asked.why}")

    def _record(self, child_id: int, weight: float, why: str) -> MatchRecord:
        held = self._children.all[child_id]
        return MatchRecord(held.id, held.name, held.facts.system_id, weight, why)


def _on_tracker(session: Session) -> frozenset[int]:
    """The children who stand on the tracker by the latest that is on record of each."""
    latest: dict[int, bool] = {}
    for child_id, on in session.execute(
        select(ChildStatus.child_id, ChildStatus.on_tracker).order_by(
            ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id
        )
    ):
        latest[child_id] = on
    return frozenset(one for one, on in latest.items() if on)
