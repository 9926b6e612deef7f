"""The ten questions of triage with the answers given, and those that the record proposes."""

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Assessment,
    Child,
    ChildStatus,
    District,
    Place,
    Referral,
    Subject,
    TriageAnswer,
)
from models.queries.validity import validity
from models.records.papers import TriageQuestion
from models.records.reader import Reader
from models.rules import triage
from models.rules.ages import age
from models.rules.schemes import overdue

YES, NO, NOT_KNOWN = "yes", "no", "not known"
SAID, NOT_SAID = "said in the referral", "not said"
LIST = "triage_questions"


def triage_questions(
    session: Session, reader: Reader, referral: Referral, subject: Subject
) -> tuple[TriageQuestion, ...]:
    """Every question in order, worded as the panel words it."""
    given = {
        one.question: one
        for one in session.scalars(
            select(TriageAnswer).where(TriageAnswer.referral_id == referral.id)
        )
    }
    proposed = _Proposing(session, reader, referral, subject)
    return tuple(
        TriageQuestion(
            code,
            codes.label_of(LIST, code),
            given[code].answer if code in given else None,
            given[code].note if code in given else None,
            proposed.answer(code),
        )
        for code in triage.QUESTIONS
    )


class _Proposing:
    """Answers that follow from what is on record; a person gives the answer."""

    def __init__(
        self, session: Session, reader: Reader, referral: Referral, subject: Subject
    ) -> None:
        self._session = session
        self._reader = reader
        self._referral = referral
        self._subject = subject

    def answer(self, code: str) -> str | None:
        """What the record says to a question; None where it does not arise."""
        ways: dict[str, Callable[[], str | None]] = {
            "area": self._area,
            "age": self._age,
            "informed": self._informed,
            "assessment": self._assessment,
            "immediate": lambda: _yes_no(self._referral.immediate_risk),
            "known": self._known,
            "ask": lambda: SAID if self._referral.ask else NOT_SAID,
            "tried": lambda: SAID if self._referral.tried else NOT_SAID,
            "nrm": self._nrm,
            "lead": self._lead,
        }
        return ways[code]()

    def _area(self) -> str | None:
        district = self._district()
        own = set(self._session.scalars(select(District.name).where(District.active)))
        if district is None or not own:
            return NOT_KNOWN
        named = {codes.normalise(name) for name in own}
        return YES if codes.normalise(district) in named else NO

    def _district(self) -> str | None:
        if isinstance(self._subject, Place):
            return self._subject.district
        status = self._status()
        return status.district if status is not None else None

    def _status(self) -> ChildStatus | None:
        return self._session.scalars(
            select(ChildStatus)
            .where(ChildStatus.child_id == self._subject.id)
            .order_by(func.coalesce(ChildStatus.since, "0001-01-01").desc(), ChildStatus.id.desc())
        ).first()

    def _age(self) -> str | None:
        if not isinstance(self._subject, Child):
            return None
        years = age(self._subject.birth_date, self._reader.today)
        if years is None:
            return NOT_KNOWN
        if years < 18:
            return YES
        return NO if years >= 25 else NOT_KNOWN

    def _informed(self) -> str | None:
        if not isinstance(self._subject, Child):
            return None
        said = [self._referral.informed_child, self._referral.informed_parents]
        if any(text and text.lower().startswith("no") for text in said):
            return NO
        return YES if all(text and text.lower().startswith("yes") for text in said) else NOT_KNOWN

    def _assessment(self) -> str | None:
        if not isinstance(self._subject, Child):
            return None
        latest = self._session.scalars(
            select(Assessment)
            .where(Assessment.child_id == self._subject.id, Assessment.assessed_on.is_not(None))
            .order_by(Assessment.assessed_on.desc())
        ).first()
        made = latest.assessed_on if latest is not None else self._referral.assessed_on
        scheme = latest.scheme_code if latest is not None else None
        late = overdue(made, self._reader.today, validity(self._session)(scheme))
        return NO if late else YES

    def _known(self) -> str:
        before = select(Referral.id).where(
            Referral.subject_id == self._subject.id, Referral.id < self._referral.id
        )
        listed = select(AgendaItem.id).where(
            AgendaItem.subject_id == self._subject.id, AgendaItem.removed.is_(False)
        )
        known = self._session.scalar(before.limit(1)) or self._session.scalar(listed.limit(1))
        return YES if known else NO

    def _nrm(self) -> str | None:
        if not isinstance(self._subject, Child):
            return None
        code = codes.recognise("nrm_statuses", self._referral.nrm)
        if code is None:
            return NOT_KNOWN
        return NO if code.code == "not considered" else YES

    def _lead(self) -> str | None:
        if not isinstance(self._subject, Child):
            return None
        lead, status = self._referral.lead_name or self._subject.lead_name, self._status()
        return YES if lead and status is not None and status.plan else NO


def _yes_no(said: bool | None) -> str:
    if said is None:
        return NOT_KNOWN
    return YES if said else NO
