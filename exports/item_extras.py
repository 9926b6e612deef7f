"""People, places and risk of an item side by side, and what is said of it to whom."""

from exports import phrases
from exports.sheet import Sheet
from exports.wordml import Bold, Text
from models.records.item import ItemRecord
from models.records.item_extras import CommunicationRow

HEADS, WIDTHS = ("People", "Places", "Risk"), (34, 33, 33)


def columns(sheet: Sheet, item: ItemRecord) -> None:
    """The three columns under their heading, where anything stands in them."""
    found = item.columns
    if found is None:
        return
    cells = tuple(phrases.sentence(one) for one in (found.people, found.places, found.risk))
    sheet.part("item.columns", 3)
    sheet.table(HEADS, [cells], WIDTHS, "People, places and risk")


def communication_words(one: CommunicationRow) -> Text:
    """What is told, to whom, whether in public, and who approved it."""
    approved = ""
    if one.approved_by:
        day = f", {phrases.day(one.approved_on)}" if one.approved_on else ""
        approved = f" Approved by {one.approved_by}{day}."
    lead = f"{one.to_whom}{', in public' if one.public else ''}: "
    return (Bold(lead), f"{phrases.sentence(one.what)}{approved}")
