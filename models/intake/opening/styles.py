"""What Word's styles say of a paragraph or run: heading, bold, hidden."""

import re
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element

from models.intake.opening.container import Package
from models.intake.opening.parse import attribute, child, local, tree
from models.remembering import remembered

HEADING = re.compile(r"^heading ?([1-9])$")
TITLES = {"title": 1, "subtitle": 2}
OFF = {"0", "false", "off", "none"}
LARGEST_KEPT = 1024 * 1024


@dataclass(frozen=True)
class Style:
    """One style as written; None where it leaves the matter to the style it is based on."""

    based_on: str | None
    heading: int | None
    bold: bool | None
    underlined: bool | None
    hidden: bool | None


PLAIN = Style(None, None, None, None, None)


class Styles:
    """Every style of a document, asked by its id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for each in root if root is not None else ():
            if local(each) == "style":
                self._keep(each)

    def heading(self, style_id: str | None) -> int:
        """Return 1 to 9 for a heading or title, 0 for anything else."""
        found = (each.heading for each in self._chain(style_id))
        return next((each for each in found if each is not None), 0)

    def bold(self, style_id: str | None) -> bool:
        """Return whether the style, or one it is based on, makes bold."""
        found = (each.bold for each in self._chain(style_id))
        return next((each for each in found if each is not None), False)

    def underlined(self, style_id: str | None) -> bool:
        """Return whether the style, or one it is based on, underlines."""
        found = (each.underlined for each in self._chain(style_id))
        return next((each for each in found if each is not None), False)

    def hidden(self, style_id: str | None) -> bool:
        """Return whether the style, or one it is based on, hides its text."""
        found = (each.hidden for each in self._chain(style_id))
        return next((each for each in found if each is not None), False)

    def _chain(self, style_id: str | None) -> list[Style]:
        chain: list[Style] = []
        seen: set[str] = set()
        current = style_id or self._default
        while current and current not in seen and current in self._styles:
            seen.add(current)
            chain.append(self._styles[current])
            current = self._styles[current].based_on or ""
        return chain

    def _keep(self, element: Element) -> None:
        style_id = attribute(element, "styleId")
        if not style_id:
            return
        run = child(element, "rPr")
        self._styles[style_id] = Style(
            attribute(child(element, "basedOn"), "val"),
            _heading(element),
            toggle(run, "b"),
            toggle(run, "u"),
            toggle(run, "vanish"),
        )
        if (
            attribute(element, "default") in ("1", "true")
            and attribute(element, "type") == "paragraph"
        ):
            self._default = style_id


def styles_of(package: Package, part: str) -> Styles:
    """Return the styles that a part tells; papers made from one form tell the same, read once."""
    if not package.has(part):
        return Styles(None)
    content = package.content(part)
    return _known(content, part) if len(content) <= LARGEST_KEPT else _read(content, part)


@remembered(16)
def _known(content: bytes, part: str) -> Styles:
    return _read(content, part)


def _read(content: bytes, part: str) -> Styles:
    return Styles(tree(BytesIO(content), part))


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return a property switched on or off, or None where it is not mentioned."""
    found = child(properties, name)
    if found is None:
        return None
    return (attribute(found, "val") or "1").lower() not in OFF


def outline(paragraph: Element | None) -> int | None:
    """Return the heading level that a paragraph's outline level gives, or None."""
    level = attribute(child(paragraph, "outlineLvl"), "val")
    return int(level) + 1 if level and level.isdigit() and int(level) < 9 else None


def _heading(element: Element) -> int | None:
    name = (attribute(child(element, "name"), "val") or "").strip().lower()
    match = HEADING.match(name)
    if match:
        return int(match.group(1))
    return TITLES.get(name) or outline(child(element, "pPr"))
