"""The checklist of a referral, and the questions to agencies that came of its gaps."""

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    Chase,
    Child,
    Exploitation,
    Referral,
    Subject,
    TriageAnswer,
)
from models.queries.knowable import knowable
from models.queries.labels import lead_labels
from models.queries.short_labels import short_label
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules import checklist as rule
from models.rules.chasing import GAP
from models.rules.day_words import in_words

if TYPE_CHECKING:
    from models.records.papers import CheckRow

SECTION = "Waiting"


def checklist(session: Session, referral: Referral, subject: Subject) -> "tuple[CheckRow, ...]":
    """The points of a child's referral; of others there is no list."""
    from models.records.papers import CheckRow  # the first page, which asks below, needs none

    if not isinstance(subject, Child):
        return ()
    worded = session.scalars(
        select(Exploitation.worded).where(Exploitation.child_id == subject.id)
    ).all()
    given = dict(
        session.execute(
            select(TriageAnswer.question, TriageAnswer.answer).where(
                TriageAnswer.referral_id == referral.id
            )
        ).all()
    )
    agencies = session.execute(
        select(Agency.id, Agency.name, Agency.kind).where(Agency.active).order_by(Agency.id)
    ).all()
    asked = {
        one.step: one
        for one in session.scalars(
            select(Chase).where(Chase.about == GAP, Chase.about_id == referral.id)
        )
    }
    text = "\n".join(filter(None, (referral.reason, referral.tried, referral.ask, referral.voice)))
    rows = []
    for point in rule.points_for(rule.groups_of(worded)):
        known = rule.knowing(point, [(one, name, kind) for one, name, kind in agencies])
        chase = asked.get(point.code)
        rows.append(
            CheckRow(
                point.code,
                point.label,
                rule.is_said(point, text),
                given.get(point.code),
                known[0] if known else None,
                known[1] if known else "",
                (chase.asked or "") if chase else "",
                chase.due_on if chase else None,
            )
        )
    return tuple(rows)


def gaps_asked(session: Session, reader: Reader) -> list[TodayLine]:
    """Who was asked for what is missing in which referral, by the day the answer is due."""
    rows = session.execute(
        select(Chase.asked, Chase.due_on, Referral.id, Subject.kind, Subject.id, Subject.label)
        .join(Referral, Referral.id == Chase.about_id)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(
            Chase.about == GAP,
            Chase.done_on.is_(None),
            knowable(reader, Referral.subject_id),
        )
        .order_by(Chase.due_on, Referral.id, Chase.asked)
    ).all()
    called = lead_labels(session) if rows else {}
    counted = Counter(
        (asked, due, one, kind, called.get(whose, label))
        for asked, due, one, kind, whose, label in rows
    )
    lines = []
    for (asked, due, referral_id, kind, label), count in counted.items():
        late = due is not None and due < reader.today
        points = f"{count} point{'' if count == 1 else 's'}"
        lines.append(
            TodayLine(
                "high" if late else "medium",
                SECTION,
                f"Asked {asked} about {short_label(session, kind, label)}: {points}",
                f"answer {'was due' if late else 'due'} {in_words(due)}" if due else "",
                "referral",
                referral_id,
                due,
            )
        )
    return lines
