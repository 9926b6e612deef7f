"""What an item's prompts and points are told by, beyond what is read of it anyway."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, IndicatorAnswer, Mention, PromptAnswer, Subject
from models.marks import SubjectKind
from models.queries.assessments import is_present
from models.queries.knowable import knowable
from models.queries.prepared import for_reader
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow
from models.records.reader import Reader
from models.rules.points import DISRUPTED, indicator_calls_for_nrm, points, type_calls_for_nrm
from models.rules.prompts import Answer, recorded, sheet

THEMES = "T"
_ANSWERS = select(PromptAnswer.prompt, PromptAnswer.covered, PromptAnswer.reason).where(
    PromptAnswer.item_id == bindparam("item")
)
_latest = (
    select(Assessment.id)
    .where(Assessment.child_id.in_(bindparam("children", expanding=True)))
    .order_by(Assessment.assessed_on.is_(None), Assessment.assessed_on.desc(), Assessment.id.desc())
    .limit(1)
    .scalar_subquery()
)
_INDICATORS = select(IndicatorAnswer.code, IndicatorAnswer.answer).where(
    IndicatorAnswer.assessment_id == _latest
)


@for_reader
def _mentioned(reader: Reader) -> Select[Any]:
    """A person of concern or a place that somebody said this item's text names."""
    return (
        select(Mention.id)
        .join(Subject, Subject.id == Mention.subject_id)
        .where(Mention.item_id == bindparam("item"), Subject.kind.in_(DISRUPTED), knowable(reader))
        .limit(1)
    )


def with_prompts(
    session: Session, reader: Reader, item: ItemRecord, ids: tuple[int, ...]
) -> ItemRecord:
    """The item with its prompts and the points that should stand before it closes.

    `ids` are the subject's record and those joined to it.
    """
    answers = _answers(session, item.row.id)
    row, child = item.row, item.row.subject_kind == SubjectKind.CHILD
    kind = row.subject_kind or (SubjectKind.THEME.value if row.section == THEMES else "")
    required = points(
        item,
        nrm_called_for=child and _calls_for_nrm(session, item.header.types, ids),
        named=_names_somebody(session, reader, item),
        reasons={code: reason for code, (_, reason) in answers.items() if reason},
    )
    prompts = sheet(codes.prompts(kind), recorded(item), answers)
    return replace(item, required=required, prompts=prompts)


def _answers(session: Session, item_id: int) -> dict[str, Answer]:
    rows = session.execute(_ANSWERS, {"item": item_id})
    return {code: (covered, reason) for code, covered, reason in rows}


def _calls_for_nrm(session: Session, types: Iterable[str], child_ids: tuple[int, ...]) -> bool:
    """Whether a child's forms of exploitation, or the last assessment's indicators, ask for it."""
    if any(map(type_calls_for_nrm, types)):
        return True
    rows = session.execute(_INDICATORS, {"children": child_ids})
    return any(is_present(answer) and indicator_calls_for_nrm(code) for code, answer in rows)


def _names_somebody(session: Session, reader: Reader, item: ItemRecord) -> bool:
    """Whether a person of concern or a place is linked to the item's subject or named in it."""
    kinds = {one.other_kind for one in item.links}
    kinds.update(kind for one in item.actions for kind in _kinds(one) if kind)
    if kinds & DISRUPTED:
        return True
    return session.scalar(_mentioned(reader), {"item": item.row.id}) is not None


def _kinds(action: ActionRow) -> tuple[str | None, ...]:
    return (action.subject_kind, *(kind for _, kind, _, _ in action.other_subjects))
