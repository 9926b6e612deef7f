"""What a referral leaves open, asked of the agencies that would know: a request for each."""

from collections.abc import Iterator

from exports import gap_request
from exports.audience import Document, slug
from exports.issue_before import doubts_before
from exports.logged_with import meeting_for
from exports.making import Making, file_of
from exports.readying import make_with
from exports.sending import How, send
from models.errors import Refusal
from models.queries.child_papers import COORDINATOR
from models.records.panel import AgencyRecord
from models.records.papers import CheckRow, ReferralRecord
from models.rules import access
from models.workspace import Workspace

NOBODY = "Nobody is asked about this referral: ask for what is missing first."
NO_MEETING = "Plan a meeting first: what is sent is logged with it."


def write_gap_requests(workspace: Workspace, referral_id: int, how: How) -> tuple[str, ...]:
    """Writes a request to each agency that was asked for an open point; gives their names.

    They are logged with the next meeting, or the last. Raises Refusal where nobody was asked.
    """
    access.check(workspace.person.role, "request_information")
    making = make_with(workspace, next_or_last_meeting(workspace), None)
    found = list(gap_requests(making, workspace.read.referral(referral_id)))
    if not found:
        raise Refusal(NOBODY)
    return send(workspace, making, found, how, before=True)


def doubts(workspace: Workspace, referral_id: int) -> tuple[str, ...]:
    """What speaks against sending the requests of a referral."""
    rows = workspace.read.referral(referral_id).checklist
    ids = dict.fromkeys(one.agency_id for one in rows if _is_asked(one) and one.agency_id)
    return doubts_before(workspace, next_or_last_meeting(workspace), ids)


def gap_requests(making: Making, referral: ReferralRecord) -> Iterator[Document]:
    """A request for each agency that was asked; none to one whose members all may not know."""
    asked = [one for one in referral.checklist if _is_asked(one)]
    for agency in making.papers.agencies:
        points = [one for one in asked if one.asked == agency.name]
        if points and agency.active and _may_know(making, agency, referral.row.subject_id):
            yield _request(making, agency, referral, points)


def _request(
    making: Making, agency: AgencyRecord, referral: ReferralRecord, points: list[CheckRow]
) -> Document:
    read, row = making.audiences.agencies(agency.id), referral.row
    sheet = gap_request.compose(
        making.papers.panel,
        agency,
        read.child(row.subject_id),
        [one.label for one in points],
        received_on=row.received_on,
        made_at=making.audiences.now,
        due_on=min((one.due_on for one in points if one.due_on), default=None),
        return_to=making.audiences.setting("reply_to") or COORDINATOR,
        template=making.template,
    )
    name = making.names.take("requests/", "referral", str(row.id), slug(agency.name))
    return Document(
        name, "requests", agency.name, file_of(sheet), sheet.digest,
        recipient=agency.name, subject_id=row.subject_id,
    )  # fmt: skip


def _may_know(making: Making, agency: AgencyRecord, subject_id: int) -> bool:
    held = making.audiences.agencies(agency.id).reader().conflicted_subjects
    return subject_id not in held


def _is_asked(one: CheckRow) -> bool:
    return bool(one.asked) and one.open


def next_or_last_meeting(workspace: Workspace) -> int:
    """The next meeting, or the last where none is planned, with which they are logged."""
    found = meeting_for(workspace)
    if found is None:
        raise Refusal(NO_MEETING)
    return found
