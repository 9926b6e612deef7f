"""Keeping what the capture bar understood: each reading goes to the service that it means."""

from collections.abc import Callable

from models import codes
from models.entities import AgendaItem
from models.errors import Refusal
from models.marks import Information, Sharing, SubjectKind
from models.rules.capture import (
    CaptureKind,
    CaptureReading,
    DecisionRef,
    cannot_be_withheld,
    text_label,
)
from models.rules.capture.decided import not_listed
from models.rules.capture.interests import WHOLE_MEETING
from models.rules.capture.turning_words import TURNS
from models.rules.tactics import gathers_intelligence
from models.services.conduct.urgency import Urgency, agency_ids


class Keeping(Urgency):
    """The capture bar's Enter."""

    def keep_line(
        self, item_id: int, reading: CaptureReading, second_person: str | None = None
    ) -> str:
        """Keep one reading on an item; gives a few words of what was kept.

        Refusal where the line lacks what its kind cannot do without, or asks to be withheld where
        its kind cannot be; the text stays in the bar.
        """
        if withheld := cannot_be_withheld(reading):
            raise Refusal(withheld, "sharing")
        keep: dict[CaptureKind, Callable[[int, CaptureReading], str]] = {
            CaptureKind.ACTION: self._action,
            CaptureKind.UPDATE: self._update,
            CaptureKind.RECOMMENDATION: self._recommendation,
            CaptureKind.MEASURE: self._measure,
            CaptureKind.NOTE: self._note,
            CaptureKind.REVIEW: self._review,
            CaptureKind.RISK: self._risk,
            CaptureKind.LINK: self._link,
            CaptureKind.DECLARATION: self._declaration,
            CaptureKind.ATTENDANCE: self._attendance,
            CaptureKind.TIMING: self._timing,
            CaptureKind.URGENT: self.keep_urgent,
        }
        if reading.kind is CaptureKind.DECISION:
            return self._decided(item_id, reading, second_person)
        return keep[reading.kind](item_id, reading)

    def _action(self, item_id: int, reading: CaptureReading) -> str:
        self._check_takes_part(reading)
        self.record_action(
            item_id,
            reading.text,
            owner_id=reading.owner.id if reading.owner else None,
            agency_id=reading.agency.id if reading.agency else None,
            due_on=reading.due,
            subject_id=reading.subject.id if reading.subject else None,
            kind=_action_kind(reading),
            sharing=reading.sharing or Sharing.ALL_PANEL,
            shared_with=agency_ids(reading),
            measure_code=reading.measure.code if reading.measure else None,
        )
        return "Action kept"

    def _check_takes_part(self, reading: CaptureReading) -> None:
        """Refusal where the owner named is out of this item."""
        if reading.owner is not None and reading.owner.conflicted:
            raise Refusal(
                f"{reading.owner.name} declared a conflict and takes no part in this item: "
                "name another owner.",
                "owner",
            )

    def _update(self, item_id: int, reading: CaptureReading) -> str:
        if reading.action is None:
            return self._note(item_id, reading)
        return self.follow_up(
            item_id, reading.action.ref, reading.status, reading.text, reading.due
        )

    def _recommendation(self, item_id: int, reading: CaptureReading) -> str:
        self.recommend(
            item_id,
            reading.text,
            to_plan=reading.plan,
            by_date=reading.due,
            addressed_to=_addressed_to(reading),
        )
        return "Recommendation kept"

    def _measure(self, item_id: int, reading: CaptureReading) -> str:
        self.disrupt(
            item_id,
            reading.measure.code if reading.measure else reading.text,
            against_id=reading.subject.id if reading.subject else None,
            lead_agency_id=reading.agency.id if reading.agency else None,
            lead=reading.owner.name if reading.owner else None,
            due_on=reading.due,
            conditions=reading.rationale,
            sharing=reading.sharing or Sharing.ALL_PANEL,
            shared_with=agency_ids(reading),
            aimed=reading.subject is not None,
            protects=tuple(one.id for one in reading.protects),
        )
        return "Disruption measure kept"

    def _note(self, item_id: int, reading: CaptureReading) -> str:
        if reading.turn is not None and reading.agency is not None:
            self.turn(item_id, reading.agency.id, reading.turn)
            return f"{reading.agency.name}: {reading.turn}"
        if reading.field is not None:
            self.add_to(item_id, reading.field, reading.text)
            return f"Kept in the {text_label(reading.field)}"
        self.say(
            item_id,
            reading.agency.id if reading.agency else None,
            reading.text,
            information=reading.information or Information.NOT_STATED,
            sharing=reading.sharing or Sharing.ALL_PANEL,
            shared_with=agency_ids(reading),
            by=reading.owner.name if reading.owner else None,
            member_id=reading.owner.id if reading.owner else None,
        )
        return "Line kept"

    def _decided(self, item_id: int, reading: CaptureReading, second_person: str | None) -> str:
        _check_here(reading)
        agreed = reading.second_person
        kind = codes.find_decision(reading.decision or reading.text, _kind(reading) or "theme")
        if kind is None:
            listed = codes.decisions(_kind(reading) or "theme")
            refs = (DecisionRef(one.code, one.label, one.synonyms) for one in listed)
            raise Refusal(not_listed(reading.text, refs))
        self.decide(
            item_id,
            kind.code,
            reading.rationale,
            review_on=reading.due,
            second_person=second_person or (agreed.name if agreed else None),
        )
        return f"Decided: {kind.label}"

    def _review(self, item_id: int, reading: CaptureReading) -> str:
        _check_here(reading)
        if reading.due is None:
            raise Refusal("Say the day of the review.", "due")
        self.review_on(item_id, reading.due, reading.rationale)
        return "Review date kept"

    def _risk(self, item_id: int, reading: CaptureReading) -> str:
        _check_here(reading)
        if reading.risk is None:
            raise Refusal("Name the level: low, medium or high.", "risk")
        way = self.judge_risk(item_id, reading.risk, rationale=reading.rationale)
        said = codes.recognise("directions", reading.direction)
        told = f"Risk: {reading.risk}"
        fits = way is None or said is None or way == said.code
        return told if fits else f"{told} ({way}, by the level before)"

    def _link(self, item_id: int, reading: CaptureReading) -> str:
        if reading.subject is None or reading.other is None:
            raise Refusal("A link needs two records.", "subject")
        relation = codes.recognise("link_relations", reading.relation or "associates")
        if relation is None:
            raise Refusal("Say how they are linked: exploits, associates, frequents …", "relation")
        self.link(
            item_id,
            reading.subject.id,
            relation.code,
            reading.other.id,
            note=reading.text,
            sharing=reading.sharing or Sharing.ALL_PANEL,
            shared_with=agency_ids(reading),
        )
        return "Link kept"

    def _declaration(self, item_id: int, reading: CaptureReading) -> str:
        if reading.owner is None:
            raise Refusal("Name who declares the interest.", "owner")
        if reading.reference or reading.status == WHOLE_MEETING:
            return self.keep_interest(self._meeting_of(item_id), reading)
        self.declare(
            self._meeting_of(item_id), reading.owner.id, reading.text or "Interest", item_id
        )
        return f"{reading.owner.name} steps out for this item"

    def _attendance(self, item_id: int, reading: CaptureReading) -> str:
        return self.keep_attendance(self._meeting_of(item_id), reading)

    def _timing(self, item_id: int, reading: CaptureReading) -> str:
        if reading.status in TURNS:
            raise Refusal("The room turns there: nothing of that is kept.")
        if reading.status in {"start", "resume"}:
            self.run_clock(item_id)
            return "Clock running"
        if reading.status in {"pause", "stop", "end"}:
            self.pause_clock(item_id)
            return "Clock paused"
        if reading.minutes is None:
            raise Refusal("Say start, pause or a number of minutes.", "minutes")
        with self._store.work("set_minutes", "Change the minutes of an item") as session:
            item = session.get_one(AgendaItem, item_id)
            added = item.planned_minutes if reading.status == "add" else 0
            item.planned_minutes = max(0, min(180, added + reading.minutes))
        return "Minutes changed"

    def _meeting_of(self, item_id: int) -> int:
        with self._store.reading() as session:
            return session.get_one(AgendaItem, item_id).meeting_id


def _addressed_to(reading: CaptureReading) -> str | None:
    """The person named, else the agency, else whoever the child's lead is."""
    if reading.owner is not None:
        return reading.owner.name
    return reading.agency.name if reading.agency else None


def _kind(reading: CaptureReading) -> str | None:
    return reading.subject.kind.value if reading.subject else None


def _action_kind(reading: CaptureReading) -> str | None:
    """The kind that the words make plain: disrupting, finding out, or left to a person."""
    disrupts = {
        SubjectKind.PERSON: "disrupt person",
        SubjectKind.GROUP: "disrupt person",
        SubjectKind.PLACE: "disrupt place",
    }
    about_child = reading.subject is None or reading.subject.kind == SubjectKind.CHILD
    if reading.measure is not None and reading.measure.for_child and about_child:
        return "safeguard child"
    if reading.measure is not None:
        target = reading.subject.kind if reading.subject else SubjectKind.PERSON
        return disrupts.get(target, "disrupt person")
    if gathers_intelligence(reading.text, about_child):
        return "intelligence"
    return None


def _check_here(reading: CaptureReading) -> None:
    """Refusal where a judgement is laid on another than the item's own, or may be."""
    if reading.elsewhere:
        raise Refusal(reading.elsewhere)
