"""What falls due, is kept on or on hold: every record of the panel with its clock."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgencyReturn,
    KeptOn,
    MinutesComment,
    MinutesVersion,
    Paper,
    PaperSubject,
    Referral,
    Subject,
    Submission,
    SubmissionMention,
)
from models.marks import RetentionState
from models.queries.parting import parting
from models.queries.retention_clocks import Clocks, clocks, family_of
from models.queries.retention_facts import Known
from models.queries.retention_log import standing_holds
from models.records.reader import Reader
from models.records.retention import Goes, RetentionRow
from models.records.today import TodayLine
from models.rules import access, day_words
from models.rules.retention import (
    Covered,
    Due,
    Facts,
    covers,
    due,
    state,
)

KINDS = {
    "child": "Child",
    "person": "Person of concern",
    "place": "Place",
    "group": "Group",
    "thing": "Thing or theme",
}
ORDER = (
    RetentionState.DUE,
    RetentionState.COMING,
    RetentionState.KEPT_ON,
    RetentionState.HELD,
    RetentionState.LATER,
    RetentionState.WAITS,
)


def retention(session: Session, reader: Reader) -> tuple[RetentionRow, ...]:
    """Every record with its clock, what is due first, for those who may dispose or hold."""
    if not access.may(reader.role, "dispose_records"):
        return ()
    found = [
        row
        for row in Listing(session, reader.today).rows()
        if not (row.about == "subject" and row.about_id in reader.conflicted_subjects)
    ]
    return tuple(
        sorted(found, key=lambda row: (ORDER.index(row.state), row.due_on or date.max, row.name))
    )


def to_review(session: Session, reader: Reader) -> tuple[TodayLine, ...]:
    """A line of Today that counts the records whose period is over, for who may dispose of them.

    It reads every record of the panel: a second, where ten years have gathered.
    """
    count = sum(row.state == RetentionState.DUE for row in retention(session, reader))
    if not count:
        return ()
    text = f"{count:,} {'record' if count == 1 else 'records'} due for review under retention"
    return (TodayLine("medium", "Waiting", text, "", "retention", None),)


def goes(session: Session, reader: Reader, about: str, about_id: int) -> Goes:
    """What would go with a record, counted."""
    access.check(reader.role, "dispose_records")
    told = parting(session, about, about_id, family_of(session, about, about_id))
    return Goes(told.count, told.papers, len(told.moved))


class Listing:
    """Every record with its clock, as it stands in one session."""

    def __init__(self, session: Session, today: date) -> None:
        self.session, self.today = session, today
        self.clocks: Clocks = clocks(session)
        self.holds = standing_holds(session, today)
        self.kept = {
            (one.about, one.about_id): one
            for one in session.scalars(select(KeptOn).order_by(KeptOn.id))
        }

    def rows(self) -> Iterator[RetentionRow]:
        """Subjects, meetings, returns, referrals not accepted, intelligence, comments, papers."""
        for one in self.clocks.subjects.values():
            yield self._subject(one)
        for meeting_id in self.clocks.meetings:
            yield self._meeting(meeting_id)
        yield from self._returns()
        yield from self._referrals()
        yield from self._submissions()
        yield from self._comments()
        yield from self._papers()

    def _row(self, one: Covered, kind: str, name: str, found: Due, uuid: str) -> RetentionRow:
        keys = {(one.about, one.about_id), *one.names}
        longest = [self.kept[key] for key in keys if key in self.kept]
        kept = max(longest, key=lambda row: row.until, default=None)
        held = [reason for hold, reason in self.holds if covers(hold, one)]
        until = kept.until if kept else None
        return RetentionRow(
            one.about,
            one.about_id,
            kind,
            name,
            found.basis,
            state(found, self.today, held=bool(held), kept_until=until),
            found.on,
            found.why,
            until,
            kept.reason if kept else "",
            "; ".join(held),
            found.code,
            uuid,
        )

    def _subject(self, one: Known) -> RetentionRow:
        meetings = {("meeting", meeting) for meeting in self.clocks.discussed.get(one.id, ())}
        names = frozenset(meetings | {("subject", other) for other in one.family})
        covered = Covered("subject", one.id, one.record == "child", self._forms(one.id), names)
        found = self.clocks.subject(one.id)
        return self._row(covered, KINDS[one.record], one.label, found, one.uuid)

    def _meeting(self, meeting_id: int) -> RetentionRow:
        row = self.clocks.meetings[meeting_id]
        covered = self._covered("meeting", meeting_id, self.clocks.named.get(meeting_id, set()))
        name = f"Meeting of {day_words.in_words(row.held_on)}"
        return self._row(covered, "Meeting", name, self.clocks.meeting(meeting_id), row.uuid)

    def _returns(self) -> Iterator[RetentionRow]:
        rows = self.session.execute(
            select(Paper.id, Paper.uuid, Paper.received_at, AgencyReturn.meeting_id)
            .join(AgencyReturn, AgencyReturn.paper_id == Paper.id)
            .order_by(Paper.id)
        )
        for paper_id, uuid, received, meeting_id in rows:
            approved = self.clocks.approved.get(meeting_id or 0)
            facts = Facts({"minutes approved": approved, "received": received.date()})
            covered = self._covered("paper", paper_id, self._spoken_of(paper_id), meeting_id)
            name = f"Return received on {day_words.in_words(received.date())}"
            found = due(facts, self.clocks.schedule("return"))
            yield self._row(covered, "Agency return", name, found, uuid)

    def _referrals(self) -> Iterator[RetentionRow]:
        turned_away = [
            one.code
            for one in codes.rows_of("triage_outcomes", codes.TriageOutcome)
            if not one.accepts and not one.holds
        ]
        rows = self.session.execute(
            select(Referral.id, Referral.uuid, Referral.subject_id, Referral.outcome_at,
                   Referral.received_on, Subject.label)
            .join(Subject, Subject.id == Referral.subject_id)
            .where(Referral.outcome.in_(turned_away))
        )  # fmt: skip
        for referral_id, uuid, subject_id, decided, received, label in rows:
            facts = Facts({"outcome": decided.date() if decided else None, "received": received})
            covered = self._covered("referral", referral_id, {subject_id})
            found = due(facts, self.clocks.schedule("referral"))
            yield self._row(covered, "Referral not accepted", label, found, uuid)

    def _submissions(self) -> Iterator[RetentionRow]:
        """Intelligence by its number alone: whom it names is for its readers."""
        named: dict[int, set[int]] = {}
        told = select(SubmissionMention.submission_id, SubmissionMention.subject_id)
        for one, subject_id in self.session.execute(told.where(SubmissionMention.named)):
            named.setdefault(one, set()).add(self.clocks.lead.get(subject_id, subject_id))
        rows = self.session.execute(
            select(Submission.id, Submission.uuid, Submission.reference, Submission.received_on)
        )
        for submission_id, uuid, reference, received in rows:
            covered = self._covered("submission", submission_id, named.get(submission_id, set()))
            found = due(Facts({"received": received}), self.clocks.schedule("submission"))
            yield self._row(covered, "Intelligence submission", reference, found, uuid)

    def _comments(self) -> Iterator[RetentionRow]:
        rows = self.session.execute(
            select(MinutesVersion.id, MinutesVersion.uuid, MinutesVersion.meeting_id,
                   MinutesVersion.approved_at)
            .where(MinutesVersion.id.in_(select(MinutesComment.version_id)))
        )  # fmt: skip
        for version_id, uuid, meeting_id, approved in rows:
            open_again = meeting_id in self.clocks.open_again
            day = approved.date() if approved and not open_again else None
            facts = Facts({"minutes approved": day})
            named = self.clocks.named.get(meeting_id, set())
            covered = self._covered("minutes_version", version_id, named, meeting_id)
            held = self.clocks.meetings[meeting_id].held_on
            name = f"Comments on the minutes of {day_words.in_words(held)}"
            found = due(facts, self.clocks.schedule("comments"))
            yield self._row(covered, "Comments on minutes", name, found, uuid)

    def _papers(self) -> Iterator[RetentionRow]:
        used = select(PaperSubject.paper_id).union(
            select(AgencyReturn.paper_id).where(AgencyReturn.paper_id.is_not(None)),
            select(Referral.paper_id).where(Referral.paper_id.is_not(None)),
            select(Submission.paper_id).where(Submission.paper_id.is_not(None)),
        )
        rows = self.session.execute(
            select(Paper.id, Paper.uuid, Paper.received_at).where(Paper.id.not_in(used))
        )
        for paper_id, uuid, received in rows:
            found = due(Facts({"received": received.date()}), self.clocks.schedule("paper"))
            name = f"Paper received on {day_words.in_words(received.date())}"
            yield self._row(Covered("paper", paper_id), "Paper", name, found, uuid)

    def _spoken_of(self, paper_id: int) -> set[int]:
        wanted = select(PaperSubject.subject_id).where(PaperSubject.paper_id == paper_id)
        lead = self.clocks.lead
        return {lead.get(one, one) for one in self.session.scalars(wanted)}

    def _covered(
        self, about: str, about_id: int, named: set[int], meeting_id: int | None = None
    ) -> Covered:
        """A record that names others, as holds see it."""
        known = [self.clocks.subjects[one] for one in named if one in self.clocks.subjects]
        forms = frozenset[str]().union(*(self._forms(one.id) for one in known))
        names = {("subject", other) for one in known for other in one.family}
        if meeting_id is not None:
            names.add(("meeting", meeting_id))
        children = any(one.record == "child" for one in known)
        return Covered(about, about_id, children, forms, frozenset(names))

    def _forms(self, subject_id: int) -> frozenset[str]:
        return self.clocks.exploitation.get(subject_id, frozenset())
