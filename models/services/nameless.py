"""Words for the public or a tier that speaks of nobody by name: none tells of somebody."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from models.entities import AgendaItem
from models.errors import Refusal
from models.queries.nobody_by_name import telling
from models.queries.tiers import series_of, tier
from models.records.reader import system
from models.records.tiers import SeriesRecord
from models.rules.nobody_by_name import NOT_PUBLIC, REFUSED

Words = Mapping[str, str | None]


def tells_of_somebody(session: Session, text: str | None, now: datetime) -> str | None:
    """What in words of no item tells of somebody on record, in words without it."""
    blank = not (text or "").strip()
    return None if blank else telling(session, system(now), None, None).found(text)


def check_public(session: Session, item: AgendaItem, words: Words, now: datetime) -> None:
    """Raises Refusal where words of an item would tell the public of somebody."""
    told = telling(session, system(now), item.meeting_id, item.id)
    for field, text in words.items():
        if what := told.found(text):
            raise Refusal(NOT_PUBLIC.format(what=what), field)


def check_words(session: Session, item: AgendaItem, words: Words, now: datetime) -> None:
    """Raises Refusal where words of an item would tell its own tier of somebody."""
    check_new(session, item.meeting_id, item.id, words, now)


def item_taking(session: Session, item_id: int, words: Words, now: datetime) -> AgendaItem:
    """The item that takes these words; Refusal where it may not."""
    item = session.get_one(AgendaItem, item_id)
    check_words(session, item, words, now)
    return item


def check_new(
    session: Session, meeting_id: int, item_id: int | None, words: Words, now: datetime
) -> None:
    """The same for an item that is not on the meeting's agenda yet, with where it comes from."""
    there = tier(session, series_of(session, meeting_id))
    check_for(session, there, meeting_id, item_id, words, now)


def check_for(
    session: Session,
    there: SeriesRecord | None,
    meeting_id: int,
    item_id: int | None,
    words: Words,
    now: datetime,
) -> None:
    """Raises Refusal, which says no name, where words about an item would tell a tier of somebody.

    Nothing is refused where the tier speaks of people by name.
    """
    if (
        there is None
        or there.names_people
        or not any((one or "").strip() for one in words.values())
    ):
        return
    told = telling(session, system(now), meeting_id, item_id)
    for field, text in words.items():
        if what := told.found(text):
            raise Refusal(REFUSED.format(what=what, tier=there.name), field)
