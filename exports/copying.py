"""What of one item may be copied for a case note: the child's part, once nothing is in doubt."""

from dataclasses import replace
from typing import Any

from exports import recommendation_sheet
from exports.audience import Audiences
from exports.child_part import MARK, OF_ANSWERS, ChildPart, child_part
from exports.copy_block import copy_block
from exports.initialled import initialled
from exports.making import making_of
from models.errors import Refusal
from models.queries.minutes import SETTLED
from models.records.documents import ExtractPapers
from models.records.outcomes import RecommendationRow
from models.rules import access
from models.rules.recommendations import RecommendationStatus
from models.workspace import Workspace

NOT_APPROVED = "The chair has not approved this item yet: its recommendations do not leave."
IN_DOUBT = (
    "The net is not sure of {count} in these recommendations: read and confirm the child's sheet "
    "on the page Minutes, and send that."
)

ON_THE_PAGE = "Its words stand on the page Care plans"


def case_note(workspace: Workspace, item_id: int) -> str:
    """The block for a case note; Refusal where the item is not approved or a name is in doubt.

    Once a person has confirmed the child's sheet its doubts are settled; the words of an answer in
    which there are others stand on the page Care plans alone.
    """
    access.check(workspace.person.role, "export_documents")
    read = workspace.read
    meeting_id, known = read.extract_papers(item_id).meeting.id, read.known_names()
    # The very names that the sheet is made with, so that what was confirmed is known again.
    making = making_of(Audiences(workspace, meeting_id))
    papers = making.audiences.panel.extract_papers(item_id, making.known)
    if papers.minutes_state not in SETTLED:
        raise Refusal(NOT_APPROVED)
    part = child_part(papers, making.index)
    if _digests(part.papers) & {one.digest for one in read.confirmations(meeting_id)}:
        return copy_block(
            initialled(replace(part, papers=_read_by_somebody(part)).confirmed(), known)
        )
    doubts = sum(one.done == "to confirm" for one in part.of_recommendations())
    if doubts:
        places = "one word" if doubts == 1 else f"{doubts} words"
        raise Refusal(IN_DOUBT.format(count=places))
    return copy_block(initialled(part.papers, known))


def _digests(papers: ExtractPapers) -> set[str]:
    """What the child's sheet says now, and what it said while all answers were still awaited."""
    asked = tuple(map(_unanswered, papers.item.recommendations))
    awaited = replace(
        papers,
        reply_by=papers.reply_by or papers.made_at.date(),
        item=replace(papers.item, recommendations=asked),
    )
    return {recommendation_sheet.compose(one).digest for one in (papers, awaited)}


def _unanswered(one: RecommendationRow) -> RecommendationRow:
    """It as it was while no plan had answered it, as far as its sheet tells."""
    return replace(one, status=RecommendationStatus.ISSUED.value, replied_on=None, plan_by=None)


def _read_by_somebody(part: ChildPart) -> ExtractPapers:
    """The papers without the words of answers that came later and are in doubt."""
    item = part.papers.item
    rows = tuple(map(_without_doubtful_answers, item.recommendations))
    return replace(part.papers, item=replace(item, recommendations=rows))


def _without_doubtful_answers(one: RecommendationRow) -> RecommendationRow:
    stand = set(
        MARK.findall(" ".join((one.text, one.outcome_sought or "", one.evidence_sought or "")))
    )
    said = ((name, getattr(one, name) or "") for name in OF_ANSWERS)
    doubtful: dict[str, Any] = {
        name: ON_THE_PAGE for name, text in said if set(MARK.findall(text)) - stand
    }
    return replace(one, **doubtful)
