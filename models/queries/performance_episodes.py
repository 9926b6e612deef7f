"""Missing episodes with their return interviews, as indicators count them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import MissingEpisode, ReturnInterview
from models.queries.knowable import knowable, leads
from models.records.reader import Reader


@dataclass(frozen=True)
class Episode:
    """An episode of a child and every interview that followed it, the first entered first."""

    id: int
    child_id: int
    reported: datetime | None
    returned: datetime | None
    strategy: date | None = None
    interviews: tuple[ReturnInterview, ...] = ()
    missing_from: str | None = None

    @property
    def done(self) -> datetime | None:
        """When the first interview was held."""
        return min((one.conducted_at for one in self.interviews if one.conducted_at), default=None)

    @property
    def offered(self) -> bool:
        """Whether one was offered, or held at all."""
        return any(one.offered_at or one.conducted_at for one in self.interviews)

    @property
    def declined(self) -> bool:
        """Whether none was held, and a reason says why."""
        return not self.done and any(one.declined_reason for one in self.interviews)

    @property
    def why_declined(self) -> str | None:
        """The reason told last."""
        said = [one.declined_reason for one in self.interviews if one.declined_reason]
        return said[-1] if said else None

    @property
    def independent(self) -> bool | None:
        """Whether somebody independent held it; None where nobody says."""
        said = [one.independent for one in self.interviews if one.conducted_at]
        return next((one for one in said if one is not None), None)

    @property
    def answered(self) -> bool:
        """Whether a person has gone through what one tells of."""
        return any(one.gone_through_on for one in self.interviews)

    @property
    def from_elsewhere(self) -> bool:
        """Whether the child was missing from a placement out of the area."""
        known = codes.recognise("missing_from", self.missing_from)
        return known is not None and known.code == "out of area"

    @property
    def learned(self) -> bool:
        """Whether one says what was learned."""
        return any((one.learned or "").strip() for one in self.interviews)


def episodes(session: Session, reader: Reader, since: date) -> list[Episode]:
    """Episodes that began, ended or had their strategy meeting on a day or later.

    Of children that the reader may know of, by the child that stands for each.
    """
    folded, held = leads(session), defaultdict(list)
    begun = datetime.combine(since, time())
    may = and_(
        knowable(reader, MissingEpisode.child_id),
        or_(
            MissingEpisode.reported_at >= begun,
            MissingEpisode.returned_at >= begun,
            MissingEpisode.strategy_meeting >= since,
        ),
    )
    told = select(ReturnInterview).join(
        MissingEpisode, MissingEpisode.id == ReturnInterview.episode_id
    )
    for one in session.scalars(told.where(may).order_by(ReturnInterview.id)):
        held[one.episode_id].append(one)
    rows = session.execute(
        select(
            MissingEpisode.id,
            MissingEpisode.child_id,
            MissingEpisode.reported_at,
            MissingEpisode.returned_at,
            MissingEpisode.strategy_meeting,
            MissingEpisode.missing_from,
        )
        .where(may)
        .order_by(MissingEpisode.id)
    )
    return [
        Episode(one, folded.get(child, child), reported, returned, met, tuple(held[one]), origin)
        for one, child, reported, returned, met, origin in rows
    ]
