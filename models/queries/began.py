"""Since when anything is on record that figures are counted of, and since when each kind is."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    AgendaItem,
    Assessment,
    ChildStatus,
    Decision,
    Displacement,
    DisruptionPlan,
    GroupAssessment,
    Link,
    Measure,
    MeasureStep,
    Meeting,
    MissingEpisode,
    NrmReferral,
    Place,
    PlaceAssessment,
    Recommendation,
    Referral,
)
from models.queries.knowable import knowable, knowable_link, listable
from models.queries.tiers import of_tiers
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader

OUTCOME = "outcome of a referral"
Days = Mapping[str, date | None]
"""What a kind is called, with its first day on record; None where none of it has a day."""


def first_days(session: Session, reader: Reader) -> Days:
    """The first day of each kind of thing that the reader may know of."""
    return {words: _day(session.scalar(asked)) for words, asked in _asked(reader)}


def first_day(session: Session, reader: Reader, kind: str) -> date | None:
    """The first day of one kind of thing."""
    return _day(session.scalar(dict(_asked(reader))[kind]))


def began(days: Days, today: date) -> date:
    """The first day of anything; today where nothing has a day."""
    return min((one for one in days.values() if one is not None), default=today)


def _asked(reader: Reader) -> Iterator[tuple[str, Select[Any]]]:
    for words, day, whose in (
        ("referral", Referral.received_on, Referral.subject_id),
        (OUTCOME, Referral.outcome_at, Referral.subject_id),
        ("assessment", Assessment.assessed_on, Assessment.child_id),
        ("child's standing", ChildStatus.since, ChildStatus.child_id),
        ("episode", MissingEpisode.reported_at, MissingEpisode.child_id),
        ("return", MissingEpisode.returned_at, MissingEpisode.child_id),
        ("NRM referral", NrmReferral.referred_on, NrmReferral.child_id),
        ("decision on reasonable grounds", NrmReferral.reasonable_grounds_on, NrmReferral.child_id),
        ("decision on conclusive grounds", NrmReferral.conclusive_grounds_on, NrmReferral.child_id),
    ):
        yield words, select(func.min(day)).where(knowable(reader, whose))
    for words, day, entity in (
        ("action", Action.made_on, Action),
        ("measure", Measure.made_on, Measure),
        ("place assessment", PlaceAssessment.assessed_on, PlaceAssessment),
        ("group assessment", GroupAssessment.assessed_on, GroupAssessment),
    ):
        yield words, select(func.min(day)).where(visible_to(reader, entity))
    yield "link", select(func.min(Link.recorded_on)).where(knowable_link(reader))
    yield "meeting", select(func.min(Meeting.held_on)).where(of_tiers(reader))
    yield "place of concern", select(func.min(Place.adopted_on)).where(listable(reader, Place.id))
    yield from _joined(reader)


def _joined(reader: Reader) -> Iterator[tuple[str, Select[Any]]]:
    """Kinds whose day or whose reader is another's."""
    yield (
        "step of a measure",
        select(func.min(MeasureStep.day))
        .join(Measure, Measure.id == MeasureStep.measure_id)
        .where(visible_to(reader, Measure)),
    )
    yield (
        "displacement",
        select(func.min(Displacement.noted_on))
        .join(DisruptionPlan, DisruptionPlan.id == Displacement.plan_id)
        .where(visible_to(reader, DisruptionPlan), knowable(reader, Displacement.subject_id)),
    )
    yield (
        "decision",
        select(func.min(Meeting.held_on))
        .select_from(Decision)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.removed.is_(False), takes_part(reader, AgendaItem.id, AgendaItem.subject_id)
        ),
    )
    yield (
        "recommendation",
        select(func.min(Recommendation.made_on)).where(
            Recommendation.withdrawn.is_(False),
            Recommendation.status != "draft",
            knowable(reader, Recommendation.child_id),
            takes_part(reader, Recommendation.item_id, Recommendation.child_id),
        ),
    )


def _day(one: date | datetime | None) -> date | None:
    return one.date() if isinstance(one, datetime) else one
