"""Since when anything is on record that figures are counted of."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    Assessment,
    ChildStatus,
    GroupAssessment,
    Link,
    Measure,
    MeasureStep,
    Meeting,
    MissingEpisode,
    NrmReferral,
    PlaceAssessment,
    Referral,
)
from models.queries.knowable import knowable, knowable_link
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.reader import Reader


def began(session: Session, reader: Reader) -> date:
    """The first day of anything that the reader may know of; today where nothing has a day."""
    steps = select(func.min(MeasureStep.day)).join(Measure, Measure.id == MeasureStep.measure_id)
    asked = (
        *(
            select(func.min(day)).where(knowable(reader, whose))
            for day, whose in (
                (Referral.received_on, Referral.subject_id),
                (Assessment.assessed_on, Assessment.child_id),
                (ChildStatus.since, ChildStatus.child_id),
                (MissingEpisode.reported_at, MissingEpisode.child_id),
                (MissingEpisode.returned_at, MissingEpisode.child_id),
                (NrmReferral.referred_on, NrmReferral.child_id),
            )
        ),
        *(
            select(func.min(day)).where(visible_to(reader, entity))
            for day, entity in (
                (Action.made_on, Action),
                (PlaceAssessment.assessed_on, PlaceAssessment),
                (GroupAssessment.assessed_on, GroupAssessment),
            )
        ),
        select(func.min(Link.recorded_on)).where(knowable_link(reader)),
        select(func.min(Meeting.held_on)).where(of_tiers(reader)),
        steps.where(visible_to(reader, Measure)),
    )
    found = (session.scalar(one) for one in asked)
    return min((_day(one) for one in found if one is not None), default=reader.today)


def _day(one: date | datetime) -> date:
    return one.date() if isinstance(one, datetime) else one
