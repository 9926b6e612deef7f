"""One Word paragraph made plain: its shown text, how it is marked, and the text boxes in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from models.intake.opening import controls, glyphs
from models.intake.opening.emphasis import chosen
from models.intake.opening.notes import Notes
from models.intake.opening.parse import attribute, below, child, local, within
from models.intake.opening.styles import Styles, outline, toggle

SKIPPED = {"del", "moveFrom"}
TAKEN = {"ins", "moveTo"}
PASSED_OVER = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "txbxContent"}
SPACING = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
HEADING_LETTERS = 80
OUTSIDE_FIELDS = ("INCLUDETEXT", "INCLUDEPICTURE", "DDE", "LINK ", "DATABASE")


@dataclass
class Run:
    """A stretch of shown text."""

    text: str
    bold: bool = False
    underlined: bool = False
    highlighted: bool = False


@dataclass
class Paragraph:
    """A paragraph as shown; `boxes` are the text boxes anchored in it."""

    raw: str
    text: str
    heading: int
    bold_lead: str
    bold: bool
    boxes: list[Element] = field(default_factory=list)


@dataclass
class _Field:
    """A complex field being passed: what is shown lies after "separate", unless answered."""

    answered: bool
    shows: bool = False


class ParagraphReader:
    """Reads paragraphs one after another, keeping the fields that run across them."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[_Field] = []
        self._boxes: list[Element] = []
        self._style: str | None = None
        self._where = ""

    def read(self, element: Element, where: str) -> Paragraph:
        """Return a paragraph; `where` is its place, for what has to be noted about it."""
        self._boxes, self._where = [], where
        self._fields = [each for each in self._fields if each.shows and not each.answered]
        properties = child(element, "pPr")
        self._style = attribute(child(properties, "pStyle"), "val")
        runs = self._runs(element)
        raw = chosen(runs) or "".join(run.text for run in runs)
        text = glyphs.plain(raw)
        lead = glyphs.plain(_lead(runs)) if text else ""
        level = outline(properties) or self._styles.heading(self._style)
        bold = bool(text) and lead == text
        return Paragraph(raw, text, level, "" if level else lead, bold, self._boxes)

    def looks_like_heading(self, element: Element, read: Paragraph) -> bool:
        """Return whether a short paragraph stands out as a heading without being styled as one."""
        if not may_be_heading(read.text):
            return False
        return read.bold or self._all_underlined(element)

    def _all_underlined(self, element: Element) -> bool:
        shown = [run for run in below(element, "r") if any(local(each) == "t" for each in run)]
        return bool(shown) and all(self._set(run, "u") for run in shown)

    def _runs(self, parent: Iterable[Element]) -> list[Run]:
        runs: list[Run] = []
        for each in parent:
            runs.extend(self._inline(each))
        return runs

    def _inline(self, element: Element) -> list[Run]:
        name = local(element)
        if name == "r":
            return self._run(element)
        if name == "sdt":
            return self._control(element)
        if name in SKIPPED:
            self._notes.add("A tracked deletion was left out", self._where)
            return []
        if name in TAKEN:
            self._notes.add("A tracked insertion was taken in", self._where)
        if name == "AlternateContent":
            return self._runs(_preferred(element))
        return [] if name in PASSED_OVER else self._runs(element)

    def _control(self, element: Element) -> list[Run]:
        runs = self._runs(within(element, "sdtContent"))
        answer = controls.tick_box(element) or controls.chosen_date(element)
        if answer:
            return [Run(answer)]
        shown = "".join(run.text for run in runs)
        blank = controls.is_blank(element) or controls.is_prompt(shown)
        return [] if blank or controls.is_unchosen(element, shown) else runs

    def _run(self, element: Element) -> list[Run]:
        hidden = self._set(element, "vanish")
        text = "".join(self._piece(each, element) for each in element)
        if hidden and text.strip():
            self._notes.add("Hidden text was left out", self._where)
        if hidden or not text:
            return []
        properties = child(element, "rPr")
        if toggle(properties, "strike") or toggle(properties, "dstrike"):
            if text.strip():
                self._notes.add("Struck-out text was left out", self._where)
            return []
        marked = toggle(properties, "highlight") or _shaded(properties)
        return [Run(text, self._set(element, "b"), self._set(element, "u"), marked)]

    def _piece(self, element: Element, run: Element) -> str:
        name = local(element)
        if name == "fldChar":
            return self._field_mark(element)
        if name == "instrText":
            self._note_outside(element.text or "")
            return ""
        if name in ("drawing", "pict", "object", "AlternateContent"):
            self._drawing(element)
            return ""
        return self._letters(element, name, run) if self._shown() else ""

    def _letters(self, element: Element, name: str, run: Element) -> str:
        if name == "t":
            return glyphs.in_font(element.text or "", self._font(run))
        if name == "sym":
            code = attribute(element, "char") or "0"
            font = attribute(element, "font") or ""
            return glyphs.symbol(font, int(code, 16)) if _is_hex(code) else ""
        return SPACING.get(name, "")

    def _field_mark(self, element: Element) -> str:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            answer = controls.form_field(child(element, "ffData"))
            shown = self._shown()
            self._fields.append(_Field(answered=answer is not None))
            return answer if answer is not None and shown else ""
        if kind == "separate" and self._fields:
            self._fields[-1].shows = True
        if kind == "end" and self._fields:
            self._fields.pop()
        return ""

    def _shown(self) -> bool:
        return all(each.shows and not each.answered for each in self._fields)

    def _drawing(self, element: Element) -> None:
        element = _preferred(element) if local(element) == "AlternateContent" else element
        boxes = list(below(element, "txbxContent"))
        self._boxes.extend(boxes)
        pictures = [*below(element, "blip"), *below(element, "imagedata")]
        if pictures and not boxes and not self._where.startswith(("header", "footer")):
            self._notes.add("A picture was not read", self._where)

    def _note_outside(self, instruction: str) -> None:
        if instruction.strip().upper().startswith(OUTSIDE_FIELDS):
            self._notes.add("A field that reaches for another file was not followed", self._where)

    def _set(self, run: Element, name: str) -> bool:
        properties = child(run, "rPr")
        direct = toggle(properties, name)
        if direct is not None:
            return direct
        look = {
            "b": self._styles.bold,
            "u": self._styles.underlined,
            "vanish": self._styles.hidden,
        }[name]
        style = attribute(child(properties, "rStyle"), "val")
        return look(self._style) or (style is not None and look(style))

    def _font(self, run: Element) -> str:
        fonts = child(child(run, "rPr"), "rFonts")
        return attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""


def may_be_heading(text: str) -> bool:
    """Return whether a paragraph that stands out has the words of a heading."""
    if not 0 < len(text) <= HEADING_LETTERS or "\n" in text or "\t" in text:
        return False
    if ":" in text[:-1] or text.endswith((".", ";", ",")) or not any(map(str.isalpha, text)):
        return False
    return glyphs.TICKED not in text and glyphs.OPEN not in text


def _shaded(properties: Element | None) -> bool:
    fill = attribute(child(properties, "shd"), "fill")
    return fill is not None and fill.lower() not in ("auto", "ffffff")


def _preferred(alternatives: Element) -> Element:
    for name in ("Choice", "Fallback"):
        found = child(alternatives, name)
        if found is not None:
            return found
    return alternatives


def _lead(runs: list[Run]) -> str:
    lead = ""
    for run in runs:
        if not run.bold and run.text.strip():
            break
        lead += run.text
    return lead


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 6 and all(each in "0123456789abcdefABCDEF" for each in text)
