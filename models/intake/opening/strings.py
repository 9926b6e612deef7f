"""A workbook's shared words and looks: strings, number formats, bold fonts."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from models.intake.opening.container import Package
from models.intake.opening.formats import BUILT_IN
from models.intake.opening.parse import attribute, child, local, within
from models.intake.opening.styles import toggle


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a cell, and the bold words it begins with where others follow."""

    text: str
    bold_lead: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is shown: its number format, whether it is bold, the colour of its ground."""

    pattern: str = "General"
    bold: bool = False
    ground: str = ""


class Looks:
    """Cell looks by the style number that a cell carries."""

    def __init__(self, root: Element | None) -> None:
        formats = dict(BUILT_IN)
        for each in within(root, "numFmts"):
            number = attribute(each, "numFmtId") or ""
            if number.isdigit():
                formats[int(number)] = attribute(each, "formatCode") or "General"
        bold = [bool(toggle(each, "b")) for each in within(root, "fonts")]
        grounds = [_ground(each) for each in within(root, "fills")]
        self._looks = [_look(each, formats, bold, grounds) for each in within(root, "cellXfs")]

    def look(self, style: str | None) -> Look:
        """Return the look for a cell's style number; the plain look where it names none."""
        index = int(style) if style and style.isdigit() else 0
        return self._looks[index] if index < len(self._looks) else Look()


def words(element: Element | None) -> Words:
    """Return the text of a string item, plain or in runs, without pronunciation marks."""
    if element is None:
        return Words("")
    text, lead, leading = "", "", True
    for each in element:
        if local(each) == "t":
            text += each.text or ""
            leading = False
        if local(each) == "r":
            piece = "".join(part.text or "" for part in each if local(part) == "t")
            leading = leading and (bool(toggle(child(each, "rPr"), "b")) or not piece.strip())
            lead += piece if leading else ""
            text += piece
    return Words(text, lead.strip() if lead.strip() != text.strip() else "")


def shared_strings(package: Package, name: str) -> list[Words]:
    """Return the workbook's shared strings in order, read as a stream."""
    strings: list[Words] = []
    if not package.has(name):
        return strings
    for event, element in package.events(name):
        if event == "end" and local(element) == "si":
            strings.append(words(element))
            element.clear()
    return strings


def _look(element: Element, formats: dict[int, str], bold: list[bool], grounds: list[str]) -> Look:
    number = attribute(element, "numFmtId") or "0"
    font = attribute(element, "fontId") or "0"
    pattern = formats.get(int(number), "General") if number.isdigit() else "General"
    is_bold = font.isdigit() and int(font) < len(bold) and bold[int(font)]
    fill = attribute(element, "fillId") or "0"
    ground = grounds[int(fill)] if fill.isdigit() and int(fill) < len(grounds) else ""
    return Look(pattern, is_bold, ground)


def _ground(fill: Element) -> str:
    """What tells the colour of a solid fill; empty for any other."""
    pattern = child(fill, "patternFill")
    if pattern is None or attribute(pattern, "patternType") != "solid":
        return ""
    colour = child(pattern, "fgColor")
    told = ("rgb", "theme", "tint", "indexed")
    return "/".join(attribute(colour, one) or "" for one in told) if colour is not None else ""
