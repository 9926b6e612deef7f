"""Children whose missing episodes call for a strategy meeting, by the panel's own numbers."""

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import MissingEpisode
from models.queries.kept_settings import kept_settings
from models.queries.knowable import knowable, leads
from models.queries.labels import labels_of
from models.records.clocks import StrategyProposal
from models.records.reader import Reader
from models.rules.interviews import (
    DAYS,
    EPISODES,
    IN_DAYS,
    MOST_EPISODES,
    Gone,
    calls_for_strategy,
)


class _Row(NamedTuple):
    id: int
    child_id: int
    reported: datetime
    gone: Gone


def strategy_numbers(session: Session) -> tuple[int, int]:
    """How many episodes in how many days propose a meeting."""
    kept = kept_settings(session)
    most, days = kept.get(EPISODES, ""), kept.get(DAYS, "")
    return (
        int(most) if most.isdigit() and int(most) else MOST_EPISODES,
        int(days) if days.isdigit() and int(days) else IN_DAYS,
    )


def strategy_proposals(
    session: Session, reader: Reader, child_id: int | None = None
) -> tuple[StrategyProposal, ...]:
    """Every child for whom a meeting is proposed, or this one, the latest missing first."""
    most, days = strategy_numbers(session)
    lead, of = leads(session), defaultdict[int, list[_Row]](list)
    for row in _rows(session, reader, days):
        of[lead.get(row.child_id, row.child_id)].append(row)
    wanted = of if child_id is None else {one: of[one] for one in (child_id,) if one in of}
    counts = {
        one: calls_for_strategy([row.gone for row in rows], reader.today, most, days)
        for one, rows in wanted.items()
        if len(rows) >= most
    }
    labels = labels_of(session, [one for one, count in counts.items() if count])
    found = []
    for one, label in labels.items():
        last = max(wanted[one], key=lambda row: row.reported)
        found.append(StrategyProposal(one, label, last.id, counts[one], days, last.reported))
    return tuple(sorted(found, key=lambda one: (-one.reported.timestamp(), one.child_id)))


def _rows(session: Session, reader: Reader, days: int) -> list[_Row]:
    first = datetime.combine(reader.today - timedelta(days=days - 1), time.min)
    one = MissingEpisode
    rows = session.execute(
        select(one.id, one.child_id, one.reported_at, one.strategy_meeting, one.strategy_reason)
        .where(one.reported_at >= first, one.reported_at <= reader.now)
        .where(knowable(reader, one.child_id))
    )
    return [
        _Row(id_, child_id, reported, Gone(reported, meeting, bool(reason)))
        for id_, child_id, reported, meeting, reason in rows
        if reported is not None
    ]
