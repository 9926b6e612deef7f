"""The words that stand on record now at each place of a meeting's minutes."""

from collections.abc import Iterable, Iterator

from models.records.documents import MeetingPapers
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow
from models.records.places import Place
from models.rules.rewording import REWORDED, TEXTS


def recorded(papers: MeetingPapers) -> dict[Place, str]:
    """By place: the words on record, none where a text is not written yet."""
    found = dict(_of_meeting(papers))
    for item in papers.items:
        found |= dict(_of_item(item))
    found |= dict(_of_actions(papers.actions))
    return found


def _of_meeting(papers: MeetingPapers) -> Iterator[tuple[Place, str]]:
    for field in REWORDED["meeting"]:
        yield Place("meeting", papers.meeting.id, field), getattr(papers.meeting, field) or ""


def _of_item(item: ItemRecord) -> Iterator[tuple[Place, str]]:
    here = item.row.id
    for field in TEXTS:
        yield Place("discussion", here, field, here), getattr(item, field) or ""
    for table, row in (("risk_judgement", item.risk), ("decision", item.decision)):
        for field in REWORDED[table] if row is not None else ():
            yield Place(table, here, field, here), getattr(row, field) or ""
    for line in item.lines:
        if not line.withdrawn:
            yield Place("information_line", line.id, "text", here), line.text
    for one in item.recommendations:
        if not one.withdrawn:
            yield Place("recommendation", one.id, "text", one.item_id), one.text
    for telling in item.tellings:
        for field in REWORDED["telling"]:
            yield Place("telling", telling.id, field), getattr(telling, field) or ""
    yield from _of_actions(item.actions)


def _of_actions(actions: Iterable[ActionRow]) -> Iterator[tuple[Place, str]]:
    for one in actions:
        for field in REWORDED["action"]:
            yield Place("action", one.id, field, one.item_id), getattr(one, field) or ""
