"""Improvement actions, and what serves each priority of the strategy."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    Agency,
    Improvement,
    ImprovementUpdate,
    Meeting,
    StrategyTag,
    Subject,
)
from models.queries.knowable import knowable
from models.queries.overdue import OPEN
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.improvements import ImprovementRow, PriorityRow
from models.records.reader import Reader
from models.rules import actions as rule
from models.rules.actions import ActionStatus
from models.rules.day_words import in_words

NO_PRIORITY = "No priority"
LIST = "strategy_priorities"


def improvements(session: Session, reader: Reader) -> tuple[ImprovementRow, ...]:
    """Every improvement action agreed at a tier that the reader reads, or at none; the open first.

    They are about no child: whoever reads a tier reads them.
    """
    rows = session.execute(
        select(Improvement, Agency.name, Subject.label, Meeting.held_on)
        .outerjoin(Agency, Agency.id == Improvement.agency_id)
        .outerjoin(Subject, Subject.id == Improvement.theme_id)
        .outerjoin(Meeting, Meeting.id == Improvement.meeting_id)
        .where(or_(Improvement.meeting_id.is_(None), of_tiers(reader)))
        .order_by(Improvement.id)
    ).all()
    told = _told(session)
    made = [
        _row(reader, one, agency, theme, held, told.get(one.id, ()))
        for one, agency, theme, held in rows
    ]
    return tuple(
        sorted(made, key=lambda one: (one.finished, one.due_on is None, one.due_on, one.id))
    )


def priorities(session: Session, reader: Reader) -> tuple[PriorityRow, ...]:
    """Each priority in use with what serves it, then what serves none."""
    plan = improvements(session, reader)
    tagged = _actions(session, reader)
    themes = _themes(session, reader)
    found = []
    for code, label in ((one.code, one.label) for one in codes.load(LIST) if one.active):
        mine = [one for one in plan if one.strategy == code]
        found.append(_priority(code, label, mine, tagged.get(code, ()), themes.get(code, ())))
    rest = [one for one in plan if one.strategy is None]
    return (*found, _priority("", NO_PRIORITY, rest, (), ())) if rest else tuple(found)


def strategy_of(session: Session, reader: Reader) -> Mapping[tuple[str, int], str]:
    """The priority of each action and theme that has one, by ("action", id) or ("subject", id)."""
    rows = session.execute(
        select(StrategyTag.priority, StrategyTag.action_id, StrategyTag.subject_id)
    )
    return {
        ("action", action) if action else ("subject", subject or 0): priority
        for priority, action, subject in rows
    }


def _priority(
    code: str,
    label: str,
    plan: list[ImprovementRow],
    statuses: tuple[str, ...],
    themes: tuple[str, ...],
) -> PriorityRow:
    late = sum(one.rag == "red" for one in plan)
    still = sum(one in OPEN for one in statuses)
    return PriorityRow(code, label, len(plan), late, len(statuses), still, themes)


def _actions(session: Session, reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """How the case actions of each priority stand, of those that the reader may read."""
    return _by_first(
        session,
        select(StrategyTag.priority, Action.status)
        .join(Action, Action.id == StrategyTag.action_id)
        .where(visible_to(reader, Action)),
    )


def _themes(session: Session, reader: Reader) -> Mapping[str, tuple[str, ...]]:
    return _by_first(
        session,
        select(StrategyTag.priority, Subject.label)
        .join(Subject, Subject.id == StrategyTag.subject_id)
        .where(knowable(reader), Subject.closed_on.is_(None))
        .order_by(Subject.label),
    )


def _by_first(session: Session, asked: Select[str, str]) -> Mapping[str, tuple[str, ...]]:
    """What stands second in each row, by what stands first."""
    found: dict[str, tuple[str, ...]] = {}
    for priority, words in session.execute(asked):
        found[priority] = (*found.get(priority, ()), words)
    return found


def _told(session: Session) -> Mapping[int, tuple[str, ...]]:
    rows = session.scalars(select(ImprovementUpdate).order_by(ImprovementUpdate.id.desc()))
    found: dict[int, tuple[str, ...]] = {}
    for one in rows:
        words = ": ".join(filter(None, (f"{in_words(one.on)}, {one.status}", one.text)))
        found[one.improvement_id] = (*found.get(one.improvement_id, ()), words)
    return found


def _row(
    reader: Reader,
    one: Improvement,
    agency: str | None,
    theme: str | None,
    meeting_on: date | None,
    told: tuple[str, ...],
) -> ImprovementRow:
    status = ActionStatus(one.status)
    standing = rule.standing(status, one.due_on, reader.today, one.status_on)
    return ImprovementRow(
        id=one.id,
        uuid=one.uuid,
        reference=one.reference,
        text=one.text,
        source=one.source,
        strategy=one.strategy,
        priority=codes.label_of(LIST, one.strategy or ""),
        theme_id=one.theme_id,
        theme=theme,
        meeting_on=meeting_on,
        owner=one.owner_name,
        owner_id=one.owner_id,
        agency_id=one.agency_id,
        agency=agency,
        due_on=one.due_on,
        success=one.success,
        status=one.status,
        finished=status in rule.FINISHED,
        rag=standing.rag,
        standing=standing.words,
        made_on=one.made_on,
        told=told,
    )
