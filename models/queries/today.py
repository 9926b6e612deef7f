"""What stands on Today: immediate risk, the next meeting's timetable, what is late, what waits."""

from datetime import timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Child,
    ExtractDue,
    Issue,
    MatchQuestion,
    Meeting,
    MinutesVersion,
    MissingEpisode,
    Referral,
    ReturnInterview,
    Review,
    Subject,
)
from models.marks import ItemState, MeetingState, MinutesState
from models.queries.actions import actions
from models.queries.meetings import next_meeting
from models.queries.recommendations import recommendations
from models.queries.running_order import short_label
from models.queries.standing import interview_late, standings
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules import timetable, triage
from models.rules.dates.reading import in_words


def today(session: Session, reader: Reader) -> tuple[TodayLine, ...]:
    """Every line of Today, most urgent sections first."""
    return (
        *_immediate(session, reader),
        *_meeting(session, reader),
        *_overdue(session, reader),
        *_waiting(session, reader),
    )


def _immediate(session: Session, reader: Reader) -> list[TodayLine]:
    rows = session.execute(
        select(Referral, Subject.kind, Subject.label)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(Referral.immediate_risk.is_(True), Referral.immediate_risk_reference.is_(None))
        .order_by(Referral.received_on)
    )
    return [
        TodayLine(
            "high",
            "Immediate risk",
            f"{short_label(kind, label)}: {triage.TELL_NOW}",
            "Enter who was told, when, and the reference.",
            "referral",
            one.id,
            one.received_on,
        )
        for one, kind, label in rows
        if one.subject_id not in reader.conflicted_subjects
    ]


def _meeting(session: Session, reader: Reader) -> list[TodayLine]:
    coming = next_meeting(session, reader)
    if coming is None:
        text = "No meeting is planned."
        return [TodayLine("medium", "Next meeting", text, "Plan one on Agenda.", "agenda", None)]
    running = coming.state == MeetingState.RUNNING.value
    lines = [
        TodayLine(
            "accent",
            "Next meeting",
            f"{coming.panel}: {in_words(coming.held_on)}, {coming.starts:%H:%M}",
            "running now" if running else (coming.venue or "no venue yet"),
            "meeting" if running or coming.held_on == reader.today else "agenda",
            coming.id,
            coming.held_on,
        )
    ]
    for step in timetable.due_dates(coming.held_on, codes.timetable(), reader.today):
        if step.due >= reader.today - timedelta(days=1):
            tint = "medium" if step.due <= reader.today else "plain"
            lines.append(
                TodayLine(
                    tint,
                    "Next meeting",
                    step.label,
                    f"{in_words(step.due)}, {step.standing}",
                    "agenda",
                    coming.id,
                    step.due,
                )
            )
    return lines


def _overdue(session: Session, reader: Reader) -> list[TodayLine]:
    lines = _interviews(session, reader)
    standing = standings(session, reader, None)
    late = [one for one in standing.values() if one.on_tracker and one.assessment_overdue]
    if late:
        count = len(late)
        text = f"{count} risk assessment{'' if count == 1 else 's'} overdue"
        lines.append(TodayLine("high", "Overdue", text, "See Children.", "children", None))
    open_actions = actions(session, reader, open_only=True)
    red = [row for row in open_actions if row.rag == "red"]
    if red:
        text = f"{len(red)} action{'' if len(red) == 1 else 's'} overdue"
        lines.append(TodayLine("high", "Overdue", text, "See Actions.", "actions", None))
    silent = [row for row in recommendations(session, reader) if row.overdue]
    if silent:
        count = len(silent)
        text = f"{count} recommendation{'' if count == 1 else 's'} without an answer in time"
        lines.append(TodayLine("high", "Overdue", text, "See Care plans.", "care_plans", None))
    return lines


def _interviews(session: Session, reader: Reader) -> list[TodayLine]:
    rows = session.execute(
        select(MissingEpisode, ReturnInterview, Child.label)
        .join(Child, Child.id == MissingEpisode.child_id)
        .outerjoin(ReturnInterview, ReturnInterview.episode_id == MissingEpisode.id)
        .where(MissingEpisode.returned_at > reader.now - timedelta(days=28))
        .order_by(MissingEpisode.returned_at)
    )
    return [
        TodayLine(
            "high",
            "Overdue",
            f"Return interview past 72 hours: {short_label('child', label)}",
            f"returned {in_words(episode.returned_at.date())}" if episode.returned_at else "",
            "child",
            episode.child_id,
            episode.returned_at.date() if episode.returned_at else None,
        )
        for episode, interview, label in rows
        if interview_late(episode, interview, reader.now)
        and episode.child_id not in reader.conflicted_subjects
    ]


def _waiting(session: Session, reader: Reader) -> list[TodayLine]:
    return [
        *_counted(session, "referral to triage", "referrals to triage", "referrals", _untriaged()),
        *_counted(
            session,
            "possible match to settle",
            "possible matches to settle",
            "people",
            _questions(),
        ),
        *_counted(session, "review due", "reviews due", "agenda", _reviews(reader)),
        *_minutes(session),
        *_extracts(session),
    ]


def _counted(
    session: Session, one: str, many: str, goes_to: str, query: Select[int]
) -> list[TodayLine]:
    count = session.scalar(query) or 0
    if not count:
        return []
    text = f"{count} {one if count == 1 else many}"
    return [TodayLine("medium", "Waiting", text, "", goes_to, None)]


def _untriaged() -> Select[int]:
    return select(func.count()).select_from(Referral).where(Referral.outcome.is_(None))


def _questions() -> Select[int]:
    return select(func.count()).select_from(MatchQuestion).where(MatchQuestion.answer.is_(None))


def _reviews(reader: Reader) -> Select[int]:
    due = (Review.done_item_id.is_(None), Review.due_on <= reader.today)
    return select(func.count()).select_from(Review).where(*due)


def _minutes(session: Session) -> list[TodayLine]:
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, func.max(MinutesVersion.id))
        .outerjoin(MinutesVersion, MinutesVersion.meeting_id == Meeting.id)
        .where(Meeting.state == MeetingState.CLOSED.value)
        .group_by(Meeting.id)
        .order_by(Meeting.held_on)
    )
    done = {MinutesState.ISSUED.value, MinutesState.AGREED.value}
    lines = []
    for meeting_id, held_on, version_id in rows:
        version = session.get(MinutesVersion, version_id) if version_id else None
        state = version.state if version else "not begun"
        if state not in done:
            text = f"Minutes of {in_words(held_on)}: {state}"
            lines.append(TodayLine("medium", "After the meeting", text, "", "minutes", meeting_id))
    return lines


def _extracts(session: Session) -> list[TodayLine]:
    """Items whose extract has neither gone nor is said not to be due."""
    sent = select(Issue.item_id).where(Issue.item_id.is_not(None), Issue.state == "issued")
    count = session.scalar(
        select(func.count())
        .select_from(AgendaItem)
        .join(Child, Child.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Meeting.state == MeetingState.CLOSED.value,
            AgendaItem.removed.is_(False),
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.id.not_in(sent),
            AgendaItem.id.not_in(select(ExtractDue.item_id)),
        )
    )
    if not count:
        return []
    text = f"{count} extract{'' if count == 1 else 's'} for children's files not issued yet"
    return [TodayLine("medium", "After the meeting", text, "", "minutes", None)]
