"""Open actions that name a measure of the catalogue which is not on the register."""

from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import Action, Agency, Measure, Subject
from models.queries.overdue import OPEN
from models.queries.short_labels import short_label
from models.queries.visible import visible_to
from models.records.disruption import NamedMeasure
from models.records.reader import Reader
from models.rules.tactics import is_care


def named_measures(
    session: Session, reader: Reader, item_id: int | None = None
) -> tuple[NamedMeasure, ...]:
    """The actions that name a measure against somebody, of an item or of all, the latest first.

    One whose measure stands on the register already, from it or against the same, is left out.
    """
    rows = session.execute(_statement(reader, item_id))
    found = []
    for action, kind, label, agency in rows:
        known = codes.measure(action.measure_type_code or "")
        if known is None or is_care(known):
            continue
        about = short_label(session, kind, label) if kind else ""
        owner = action.owner_name or agency
        found.append(
            NamedMeasure(
                action.id, action.reference, action.text, known.name, about, owner,
                action.due_on, action.item_id,
            )
        )  # fmt: skip
    return tuple(found)


def _statement(reader: Reader, item_id: int | None) -> Select[*tuple[Any, ...]]:
    held = aliased(Measure)
    same = and_(
        held.type_code == Action.measure_type_code,
        or_(
            held.subject_id == Action.subject_id,
            and_(held.item_id == Action.item_id, Action.item_id.is_not(None)),
        ),
    )
    on_register = (
        select(held.id)
        .where(visible_to(reader, held), or_(held.action_id == Action.id, same))
        .exists()
    )
    asked = (
        select(Action, Subject.kind, Subject.label, Agency.name)
        .outerjoin(Subject, Subject.id == Action.subject_id)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(
            Action.measure_type_code.is_not(None),
            Action.status.in_(sorted(OPEN)),
            visible_to(reader, Action),
            ~on_register,
        )
        .order_by(Action.id.desc())
    )
    return asked.where(Action.item_id == item_id) if item_id is not None else asked
