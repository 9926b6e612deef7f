"""Risk schemes of the panel's own: copied, written, begun on a day, taken out of use."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models import codes
from models.codes import scheme_fields
from models.codes.fields import from_text, to_text
from models.codes.reading import check_row
from models.entities import CodeRow
from models.errors import Refusal, Trouble
from models.queries.scheme_book import check_free
from models.rules import scheme_indicators
from models.rules.scheme_bands import check_bands
from models.rules.scheme_form import questions
from models.rules.scheme_indicators import Rows, rows_of
from models.services.code_book import CodeBook, check_kept, copied, row_of
from models.services.own_rows import free_code, free_label, unused_label

LIST, NOUN = "schemes", "scheme"


class SchemeService(CodeBook):
    """The scheme editor; a version by which somebody was assessed keeps its meaning."""

    def make(self, label: str) -> str:
        """A scheme begun from nothing; gives its code."""
        return self._add("make_scheme", "Make a risk scheme", label, scheme_fields.blank())

    def copy(self, code: str, label: str) -> str:
        """A scheme of the panel's own that begins as another stands; gives its code.

        Indicators of the bank become its own, so that they can be worded.
        """
        self._check("edit_codes")
        before = _scheme(code)
        label = free_label(LIST, label, NOUN)
        made = free_code(LIST, label, NOUN)
        with self._store.work("copy_scheme", "Copy a risk scheme") as session:
            own = _own_indicators(before)
            row = copied(LIST, before, made, label, version="1", synonyms=[], **own)
            row.note = f"Copied from {before.label}, {before.version}. Source: {before.source}."
            self._keep(session, row)
        return made

    def take_in(self, values: Mapping[str, Any]) -> str:
        """Keep a scheme that was read from a file, under a name not taken yet; gives its code."""
        given = {name: value for name, value in values.items() if name not in ("label", "code")}
        label = unused_label(LIST, str(values.get("label", "")), "From a file")
        return self._add("take_in_scheme", "Take in a risk scheme", label, given)

    def change(self, code: str, field: str, value: Any) -> None:
        """Change a field of a scheme of the panel's own; Refusal where it is unfit."""
        before = _scheme(code)
        self._write("change_scheme", code, field, scheme_fields.changed(before, field, value))

    def add_indicators(self, code: str, group: str, lines: Sequence[str]) -> None:
        """Add indicators under a heading, one to a line."""
        self._indicators("add_indicators", code, lambda r: scheme_indicators.added(r, group, lines))

    def change_indicator(self, code: str, indicator: str, field: str, value: Any) -> None:
        """Change the words, heading, weight or bound of one indicator."""
        self._indicators(
            "change_indicator", code,
            lambda rows: scheme_indicators.changed(rows, indicator, field, value),
        )  # fmt: skip

    def move_indicator(self, code: str, indicator: str, by: int) -> None:
        """Move an indicator up (-1) or down (1)."""
        self._indicators(
            "move_indicator", code, lambda rows: scheme_indicators.moved(rows, indicator, by)
        )

    def drop_indicator(self, code: str, indicator: str) -> None:
        """Take an indicator out."""
        self._indicators(
            "drop_indicator", code, lambda rows: scheme_indicators.without(rows, indicator)
        )

    def new_version(self, code: str, version: str, begins: date) -> str:
        """A new version from a day on, to be changed; the one before ends the day before."""
        return self.new_scheme_version(code, version, begins)

    def retire(self, code: str, last_day: date) -> None:
        """Take a scheme out of use after a day; assessments made by it stay as they are."""
        self._use_until("retire_scheme", "Take a risk scheme out of use", LIST, code, last_day)

    def take_up(self, code: str) -> None:
        """Let a scheme be used again."""
        self._use_until("take_up_scheme", "Use a risk scheme again", LIST, code, None)

    def _add(self, operation: str, words: str, label: str, values: Mapping[str, Any]) -> str:
        self._check("edit_codes")
        label = free_label(LIST, label, NOUN)
        code = free_code(LIST, label, NOUN)
        place = max(one.position for one in codes.load(LIST)) + 1
        with self._store.work(operation, words) as session:
            row = CodeRow(list_name=LIST, code=code, label=label, active=True, source="local")
            row.note = values.get("note") or None
            rest = {name: value for name, value in values.items() if name != "note"}
            row.details = to_text({**rest, "position": place})
            _check_whole(row)
            self._keep(session, row)
        return code

    def _indicators(self, operation: str, code: str, change: Callable[[Rows], Rows]) -> None:
        before = rows_of(_scheme(code).indicators)
        after = change(before)
        if after != before:
            self._write(operation, code, "indicators", {"indicators": after})

    def _write(self, operation: str, code: str, field: str, values: Mapping[str, Any]) -> None:
        self._check("edit_codes")
        with self._store.work(operation, operation.replace("_", " ").capitalize()) as session:
            row = _own(session, code)
            check_free(session, code, field)
            if "label" in values:
                row.label = free_label(LIST, str(values["label"]), NOUN, row.label)
            if "note" in values:
                row.note = values["note"] or None
            rest = {name: value for name, value in values.items() if name not in ("label", "note")}
            row.details = to_text({**from_text(LIST, row.details), **rest})
            _check_whole(row)
            self._keep(session, row)


def _scheme(code: str) -> codes.Scheme:
    found = codes.scheme(code)
    if found is None:
        raise Refusal("There is no such scheme.")
    return found


def _own(session: Session, code: str) -> CodeRow:
    row = row_of(session, LIST, code)
    if row is None or row.source != "local":
        raise Refusal("A shipped scheme stays as its source has it: copy it, and change the copy.")
    return row


def _check_whole(row: CodeRow) -> None:
    """Refuse a scheme that is unfit as a whole: its parts, or bands that do not meet."""
    check_kept(LIST, row)
    values = {"code": row.code, "label": row.label, **from_text(LIST, row.details)}
    try:
        check_bands(check_row(codes.Scheme, values).levels)
    except Trouble as unfit:
        raise Refusal(unfit.message) from None


def _own_indicators(before: codes.Scheme) -> dict[str, Any]:
    if before.indicators or not before.bank:
        return {}
    asked = questions(before, codes.indicators())
    made = [{"code": one.code, "label": one.label, "group": one.group} for one in asked]
    return {"indicators": made, "bank": False}
