"""Who grades intelligence, and the grading itself: police, of what their own agency brought."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, InformationLine
from models.errors import Refusal
from models.marks import Information, Sharing
from models.rules import access, grading
from models.rules.asking import grades_intelligence
from models.services.conduct.items import Items
from models.services.police import is_own_police, put_grading

NOT_FOR_POLICE = "This line is not shared with the police. Share it with them first."
NOT_POLICE = "Only police grade intelligence, and only what their own agency brought."


class Grading(Items):
    """The 3x5x2 grading of a line, entered by those who may and nobody else."""

    def may_grade(self, agency_id: int | None) -> bool:
        """Whether the person who is signed in may grade intelligence of that agency."""
        if not access.may(self._person.role, "enter_intelligence_grading"):
            return False
        with self._store.reading() as session:
            return is_own_police(session, self._person, agency_id)

    def grade(self, line_id: int, given: grading.Grading) -> None:
        """Grade a line of intelligence; the conditions of its handling stay with it."""
        self._check("enter_intelligence_grading")
        with self._store.work("grade", "Grade intelligence") as session:
            line = session.get_one(InformationLine, line_id)
            self._check_may_grade(session, line.agency_id, Information(line.information))
            if given.handling == "C" and not given.conditions:
                raise Refusal("Say the conditions of its handling after the letters: 2BC …", "text")
            if line.withdrawn:
                raise Refusal("This line was changed meanwhile: look at it again.")
            put_grading(line, given)

    def submit(self, line_id: int, submit: bool = True) -> None:
        """Mark a line to go to the police as intelligence, or take the mark off.

        Refused where the police may not read the line: sharing is decided before.
        """
        self._check("record_contribution")
        with self._store.work("submit_line", "Mark for the police") as session:
            line = session.get_one(InformationLine, line_id)
            if submit and not self._police_may_read(session, line):
                raise Refusal(NOT_FOR_POLICE)
            line.to_submit = submit

    def _police_may_read(self, session: Session, line: InformationLine) -> bool:
        if line.withdrawn or line.sharing == Sharing.ALL_PANEL:
            return not line.withdrawn
        if line.sharing != Sharing.NAMED_AGENCIES:
            return False
        agencies = session.scalars(select(Agency).where(Agency.id.in_(line.shared_with)))
        return any(grades_intelligence(one.kind, one.name) for one in agencies)

    def _check_may_grade(
        self, session: Session, agency_id: int | None, information: Information
    ) -> None:
        self._check("enter_intelligence_grading")
        if not is_own_police(session, self._person, agency_id):
            raise Refusal(NOT_POLICE)
        if information is not Information.INTELLIGENCE:
            raise Refusal("Only intelligence is graded: make the line intelligence first.", "text")

    def _check_may_say(self, agency_id: int | None) -> None:
        """Who records the meeting may record any line; a member what the own agency brings."""
        own = agency_id is not None and agency_id == self._person.agency_id
        if own and access.may(self._person.role, "file_own_return"):
            return
        self._check("record_contribution")
