"""An Excel workbook of one sheet, made in memory and written to no temporary file."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from textwrap import wrap

Value = str | int | float | date | None
STAMP = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PLAIN, BOLD, PERCENT, TITLE, DAY, WRAPPED = 0, 1, 2, 3, 4, 5
EPOCH = date(1899, 12, 30)
LONGEST_LIST = 255
"""Letters of a list of choices that Excel takes beside a column."""
LINE_HIGH = 15
"""Points of a line of words."""
MOST_WIDE = 44
"""Letters of the widest column that a list is given."""
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/>'
    '<numFmt numFmtId="165" formatCode="dd\\ mmm\\ yyyy"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" '
    'applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment wrapText="1" vertical="top" horizontal="left" indent="1"/></xf>'
    "</cellXfs>"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


class Wrapped(str):
    """Words that stand in their cell over as many lines as they need."""

    __slots__ = ()


@dataclass(frozen=True)
class Line:
    """One row of the sheet in one style: PLAIN, BOLD, PERCENT or TITLE.

    Figures stay figures, and days are days.
    """

    values: Sequence[Value]
    style: int = PLAIN


@dataclass(frozen=True)
class Grid:
    """A list to be worked in: its head, which stays in sight and filters, and choices by column."""

    head: int
    columns: int
    rows: int
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def written(
    name: str,
    lines: Iterable[Line],
    widths: Sequence[float],
    header: str = "",
    footer: str = "",
    grid: Grid | None = None,
) -> bytes:
    """The workbook's bytes, the same for the same lines.

    `widths` are in characters; `header` and `footer` stand on every printed page. A list that is
    read, not worked in, is printed as wide as the page, so that no row is parted.
    """
    rows = "".join(_row(at, line, widths) for at, line in enumerate(lines, 1))
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if grid is None else ""
    to_page = ' fitToWidth="1" fitToHeight="0"' if grid is None else ""
    sheet = (
        f'<worksheet xmlns="{MAIN}">{fit}{_frozen(grid)}<cols>{columns}</cols>'
        f"<sheetData>{rows}</sheetData>{_worked_in(grid)}"
        f'<pageSetup paperSize="9" orientation="landscape"{to_page}/>'
        f"<headerFooter><oddHeader>&amp;C{_printed(header)}</oddHeader>"
        f"<oddFooter>&amp;C{_printed(footer)}</oddFooter></headerFooter></worksheet>"
    )
    return _zipped({**_frame(name), "xl/styles.xml": STYLES, "xl/worksheets/sheet1.xml": sheet})


def fitting(widths: Sequence[float], rows: Iterable[Sequence[Value]]) -> list[float]:
    """Widths in which what stands in the rows is read whole, as far as a screen has room."""
    found = list(widths)
    for row in rows:
        wide = (min(MOST_WIDE, _length(value) + 2) for value in row)
        found = list(map(max, found, wide))
    return found


def _length(value: Value) -> int:
    return len(value) if isinstance(value, str) else 0


def _frozen(grid: Grid | None) -> str:
    if grid is None:
        return ""
    return (
        f'<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="{grid.head}" '
        f'topLeftCell="B{grid.head + 1}" activePane="bottomRight" state="frozen"/></sheetView>'
        "</sheetViews>"
    )


def _worked_in(grid: Grid | None) -> str:
    """The filter on the head, and the choices of columns: other words may be typed as well."""
    if grid is None:
        return ""
    last = grid.head + max(grid.rows, 1)
    told = f'<autoFilter ref="A{grid.head}:{_column(grid.columns - 1)}{last}"/>'
    lists = "".join(
        f'<dataValidation type="list" allowBlank="1" errorStyle="information" '
        f'sqref="{_column(at)}{grid.head + 1}:{_column(at)}{last}"><formula1>"{said}"</formula1>'
        "</dataValidation>"
        for at, words in grid.choices.items()
        if (said := _listed(words))
    )
    count = lists.count("<dataValidation ")
    return f'{told}<dataValidations count="{count}">{lists}</dataValidations>' if lists else told


def _listed(words: Sequence[str]) -> str:
    """Choices as one list, as far as Excel takes them; a word with a comma would be two."""
    said = ""
    for word in words:
        if "," in word or '"' in word:
            continue
        longer = f"{said},{word}" if said else word
        if len(longer) > LONGEST_LIST:
            break
        said = longer
    return escape(_clean(said))


def _row(at: int, line: Line, widths: Sequence[float]) -> str:
    cells = (
        _cell(f"{_column(place)}{at}", value, line.style)
        for place, value in enumerate(line.values)
        if value is not None
    )
    return f'<row r="{at}"{_height(line, widths)}>{"".join(cells)}</row>'


def _height(line: Line, widths: Sequence[float]) -> str:
    """The height of a row whose words are wrapped: no program works it out on opening."""
    told = zip(line.values, widths, strict=False)
    wrapped = (wrap(one, int(width)) for one, width in told if isinstance(one, Wrapped))
    number = max(map(len, wrapped), default=1)
    return f' ht="{number * LINE_HIGH}" customHeight="1"' if number > 1 else ""


def _cell(where: str, value: Value, style: int) -> str:
    if isinstance(value, str):
        # Text kept as text: Excel never takes it for a formula.
        style = WRAPPED if isinstance(value, Wrapped) else style
        kept = f'<is><t xml:space="preserve">{escape(_clean(value))}</t></is>'
        return f'<c r="{where}" s="{style}" t="inlineStr">{kept}</c>'
    if isinstance(value, date):
        return f'<c r="{where}" s="{DAY}"><v>{(value - EPOCH).days}</v></c>'
    return f'<c r="{where}" s="{style}"><v>{value}</v></c>'


def _column(at: int) -> str:
    """The letters of a column, from 0: A, B … Z, AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _clean(text: str) -> str:
    return "".join(each for each in text if each.isprintable() or each in "\t\n")


def _printed(text: str) -> str:
    return escape(_clean(text).replace("&", "&&"))


def _frame(name: str) -> dict[str, str]:
    sheet = escape(_clean(name)[:31])
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{TYPE}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _relations((("rId1", "officeDocument", "xl/workbook.xml"),)),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"))
        ),
    }


def _relations(rows: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'


def _zipped(parts: dict[str, str]) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in parts.items():
            # What is told of a part stands before what is told of the package.
            package.writestr(
                zipfile.ZipInfo(path, STAMP), (HEAD + text).encode(), zipfile.ZIP_DEFLATED
            )
    return to.getvalue()
