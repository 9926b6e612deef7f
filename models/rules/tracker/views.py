"""Views of the tracker as they are kept: written as text, and read with distrust."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from models.errors import Refusal
from models.records.tracker import Filter, View
from models.rules.tracker.columns import AT_FIRST, BY_KEY, COLUMNS, Kind

LONGEST_NAME, MOST_VIEWS, WIDEST = 40, 40, 2_000
NAMES_NOBODY = frozenset(
    one.key for one in COLUMNS
    if one.kind is not Kind.TEXT or one.key in ("types", "direction", "standing", "state", "team")
)  # fmt: skip
"""Columns whose filters tell nothing of a single child."""
TELLS_WHO = frozenset({
    "name", "system_id", "nhs_number", "upn", "police_reference", "postcode", "placement",
})  # fmt: skip
"""Columns that tell who a child is, or where."""
AT_START = View(columns=AT_FIRST)
"""The tracker as it stands where nobody has arranged it."""


def check_name(name: str) -> str:
    """The name of a view, trimmed; Refusal where it is empty or too long."""
    name = " ".join(name.split())
    if not name:
        raise Refusal("Give the view a name.", "name")
    if len(name) > LONGEST_NAME:
        raise Refusal(f"A name of a view has {LONGEST_NAME} letters at most.", "name")
    return name


def without_names(view: View) -> View:
    """What of a view is kept: no typed words, and no filter that tells who a child is.

    A setting outlives a child's record, and everybody's view is read by those who may not know of
    the child. Everybody's keeps filters alone that tell nothing of a single child.
    """
    kept = tuple(
        one for one in view.filters
        if (one.column in NAMES_NOBODY if view.of_panel else one.column not in TELLS_WHO)
    )  # fmt: skip
    return replace(view, words="", filters=kept)


def written(views: Iterable[View]) -> str:
    """Views as one text."""
    return json.dumps([_form(one) for one in views], ensure_ascii=False)


def read(text: str, *, of_panel: bool) -> tuple[View, ...]:
    """The views in a text; what is not understood of one is left out, and columns now unknown."""
    try:
        forms = json.loads(text or "[]")
    except ValueError:
        return ()
    if not isinstance(forms, list):
        return ()
    views = (_view(one, of_panel) for one in forms[:MOST_VIEWS] if isinstance(one, dict))
    return tuple(one for one in views if one.name)


def _form(view: View) -> dict[str, Any]:
    return {
        "name": view.name,
        "columns": list(view.columns),
        "widths": dict(view.widths),
        "shown": view.shown,
        "words": view.words,
        "filters": [_filter_form(one) for one in view.filters],
        "sort": view.sort,
        "descending": view.descending,
    }


def _filter_form(one: Filter) -> dict[str, Any]:
    bounds = {name: _bound_form(getattr(one, name)) for name in ("least", "most")}
    return {
        "column": one.column, "words": list(one.words), "part": one.part, **bounds,
        "empty": one.empty, "filled": one.filled,
    }  # fmt: skip


def _bound_form(bound: date | int | None) -> str | int | None:
    return bound.isoformat() if isinstance(bound, date) else bound


def _view(form: dict[str, Any], of_panel: bool) -> View:
    columns = tuple(one for one in _texts(form.get("columns")) if one in BY_KEY)
    widths = form.get("widths")
    filters = form.get("filters")
    return View(
        _text(form.get("name"))[:LONGEST_NAME],
        tuple(dict.fromkeys(columns)) or AT_FIRST,
        {
            key: width
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if key in BY_KEY and isinstance(width, int) and 0 < width <= WIDEST
        },
        _text(form.get("shown")) or "open",
        _text(form.get("words")),
        tuple(
            _filter(one)
            for one in (filters if isinstance(filters, list) else ())
            if isinstance(one, dict) and one.get("column") in BY_KEY
        ),
        sort if (sort := _text(form.get("sort"))) in BY_KEY else "",
        bool(form.get("descending")),
        of_panel,
    )


def _filter(form: dict[str, Any]) -> Filter:
    return Filter(
        form["column"],
        _texts(form.get("words")),
        _text(form.get("part")),
        _bound(form.get("least")),
        _bound(form.get("most")),
        bool(form.get("empty")),
        bool(form.get("filled")),
    )


def _bound(said: object) -> date | int | None:
    if isinstance(said, int) and not isinstance(said, bool):
        return said
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _text(said: object) -> str:
    return said if isinstance(said, str) else ""


def _texts(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()
