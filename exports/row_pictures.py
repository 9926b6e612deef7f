"""Pictures of what is stood on in a report: a line over quarters, or a bar for each group."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from textwrap import fill
from typing import TYPE_CHECKING

from exports.charts import HOUSE, Colours, canvas, dress, figure, png, share_of
from models.records.reports import BY_GROUP, OF_GROUPS, OVER_TIME, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BESIDE = 3
"""How many trends stand beside one another."""
SMALL, HIGH = 11, 2.1
"""Letters of a small line, in points of a picture that a page shows at two thirds; its inches."""
HEADING, QUARTER = 34, 9
"""Letters in a line of its heading, and of a quarter's name."""
ROOM = 1.25
BESIDE_LINE, BELOW, MOST_NAMED = 0.28, 0.12, 12
"""Of a small line's width what its first and last figure take, of its height what lies below its
nought; and how many quarters are named in a large one."""
SHARE_OF = "%\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Drawn:
    """What one picture shows: a heading, and a name with its value and figure for each mark."""

    heading: str
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    figures: tuple[str, ...]
    over_time: bool = False


def drawn_of(table: ReportTable, place: int, column: int = 0) -> Drawn | None:
    """What is drawn where this row and column are stood on; None where nothing is.

    A row over its quarters from the earliest on, a row over its groups, or the groups of a section
    in one column.
    """
    row = table.rows[place]
    if table.across in (OVER_TIME, BY_GROUP):
        over_time = table.across == OVER_TIME
        places = range(len(table.columns))[:: -1 if over_time else 1]
        return Drawn(
            row.label,
            tuple(table.columns[at] for at in places),
            tuple(row.values[at] for at in places),
            tuple(figure(row, at) for at in places),
            over_time,
        )
    if table.across != OF_GROUPS:
        return None
    rows = [one for one in table.rows if one.section == row.section]
    return Drawn(
        f"{row.section}: {table.columns[column]}",
        tuple(one.label for one in rows),
        tuple(one.values[column] for one in rows),
        tuple(figure(one, column) for one in rows),
    )


def picture(
    drawn: Drawn,
    colours: Colours = HOUSE,
    *,
    width: float = 10.0,
    height: float = 3.2,
    dpi: int = 150,
) -> bytes:
    """A PNG of what is stood on; width and height in inches."""
    made = canvas(width, height, dpi, colours)
    (_line if drawn.over_time else _bars)(made.subplots(), drawn, colours)
    return png(made)


def in_words(title: str, drawn: Iterable[Drawn]) -> str:
    """The same in words, for whoever cannot see it."""
    return f"{title}. {'; '.join(map(_told, drawn))}."


def _told(one: Drawn) -> str:
    told = (f"{name} {said}" for name, value, said in zip(one.names, one.values, one.figures,
            strict=True) if value is not None)  # fmt: skip
    return f"{one.heading}: {', '.join(told) or 'cannot be told'}"


def trends(
    table: ReportTable, colours: Colours = HOUSE, *, width: float = 10.0, dpi: int = 150
) -> bytes:
    """A PNG of the percentages of a report over time, a small line for each that changes."""
    rows = trended(table)
    down = max(ceil(len(rows) / BESIDE), 1)
    made = canvas(width, HIGH * down, dpi, colours)
    places = made.subplots(down, BESIDE, squeeze=False)
    for at in range(down * BESIDE):
        place = places[at // BESIDE][at % BESIDE]
        if at < len(rows):
            _line(place, rows[at], colours, small=True)
        else:
            place.set_axis_off()
    return png(made)


def trended(table: ReportTable) -> list[Drawn]:
    """The percentages of a report of which more than one quarter can be told.

    They begin with the first quarter of which any can be told, and say what each is a share of.
    """
    told = [(row, drawn_of(table, at)) for at, row in enumerate(table.rows) if row.percent]
    lines = [(row, one) for row, one in told if one is not None and _told_of(one) > 1]
    first = min((_first(one) for _, one in lines), default=0)
    return [_from(one, first, share_of(row)) for row, one in lines]


def _told_of(one: Drawn) -> int:
    return sum(value is not None for value in one.values)


def _first(one: Drawn) -> int:
    return next(at for at, value in enumerate(one.values) if value is not None)


def _from(one: Drawn, first: int, heading: str) -> Drawn:
    return Drawn(heading, one.names[first:], one.values[first:], one.figures[first:], True)


def _line(place: "Axes", drawn: Drawn, colours: Colours, *, small: bool = False) -> None:
    """Quarters from left to right; one that cannot be told leaves a gap."""
    heading = fill(drawn.heading.replace("% ", SHARE_OF), HEADING) if small else drawn.heading
    dress(place, heading, colours, SMALL if small else 11)
    told = [float("nan") if value is None else float(value) for value in drawn.values]
    place.plot(
        range(len(told)), told, color=colours.bar, marker="o", markersize=4, linewidth=1.8,
        clip_on=False,
    )  # fmt: skip
    most = max((float(value) for value in drawn.values if value is not None), default=0.0)
    top = max(most * ROOM, 1)
    place.set_ylim(-BELOW * top if small else 0, top)
    place.yaxis.set_visible(False)
    (_ends if small else _each)(place, drawn, colours)


def _ends(place: "Axes", drawn: Drawn, colours: Colours) -> None:
    """The first and the last figure beside a small line, so that none lies on another."""
    told = [at for at, value in enumerate(drawn.values) if value is not None]
    for at, side, off in ((told[0], "right", -6), (told[-1], "left", 6)):
        place.annotate(drawn.figures[at], (at, float(drawn.values[at] or 0)), (off, 0),
                       textcoords="offset points", ha=side, va="center", fontsize=SMALL,
                       color=colours.ink)  # fmt: skip
    last = len(drawn.values) - 1
    room = max(last, 1) * BESIDE_LINE / (1 - 2 * BESIDE_LINE)
    place.set_xlim(-room, last + room)
    names = [fill(drawn.names[at], QUARTER) for at in (0, last)]
    place.set_xticks([0, last], names, fontsize=SMALL)


def _each(place: "Axes", drawn: Drawn, colours: Colours) -> None:
    """Figures over a large line on its ground, each so far from the next that all are read."""
    last = len(drawn.values) - 1
    named = range(last, -1, -ceil(len(drawn.values) / MOST_NAMED))
    ground = {"facecolor": colours.ground, "edgecolor": "none", "pad": 1}
    for at in named:
        if (value := drawn.values[at]) is not None:
            place.annotate(drawn.figures[at], (at, float(value)), (0, 6),
                           textcoords="offset points", ha="center", fontsize=9,
                           color=colours.ink, bbox=ground)  # fmt: skip
    place.set_xlim(-0.4, last + 0.4)
    names = [drawn.names[at].replace(" ", "\n") for at in named]
    place.set_xticks(list(named), names, fontsize=9)


def _bars(place: "Axes", drawn: Drawn, colours: Colours) -> None:
    dress(place, drawn.heading, colours)
    values = [float(value or 0) for value in drawn.values]
    bars = place.barh(range(len(values)), values, color=colours.bar, height=0.62)
    place.bar_label(bars, labels=drawn.figures, padding=4, color=colours.ink, fontsize=9)
    place.set_yticks(range(len(values)), drawn.names)
    place.set_xlim(0, max(max(values, default=0) * 1.18, 1))
    place.set_ylim(max(len(values), 5) - 0.5, -0.5)
    place.xaxis.set_visible(False)
