"""A request to one agency for what it knows, with the return form that imports back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from exports import agenda, basis, filing, phrases, wording
from exports.filing import Target
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Bold, Text
from models.errors import Refusal
from models.marks import Information, SubjectKind
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.records.panel import AgencyRecord, PanelRecord
from models.records.subjects import ChildRecord, LinkRecord, PersonRecord, PlaceRecord
from models.rules.asking import kind_of
from models.rules.links import kind_words

RETURN_HEADINGS = ("Date", "Information", "Kind (fact / opinion / intelligence)", "Share with")
LINES = 4
ROOM = 480
PEOPLE_AND_THINGS = frozenset(
    {
        SubjectKind.PERSON,
        SubjectKind.GROUP,
        SubjectKind.VEHICLE,
        SubjectKind.PHONE,
        SubjectKind.ACCOUNT,
    }
)
# Worded so that the importer knows them for instructions when the form comes back.
GUIDANCE = (
    "Complete a line for each thing that is new, relevant and in proportion.",
    "Use “fact”, “opinion” or “intelligence” to say what kind of information a line is.",
    "Use “all panel”, agencies' names, “chair only”, or “not shared” and why, for who may have it.",
    "Ensure that each line says so; one that does not goes to the chair only.",
    "Type “Nothing known” under Information where that is so.",
)


@dataclass(frozen=True)
class Asked:
    """A subject that the agency is asked about, by its item and its record."""

    item: ItemRow
    subject: ChildRecord | PersonRecord | PlaceRecord
    ground: str = ""
    """On what ground this is asked, where it is another than the request's."""


def write(
    panel: PanelRecord,
    meeting: MeetingRecord,
    agency: AgencyRecord,
    subjects: Sequence[Asked],
    to: Target,
    *,
    made_at: datetime,
    due_on: date | None,
    return_to: str = "",
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The request as a Word file at `to`; gives its sha256.

    Of a child it tells what the agency's kind is told to find them by. Persons of concern and
    associates stand in it only for an agency that sees them. A place is asked about by its name
    and address alone, since what is written of it may name a child.
    Raises Refusal where nothing is left to ask.
    """
    asked = permitted(agency, subjects)
    if not asked:
        raise Refusal(f"There is nothing to ask {agency.name} about.", "subjects")
    about = agenda.imprint(panel, meeting, "Information request", made_at, agency.name)
    sheet = Sheet(about, template, comes_back=True)
    sheet.title(f"Agency information return: {agency.name}", f"Requested by {panel.name}")
    facts = _facts(meeting, due_on, return_to)
    sheet.facts(facts, "The request", to_fill_in=("Completed by",))
    sheet.paragraph(wording.worded(panel, "information_request"))
    sheet.bullets(GUIDANCE)
    basis.of_panel(sheet, panel)
    for one in asked:
        _subject(sheet, one, agency)
    sheet.end(f"Please return this form{_by(due_on)}{f' to {return_to}' if return_to else ''}.")
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def permitted(agency: AgencyRecord, subjects: Iterable[Asked]) -> list[Asked]:
    """The subjects that this agency may be asked about, in their order."""
    return [
        one
        for one in subjects
        if agency.sees_persons_of_concern or not isinstance(one.subject, PersonRecord)
    ]


def _facts(
    meeting: MeetingRecord, due_on: date | None, return_to: str
) -> list[tuple[str, Text | None]]:
    return [
        ("Meeting", phrases.day(meeting.held_on)),
        ("Please return by", phrases.day(due_on) if due_on else "no date set"),
        ("Return to", return_to),
    ]


def _by(due_on: date | None) -> str:
    return f" by {phrases.day(due_on)}" if due_on else ""


def _subject(sheet: Sheet, one: Asked, agency: AgencyRecord) -> None:
    sheet.heading(heading(one.subject), 1)
    told = [
        ("Item", one.item.reference),
        *told_of(one.subject, agency),
        (basis.LEAD, one.ground),
    ]
    asked_about(sheet, told)
    blank = ("", "", "", "")
    caption = "Information from the agency"
    sheet.table(
        RETURN_HEADINGS, [blank] * LINES, (14, 46, 20, 20), caption, room=ROOM, together=True
    )


def asked_about(sheet: Sheet, told: Iterable[tuple[str, str | None]]) -> None:
    """What is told of a subject in a line that stays with the table to be completed under it.

    No table of its own: not every program keeps one table on the page of the next.
    """
    known = [(label, text) for label, text in told if text]
    pieces = [part for label, text in known for part in (" · ", Bold(f"{label}: "), text)]
    sheet.paragraph(tuple(pieces[1:]), with_next=True)
    sheet.paragraph("Complete here:", with_next=True)


def heading(subject: ChildRecord | PersonRecord | PlaceRecord) -> str:
    """How a return names its subject: Name (born 21/01/2011, LCS620625)."""
    if isinstance(subject, ChildRecord):
        row = subject.row
        born = f"born {row.birth_date:%d/%m/%Y}" if row.birth_date else ""
        return _bracketed(row.name, phrases.joined(born, row.system_id))
    if isinstance(subject, PersonRecord):
        born = f"born {subject.birth_date:%d/%m/%Y}" if subject.birth_date else ""
        return _bracketed(subject.name, phrases.joined(born, "person of concern"))
    return _bracketed(subject.name, subject.kind.replace("_", " "))


def _bracketed(name: str, detail: str) -> str:
    return f"{name} ({detail})" if detail else name


def told_of(
    subject: ChildRecord | PersonRecord | PlaceRecord, agency: AgencyRecord
) -> list[tuple[str, str | None]]:
    """What an agency is told of a subject, to find it by."""
    if isinstance(subject, ChildRecord):
        return _of_child(subject, agency)
    if isinstance(subject, PersonRecord):
        return _of_person(subject)
    return [
        ("Type", subject.type),
        ("District", subject.district),
        ("Address", phrases.joined(subject.address, subject.postcode)),
    ]


def _of_child(child: ChildRecord, agency: AgencyRecord) -> list[tuple[str, str | None]]:
    kind = kind_of(agency.kind, agency.name)
    wanted = kind.told_of_child if kind else ()
    known = {
        "aliases": ("Also known as", phrases.joined(*child.aliases)),
        "nhs number": ("NHS number", child.nhs_number),
        "postcode": ("Postcode", child.postcode),
        "school": ("School", child.school),
        "places": ("Places", _linked(child.links, {SubjectKind.PLACE})),
    }
    if agency.sees_persons_of_concern:
        known["associates"] = ("Associates", _linked(child.links, PEOPLE_AND_THINGS))
    return [row for name, row in known.items() if name in wanted]


def _of_person(person: PersonRecord) -> list[tuple[str, str | None]]:
    return [
        ("Also known as", phrases.joined(*person.aliases)),
        ("Vehicles and phones", phrases.joined(*person.vehicles, *person.phones)),
        ("Places", _linked(person.links, {SubjectKind.PLACE})),
    ]


def _linked(links: Iterable[LinkRecord], kinds: Iterable[str]) -> str:
    wanted = set(kinds)
    known = [one for one in links if one.other_kind in wanted]
    return phrases.joined(*(f"{one.other_label}{_doubt(one)}" for one in known), by="; ")


def _doubt(one: LinkRecord) -> str:
    """That a link is no fact, beside the name that it brings."""
    if one.information == Information.INTELLIGENCE:
        return f" ({kind_words(one)})"
    return " (out of date)" if one.out_of_date else ""
