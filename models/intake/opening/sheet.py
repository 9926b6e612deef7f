"""An Excel workbook read into one table a sheet, then its comments and text boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.opening import glyphs
from models.intake.opening.container import Package, Relation
from models.intake.opening.notes import Notes
from models.intake.opening.parse import attribute, below, child, local, within
from models.intake.opening.strings import Looks, shared_strings, words
from models.intake.opening.word import check_outside
from models.intake.opening.worksheet import Book, Sheet
from models.intake.papers import Block, Table

NOT_FOLLOWED = {
    "externalLink": "A link to another workbook was not followed; its last stored values were read",
    "connections": "A link to outside data was not followed; its last stored values were read",
}


@dataclass(frozen=True)
class _Listed:
    """A worksheet as the workbook lists it."""

    title: str
    part: str


def read_sheets(package: Package, main: str, notes: Notes) -> tuple[Block | Table, ...]:
    """Return a workbook's sheets as tables, in their order, with their comments and text boxes.

    Raises Refusal for damage, for outside objects, past the limits, and for an empty workbook.
    """
    links = package.relations(main)
    root = package.tree(main)
    _note_links(links, notes)
    book = _book(package, root, links, notes)
    parts: list[Block | Table] = []
    for number, each in enumerate(_worksheets(root, links, notes), 1):
        check_outside(package.relations(each.part), notes)
        table = Sheet(each.title, number, book).read(each.part)
        if table is None:
            notes.add("An empty sheet was passed over", each.title)
        else:
            parts.append(table)
        parts.extend(_beside(package, each))
    if not parts:
        raise Refusal(
            "This paper is an empty workbook: no sheet in it holds any text. "
            "Ask for it to be sent again."
        )
    return tuple(parts)


def _book(package: Package, root: Element, links: tuple[Relation, ...], notes: Notes) -> Book:
    targets = {each.kind: each.target for each in links}
    styles = targets.get("styles", "")
    looks = Looks(package.tree(styles) if package.has(styles) else None)
    strings = shared_strings(package, targets.get("sharedStrings", ""))
    from_1904 = attribute(child(root, "workbookPr"), "date1904") in ("1", "true")
    return Book(package, strings, looks, notes, from_1904)


def _worksheets(root: Element, links: tuple[Relation, ...], notes: Notes) -> Iterator[_Listed]:
    by_id = {each.id: each for each in links}
    for each in within(root, "sheets"):
        title = glyphs.plain(attribute(each, "name") or "")
        link = by_id.get(_relation_id(each))
        if link is None or link.kind != "worksheet" or link.external:
            notes.add("A chart or other sheet without cells was passed over", title)
            continue
        if (attribute(each, "state") or "visible") != "visible":
            notes.add("A hidden sheet was read too", title)
        yield _Listed(title, link.target)


def _relation_id(element: Element) -> str:
    """A sheet has an id of its own too, so the relation's is the one in a namespace."""
    return next((value for key, value in element.items() if key.endswith("}id")), "")


def _note_links(links: tuple[Relation, ...], notes: Notes) -> None:
    for link in links:
        if link.kind in NOT_FOLLOWED:
            notes.add(NOT_FOLLOWED[link.kind])


def _beside(package: Package, listed: _Listed) -> Iterator[Block]:
    for link in package.relations(listed.part):
        if link.external or not package.has(link.target):
            continue
        if link.kind == "comments":
            yield from _comments(package.tree(link.target), listed.title)
        if link.kind == "drawing":
            yield from _text_boxes(package.tree(link.target), listed.title)


def _comments(root: Element, title: str) -> Iterator[Block]:
    for each in below(root, "comment"):
        text = glyphs.plain(words(child(each, "text")).text)
        if text:
            yield Block(text, f"comment on {title}!{attribute(each, 'ref') or ''}")


def _text_boxes(root: Element, title: str) -> Iterator[Block]:
    for number, box in enumerate(below(root, "txBody"), 1):
        lines = (
            "".join(each.text or "" for each in below(line, "t"))
            for line in box
            if local(line) == "p"
        )
        text = glyphs.plain("\n".join(lines))
        if text:
            yield Block(text, f"text box {number} on {title}")
