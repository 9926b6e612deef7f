"""Immediate risk said in the room: where it stands, and who was told of it."""

from sqlalchemy import select

from models.entities import AgendaItem, InformationLine
from models.marks import Information, Origin, Sharing, SubjectKind
from models.rules.capture import CaptureReading
from models.rules.immediate import as_immediate, only_tells, says_told
from models.services.conduct.outside import Outside
from models.services.conduct.saying import NOBODY


class Urgency(Outside):
    """Keeping what cannot wait."""

    def keep_urgent(self, item_id: int, reading: CaptureReading) -> str:
        """Immediate risk stands in the item's head for the chair to settle: who, when, reference.

        Of another child than the item's it stands on that child.
        """
        at = f"{reading.when:%H:%M}" if reading.when else ""
        told_of = self._untold(item_id) if _only_tells(reading) else None
        if told_of is not None:
            self.change_line(told_of[0], text=f"{told_of[1]}; {reading.text}")
            return f"Immediate risk: {reading.told} told{f' at {at}' if at else ''}"
        text = as_immediate(reading.text, reading.told, at)
        self.say(
            item_id,
            reading.agency.id if reading.agency else None,
            text,
            information=reading.information or Information.NOT_STATED,
            sharing=reading.sharing or Sharing.ALL_PANEL,
            shared_with=agency_ids(reading),
            urgent_of=_child_of(reading),
        )
        whose = self._elsewhere(item_id, reading)
        if not says_told(text):
            return f"Immediate risk kept{whose}: tell MASH or the police now"
        if reading.told is None:
            return f"Immediate risk kept{whose}"
        number = f", reference {reading.reference}" if reading.reference else ""
        return f"Immediate risk kept{whose}: {reading.told} told{f' at {at}' if at else ''}{number}"

    def _untold(self, item_id: int) -> tuple[int, str] | None:
        """The newest immediate risk of an item of which nobody has been told."""
        with self._store.reading() as session:
            lines = session.execute(
                select(InformationLine.id, InformationLine.text)
                .where(
                    InformationLine.item_id == item_id,
                    InformationLine.origin == Origin.URGENT.value,
                    InformationLine.withdrawn.is_(False),
                )
                .order_by(InformationLine.id.desc())
            )
            return next(((id_, text) for id_, text in lines if text and not says_told(text)), None)

    def _elsewhere(self, item_id: int, reading: CaptureReading) -> str:
        """On whom it stands, where that is not the item's own child."""
        child = _child_of(reading)
        with self._store.reading() as session:
            own = session.get_one(AgendaItem, item_id).subject_id
        if child in (NOBODY, own) or reading.subject is None:
            return ""
        return f" on {reading.subject.ref or reading.subject.name}"


def agency_ids(reading: CaptureReading) -> tuple[int, ...]:
    """The agencies that a reading is kept to."""
    return tuple(one.id for one in reading.agencies)


def _only_tells(reading: CaptureReading) -> bool:
    told, all_may_read = reading.told, reading.sharing in (None, Sharing.ALL_PANEL)
    return told is not None and all_may_read and only_tells(reading.text, told)


def _child_of(reading: CaptureReading) -> int:
    """The child that is named; a person or a place that is named endangers the item's own."""
    named = reading.subject
    return named.id if named is not None and named.kind is SubjectKind.CHILD else NOBODY
