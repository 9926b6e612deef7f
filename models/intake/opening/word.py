"""A Word document read into blocks and tables: body, then headers, footers, notes and comments."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from models.errors import Refusal
from models.intake.opening.container import Package, Relation
from models.intake.opening.notes import Notes
from models.intake.opening.paragraphs import ParagraphReader
from models.intake.opening.parse import attribute, local, within
from models.intake.opening.story import Story
from models.intake.opening.styles import styles_of
from models.intake.papers import Block, Table

PAGE_ENDS = ("header", "footer")
ASIDES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
WEB = ("http:", "https:", "ftp:", "mhtml:", "ldap:")
OUTSIDE = {
    "attachedTemplate": "a template on the web",
    "oleObject": "an object in another file",
    "subDocument": "another document",
    "frame": "another document",
    "aFChunk": "another document",
}
EMBEDDED = {"oleObject", "package", "control"}


def read_word(package: Package, main: str, notes: Notes) -> tuple[Block | Table, ...]:
    """Return a document's parts in reading order.

    Raises Refusal for damage, for a template or object fetched from outside, and for a document
    without a word of text.
    """
    links = package.relations(main)
    settings = next((each.target for each in links if each.kind == "settings"), "")
    check_outside((*links, *package.relations(settings)), notes)
    styles = next((each.target for each in links if each.kind == "styles"), "")
    reader = ParagraphReader(styles_of(package, styles), notes)
    parts: list[Block | Table] = []
    Story(reader, notes, parts).read(within(package.tree(main), "body"))
    for root, place in _others(package, links):
        Story(reader, notes, parts, f"{place}, ").read(root)
    if not parts:
        raise Refusal(_wordless(package))
    return tuple(parts)


def check_outside(links: tuple[Relation, ...], notes: Notes) -> None:
    """Raise Refusal for what would be fetched into the paper; note what is merely not followed."""
    for link in links:
        if link.external and link.kind in OUTSIDE and _is_refused(link):
            raise Refusal(
                f"This paper reaches outside itself for {OUTSIDE[link.kind]}. It was not read and "
                "nothing was fetched. Open it in Word, copy its text into a new document, "
                "save that as .docx, and add it."
            )
        if link.external and link.kind == "attachedTemplate":
            notes.add("The template this paper was made from was not opened")
        if link.external and link.kind == "image":
            notes.add("A picture kept outside the paper was not fetched")
        if not link.external and link.kind in EMBEDDED:
            notes.add("A file or button embedded in the paper was not read")


def _is_refused(link: Relation) -> bool:
    """A template on the council's own disk or share is usual, and is never opened here."""
    return link.kind != "attachedTemplate" or link.target.strip().lower().startswith(WEB)


def _others(package: Package, links: tuple[Relation, ...]) -> Iterator[tuple[Element, str]]:
    for kind in PAGE_ENDS:
        seen: set[str] = set()
        for link in links:
            if link.kind == kind and not link.external and package.has(link.target):
                root = package.tree(link.target)
                words = "".join(root.itertext())
                if words not in seen:
                    seen.add(words)
                    yield root, kind if len(seen) == 1 else f"{kind} {len(seen)}"
    for kind, name in ASIDES.items():
        for link in links:
            if link.kind == kind and not link.external and package.has(link.target):
                yield from _asides(package.tree(link.target), name)


def _asides(root: Element, name: str) -> Iterator[tuple[Element, str]]:
    """Yield footnotes, endnotes or comments, without the rules that Word keeps among them."""
    notes = (each for each in root if local(each) == name and not attribute(each, "type"))
    for number, each in enumerate(notes, 1):
        yield each, f"{name} {number}"


def _wordless(package: Package) -> str:
    if any("/media/" in name for name in package.names()):
        return (
            "This paper holds only pictures and no text; writing in pictures is not read. "
            "Ask for the form itself, or type it in as a new referral."
        )
    return "This paper holds no text at all. Ask for it to be sent again."
