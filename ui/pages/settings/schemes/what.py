"""What a scheme is: its fields where they may be changed, and in words what they come to."""

from typing import Any

from models import codes
from models.codes import scheme_fields
from models.codes.parts import HINTS, written
from models.records.desk import SchemeRow
from models.rules.risk_bands import band_of_level
from models.rules.scheme_form import questions
from models.rules.scheme_versions import SUBSTANCE
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.widgets.card import Card, CardList
from ui.widgets.labels import Words

FIELDS = (
    Field("label", "Name"),
    Field("version", "Version"),
    Field("answers", "An indicator is", "pick", tuple(scheme_fields.ASKING.items())),
    Field("bank", "Asks the indicator bank", "yes"),
    Field("screens", "Screens a contact", "yes", hint="It then counts as no assessment."),
    Field("windows", "In which times", hint="With semicolons: past 3 months; 3 to 6 months ago"),
    Field("max_per_indicator", "Each at most", "number"),
    Field("kind", "Counted", "pick", tuple(scheme_fields.COUNTING.items())),
    Field("suspected", "A suspected one counts", "number", hint="0: it does not count."),
    Field("points", "Points", "long", hint=scheme_fields.POINTS_HINT),
    Field("levels", "Levels and bands", "long", hint=HINTS["levels"]),
    Field("bands", "Levels count as", "long", hint=scheme_fields.BANDS_HINT),
    Field("validity", "In date for", hint=HINTS["validity"]),
    Field("meaning", "What the score means", "long"),
    Field("note", "Note", "long"),
)
SHIPPED = "Shipped as its source has it. Copy it to word, weigh and band it your way."
LOCALLY = frozenset({"label", "validity", "bands"})
"""What a panel says of a shipped scheme without a copy."""
USED = "{many} made by this version: what it asks and how it counts stay. Make a new version."


class What(CardList):
    """The cards of one scheme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What the scheme is")
        self._desk = desk
        self._scheme: codes.Scheme | None = None
        self._own = False
        self.told, self.words = Card(), Words()
        self.mine, self.form = Card("Change it"), RecordForm(
            "Risk scheme", FIELDS, desk, self._change, editable=True
        )  # fmt: skip
        self.told.add(self.words)
        self.mine.add(self.form)
        for card in (self.told, self.mine):
            self.add(card)

    def show_scheme(self, scheme: codes.Scheme, row: SchemeRow, *, able: bool) -> None:
        """Show a scheme; of one that is used only what does not change its meaning."""
        self._scheme, self._own = scheme, row.own
        self.told.say("", _why(row))
        self.words.setText("\n".join(in_words(scheme)))
        self.mine.setVisible(able)
        self.mine.say("Change it" if row.own else "Set locally")
        values = scheme_fields.shown(scheme)
        self.form.show_values(f"scheme {scheme.code}", values)
        for field in FIELDS:
            fits = _fits(field.name, values, used=bool(row.used))
            self.form.show_row(field.name, fits and (row.own or field.name in LOCALLY))

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.mine.isHidden() or self.form.settle()

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        if self._scheme is None:
            return
        if field == "bands":
            self._desk.workspace.schemes.change_bands(self._scheme.code, str(value or ""))
        elif self._own:
            self._desk.workspace.schemes.change(self._scheme.code, field, value)
        else:
            change = self._desk.workspace.panel.change_code
            change("schemes", self._scheme.code, field, value)


def in_words(scheme: codes.Scheme) -> list[str]:
    """A scheme in sentences: what it asks, how it counts, its bands, validity and source."""
    asked = len(questions(scheme, codes.indicators()))
    whose = " of the indicator bank" if scheme.bank and not scheme.indicators else ""
    answers = scheme_fields.ASKING[scheme.answers].lower()
    form = f"Asks {asked} indicator{'s' * (asked != 1)}{whose}, each: {answers}."
    levels = "; ".join(written(scheme.levels).splitlines())
    said = [
        form if asked else "Levels alone: no indicators.",
        f"Counted: {scheme_fields.COUNTING[scheme.arithmetic.kind].lower()}.",
        f"Levels: {levels}." if levels else "Levels: set locally.",
        _counting(scheme),
        f"In date for {written(scheme.validity)}." if scheme.validity
        else f"In date for: {scheme.validity_note or 'set locally'}.",
        "Screens a contact: it counts as no assessment of the child." * scheme.screens,
        f"Means: {scheme.meaning}" if scheme.meaning else "",
        f"Note: {scheme.note}" if scheme.note else "",
        f"Source: {scheme.source}." if scheme.source not in ("", "local") else "",
    ]  # fmt: skip
    return [line for line in said if line]


def _counting(scheme: codes.Scheme) -> str:
    """As what the levels count, and of which it is not said."""
    said = [f"{one.label}: {band}" for one in scheme.levels if (band := band_of_level(one))]
    unsaid = [one.label for one in scheme.levels if not band_of_level(one)]
    counted = f"They count as {'; '.join(said)}. " if said else ""
    lacks = f"As what these count is not said: {', '.join(unsaid)}." if unsaid else ""
    return f"{counted}{lacks}".strip()


def _why(row: SchemeRow) -> str:
    if not row.own:
        return SHIPPED
    if not row.used:
        return "The panel's own: each change is one step that can be undone."
    many = "One assessment was" if row.used == 1 else f"{row.used} assessments were"
    return USED.format(many=many)


def _fits(name: str, values: dict[str, Any], *, used: bool) -> bool:
    """Whether a field says something for a scheme that asks and counts so."""
    if used and name in SUBSTANCE:
        return False
    return {
        "windows": values["answers"] == "tick",
        "max_per_indicator": values["answers"] == "number",
        "suspected": values["answers"] == "suspected" and values["kind"] == "count",
        "points": values["kind"] == "points",
        "bank": values["answers"] != "",
        "bands": bool(values["bands"]),
    }.get(name, True)
