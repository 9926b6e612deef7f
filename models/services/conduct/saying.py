"""What is said: lines by agency with kind and sharing, the discussion's own texts, turns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    AgencyTurn,
    AgendaItem,
    Discussion,
    InformationLine,
    Mention,
    PromptAnswer,
)
from models.errors import Conflict, Refusal
from models.marks import Information, Origin, Sharing, Turn
from models.queries.knowable import all_records_of
from models.rules.verifying import INTELLIGENCE, kept_reason
from models.services.conduct.grading import Grading
from models.services.nameless import item_taking
from models.services.police import put_grading

CALLED = {
    "presentation": "the presentation",
    "voice": "the child's voice",
    "voice_absent_reason": "why there is no child's voice",
    "parents_view": "the parents' view",
    "protective": "the protective factors",
    "analysis": "the analysis",
    "diversity": "what matters of identity",
    "for_file": "the line for the child's file",
    "nrm_considered": "what was said of the NRM",
    "communications_line": "the line for communications",
}
"""The discussion's own texts, as the name of a step calls them."""

RETURNED = "return"
NOBODY = 0
"""An immediate risk that concerns no child by name."""


class Saying(Grading):
    """What the minute taker records as it is said."""

    def write(self, item_id: int, field: str, text: str | None, seen: str | None = None) -> None:
        """Keep one of the discussion's texts; Conflict where it has moved since it was seen."""
        self._check("record_text")
        if field not in CALLED:
            raise Refusal(f"An item has no text called {field}.", field)
        wanted = (text or "").strip() or None
        with self._store.work("write", f"Write {CALLED[field]}") as session:
            row = discussion(session, item_id)
            standing = getattr(row, field)
            if standing == wanted:
                return
            if (standing or None) != (seen or None):
                raise Conflict(field, standing, wanted)
            item_taking(session, item_id, {field: wanted}, self._now)
            setattr(row, field, wanted)

    def add_to(self, item_id: int, field: str, text: str) -> None:
        """Put a sentence at the end of one of the discussion's texts."""
        with self._store.reading() as session:
            held = session.scalars(select(Discussion).where(Discussion.item_id == item_id)).first()
            standing = getattr(held, field) if held is not None else None
        self.write(item_id, field, f"{standing}\n{text}" if standing else text, standing)

    def say(
        self,
        item_id: int,
        agency_id: int | None,
        text: str,
        *,
        information: Information = Information.NOT_STATED,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        by: str | None = None,
        member_id: int | None = None,
        on: date | None = None,
        grading: tuple[str, str, str] | None = None,
        urgent_of: int | None = None,
    ) -> int:
        """A line said in the room; heard by those present and so for all panel unless said so.

        `urgent_of` is whom an immediate risk concerns: of another child it stands on that child's
        item, and without one on that child alone.
        """
        self._check_may_say(agency_id)
        check_readers(text, sharing, shared_with)
        with self._store.work("say", "Record what was said") as session:
            if grading is not None:
                self._check_may_grade(session, agency_id, information)
            item = item_taking(session, item_id, {"text": text}, self._now)
            source, worth, handling = grading or (None, None, None)
            stands_on, concerns = _place_of(session, item, urgent_of)
            line = InformationLine(
                origin=(Origin.ROOM if urgent_of is None else Origin.URGENT).value,
                meeting_id=item.meeting_id,
                item_id=stands_on,
                subject_id=concerns,
                agency_id=agency_id,
                member_id=member_id,
                by_name=by,
                information_date=on or self._today,
                text=text.strip(),
                information=information.value,
                sharing=sharing.value,
                shared_with=shared_with,
                source_grade=source,
                information_grade=worth,
                handling=handling,
                said_at=self._now,
                position=1000,
            )
            session.add(line)
            session.flush()
            return line.id

    def said(self, line_id: int, said: bool = True) -> None:
        """Mark a line of a return as said in the room, or take the mark off."""
        self._check("record_contribution")
        with self._store.work("said", "Mark as said") as session:
            session.get_one(InformationLine, line_id).said_at = self._now if said else None

    def change_line(
        self,
        line_id: int,
        seen: Mapping[str, Any] | None = None,
        *,
        reason: str | None = None,
        **changes: Any,
    ) -> None:
        """Mend a line's text, kind, sharing, agency or date.

        Conflict where its text, or a field that is changed, has moved since it was `seen`. What was
        intelligence becomes something else only with a reason, which stays with it.
        """
        self._check("record_contribution")
        allowed = {
            "text",
            "information",
            "sharing",
            "shared_with",
            "agency_id",
            "by_name",
            "information_date",
        }
        if unknown := set(changes) - allowed:
            raise Refusal(f"A line has no field called {unknown.pop()}.")
        with self._store.work("change_line", "Mend a line") as session:
            line = session.get_one(InformationLine, line_id)
            if seen and line.withdrawn:
                raise Refusal("This line was taken back meanwhile.")
            check_unmoved(line, seen or {}, changes, "text")
            if "information" in changes:
                self._put_kind(session, line, changes["information"], reason)
            for name, value in changes.items():
                setattr(line, name, value)
            check_readers(line.text or "", Sharing(line.sharing), line.shared_with)

    def _put_kind(
        self, session: Session, line: InformationLine, kind: str, reason: str | None
    ) -> None:
        """Only intelligence is graded, and what is no longer keeps why."""
        if line.item_id is not None:
            item_taking(session, line.item_id, {"information": reason}, self._now)
        line.kind_reason = kept_reason(line.information, kind, reason, line.kind_reason)
        line.information = Information(kind).value
        if line.information != INTELLIGENCE:
            put_grading(line, None)

    def withdraw_line(self, line_id: int) -> None:
        """Take a line back; it stays in the journal only."""
        self._check("record_contribution")
        with self._store.work("withdraw_line", "Take a line back") as session:
            session.get_one(InformationLine, line_id).withdrawn = True

    def turn(self, item_id: int, agency_id: int, turn: Turn | str) -> None:
        """An agency's turn: said, nothing new, more asked, apologies with information.

        An agency that has said its part has said what it returned for all the panel.
        """
        self._check("record_contribution")
        with self._store.work("turn", "Record an agency's turn") as session:
            row = session.scalars(
                select(AgencyTurn).where(
                    AgencyTurn.item_id == item_id, AgencyTurn.agency_id == agency_id
                )
            ).first()
            if row is None:
                session.add(AgencyTurn(item_id=item_id, agency_id=agency_id, turn=str(turn)))
            else:
                row.turn = str(turn)
            if turn == Turn.SAID:
                self._said_all(session, session.get_one(AgendaItem, item_id), agency_id)

    def _said_all(self, session: Session, item: AgendaItem, agency_id: int) -> None:
        if item.subject_id is None:
            return
        returned = session.scalars(
            select(InformationLine).where(
                InformationLine.origin == RETURNED,
                InformationLine.meeting_id == item.meeting_id,
                InformationLine.subject_id.in_(all_records_of(session, item.subject_id)),
                InformationLine.agency_id == agency_id,
                InformationLine.sharing == Sharing.ALL_PANEL.value,
                InformationLine.withdrawn.is_(False),
                InformationLine.said_at.is_(None),
            )
        )
        for line in returned:
            line.said_at = self._now

    def cover(
        self, item_id: int, prompt: str, covered: bool = True, reason: str | None = None
    ) -> None:
        """Tick a prompt of the chair's sheet, or pass it over with a reason."""
        self._check("record_text")
        with self._store.work("cover", "Tick a prompt") as session:
            row = session.scalars(
                select(PromptAnswer).where(
                    PromptAnswer.item_id == item_id, PromptAnswer.prompt == prompt
                )
            ).first() or PromptAnswer(item_id=item_id, prompt=prompt)
            row.covered, row.reason = covered, reason
            session.add(row)

    def confirm_mention(self, item_id: int, subject_id: int, as_written: str) -> int:
        """A person's word that this item's text names a subject; gives its id."""
        self._check("record_link")
        with self._store.work("confirm_mention", "Confirm a mention") as session:
            row = Mention(item_id=item_id, subject_id=subject_id, as_written=as_written)
            session.add(row)
            session.flush()
            return row.id


def _place_of(
    session: Session, item: AgendaItem, urgent_of: int | None
) -> tuple[int | None, int | None]:
    """The item and the subject that a line stands on."""
    if urgent_of in (None, NOBODY, item.subject_id):
        return item.id, item.subject_id
    theirs = session.scalars(
        select(AgendaItem.id)
        .where(AgendaItem.meeting_id == item.meeting_id, AgendaItem.subject_id == urgent_of)
        .order_by(AgendaItem.id)
    ).first()
    return theirs, urgent_of


def discussion(session: Session, item_id: int) -> Discussion:
    """The item's discussion, made where there is none yet."""
    found = session.scalars(select(Discussion).where(Discussion.item_id == item_id)).first()
    if found is None:
        found = Discussion(item_id=item_id)
        session.add(found)
    return found


def check_unmoved(
    row: Any, seen: Mapping[str, Any], changes: Mapping[str, Any], *besides: str
) -> None:
    """Conflict where a field that changes, or one of those besides, has moved since it was seen."""
    for name in (*besides, *changes):
        standing = getattr(row, name)
        if name in seen and standing not in (seen[name], changes.get(name, seen[name])):
            raise Conflict(name, standing, changes.get(name))


def check_readers(text: str, sharing: Sharing, shared_with: tuple[int, ...]) -> None:
    """Refuse a line that says nothing, or does not say who may read it."""
    if not text.strip():
        raise Refusal("There is nothing to record yet.", "text")
    if sharing is Sharing.NOT_SHARED:
        raise Refusal("What was said in the room cannot be “not shared”.", "sharing")
    if sharing is Sharing.NAMED_AGENCIES and not shared_with:
        raise Refusal("Name the agencies that may read this line.", "sharing")
