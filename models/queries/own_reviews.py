"""Groups, places and themes whose day of review has come: on Today, and for the next agenda."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Group, Meeting, Place, Review, Subject, Theme
from models.marks import SubjectKind
from models.queries.heard import heard
from models.queries.knowable import listable
from models.queries.short_labels import short_label
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.listing import counted, named_first

REVIEWED: dict[str, type[Group] | type[Place] | type[Theme]] = {
    SubjectKind.GROUP.value: Group,
    SubjectKind.PLACE.value: Place,
    SubjectKind.THEME.value: Theme,
}
CALLED = {
    SubjectKind.GROUP.value: "group",
    SubjectKind.PLACE.value: "place",
    SubjectKind.THEME.value: "theme",
}
SECTION, MOST_NAMED = "Overdue", 5


def own_reviews_due(
    session: Session, reader: Reader, meeting: Meeting
) -> Iterator[tuple[Subject, str]]:
    """Groups, places and themes to be reviewed by the meeting's day, and why they are proposed.

    Not those that an agreed return brings, nor those that a meeting has spoken of since that day.
    """
    agreed = select(Review.subject_id).where(
        Review.done_item_id.is_(None), Review.due_on <= meeting.held_on
    )
    returning = set(session.scalars(agreed))
    for kind in REVIEWED:
        for subject_id, _, day in session.execute(_due(reader, kind, meeting.held_on)).all():
            if day is None or subject_id in returning:
                continue
            if heard(session, subject_id, meeting, day):
                continue
            words = f"Review of this {CALLED[kind]}, due {day.day} {day:%B}"
            yield session.get_one(Subject, subject_id), words


def own_reviews_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """Reviews of groups, places and themes whose day is past."""
    yesterday = reader.today - timedelta(days=1)
    return [
        line
        for kind in REVIEWED
        for line in _lines(session, kind, session.execute(_due(reader, kind, yesterday)).all())
    ]


def _due(reader: Reader, kind: str, by: date) -> Select[int, str, date | None]:
    one = REVIEWED[kind]
    return (
        select(one.id, one.label, one.review_on)
        .where(one.closed_on.is_(None), one.review_on <= by, listable(reader, one.id))
        .order_by(one.review_on, one.id)
    )


def _lines(session: Session, kind: str, rows: Any) -> list[TodayLine]:
    return named_first(
        rows,
        MOST_NAMED,
        lambda row: _line(kind, row.id, short_label(session, kind, row.label), row.review_on),
        lambda left: _rest(kind, left),
    )


def _line(kind: str, subject_id: int, called: str, day: date) -> TodayLine:
    text = f"Review of a {CALLED[kind]}: {called}"
    return TodayLine("high", SECTION, text, f"due {in_words(day)}", "review", subject_id, day)


def _rest(kind: str, left: int) -> TodayLine:
    words = counted(left, "more review", "more reviews")
    text = f"{words} of {CALLED[kind]}s overdue"
    return TodayLine("high", SECTION, text, "", "people", None)
