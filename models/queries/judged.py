"""What a panel judged of the risk last, before a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, PanelSeries, RiskJudgement
from models.queries.knowable import families
from models.queries.tiers import Tiers, among
from models.queries.together import About, Ids, together
from models.records.outcomes import JudgedRisk

_JUDGED: Select[*tuple[Any, ...]] = (
    select(AgendaItem.subject_id, Meeting.held_on, RiskJudgement.after, PanelSeries.name)
    .join(AgendaItem, AgendaItem.id == RiskJudgement.item_id)
    .join(Meeting, Meeting.id == AgendaItem.meeting_id)
    .join(PanelSeries, PanelSeries.id == Meeting.series_id)
    .where(
        AgendaItem.subject_id.in_(bindparam("subjects", expanding=True)),
        AgendaItem.removed.is_(False),
        RiskJudgement.after.is_not(None),
        Meeting.held_on < bindparam("held"),
    )
    .order_by(Meeting.held_on, RiskJudgement.id)
)


@together(About.SUBJECT)
def judged(session: Session, subject_ids: Ids, day: date, tiers: Tiers) -> Mapping[int, JudgedRisk]:
    """The last word of a meeting of these tiers before a day on the risk of each subject."""
    lead = families(session, subject_ids)
    asked = _JUDGED.where(among(tiers))
    rows = session.execute(asked, {"subjects": tuple(lead), "held": day})
    return {lead[subject]: JudgedRisk(level, on, by) for subject, on, level, by in rows}
