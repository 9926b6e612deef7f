"""What a form that came back prints of the panel's own record and wording: not read as news."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Recommendation, WordingRow
from models.intake.opening.own_forms import bare, is_made_of
from models.intake.papers import ReadPaper
from models.services.papers.previewed import PreviewedFile

FORMS = frozenset({"reply", "update", "return"})
REFERENCES = ("ref", "reference")


def without_ours(session: Session, one: PreviewedFile) -> PreviewedFile:
    """A preview of a form of the panel's own without what the record and the panel's wording say.

    A value that is no longer what the record says is somebody's change, and stays to be read.
    """
    paper = one.paper
    if paper is None or paper.kind not in FORMS or not (one.content and one.content.printed):
        return one
    wordings = {bare(text) for text in session.scalars(select(WordingRow.text))} - {""}
    printed = {
        bare(f"{label}: {value}")
        for row in _recommended(session, paper)
        for label, value in _printed(row)
    }
    left = tuple(
        text
        for text in paper.not_understood
        if bare(text.text) not in printed and not is_made_of(bare(text.text), wordings)
    )
    return replace(one, paper=replace(paper, not_understood=left))


def _recommended(session: Session, paper: ReadPaper) -> Iterable[Recommendation]:
    told = {record.get(name) for record in paper.records for name in REFERENCES} - {None}
    return session.scalars(select(Recommendation).where(Recommendation.reference.in_(told)))


def _printed(row: Recommendation) -> Iterator[tuple[str, str]]:
    """Each label of a recommendation on its sheet with what stands there."""
    named = row.to_plan or "child's"
    yield from (("Plan", one) for one in (named, f"{named} plan", "plan of the open case"))
    for label, value in (
        ("What is recommended", row.text),
        ("Part of the plan", row.plan_domain),
        ("So that", row.outcome_sought),
        ("By whom", row.addressed_to),
        *(("By when", one) for one in _said(row.by_date)),
        ("What will show it", row.evidence_sought),
    ):
        if value:
            yield label, value


def _said(day: date | None) -> tuple[str, ...]:
    """A day as sheets have it, those that went before in short."""
    return (f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}") if day else ()
