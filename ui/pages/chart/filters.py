"""What of the chart is shown: kinds by their shapes, how sure, when seen, what is new."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from models import codes
from models.records.network import Network
from models.rules.network.shown import Shown, first_day
from ui import look
from ui.desk import Desk
from ui.pages.chart.shapes import TITLES, key_picture
from ui.pages.chart.time_slider import TimeSlider
from ui.pages.records.dates import day_that_was
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.date_edit import BEHIND, DateEdit
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.toggle import Toggle

ANY, BY_A_PERSON = "", "by a person"
NEW, QUARTER, YEAR, BETWEEN, CURRENT = "new", "90", "365", "between", "current"


def small(words: str, press: Callable[[], object]) -> QPushButton:
    """A small button beside these; a key after two blanks is not spoken."""
    made = button(words, press, "step")
    made.setAccessibleName(words.split("  ")[0])
    return made


class Filters(QWidget):
    """The shapes are the legend as well: pressed, a kind is shown; not pressed, it is hidden."""

    changed = Signal()

    def __init__(self, desk: Desk, last_panel: Callable[[], date | None]) -> None:
        super().__init__()
        self._last_panel = last_panel
        self._today = desk.workspace.store.clock.today
        self._kinds: dict[str, Toggle] = {}
        self._counts: Counter[str] = Counter()
        self.sure = Combo(_how_sure(), "How sure")
        self.when = Combo((), "When")
        self.since = DateEdit(day_that_was(desk), "Seen from", BEHIND)
        self.until = DateEdit(day_that_was(desk), "Seen until", BEHIND)
        self.days = (self.since, self.until)
        self.time = TimeSlider()
        self._build()

    def chosen(self) -> Shown:
        """What is to be seen."""
        hidden = frozenset(kind for kind, made in self._kinds.items() if not made.isChecked())
        sure, when, today = self.sure.value(), self.when.value(), self._today()
        between = when == BETWEEN
        days = int(when) if when in (QUARTER, YEAR) else 0
        return Shown(
            hidden_kinds=hidden,
            confidences=_firm(sure),
            confirmed_only=sure == BY_A_PERSON,
            since=self.since.value() if between else today - timedelta(days) if days else None,
            until=_earlier(self.until.value() if between else None, self.time.day),
            new_since=self._last_panel() if when == NEW else None,
            current=today if when == CURRENT else None,
        )

    def words(self) -> str:
        """What is chosen that may hide something, in words; empty where nothing is."""
        chosen = [one.currentText() for one in (self.sure, self.when) if one.value() != ANY]
        hidden = [TITLES[kind] for kind, made in self._kinds.items() if not made.isChecked()]
        said = [f"“{one}”" for one in chosen if one]
        rest = [self.time.words, f"{', '.join(hidden)} hidden" if hidden else ""]
        return ", ".join(filter(None, [*said, *rest]))

    def count(self, network: Network) -> None:
        """Say how many of each kind there are before anything is hidden."""
        self._counts = Counter(node.kind for node in network.nodes)
        self.time.show_span(first_day(network), self._today())
        for kind, made in self._kinds.items():
            title, count = TITLES[kind], self._counts[kind]
            made.say(f"{title} {count}", f"Show {title}: {count}")
            made.setVisible(bool(self._counts[kind]) or not made.isChecked())

    def renew(self) -> None:
        """Offer what is new since the last panel, where there was one."""
        last = self._last_panel()
        choices: list[tuple[object, str]] = [(ANY, "At any time")]
        if last is not None:
            choices.append((NEW, f"New since the panel of {plain_date(last)}"))
        choices += [(QUARTER, "Seen in the last 90 days"), (YEAR, "Seen in the last year"),
                    (BETWEEN, "Seen between two days")]  # fmt: skip
        self.when.set_choices(choices)
        if self.when.value() is None:
            self.when.set_value(ANY)

    def show_new(self) -> None:
        """Show only what is new since the last panel, where there was one."""
        if self._last_panel() is not None:
            self.when.set_value(NEW)
            self._changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_kinds"):
            self._draw_shapes()

    def _build(self) -> None:
        flow = FlowLayout(self, gap=6)
        for kind, title in TITLES.items():
            made = Toggle(title, 46)
            made.setChecked(True)
            made.setToolTip(f"Show or hide: {title}")
            made.toggled.connect(lambda _on: self._changed())
            self._kinds[kind] = made
            flow.addWidget(made)
        flow.addWidget(self.time)
        self.time.changed.connect(self._changed)
        for combo in (self.sure, self.when):
            combo.setMinimumContentsLength(19)
            combo.changed.connect(lambda _value: self._changed())
        for day, words in zip(self.days, ("Seen from …", "until …"), strict=True):
            day.line.setPlaceholderText(words)
            day.setMinimumWidth(look.current().px(300))
            day.changed.connect(lambda _day: self._changed())
            day.hide()
        self.sure.set_value(ANY)
        self.renew()
        self._draw_shapes()

    def _draw_shapes(self) -> None:
        size = look.current().px(16)
        for kind, made in self._kinds.items():
            made.setIcon(QIcon(key_picture(kind, size, self.devicePixelRatioF())))
            made.setIconSize(QSize(size, size))

    def _changed(self) -> None:
        between = self.when.value() == BETWEEN
        for day in self.days:
            day.setVisible(between)
        self.changed.emit()


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one is not None and other is not None else one or other


def _how_sure() -> list[tuple[object, str]]:
    rows = codes.load("confidences")
    said: list[tuple[object, str]] = [(ANY, "However sure"), (BY_A_PERSON, "Confirmed by a person")]
    for at, one in enumerate(rows[:-1]):
        words = " or ".join(each.label.lower() for each in rows[: at + 1])
        said.append((one.code, words[:1].upper() + words[1:]))
    return said


def _firm(sure: object) -> frozenset[str]:
    """The confidences as firm as one, or nothing where all are meant."""
    order = [one.code for one in codes.load("confidences")]
    return frozenset(order[: order.index(str(sure)) + 1]) if sure in order else frozenset()
