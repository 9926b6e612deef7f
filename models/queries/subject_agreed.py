"""What was agreed about a subject, for the file on it: own parts, and what became of them."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Action, ActionSubject, ActionUpdate, Recommendation
from models.marks import Sharing
from models.queries.subject_fields import (
    CRIME,
    HIDDEN,
    ORIGINATOR,
    THIRD,
    Ids,
    day_of,
    fields_of,
    items_of_subject,
    tactic,
)
from models.records.disclosure import WORK, FileLine
from models.rules.recommendations import in_words

OF_RECOMMENDATIONS = (
    ("text", ""), ("modified_text", "As it was accepted"), ("reply_reason", "Reason given"),
    ("plan_evidence", "Where the plan shows it"), ("earlier_answers", "Answered before"),
)  # fmt: skip


def agreed(session: Session, ids: Ids) -> Iterator[FileLine]:
    """Actions and recommendations; what is about others as well does not go by itself."""
    actions = select(Action).where(_of(ids), Action.sharing.not_in(HIDDEN)).order_by(Action.id)
    for one in session.scalars(actions):
        text, shared = _own_part(session, one, ids)
        kind = codes.find("action_types", one.kind or "")
        why = THIRD if shared else tactic(text)
        why = ORIGINATOR if one.sharing == Sharing.NAMED_AGENCIES.value else why
        why = CRIME if getattr(kind, "tactic", False) else why
        yield FileLine(f"action.{one.id}.text", WORK[0], text, one.made_on, one.status, why)
        for line in _updates(session, one):
            yield replace(
                line, text=f"{text.rstrip('.')}: {line.text}", withheld=line.withheld or why
            )
    wanted = select(Recommendation).where(Recommendation.child_id.in_(ids))
    for kept in session.scalars(wanted.order_by(Recommendation.id)):
        for line in fields_of(kept, WORK[1], kept.made_on, OF_RECOMMENDATIONS):
            own = line.key.endswith(".text")
            said = in_words(kept.status) if own else line.said
            yield replace(line, said=said, withheld=line.withheld or tactic(kept.text))


def actions_kept_back(session: Session, ids: Ids) -> int:
    """How many actions are not read: for the chair, or not minuted."""
    hidden = select(func.count()).where(_of(ids), Action.sharing.in_(HIDDEN))
    return session.scalar(hidden) or 0


def _of(ids: Ids) -> ColumnElement[bool]:
    also = select(ActionSubject.action_id).where(ActionSubject.subject_id.in_(ids))
    return or_(Action.subject_id.in_(ids), Action.id.in_(also),
               Action.subject_id.is_(None) & Action.item_id.in_(items_of_subject(ids)))  # fmt: skip


def _updates(session: Session, one: Action) -> Iterator[FileLine]:
    fields = (("text", "What was done"), ("reason", "Why not"), ("evidence", "Evidence"))
    for told in session.scalars(select(ActionUpdate).where(ActionUpdate.action_id == one.id)):
        yield from fields_of(told, WORK[2], day_of(told.at), fields)


def _own_part(session: Session, one: Action, ids: Ids) -> tuple[str, bool]:
    """An action about several is told with this subject's own part, where one is worded; else it
    is about the others as well."""
    rows = select(ActionSubject).where(ActionSubject.action_id == one.id)
    parts = session.scalars(rows).all()
    mine = next((part.part_text for part in parts if part.subject_id in ids), None)
    shared = any(part.subject_id not in ids for part in parts) or (
        one.subject_id is not None and one.subject_id not in ids
    )
    return (mine, False) if mine else (one.text, shared)
