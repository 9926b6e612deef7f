"""A request for each person who was asked to assess again: which children, and by when."""

from collections.abc import Iterator, Sequence

from exports import basis, phrases
from exports.asking_gaps import next_or_last_meeting
from exports.audience import Document, slug
from exports.imprint import Imprint
from exports.making import Making, file_of
from exports.naming import Naming, naming_of
from exports.readying import make_with
from exports.recipients import Recipients
from exports.sending import How, send
from exports.sheet import Sheet
from exports.template import Template
from models.errors import Refusal
from models.queries.child_papers import COORDINATOR
from models.records.assessed import AssessedRow
from models.records.documents import MeetingPapers
from models.rules import access
from models.workspace import Workspace

KIND = "assessment request"
NOBODY = "Nobody is asked for an assessment: ask first."
HEADS = ("Child", "Last assessed", "Scheme", "In date through", "Asked for by")
WIDTHS = (26, 18, 24, 18, 14)
ASKED = (
    "A new risk assessment is asked for the children below. Please complete it with the child and"
    " the family, say whether they took part, and give professional judgement beside the score."
)


def write_requests(workspace: Workspace, how: How) -> tuple[str, ...]:
    """Writes a request to everybody who is asked and has not answered; gives their names.

    They are logged with the next meeting, or the last. Refusal where nobody is asked.
    """
    access.check(workspace.person.role, "request_information")
    making = make_with(workspace, next_or_last_meeting(workspace), None)
    found = list(requests(making, workspace.read.assessment_board()))
    if not found:
        raise Refusal(NOBODY)
    return send(workspace, making, found, how, before=True)


def doubts(workspace: Workspace) -> tuple[str, ...]:
    """What speaks against sending the requests, as sentences."""
    making = make_with(workspace, next_or_last_meeting(workspace), None)
    found = list(requests(making, workspace.read.assessment_board()))
    return Recipients(making.audiences).doubts(found)


def requests(making: Making, rows: Sequence[AssessedRow]) -> Iterator[Document]:
    """A request for each person asked; no child of whom the person's agency may not know."""
    asked = [one for one in rows if one.asked]
    for name in dict.fromkeys(one.asked for one in asked if one.asked):
        held = _held(making, name)
        own = [one for one in asked if one.asked == name and one.child_id not in held]
        if own:
            sheet = compose(
                making.papers, name, own,
                making.audiences.setting("reply_to") or COORDINATOR,
                template=making.template,
            )  # fmt: skip
            place = making.names.take("notices/", "assessment", slug(name))
            yield Document(place, KIND, name, file_of(sheet), sheet.digest, recipient=name)


def compose(
    papers: MeetingPapers,
    name: str,
    rows: Sequence[AssessedRow],
    return_to: str,
    *,
    template: Template | None = None,
) -> Sheet:
    """The page: children by initials and reference, when each was assessed, and by when again."""
    naming = naming_of(papers)
    about = Imprint(papers.panel, "Request for risk assessments", name, papers.made_at)
    sheet = Sheet(about, template, naming.rewrite)
    count = phrases.counted(len(rows), "child", "children")
    sheet.title(f"Risk assessments asked for: {count}", f"Requested by {papers.panel.name}")
    sheet.facts([("To", name), ("Return to", return_to)], "The request")
    sheet.paragraph(ASKED)
    sheet.table(HEADS, [_row(one, naming) for one in rows], WIDTHS, "Assessments asked for")
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the request.")
    return sheet


def _row(one: AssessedRow, naming: Naming) -> tuple[str, ...]:
    who = naming.shown("child", one.child)
    return (
        phrases.joined(who, one.reference),
        phrases.short_day(one.assessed_on) if one.assessed_on else "never",
        one.scheme or "the panel's",
        phrases.short_day(one.in_date_until) if one.in_date_until else "",
        phrases.short_day(one.asked_until),
    )


def _held(making: Making, name: str) -> frozenset[int]:
    """Children whom a member of that name, or the member's agency, may not know of."""
    found = [one for one in making.audiences.panel.members() if one.name == name]
    ids = [one.agency_id for one in found if one.agency_id]
    return frozenset().union(
        *(making.audiences.agencies(one).reader().conflicted_subjects for one in ids),
        *(making.audiences.panel.of_interest(one.id) for one in found),
    )
