"""Actions of items that the chair approved by themselves: they go before the minutes do."""

from collections.abc import Iterator
from dataclasses import replace

from exports import action_list
from exports.audience import Document
from exports.making import Making, file_of
from exports.meeting_documents import panel_papers
from models.marks import MinutesState
from models.records.documents import MeetingPapers


def first_actions(making: Making, approved: frozenset[int]) -> Iterator[Document]:
    """The agreed actions of approved items, while the minutes as a whole are not approved yet.

    Whoever declared an interest has theirs apart, as of the whole list.
    """
    if making.approved or not approved:
        return
    for papers, audience, parts in panel_papers(making):
        shown = _only(papers, approved)
        if not (shown.actions or action_list.measures_to_do(shown)):
            continue
        sheet = action_list.compose(shown, template=making.template)
        name = making.names.take("", "actions-first", *parts)
        yield Document(
            name, "actions", audience, file_of(sheet), sheet.digest, final=True, recipient=audience
        )


def _only(papers: MeetingPapers, approved: frozenset[int]) -> MeetingPapers:
    return replace(
        papers,
        actions=tuple(one for one in papers.actions if one.item_id in approved),
        earlier_actions=(),
        items=tuple(
            one if one.row.id in approved else replace(one, measures=()) for one in papers.items
        ),
        minutes_state=MinutesState.APPROVED.value,
    )
