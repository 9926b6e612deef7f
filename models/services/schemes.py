"""Risk schemes of the panel's own: copied, written, begun on a day, taken out of use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from models import codes
from models.codes import scheme_fields
from models.codes.fields import from_text, to_text
from models.codes.reading import check_row
from models.errors import Refusal, Trouble
from models.queries.version_book import check_free
from models.rules import scheme_indicators
from models.rules.list_parts import Rows
from models.rules.scheme_bands import check_bands
from models.rules.scheme_form import questions
from models.rules.scheme_indicators import rows_of
from models.services.code_book import check_kept, laid_over, row_of
from models.services.own_rows import free_label, unused_label
from models.services.version_book import VersionBook


class SchemeService(VersionBook):
    """The scheme editor; a version by which somebody was assessed keeps its meaning."""

    list_name, noun, words = "schemes", "scheme", "a risk scheme"

    def make(self, label: str) -> str:
        """A scheme begun from nothing; gives its code."""
        return self._add("make_scheme", "Make a risk scheme", label, scheme_fields.blank())

    def copy(self, code: str, label: str) -> str:
        """A scheme of the panel's own that begins as another stands; gives its code.

        Indicators of the bank become its own, so that they can be worded.
        """
        before = _scheme(code)
        return self._copy(before, label, **_own_indicators(before))

    def take_in(self, values: Mapping[str, Any]) -> str:
        """Keep a scheme that was read from a file, under a name not taken yet; gives its code."""
        given = {name: value for name, value in values.items() if name not in ("label", "code")}
        label = unused_label(self.list_name, str(values.get("label", "")), "From a file")
        return self._add("take_in_scheme", "Take in a risk scheme", label, given)

    def change(self, code: str, field: str, value: Any) -> None:
        """Change a field of a scheme of the panel's own; Refusal where it is unfit."""
        before = _scheme(code)
        self._write("change_scheme", code, field, scheme_fields.changed(before, field, value))

    def change_bands(self, code: str, text: str) -> None:
        """Say as what each level of a scheme counts beside other schemes' levels.

        It may be said of a shipped scheme and of one that is used: what was assessed stays.
        """
        self._check("edit_codes")
        before = _scheme(code)
        values = scheme_fields.changed(before, "bands", text)
        with self._store.work("change_bands", "Say as what levels count") as session:
            row = row_of(session, self.list_name, code) or laid_over(self.list_name, before)
            row.details = to_text({**from_text(self.list_name, row.details), **values})
            check_kept(self.list_name, row)
            self._keep(session, row)

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

    def _indicators(self, operation: str, code: str, change: Callable[[Rows], Rows]) -> None:
        before = rows_of(_scheme(code).indicators)
        after = change(before)
        if after != before:
            self._write(operation, code, "indicators", {"indicators": after})

    def _write(self, operation: str, code: str, field: str, values: Mapping[str, Any]) -> None:
        self._check("edit_codes")
        with self._store.work(operation, operation.replace("_", " ").capitalize()) as session:
            row = self._own(session, code)
            check_free(session, code, field)
            if "label" in values:
                row.label = free_label(self.list_name, str(values["label"]), self.noun, row.label)
            if "note" in values:
                row.note = values["note"] or None
            rest = {name: value for name, value in values.items() if name not in ("label", "note")}
            row.details = to_text({**from_text(self.list_name, row.details), **rest})
            self._keep_whole(session, row)

    def _check_whole(self, values: Mapping[str, Any]) -> None:
        """Raises Refusal for bands that do not meet."""
        try:
            check_bands(check_row(codes.Scheme, dict(values)).levels)
        except Trouble as unfit:
            raise Refusal(unfit.message) from None


def _scheme(code: str) -> codes.Scheme:
    found = codes.scheme(code)
    if found is None:
        raise Refusal("There is no such scheme.")
    return found


def _own_indicators(before: codes.Scheme) -> dict[str, Any]:
    if before.indicators or not before.bank:
        return {}
    asked = questions(before, codes.indicators())
    made = [{"code": one.code, "label": one.label, "group": one.group} for one in asked]
    return {"indicators": made, "bank": False}
