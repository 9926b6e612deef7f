"""The panel itself: name, usual times, sections, minutes per kind, quorum, districts."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models import codes
from models.errors import Refusal
from models.queries.equality import local_children
from models.queries.panel import NECESSITY, USUAL_NECESSITY
from models.records.panel import PanelRecord
from models.rules.closed_days import SETTING, shown, written
from models.rules.local_children import HINT as LOCAL_HINT
from models.rules.local_children import SETTING as LOCAL
from models.rules.moving import SETTING as GROWING_UP
from models.rules.moving import check_months, months_of
from models.rules.rates import HINT as AREA_HINT
from models.rules.rates import SETTING as AREA
from models.rules.rates import children_of_area
from models.rules.recommendations import REPLY_WITHIN, WITHIN
from models.rules.retention import BACKUPS_KEPT
from models.rules.seasons import SCHOOL_HOLIDAYS
from ui.desk import Desk
from ui.pages.records.dates import typed_time
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings import clocks
from ui.pages.settings.whose_district import WhoseDistrict
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.labels import SoftLabel, Words

BACKUP_DAYS = "Days; certificates of disposal say until when backups hold what went"
GROWING_UP_HINT = "Months of age; 210 is 17½ years"
MINUTES = "minutes."
OPENING = "minutes.opening"
DEFAULT_OPENING = "15"
FEED_FORMS = (("no", "JSON and CSV"), ("yes", "JSON, CSV and FHIR R4"))
PICTURES = (("no", "None"), ("yes", "Risk, links, actions"))
LETTERS = (("no", "Never"), ("yes", "Where it is safe"))
LOCAL_FIELDS = (
    Field(AREA, "How many in all", hint=AREA_HINT),
    Field(LOCAL, "By ethnicity and gender, from the census", "long", hint=LOCAL_HINT),
)
YES_NO = (("yes", "Full names"), ("no", "Initials and reference"))


class PanelPart(CardList):
    """What every meeting and document of this panel starts from; each field is kept by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("The panel")
        self._desk = desk
        self._editable = may(desk, "edit_settings")
        self._panel: PanelRecord | None = None
        self.forms: dict[str, RecordForm] = {}
        self._add_form("The panel", _panel_fields(), self._change_panel)
        self._add_form("Sections of the agenda", self._section_fields(), self._change)
        self._add_form("Minutes for an item", _minutes_fields(), self._change_minutes)
        self._add_form("Quorum", _quorum_fields(), self._change)
        self._add_form("Days", _days_fields(), self._change_days)
        self._add_form(clocks.TITLE, clocks.fields(), self._change_clocks)
        self._add_form("All children of the area", LOCAL_FIELDS, self._change_local)
        self.districts = DistrictsCard(desk, self._editable)
        self.add(self.districts)

    def reload(self) -> None:
        """Read the panel again."""
        read = self._desk.workspace.read
        panel, kept = read.panel(), read.settings()
        self._panel = panel
        self.forms["The panel"].show_values("panel", {**_panel_values(panel), **_known(kept)})
        names = {f"section.{letter}": name for letter, name in panel.section_names}
        sections = {"sections": ", ".join(panel.section_order), **names}
        self.forms["Sections of the agenda"].show_values("sections", sections)
        minutes = {one.code: kept.get(MINUTES + one.code, one.minutes)
                   for one in codes.load("item_minutes")}  # fmt: skip
        minutes["opening"] = kept.get(OPENING, DEFAULT_OPENING)
        self.forms["Minutes for an item"].show_values("minutes", minutes)
        self.forms["Quorum"].show_values("quorum", {"quorum": _quorum_words(kept)})
        self.forms["Days"].show_values("days", _days_values(kept))
        self.forms[clocks.TITLE].show_values("clocks", clocks.values(kept))
        area = {one: kept.get(one, "") for one in (AREA, LOCAL)}
        self.forms["All children of the area"].show_values("area", area)
        self.districts.show_districts(read.districts())

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [form.settle() for form in self.forms.values()]
        return all(kept)

    def _add_form(self, title: str, fields: Sequence[Field], change: Any) -> None:
        card = Card(title)
        form = RecordForm(title, fields, self._desk, change, editable=self._editable)
        self.forms[title] = form
        card.add(form)
        self.add(card)

    def _section_fields(self) -> tuple[Field, ...]:
        panel = self._desk.workspace.read.panel()
        names = tuple(Field(f"section.{letter}", letter) for letter, _ in panel.section_names)
        hint = "Letters with commas; V is children"
        return (Field("sections", "Order", hint=hint), *names)

    def _change_panel(self, field: str, value: Any, _seen: Any) -> None:
        service = self._desk.workspace.panel
        if field in ("name", "area", "acronym"):
            service.change_panel(**{field: value})
        elif field in ("starts", "ends"):
            service.set(field, f"{typed_time(value, field):%H:%M}")
        else:
            self._change(field, value, _seen)

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        text = "" if value is None else str(value)
        if field == "sections":
            text = ",".join(section_letters(text))
        if field == "marking" and not text:
            raise Refusal("Every document carries a marking.", field)
        if field == "quorum":
            text = quorum_key(text)
        self._desk.workspace.panel.set(field, text)

    def _change_minutes(self, field: str, value: Any, _seen: Any) -> None:
        if not isinstance(value, int) or not 0 <= value <= 180:
            raise Refusal("Give whole minutes between 0 and 180.", field)
        self._desk.workspace.panel.set(MINUTES + field, str(value))

    def _change_local(self, field: str, value: Any, _seen: Any) -> None:
        (children_of_area if field == AREA else local_children)(value or "")
        self._desk.workspace.panel.set(field, value or "")

    def _change_days(self, field: str, value: Any, _seen: Any) -> None:
        if field == WITHIN:
            days_to_answer(value)
        if field == GROWING_UP:
            value = check_months(value)
        if field == BACKUPS_KEPT and not (value is None or isinstance(value, int)):
            raise Refusal("Give whole days, or nothing where no period is set.", field)
        text = "" if value is None else str(value)
        today = self._desk.workspace.store.clock.today()
        kept = written(text, today, field) if field in (SETTING, SCHOOL_HOLIDAYS) else text
        self._desk.workspace.panel.set(field, kept)

    def _change_clocks(self, field: str, value: Any, _seen: Any) -> None:
        self._desk.workspace.panel.set(field, clocks.kept(field, value))


class DistrictsCard(Card):
    """The districts in the order of the reports, and a line to add one."""

    def __init__(self, desk: Desk, editable: bool) -> None:
        super().__init__("Districts", "in the order of the reports")
        self._desk = desk
        self.words, self.line = Words(), QLineEdit()
        self.line.setPlaceholderText("Name of a district")
        self.line.setAccessibleName("Name of a district to add")
        self.line.returnPressed.connect(self.add_district)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(button("Add", self.add_district))
        holder.setVisible(editable)
        self.add(self.words)
        self.add(SoftLabel("Reports count what belongs to none of them as Unallocated."))
        self.add(holder)
        self.whose = WhoseDistrict(desk)
        self.whose.setVisible(editable)
        self.add(self.whose)

    def show_districts(self, names: Sequence[str]) -> None:
        """Show the districts, each with its authority where it is said."""
        told = self._desk.workspace.read.authorities()
        said = [f"{one} ({told[one]})" if one in told else one for one in names]
        self.words.setText(", ".join(said) or "None yet.")
        self.whose.show_districts(names)

    def add_district(self) -> None:
        """Add the district that was typed."""
        name = self.line.text().strip()
        if name and self._desk.attempt(self, self._desk.workspace.panel.add_district, name):
            self.line.clear()


def _panel_fields() -> tuple[Field, ...]:
    return (
        Field("name", "Name"),
        Field("acronym", "Short name", hint="Such as MACE"),
        Field("area", "Area", hint="Whose information sharing agreement the script names"),
        Field("starts", "Usually from"),
        Field("ends", "Usually to"),
        Field("marking", "Marking"),
        Field("full_names", "Minutes name children by", "pick", YES_NO),
        Field("reply_to", "Answers of plans go to"),
        Field("feed_fhir", "Care-plan feed", "pick", FEED_FORMS),
        Field("pictures", "Pictures in minutes and action lists", "pick", PICTURES),
        Field("letters", "Letters to children and parents", "pick", LETTERS),
        Field(NECESSITY, "Why the panel shares", "long", hint="Printed with the lawful basis"),
    )


def _panel_values(panel: PanelRecord) -> dict[str, Any]:
    return {
        "name": panel.name,
        "acronym": panel.acronym,
        "area": panel.area,
        "starts": f"{panel.starts:%H:%M}",
        "ends": f"{panel.ends:%H:%M}",
        "marking": panel.marking,
        "full_names": "yes" if panel.full_names else "no",
        "pictures": "yes" if panel.pictures else "no",
    }


def _known(kept: dict[str, str]) -> dict[str, str]:
    return {
        "reply_to": kept.get("reply_to", ""),
        "letters": kept.get("letters", "no"),
        "feed_fhir": kept.get("feed_fhir", "no"),
        NECESSITY: kept.get(NECESSITY, USUAL_NECESSITY),
    }


def _minutes_fields() -> tuple[Field, ...]:
    kinds = tuple(Field(one.code, one.label, "number") for one in codes.load("item_minutes"))
    return (Field("opening", "Opening of the meeting", "number"), *kinds)


def _days_fields() -> tuple[Field, ...]:
    hint = "Besides weekends and bank holidays, such as 24 to 31 December 2026; 2 April 2027"
    return (
        Field(WITHIN, "Plans answer within", "number", hint="Working days"),
        Field(SETTING, "Closed", "long", hint=hint),
        Field(SCHOOL_HOLIDAYS, "School holidays", "long", hint="Left out when a season is planned"),
        Field(GROWING_UP, "Growing up is listed from", "number", hint=GROWING_UP_HINT),
        Field(BACKUPS_KEPT, "Backups are kept for", "number", hint=BACKUP_DAYS),
    )


def _days_values(kept: dict[str, str]) -> dict[str, Any]:
    return {
        WITHIN: kept.get(WITHIN) or str(REPLY_WITHIN),
        SETTING: shown(kept.get(SETTING, "")),
        SCHOOL_HOLIDAYS: shown(kept.get(SCHOOL_HOLIDAYS, "")),
        GROWING_UP: str(months_of(kept.get(GROWING_UP))),
        BACKUPS_KEPT: kept.get(BACKUPS_KEPT, ""),
    }


def days_to_answer(value: object) -> str:
    """Give in how many working days plans answer as it is kept; Refusal for no such number."""
    if not isinstance(value, int) or not 1 <= value <= 60:
        raise Refusal("Give whole working days between 1 and 60.", WITHIN)
    return str(value)


def _quorum_fields() -> tuple[Field, ...]:
    known = ", ".join(one.code for one in codes.load("quorum_groups"))
    hint = f"Partners that must be here, with commas, of: {known}"
    return (Field("quorum", "Needs", hint=hint),)


def _quorum_words(kept: dict[str, str]) -> str:
    if kept.get("quorum"):
        return ", ".join(kept["quorum"].split(","))
    return ", ".join(one.code for one in codes.load("quorum_groups") if one.required)


def quorum_key(text: str) -> str:
    """Give the partners that a quorum needs as they are kept; Refusal for one not on the list."""
    known = {one.code for one in codes.load("quorum_groups")}
    wanted = [part.strip().lower() for part in text.split(",") if part.strip()]
    if not wanted or not set(wanted) <= known:
        raise Refusal(f"Name partners of this list: {', '.join(sorted(known))}.", "quorum")
    return ",".join(dict.fromkeys(wanted))


def section_letters(text: str) -> list[str]:
    """Give the letters of the sections in order; Refusal for what are no letters, or without V."""
    letters = [part.strip().upper() for part in text.replace(";", ",").split(",") if part.strip()]
    if len(set(letters)) != len(letters) or not all(len(one) == 1 for one in letters):
        raise Refusal("Give each section's letter once, such as V, O, L, T, G.", "sections")
    if "V" not in letters:
        raise Refusal("Children (V) cannot be left out.", "sections")
    return letters
