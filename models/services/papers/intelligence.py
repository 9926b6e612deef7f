"""An intelligence form: one submission to triage; nobody becomes a record or a link by it."""

from models.marks import Sharing
from models.rules.grading import Grading
from models.rules.submissions import GivenBy
from models.services.intelligence import put_submission
from models.services.papers.agencies import agency_on_record
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.returns import allowed_readers, sharing_of
from models.services.police import police_of, put_grading

NAMED = (
    ("persons", "Persons"),
    ("children", "Children"),
    ("places", "Places"),
    ("vehicle", "Vehicle"),
    ("phone_numbers", "Phones"),
)
UNSAID = "not said: ask who submitted it before it goes on"
NOT_SHARED = "Intelligence that is not to be shared: its text was not kept."


def file_intelligence(filing: Filing, facts: Facts) -> None:
    """What the form says, who gave it and whom it names, as a submission to triage."""
    text, sharing = facts.text("text"), sharing_of(facts)
    if sharing is Sharing.NOT_SHARED:
        filing.unread(facts.where, NOT_SHARED)
    elif text:
        _put(filing, facts, text, sharing)
    filing.leave(facts)


def _put(filing: Filing, facts: Facts, text: str, sharing: Sharing) -> None:
    agency, name = facts.text("agency"), facts.text("completed_by")
    contact, given = facts.text("contact"), _given_by(agency, name)
    agency_id = agency_on_record(filing, agency) if agency else None
    own = _own_grading(facts)
    graded = own if agency_id in police_of(filing.session) else None
    told = [facts.text("source"), facts.text("risk_to_source")]
    if own is not None and graded is None:
        told.append(f"The submitter's own grading: {own.letters}")
    day = facts.day("date")
    row = put_submission(
        filing.session,
        filing.today,
        text,
        {
            "given_by": given.value,
            "from_agency": agency,
            "from_name": ", ".join(filter(None, (name, facts.text("role")))),
            "from_contact": contact if given is not GivenBy.ANONYMOUS else None,
            "provenance": ". ".join(filter(None, told)),
            "information_date": day if day is not None and day <= filing.today else None,
            "named": _named(facts),
            "police_reference": facts.text("ref"),
        },
    )
    row.paper_id = filing.paper_id
    put_grading(row, graded)
    readers = allowed_readers(filing, facts) if sharing is Sharing.NAMED_AGENCIES else ()
    if readers:
        row.sharing, row.shared_with = Sharing.NAMED_AGENCIES.value, readers
    elif facts.raw("sharing") and sharing is Sharing.CHAIR_ONLY:
        row.sharing, row.shared_with = Sharing.CHAIR_ONLY.value, ()
    filing.filed.made += 1


def _given_by(agency: str | None, name: str | None) -> GivenBy:
    if agency:
        return GivenBy.AGENCY
    return GivenBy.COMMUNITY if name else GivenBy.ANONYMOUS


def _own_grading(facts: Facts) -> Grading | None:
    """The grading as the form writes it, where all of it is there."""
    given = tuple(facts.text(name) for name in ("source_grade", "information_grade", "handling"))
    source, information, handling = given
    if not (source and information and handling):
        return None
    code = handling[:1].upper()
    told = (facts.raw("handling") or "")[1:].strip(" -–:,;.")
    conditions = (told or UNSAID) if code == "C" else None
    return Grading(source[:1], information[:1].upper(), code, conditions)


def _named(facts: Facts) -> str | None:
    """Whom and what the form names, in its own words."""
    told = []
    for field, label in NAMED:
        words = "; ".join(facts.words(field)) or facts.raw(field)
        told.append(f"{label}: {words}" if words else "")
    return "\n".join(filter(None, told)) or None
