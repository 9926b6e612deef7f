"""Pictures of reports: bars with their figures beside them, drawn in memory."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.records.reports import ReportRow, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHARE = "% up to date"
TOTAL = "Total"
HELD_BACK = "c"
FEW = 5
MOST_BARS = 20
"""So many rows stand below one another."""
STRIP = 0.55
"""Inches above a picture for its marking and whose figures it has."""


@dataclass(frozen=True)
class Colours:
    """What a picture is drawn with, as #RRGGBB: ground, words, quiet words, lines and bars."""

    ground: str = "#FFFFFF"
    ink: str = "#1B2230"
    soft: str = "#5B6472"
    line: str = "#DDD9D1"
    bar: str = "#1B5E83"
    late: str = "#A1232B"


HOUSE = Colours()


def picture(
    table: ReportTable,
    colours: Colours = HOUSE,
    *,
    width: float = 10.0,
    height: float = 4.2,
    dpi: int = 150,
) -> bytes:
    """A PNG of the report: a group of bars for each of its sections, by the Total column.

    The section of assessments is drawn by column: in date and overdue, one bar on the other.
    Width and height are in inches.
    """
    if _is_compared(table):
        return _compared(table, colours, width, height, dpi)
    sections = list(dict.fromkeys(row.section for row in table.rows))
    figure = canvas(width, height, dpi, colours)
    axes = figure.subplots(1, max(len(sections), 1), squeeze=False)[0]
    for section, place in zip(sections, axes, strict=False):
        rows = [row for row in table.shown if row.section == section and not row.percent]
        _dress(place, section, colours)
        if any(row.section == section and row.percent for row in table.rows) and len(rows) > 1:
            _by_column(place, table.columns, rows[:2], colours)
        else:
            _bars(place, [row for row in rows if row.label != TOTAL], colours)
    return png(figure)


def _compared(table: ReportTable, colours: Colours, width: float, height: float, dpi: int) -> bytes:
    """The percentages of a report with definitions: a bar for each column, the first on top.

    Many rows stand side by side in two halves, so that a page shows them in letters to be read.
    """
    rows = _percentages(table)
    parts = 2 if len(rows) > MOST_BARS else 1
    each = math.ceil(len(rows) / parts)
    figure = canvas(width, max(height, 0.5 * each), dpi, colours)
    places = figure.subplots(1, parts, squeeze=False)[0]
    for at, place in enumerate(places):
        _beside(place, table, rows[at * each : (at + 1) * each], colours)
        _dress(place, "Per cent" if at == 0 else "", colours)
    if rows:
        places[-1].legend(
            loc="lower right", bbox_to_anchor=(1, 1), ncols=len(table.columns), fontsize=9,
            facecolor=colours.ground, labelcolor=colours.ink,
        )  # fmt: skip
    return png(figure)


def _beside(place: "Axes", table: ReportTable, rows: Sequence[ReportRow], colours: Colours) -> None:
    """A bar for each column of each row."""
    thick = 0.8 / max(len(table.columns), 1)
    for at, (name, colour) in enumerate(
        zip(table.columns, (colours.bar, colours.soft), strict=False)
    ):
        spots = [spot + (at - (len(table.columns) - 1) / 2) * thick for spot in range(len(rows))]
        bars = place.barh(
            spots, [float(row.values[at] or 0) for row in rows], thick, color=colour, label=name
        )
        told = [written(row.values[at], percent=True) for row in rows]
        place.bar_label(bars, labels=told, padding=4, color=colours.ink, fontsize=8)
    _name_bars(place, [_wrapped(share_of(row)) for row in rows], 100)


def share_of(row: ReportRow) -> str:
    """A percentage with what it is a share of, which a bare “% offered” has from its section."""
    return f"{row.section}: {row.label}" if row.label.startswith("%") else row.label


def _by_name(table: ReportTable, row: ReportRow) -> list[str]:
    return [f"{figure(row, at)} ({name})" for at, name in enumerate(table.columns)]


def _is_compared(table: ReportTable) -> bool:
    return table.defined and any(row.percent for row in table.rows)


def _percentages(table: ReportTable) -> list[ReportRow]:
    """The rows that are drawn beside one another: shares that are known."""
    return [row for row in table.rows if row.percent and any(v is not None for v in row.values)]


def has_bars(table: ReportTable) -> bool:
    """Whether anything of a report can be drawn: figures that are told, and not all of them 0."""
    return any(value for row in table.rows for value in row.values)


def alternative(table: ReportTable) -> str:
    """The picture in words, for whoever cannot see it: every bar, and else a row by its Total."""
    if _is_compared(table):
        rows = _percentages(table)
        bars = (f"{share_of(row)} {', '.join(_by_name(table, row))}" for row in rows)
        return f"{table.title}, per cent. {'; '.join(bars)}."
    told = (f"{row.label} {figure(row, 0)}" for row in table.shown if row.values)
    return f"{table.title}. In all: {'; '.join(told)}."


def figure(row: ReportRow, at: int) -> str:
    """A row's figure in one column as people read it; what is held back is a c."""
    return HELD_BACK if at in row.withheld else written(row.values[at], percent=row.percent)


def written(value: int | float | None, *, percent: bool = False) -> str:
    """A figure as people read it; nothing to count of is a dash."""
    if value is None:
        return "–"
    if percent:
        return f"{value:.1f} %"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}".removesuffix(".0")


def canvas(width: float, height: float, dpi: int, colours: Colours) -> "Figure":
    """An empty picture on its ground; width and height in inches."""
    from matplotlib.figure import Figure

    made = Figure(figsize=(width, height), dpi=dpi, layout="constrained")
    made.set_facecolor(colours.ground)
    return made


def dress(place: "Axes", title: str, colours: Colours, size: int = 11) -> None:
    """Give a part of a picture its title, its colours and its two quiet lines."""
    place.set_title(title, loc="left", color=colours.ink, fontsize=size, fontweight="bold")
    place.set_facecolor(colours.ground)
    place.tick_params(colors=colours.ink, length=0, labelsize=9)
    for side in ("top", "right"):
        place.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        place.spines[side].set_color(colours.line)


def png(figure: "Figure") -> bytes:
    """The picture's bytes, with no metadata: the same figures give the same file."""
    to: Any = io.BytesIO()
    figure.savefig(to, format="png", metadata={"Software": None})
    found: bytes = to.getvalue()
    return found


def marked(
    picture: bytes, marking: str, whose: str, colours: Colours = HOUSE, dpi: int = 150
) -> bytes:
    """The PNG with its marking and whose it is above, as a file leaves with nothing around it."""
    from matplotlib.image import imread

    drawn = imread(io.BytesIO(picture))
    height, width = drawn.shape[:2]
    strip = round(STRIP * dpi)
    whole = height + strip
    made = canvas(width / dpi, whole / dpi, dpi, colours)
    made.figimage(drawn, 0, 0)
    for text, at, weight in ((marking, 0.7, "bold"), (whose, 0.25, "normal")):
        made.text(0.5, (height + at * strip) / whole, text, ha="center", va="center",
                  color=colours.ink, fontsize=11, fontweight=weight)  # fmt: skip
    return png(made)


def _dress(place: "Axes", title: str, colours: Colours) -> None:
    dress(place, title, colours)
    place.xaxis.set_visible(False)
    place.spines["bottom"].set_visible(False)


def _bars(place: "Axes", rows: Sequence[ReportRow], colours: Colours) -> None:
    labels = [_wrapped(row.label) for row in rows]
    values = [float(row.values[0] or 0) for row in rows]
    bars = place.barh(range(len(rows)), values, color=colours.bar, height=0.62)
    told = [figure(row, 0) for row in rows]
    place.bar_label(bars, labels=told, padding=4, color=colours.ink, fontsize=10)
    _name_bars(place, labels, max(values, default=0))


def _by_column(
    place: "Axes", columns: Sequence[str], rows: Sequence[ReportRow], colours: Colours
) -> None:
    """In date and overdue for each column but the Total, told apart by words as well."""
    shown = [at for at, name in enumerate(columns) if name != TOTAL]
    good = [float(rows[0].values[at] or 0) for at in shown]
    late = [float(rows[1].values[at] or 0) for at in shown]
    spots = range(len(shown))
    place.barh(spots, good, color=colours.bar, height=0.62)
    place.barh(spots, late, left=good, color=colours.late, height=0.62)
    most = max((one + other for one, other in zip(good, late, strict=True)), default=0)
    for at, column in zip(spots, shown, strict=True):
        said = f"{figure(rows[0], column)} in date, {figure(rows[1], column)} overdue"
        place.annotate(said, (good[at] + late[at], at), (5, 0), textcoords="offset points",
                       va="center", fontsize=9, color=colours.ink)  # fmt: skip
    _name_bars(place, [_wrapped(columns[at]) for at in shown], most * 1.35)


def _name_bars(place: "Axes", labels: Sequence[str], most: float) -> None:
    place.set_yticks(range(len(labels)), labels)
    place.set_xlim(0, max(most * 1.18, 1))
    # A few bars are no thicker than many.
    place.set_ylim(max(len(labels), FEW) - 0.5, -0.5)


def _wrapped(label: str) -> str:
    """A long label on two lines, broken between words."""
    words = label.replace("% ", "%\N{NO-BREAK SPACE}").split(" ")
    if len(label) < 18 or len(words) < 2:
        return label
    cut = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(label) / 2))
    return f"{' '.join(words[:cut])}\n{' '.join(words[cut:])}"
