"""What an item's prompts and points are told by, beyond what is read of it anyway."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import (
    AgendaItem,
    Assessment,
    IndicatorAnswer,
    Measure,
    Mention,
    PromptAnswer,
    Subject,
)
from models.marks import SubjectKind
from models.queries.knowable import families, knowable
from models.queries.prepared import for_reader
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import visible_to
from models.records.item import ItemRecord, PointRecord
from models.records.outcomes import ActionRow
from models.records.reader import Reader
from models.rules.measures import NOT_PURSUED
from models.rules.points import (
    DISRUPTED,
    OF_SOMEBODY,
    indicator_calls_for_nrm,
    points,
    type_calls_for_nrm,
)
from models.rules.prompts import Answer, recorded, sheet
from models.rules.scheme_form import is_present

THEMES = "T"
_ANSWERS: Select[*tuple[Any, ...]] = select(
    PromptAnswer.item_id, PromptAnswer.prompt, PromptAnswer.covered, PromptAnswer.reason
).where(PromptAnswer.item_id.in_(bindparam("items", expanding=True)))
_ASSESSED = (
    select(Assessment.child_id, Assessment.id)
    .where(Assessment.child_id.in_(bindparam("children", expanding=True)))
    .order_by(Assessment.assessed_on.is_not(None), Assessment.assessed_on, Assessment.id)
)
_INDICATORS: Select[*tuple[Any, ...]] = select(
    IndicatorAnswer.assessment_id, IndicatorAnswer.code, IndicatorAnswer.answer
).where(IndicatorAnswer.assessment_id.in_(bindparam("assessments", expanding=True)))


@for_reader
def _mentioned(reader: Reader) -> Select[Any]:
    """A person of concern or a place that somebody said this item's text names."""
    return (
        select(Mention.item_id)
        .join(Subject, Subject.id == Mention.subject_id)
        .where(
            Mention.item_id.in_(bindparam("items", expanding=True)),
            Subject.kind.in_(DISRUPTED),
            knowable(reader),
        )
        .distinct()
    )


def with_prompts(
    session: Session, reader: Reader, item: ItemRecord, ids: tuple[int, ...]
) -> ItemRecord:
    """The item with its prompts and the points that should stand before it closes.

    `ids` are the subject's record and those joined to it.
    """
    answers = _answers(session, item.row.id) or {}
    row, child = item.row, item.row.subject_kind == SubjectKind.CHILD
    kind = row.subject_kind or (SubjectKind.THEME.value if row.section == THEMES else "")
    required = points(
        item,
        nrm_called_for=child and _calls_for_nrm(session, item.header.types, ids),
        named=_names_somebody(session, reader, item),
        disrupted=row.subject_kind in DISRUPTED and bool(_measured(session, row.id, reader)),
        reasons={code: reason for code, (_, reason) in answers.items() if reason},
    )
    prompts = sheet(codes.prompts(kind), recorded(item), answers)
    return replace(item, required=required, prompts=prompts)


def why_nobody(session: Session, item: ItemRecord) -> tuple[PointRecord, ...]:
    """Why nobody tells a child or the parents, or holds the plan, where somebody said why."""
    said = {code: why for code, (_, why) in (_answers(session, item.row.id) or {}).items() if why}
    asked = points(item, nrm_called_for=False, named=False, reasons=said)
    return tuple(one for one in asked if one.code in OF_SOMEBODY and one.reason)


@together(About.ITEM)
def _answers(session: Session, item_ids: Ids) -> Mapping[int, Mapping[str, Answer]]:
    found: dict[int, dict[str, Answer]] = {}
    for item_id, code, covered, reason in session.execute(_ANSWERS, {"items": item_ids}):
        found.setdefault(item_id, {})[code] = (covered, reason)
    return found


def _calls_for_nrm(session: Session, types: Iterable[str], child_ids: tuple[int, ...]) -> bool:
    """Whether a child's forms of exploitation, or the last assessment's indicators, ask for it."""
    if any(map(type_calls_for_nrm, types)):
        return True
    rows = _indicators(session, child_ids[0]) or ()
    return any(is_present(answer) and indicator_calls_for_nrm(code) for code, answer in rows)


@together(About.CHILD)
def _indicators(session: Session, child_ids: Ids) -> Mapping[int, Sequence[tuple[str, str]]]:
    """What the last assessment of each child, by any record, says of its indicators."""
    lead = families(session, child_ids)
    assessed = session.execute(_ASSESSED, {"children": tuple(lead)})
    last = {lead[child_id]: assessment for child_id, assessment in assessed}
    child_of = {assessment: child_id for child_id, assessment in last.items()}
    rows = session.execute(_INDICATORS, {"assessments": tuple(child_of)}) if child_of else ()
    return grouped((child_of[assessment], (code, answer)) for assessment, code, answer in rows)


def _names_somebody(session: Session, reader: Reader, item: ItemRecord) -> bool:
    """Whether a person of concern or a place is linked to the item's subject or named in it."""
    kinds = {one.other_kind for one in item.links}
    kinds.update(kind for one in item.actions for kind in _kinds(one) if kind)
    if kinds & DISRUPTED:
        return True
    return bool(_mentions(session, item.row.id, reader))


@together(About.ITEM)
def _mentions(session: Session, item_ids: Ids, reader: Reader) -> Mapping[int, bool]:
    return dict.fromkeys(session.scalars(_mentioned(reader), {"items": item_ids}), True)


@for_reader
def _elsewhere(reader: Reader) -> Select[*tuple[Any, ...]]:
    """A measure agreed on another item of the same meeting, with whom it and this item are of."""
    other = aliased(AgendaItem)
    return (
        select(AgendaItem.id, AgendaItem.subject_id, Measure.subject_id)
        .join(other, and_(other.meeting_id == AgendaItem.meeting_id, other.id != AgendaItem.id))
        .join(Measure, Measure.item_id == other.id)
        .where(
            AgendaItem.id.in_(bindparam("items", expanding=True)),
            Measure.subject_id.is_not(None),
            Measure.status.not_in(NOT_PURSUED),
            visible_to(reader, Measure),
        )
    )


@together(About.ITEM)
def _measured(session: Session, item_ids: Ids, reader: Reader) -> Mapping[int, bool]:
    """The items whose subject another item of the meeting agreed a measure against."""
    rows = session.execute(_elsewhere(reader), {"items": item_ids}).all()
    lead = families(session, tuple({one for row in rows for one in row[1:] if one}))
    same = {row[0] for row in rows if lead.get(row[1], row[1]) == lead.get(row[2], row[2])}
    return dict.fromkeys(same, True)


def _kinds(action: ActionRow) -> tuple[str | None, ...]:
    return (action.subject_kind, *(kind for _, kind, _, _ in action.other_subjects))
