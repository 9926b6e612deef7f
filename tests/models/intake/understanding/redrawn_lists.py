"""Lists drawn in the layouts that councils use: with bands, totals, heads again, on their side."""

import csv
import io
import random
from collections.abc import Callable, Sequence

from openpyxl import Workbook

from .redrawn_forms import Page, bold
from .taken_apart import Apart, Listed

Rows = list[Sequence[str]]
Way = Callable[[Listed], Rows]
WAYS: dict[str, Way] = {}
LEAST_HALVED = 6  # words of a text that goes on in the row below
PARTED: dict[str, str] = {"semicolons": ";", "tab_characters": "\t", "commas": ","}


def way(redraw: Way) -> Way:
    """Offer a way to lay out a list by its name."""
    WAYS[redraw.__name__] = redraw
    return redraw


def in_word(one: Apart, listed: Listed, redraw: Way) -> bytes:
    """Return a Word paper with what stands around a list, and the list in one layout."""
    page = Page()
    for part in one.parts:
        if isinstance(part, str):
            page.line(part, "Heading 2" if len(part.split()) <= 12 else None)
        elif isinstance(part, Listed):
            rows = redraw(part) if part is listed else WAYS["as_it_is"](part)
            page.table([[bold(text) for text in rows[0]], *rows[1:]])
        else:
            page.table(part)
        page.line("")
    return page.saved()


def in_excel(one: Apart, listed: Listed, redraw: Way) -> bytes:
    """Return a worksheet of the same."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _whole(one, listed, redraw):
        sheet.append([text or None for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def in_csv(one: Apart, listed: Listed, redraw: Way, mark: str = ",") -> bytes:
    """Return the same with its cells parted by a mark."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(_whole(one, listed, redraw))
    return out.getvalue().encode()


def _whole(one: Apart, listed: Listed, redraw: Way) -> Rows:
    rows: Rows = []
    for part in one.parts:
        if isinstance(part, str):
            rows.append([part])
        elif isinstance(part, Listed):
            rows += redraw(part) if part is listed else WAYS["as_it_is"](part)
        else:
            rows += part
    return rows


@way
def as_it_is(listed: Listed) -> Rows:
    return [listed.heads, *listed.rows]


@way
def band(listed: Listed) -> Rows:
    return [listed.heads, ["Cases carried forward from the previous meeting"], *listed.rows]


@way
def bands(listed: Listed) -> Rows:
    half = len(listed.rows) // 2
    return [
        listed.heads, ["Open cases"], *listed.rows[:half], ["New this month"], *listed.rows[half:],
    ]  # fmt: skip


@way
def empty_rows(listed: Listed) -> Rows:
    blank = [""] * len(listed.heads)
    return [listed.heads, *(one for row in listed.rows for one in (row, blank))]


@way
def texts_go_on_below(listed: Listed) -> Rows:
    rows: Rows = [listed.heads]
    for row in listed.rows:
        rows += _over_rows(row)
    return rows


def _over_rows(row: Sequence[str]) -> Rows:
    """Return a row, and a second with the other half of its longest text where that is long."""
    at = max(range(len(row)), key=lambda place: len(row[place].split()))
    words = row[at].split()
    half = len(words) // 2
    if len(words) < LEAST_HALVED or "\n" in row[at] or sum(map(bool, row)) < 3:
        return [row]
    over = [*row[:at], " ".join(words[:half]), *row[at + 1 :]]
    return [over, ["" if one != at else " ".join(words[half:]) for one in range(len(row))]]


@way
def titles(listed: Listed) -> Rows:
    run = ["Prepared by the safeguarding unit, run on 12/11/2026 at 08:14"]
    return [["Borough of Exmouth"], run, [""], listed.heads, *listed.rows]


@way
def totals(listed: Listed) -> Rows:
    rest = [""] * (len(listed.heads) - 2)
    count = str(len(listed.rows))
    return [listed.heads, *listed.rows, ["Total", count, *rest], ["of whom new", "1", *rest]]


@way
def counted(listed: Listed) -> Rows:
    rows = [(str(at), *row) for at, row in enumerate(listed.rows, 1)]
    return [("", *listed.heads), *rows]


@way
def counted_and_told(listed: Listed) -> Rows:
    rows = [(str(at), *row) for at, row in enumerate(listed.rows, 1)]
    return [("Row", *listed.heads), *rows]


@way
def heads_again(listed: Listed) -> Rows:
    half = (len(listed.rows) + 1) // 2
    return [listed.heads, *listed.rows[:half], listed.heads, *listed.rows[half:]]


@way
def second_list_below(listed: Listed) -> Rows:
    half = (len(listed.rows) + 1) // 2
    blank = [""] * len(listed.heads)
    return [
        listed.heads, *listed.rows[:half], blank, ["Second list"], listed.heads,
        *listed.rows[half:],
    ]  # fmt: skip


@way
def names_over_columns(listed: Listed) -> Rows:
    over = [""] * len(listed.heads)
    over[0], over[len(over) // 2] = "Details", "Position"
    return [over, listed.heads, *listed.rows]


@way
def on_its_side(listed: Listed) -> Rows:
    return list(zip(listed.heads, *listed.rows, strict=True))


@way
def on_its_side_counted(listed: Listed) -> Rows:
    counts = ("", *(str(at) for at in range(1, len(listed.rows) + 1)))
    return [counts, *zip(listed.heads, *listed.rows, strict=True)]


@way
def on_its_side_grouped(listed: Listed) -> Rows:
    half = len(listed.heads) // 2
    groups = ["Details", *[""] * (half - 1), "Position", *[""] * (len(listed.heads) - half - 1)]
    return list(zip(groups, listed.heads, *listed.rows, strict=True))


@way
def shuffled(listed: Listed) -> Rows:
    order = list(range(len(listed.heads)))
    random.Random(len(order)).shuffle(order)
    rows = (listed.heads, *listed.rows)
    across = [sum(map(bool, row)) < 3 for row in rows]  # bands and sums stay at the left
    return [
        row if alone else [row[at] for at in order] for row, alone in zip(rows, across, strict=True)
    ]


@way
def a_block_each(listed: Listed) -> Rows:
    rows: Rows = []
    for row in listed.rows:
        rows += [*zip(listed.heads, row, strict=True), ["", ""]]
    return rows[:-1]


@way
def empty_column(listed: Listed) -> Rows:
    return [(row[0], "", *row[1:]) for row in (listed.heads, *listed.rows)]


@way
def remarks_below(listed: Listed) -> Rows:
    return [listed.heads, *listed.rows, ["Please return changes to panel@council.example"]]


@way
def beside_each_other(listed: Listed) -> Rows:
    half = (len(listed.rows) + 1) // 2
    blank = ("",) * len(listed.heads)
    right = (*listed.rows[half:], *[blank] * (2 * half - len(listed.rows)))
    both = zip(listed.rows[:half], right, strict=True)
    return [
        (*listed.heads, "", *listed.heads), *((*one, "", *other) for one, other in both),
    ]  # fmt: skip


@way
def named_by_parts(listed: Listed) -> Rows:
    half = (len(listed.rows) + 1) // 2
    parts = {0: "Part A", half: "Part B"}
    rows = [
        row if sum(map(bool, row)) < 3 else (parts.get(at, ""), *row)  # bands and sums stay
        for at, row in enumerate(listed.rows)
    ]
    return [("Part", *listed.heads), *rows]


@way
def numbers_under_heads(listed: Listed) -> Rows:
    return [listed.heads, [str(at) for at in range(1, len(listed.heads) + 1)], *listed.rows]


@way
def hints_under_heads(listed: Listed) -> Rows:
    hints = ("dd/mm/yy", "as on the system", "free text", "see key")
    return [listed.heads, [hints[at % 4] for at in range(len(listed.heads))], *listed.rows]


@way
def example_under_heads(listed: Listed) -> Rows:
    return [listed.heads, ["e.g. Example", *["e.g. …"] * (len(listed.heads) - 1)], *listed.rows]
