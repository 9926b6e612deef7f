"""What stands on Today: immediate risk, the next meeting's timetable, what is late, what waits."""

from datetime import date, time, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Meeting, PanelSeries, Referral, Subject
from models.marks import MeetingState
from models.queries.checklist import gaps_asked
from models.queries.claimed_actions import actions_to_confirm
from models.queries.clocks_today import missing_and_proposed
from models.queries.coming import to_come
from models.queries.concern_today import reviews_overdue
from models.queries.dissents import open_dissents
from models.queries.escalations_today import not_sent
from models.queries.flow_today import steps_due
from models.queries.group_tellings import group_tellings_overdue
from models.queries.knowable import knowable
from models.queries.labels import lead_labels
from models.queries.late import overdue
from models.queries.late_actions import actions_to_chase
from models.queries.late_returns import returns_to_chase
from models.queries.line_questions import to_answer
from models.queries.measures_today import measures_today
from models.queries.own_reviews import own_reviews_overdue
from models.queries.short_labels import short_label
from models.queries.submissions_today import to_triage
from models.queries.tiers import of_tiers, steps_of
from models.queries.timetable_today import later_deadlines
from models.queries.unexplained import rejected_without_reason
from models.queries.urgent import untold
from models.queries.waiting import after_the_meeting, waiting
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules import timetable, triage
from models.rules.day_words import in_words


def today(session: Session, reader: Reader) -> tuple[TodayLine, ...]:
    """Every line of Today, most urgent sections first."""
    return (
        *_immediate(session, reader),
        *_kept_urgent(session, reader),
        *_meeting(session, reader),
        *overdue(session, reader),
        *reviews_overdue(session, reader),
        *own_reviews_overdue(session, reader),
        *group_tellings_overdue(session, reader),
        *returns_to_chase(session, reader),
        *actions_to_chase(session, reader),
        *open_dissents(session, reader),
        *missing_and_proposed(session, reader),
        *steps_due(session, reader),
        *waiting(session, reader),
        *rejected_without_reason(session, reader),
        *actions_to_confirm(session, reader),
        *to_triage(session, reader),
        *gaps_asked(session, reader),
        *measures_today(session, reader),
        *to_answer(session, reader),
        *after_the_meeting(session, reader),
        *not_sent(session, reader),
    )


def _immediate(session: Session, reader: Reader) -> list[TodayLine]:
    rows = session.execute(
        select(Referral.id, Referral.received_on, Subject.kind, Subject.id, Subject.label)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(
            Referral.immediate_risk.is_(True),
            Referral.immediate_risk_reference.is_(None),
            knowable(reader, Referral.subject_id),
        )
        .order_by(Referral.received_on)
    ).all()
    called = lead_labels(session) if rows else {}
    return [
        TodayLine(
            "high",
            "Immediate risk",
            f"{short_label(session, kind, called.get(whose, label))}: {triage.TELL_NOW}",
            "Enter who was told, when, and the reference.",
            "referral",
            referral_id,
            received_on,
        )
        for referral_id, received_on, kind, whose, label in rows
    ]


def _kept_urgent(session: Session, reader: Reader) -> list[TodayLine]:
    """Immediate risk kept in a meeting: whose by initials, never what was said."""
    return [
        TodayLine(
            "plain" if one.told else "high",
            "Immediate risk",
            f"{short_label(session, one.subject_kind, one.subject) or 'In the meeting'}: "
            f"{'said in the meeting, and told' if one.told else triage.TELL_NOW}",
            "Kept in the meeting."
            if one.told
            else "Add to the line who was told, when, and the reference.",
            "meeting",
            one.meeting_id,
            one.at.date() if one.at else None,
            place=(one.item_id, one.id),
        )
        for one in untold(session, reader)
    ]


def _coming(day: date) -> Select[int, int, str, date, time, str | None, str]:
    return (
        select(
            Meeting.id,
            Meeting.series_id,
            Meeting.state,
            Meeting.held_on,
            Meeting.starts,
            Meeting.venue,
            PanelSeries.name.label("panel"),
        )
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .where(to_come(day))
        .order_by(Meeting.held_on, Meeting.series_id)
        .limit(1)
    )


def _meeting(session: Session, reader: Reader) -> list[TodayLine]:
    coming = session.execute(_coming(reader.today).where(of_tiers(reader))).first()
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
    closed, steps = days_closed(session), steps_of(session, coming.series_id)
    for step in timetable.due_dates(coming.held_on, steps, reader.today, closed):
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
    return [*lines, *later_deadlines(session, reader, coming.id)]
