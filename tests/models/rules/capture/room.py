"""A small invented room that lines are typed in: its people, subjects and lists."""

from dataclasses import dataclass
from datetime import date

from models.marks import SubjectKind
from models.rules.capture import (
    ActionRef,
    AgencyRef,
    CaptureContext,
    CaptureReading,
    DecisionRef,
    MeasureRef,
    PersonRef,
    SubjectRef,
    read_line,
)


@dataclass(frozen=True)
class Word:
    """A term of the language list."""

    term: str
    alternative: str = ""
    why: str = ""


COUNCIL = AgencyRef(1, "Children's social care")
POLICE = AgencyRef(2, "Police")
HEALTH = AgencyRef(3, "Health (ICB safeguarding)")
EDUCATION = AgencyRef(4, "Education safeguarding")
LICENSING = AgencyRef(5, "Licensing")
YOUTH = AgencyRef(6, "Youth justice service")
AGENCIES = (COUNCIL, POLICE, HEALTH, EDUCATION, LICENSING, YOUTH)


def _member(
    number: int, name: str, role: str, agency: AgencyRef, present: bool = True, also: str = ""
) -> PersonRef:
    words = (also,) if also else ()
    return PersonRef(number, name, role, agency.id, agency.name, present, words)


PEOPLE = (
    _member(1, "Shanice Fairhurst", "Exploitation service manager", COUNCIL, also="chair"),
    _member(2, "Owen Baines", "Team manager, adolescents", COUNCIL),
    _member(3, "Ibrahim Choudhury", "Social worker", COUNCIL),
    _member(4, "Finley Jankowski", "Social worker", COUNCIL),
    _member(5, "Daisy Yates", "Detective Inspector, exploitation", POLICE),
    _member(6, "Jayden Yates", "Intelligence analyst", POLICE),
    _member(7, "Kai Dobson", "Named nurse, safeguarding", HEALTH),
    _member(8, "Leah Baines", "Education safeguarding lead", EDUCATION),
    _member(9, "Freya O'Brien", "Attendance officer", EDUCATION),
    _member(10, "Kian Iqbal", "Licensing enforcement officer", LICENSING),
    _member(11, "Kian Varley", "YJS operational manager", YOUTH, present=False),
    _member(12, "Will Hartley", "YJS officer", YOUTH),
)
AIDAN = SubjectRef(1, "Aidan Ravenscroft", SubjectKind.CHILD, (), "V3", "LCS620625", lead_id=4)
MAISIE = SubjectRef(2, "Maisie Hartley", SubjectKind.CHILD, (), "V4", "LCS669557")
PIKE = SubjectRef(3, "Darren Pike", SubjectKind.PERSON, ("Daz",), "O1")
WES = SubjectRef(4, "Wesley Onuoha", SubjectKind.PERSON, ("Wes / Big W",))
SKATEPARK = SubjectRef(5, "Harbour Park skatepark", SubjectKind.PLACE, (), "L1")
INTERCHANGE = SubjectRef(6, "Bus interchange, Corporation Street", SubjectKind.PLACE)
CAR = SubjectRef(7, "NK19 CUK", SubjectKind.VEHICLE)
JANE = SubjectRef(8, "Jane Tully", SubjectKind.PERSON)
JORDAN = SubjectRef(9, "Jordan Tully", SubjectKind.PERSON, ("JT",))
MEASURES = (
    MeasureRef("CP10", "Child Abduction Warning Notice (CAWN)"),
    MeasureRef("AS07", "Closure notice / order (full or partial)", ("closure",)),
    MeasureRef("MS06", "Slavery & trafficking risk order (STRO)"),
    MeasureRef("AS06", "Public spaces protection order"),
    MeasureRef("SX06", "Hotel information notice"),
)
DECISIONS = (
    DecisionRef("REMAIN", "Remain on panel, review on <date>", ("stay on panel",)),
    DecisionRef("NRM", "Refer NRM"),
    DecisionRef("STEP_DOWN", "Step down to single-agency/Early Help"),
    DecisionRef("CLOSE_REDUCED", "Close: risk reduced"),
    DecisionRef("CLOSE_MOVED", "Close: moved out of area"),
    DecisionRef("ADOPT_PLACE", "Adopt as location of concern", (), (SubjectKind.PLACE,)),
)
ROOM = CaptureContext(
    today=date(2026, 11, 12),
    people=PEOPLE,
    agencies=AGENCIES,
    subject=AIDAN,
    subjects=(AIDAN, MAISIE, PIKE, WES, SKATEPARK, INTERCHANGE, CAR, JANE, JORDAN),
    measures=MEASURES,
    decisions=DECISIONS,
    actions=(
        ActionRef("A001", "Hold peer group assessment", 2, 1),
        ActionRef("A003", "Check hire-car records", 3, 3),
    ),
    terms=(Word("absconded", "went missing"), Word("lifestyle choice")),
    next_meeting=date(2026, 12, 24),
)


def read(line: str, room: CaptureContext = ROOM) -> CaptureReading:
    """The one reading of a line."""
    (reading,) = read_line(line, room)
    return reading
