"""Kinds of harm with a tick beside some: those left empty are options too, and no headings."""

from dataclasses import replace
from itertools import groupby

from models import codes
from models.intake.papers import Table
from models.intake.understanding.cells import Row, filled, own_cells
from models.intake.understanding.ticks import EMPTY, is_tick

LONGEST, PAIR = 6, 2  # words of an option; a text and its tick


def with_empty_boxes(table: Table) -> Table:
    """Return the table with an empty box beside each kind of harm that stands among ticked ones."""
    found: list[Row] = []
    for kinds, run in groupby(table.rows, lambda row: _is_alone(row) or _is_ticked(row)):
        rows = list(run)
        listed = kinds and len(rows) > 1 and any(map(_is_ticked, rows))
        found += map(_boxed, rows) if listed else rows
    return replace(table, rows=tuple(found))


def _boxed(row: Row) -> Row:
    if not _is_alone(row):
        return row
    left = row[1] if len(row) > 1 else replace(row[0], bold_lead="")
    return (row[0], replace(left, text=EMPTY), *row[2:])


def _is_alone(row: Row) -> bool:
    held = filled(row)
    alone = len(held) == 1 and held[0] is row[0] and not held[0].bold and held[0].span == 1
    return alone and _names_kind(held[0].text)


def _names_kind(text: str) -> bool:
    short = len(text.split()) <= LONGEST
    return short and codes.recognise("exploitation_types", text) is not None


def _is_ticked(row: Row) -> bool:
    """Say whether a row is a kind of harm and a tick beside it."""
    held = filled(own_cells(row))
    ticked = len(held) == PAIR and is_tick(held[1].text) is True
    return ticked and _names_kind(held[0].text)
