"""The fields of an assessment beside its indicators: scheme, day, by whom, judgement, reason."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from models import codes
from models.errors import Refusal
from models.records.assessing import Entered, Given
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.fields import Field, editor, not_understood, put_value, value_of, words_of
from ui.widgets.combo import Combo

SAID = (("yes", "Yes"), ("no", "No"))
FIELDS = (
    Field("scheme_code", "Scheme", "pick"),
    Field("assessed_on", "Assessed on", "was"),
    Field("author", "By"),
    Field("present", "Together with", hint="Who else assessed."),
    Field("with_child", "With the child", "pick", SAID),
    Field("with_family", "With the family", "pick", SAID),
    Field("score", "Score on the form", "number"),
    Field("judgement", "Judgement", "choice", hint="The level that stands, where it is given."),
    Field("rationale", "Reason", "long"),
)


class AssessmentFields(Form):
    """One assessment's fields; tells when its scheme or anything that counts has changed."""

    STACK_BELOW = 440
    scheme_chosen = Signal()
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("Risk assessment")
        self.editors = {one.name: editor(one, desk) for one in FIELDS}
        for one in FIELDS:
            self.row(one.name, one.label, self.editors[one.name], one.hint)
        self._listen()

    def value(self, name: str) -> Any:
        """What stands in a field."""
        return value_of(self.editors[name])

    def values(self) -> dict[str, Any]:
        """What stands in every field."""
        return {name: value_of(widget) for name, widget in self.editors.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values in place of what stood."""
        self.clear_errors()
        self._offer_schemes(values.get("scheme_code"))
        for name, widget in self.editors.items():
            put_value(widget, values.get(name))
        self.offer_levels()

    def scheme(self) -> codes.Scheme | None:
        """The scheme chosen."""
        code = self.value("scheme_code")
        return codes.scheme(str(code)) if code else None

    def offer_levels(self) -> None:
        """Offer the scheme's own levels for the judgement, else those of the panel."""
        scheme, judged = self.scheme(), self.editors["judgement"]
        levels = tuple((one.label, one.label) for one in (scheme.levels if scheme else ()))
        if isinstance(judged, Combo):
            judged.set_choices(levels or words_of("risk_levels"))

    def total(self) -> int | None:
        """The total entered of a form of which nothing more is known."""
        said = self.value("score")
        return int(said) if said and said.isdecimal() else None

    def entered(self, given: tuple[Given, ...], standing: Entered | None) -> Entered:
        """What is entered; Refusal at the field that is not understood or lacks its answer.

        `standing` is what is corrected: its score stays where the answers make none.
        """
        for name, widget in self.editors.items():
            if not_understood(widget):
                raise Refusal("This was not understood.", name)
        values = self.values()
        if values["assessed_on"] is None:
            raise Refusal("Give the day of the assessment.", "assessed_on")
        if values["scheme_code"] is None and standing is None:
            raise Refusal("Choose the scheme.", "scheme_code")
        if values["score"] and self.total() is None:
            raise Refusal("Enter a whole number.", "score")
        said = {"yes": True, "no": False}
        for name in ("with_child", "with_family"):
            values[name] = said.get(values[name])
        values["score"] = standing.score if standing and self._by_answers(given) else self.total()
        return Entered(given=given, **values)

    def _by_answers(self, given: tuple[Given, ...]) -> bool:
        return bool(given) and self.label_of("score").isHidden()

    def _offer_schemes(self, used: object) -> None:
        offered = {one.code: _named(one) for one in codes.schemes()}
        old = codes.scheme(str(used)) if used else None
        if old is not None:
            offered.setdefault(old.code, _named(old))
        scheme = self.editors["scheme_code"]
        if isinstance(scheme, Combo):
            scheme.set_choices(list(offered.items()))

    def _listen(self) -> None:
        scheme, judged = self.editors["scheme_code"], self.editors["judgement"]
        assert isinstance(scheme, Combo) and isinstance(judged, Combo)
        scheme.changed.connect(lambda _value: self.scheme_chosen.emit())
        judged.changed.connect(lambda _value: self.counted.emit())
        self.editors["assessed_on"].changed.connect(  # type: ignore[attr-defined]
            lambda _value: self.counted.emit()
        )
        self.editors["score"].textEdited.connect(  # type: ignore[attr-defined]
            lambda _text: self.counted.emit()
        )
        reason = self.editors["rationale"]
        assert isinstance(reason, QPlainTextEdit)
        reason.textChanged.connect(self.counted.emit)


def _named(scheme: codes.Scheme) -> str:
    return f"{scheme.label} ({scheme.version})"
