"""A panel's marking and handling line as one document carries them, by what stands in it."""

from collections.abc import Iterable
from dataclasses import replace

from exports import wording
from models.marks import Information, Sharing
from models.records.documents import MeetingPapers
from models.records.item import LineRecord
from models.records.outcomes import ActionRow, MeasureRow
from models.records.panel import PanelRecord
from models.rules import marking

Part = LineRecord | ActionRow | MeasureRow


def following(
    panel: PanelRecord,
    parts: Iterable[Part] = (),
    *,
    restricted: bool = False,
    intelligence: bool = False,
) -> PanelRecord:
    """The panel as the head and foot of a document have it, which holds these parts.

    `restricted` and `intelligence` say what it holds beside them.
    """
    known = tuple(parts)
    sharings = {one.sharing for one in known}
    sharings |= {Sharing.NAMED_AGENCIES} if restricted else set()
    kinds = {one.information for one in known if isinstance(one, LineRecord)}
    kinds |= {Information.INTELLIGENCE} if intelligence else set()
    asked = marking.handling(sharings, kinds)
    if not asked:
        return panel
    told = [wording.worded(panel, key) for key in asked]
    return replace(
        panel,
        marking=marking.marking(panel.marking, sharings, kinds),
        handling=" ".join(filter(None, (marking.raised(panel.handling), *told))),
    )


def of_body(papers: MeetingPapers, *more: MeetingPapers) -> PanelRecord:
    """The panel as minutes have it: by the lines of their items that are for all the panel."""
    return following(
        papers.panel,
        (
            one
            for read in (papers, *more)
            for item in read.items
            for one in item.lines
            if one.sharing == Sharing.ALL_PANEL and not one.withdrawn
        ),
    )
