"""What stands on a page: letters with their places, and the lines that rule it."""

from dataclasses import dataclass, field
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTPage
from pdfminer.pdfinterp import PDFResourceManager

from models.errors import Refusal
from models.intake.opening import glyphs

MAX_FIGURES = 2_000
MAX_LETTERS = 200_000
MAX_EDGES = 20_000
THIN = 3.0
LEAST_RULE = 4.0
UNKNOWN = "\ufffd"
CROWDED = (
    "This paper holds far more on one page than a real one ({what}). It was not read; "
    "ask the sender what it is."
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One sign, or the text of a form field; upwards is more, as on paper."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The point by which it belongs to a cell."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


@dataclass(slots=True)
class Marks:
    """A page's letters, its upright and level rules, and whether pictures stand on it."""

    letters: list[Letter] = field(default_factory=list)
    across: list[tuple[float, float, float]] = field(default_factory=list)  # y, x0, x1
    upright: list[tuple[float, float, float]] = field(default_factory=list)  # x, y0, y1
    pictures: int = 0
    unknown: int = 0
    sideways: int = 0


class Watcher(PDFLayoutAnalyzer):
    """Takes down what is drawn, page by page, and stops at what no real page holds."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.marks = Marks()
        self._drawn = self._figures = 0

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Count what is drawn by name, which could be drawn within itself without end."""
        self._figures += 1
        if self._figures > MAX_FIGURES:
            raise Refusal(CROWDED.format(what="drawings within drawings"))
        super().begin_figure(name, bbox, matrix)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        """Count letters."""
        self._drawn += 1
        if self._drawn > MAX_LETTERS:
            raise Refusal(CROWDED.format(what="letters"))
        return super().render_char(*args, **kwargs)

    def receive_layout(self, ltpage: LTPage) -> None:
        """Sort what the page holds into letters, rules and pictures."""
        self.marks, self._drawn, self._figures = Marks(), 0, 0
        for each in ltpage:
            _take(each, self.marks)
        if len(self.marks.across) + len(self.marks.upright) > MAX_EDGES:
            raise Refusal(CROWDED.format(what="lines"))


def _take(item: LTItem, marks: Marks) -> None:
    if isinstance(item, LTChar):
        _letter(item, marks)
    elif isinstance(item, LTFigure):
        for each in item:
            _take(each, marks)
    elif isinstance(item, LTImage):
        marks.pictures += 1
    elif isinstance(item, LTCurve):
        _rules(item, marks)


def _letter(item: LTChar, marks: Marks) -> None:
    text = item.get_text()
    if text.startswith("(cid:") or text == UNKNOWN:
        marks.unknown += 1
        return
    if not item.upright:
        marks.sideways += 1
        return
    name = item.fontname.rpartition("+")[2]
    bold = any(each in name.lower() for each in ("bold", "black", "heavy", "semibold"))
    shown = glyphs.in_font(text, _plain_font(name))
    marks.letters.append(Letter(shown, item.x0, item.x1, item.y0, item.y1, item.size, bold))


def _plain_font(name: str) -> str:
    """The name of a symbol font as Word calls it; any other name as it stands."""
    lower = name.lower().replace("-regular", "").replace("-", "").replace(" ", "")
    return {"wingdings2": "Wingdings 2", "wingdings": "Wingdings", "webdings": "Webdings"}.get(
        lower, name
    )


def _rules(item: LTCurve, marks: Marks) -> None:
    """Take a line, a thin bar or a box's four sides as rules; a shade without an edge is none."""
    wide, high = item.x1 - item.x0, item.y1 - item.y0
    if high <= THIN and wide > LEAST_RULE:
        marks.across.append(((item.y0 + item.y1) / 2, item.x0, item.x1))
    elif wide <= THIN and high > LEAST_RULE:
        marks.upright.append(((item.x0 + item.x1) / 2, item.y0, item.y1))
    elif item.stroke and wide > LEAST_RULE and high > LEAST_RULE and _is_box(item):
        marks.across += [(item.y0, item.x0, item.x1), (item.y1, item.x0, item.x1)]
        marks.upright += [(item.x0, item.y0, item.y1), (item.x1, item.y0, item.y1)]


def _is_box(item: LTCurve) -> bool:
    """True where every corner lies on the box around it."""
    return all(
        min(abs(x - item.x0), abs(x - item.x1)) < 1 and min(abs(y - item.y0), abs(y - item.y1)) < 1
        for x, y in item.pts
    )
