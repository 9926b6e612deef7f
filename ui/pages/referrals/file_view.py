"""One file of an import as read: its fields, what was not understood, who it may be, its text."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.services.papers.mending import by_lists_day
from ui.pages.records.paper_text import PaperText
from ui.pages.records.papers import KINDS, kind_words
from ui.pages.referrals.mending import MendCard, fields_first
from ui.pages.referrals.read_fields import Mended, readings, record_words
from ui.pages.referrals.what_was_read import WhatWasRead
from ui.rows import Column, RowsModel
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.steps import StepTabs
from ui.widgets.table import RowsTable

MESSAGE = "message"
TO_READ = (
    "It says more than what is attached: see Not understood. Enter there, or “Read it as Agency "
    "return”, makes it lines that you put to a child, for the chair until you say otherwise"
)
LONGEST_KIND = 20
"""Letters of the width that the longest kind takes."""
PARTS = ("What was read", "Not understood", "Who it may be", "The paper")
Left = tuple[int, str, str]
Match = tuple[int, str, str, str]
LEFT_COLUMNS = (
    Column[Left]("Where", lambda one: one[1], width=22),
    Column[Left]("Text", lambda one: one[2], width=40, stretch=True),
)
MATCH_COLUMNS = (
    Column[Match]("In the paper", lambda one: one[1], width=22),
    Column[Match]("On record", lambda one: one[2], width=26),
    Column[Match]("Why", lambda one: one[3], width=40, stretch=True),
)


class FileView(QWidget):
    """Shows a `PreviewedFile`; `mended` carries record, field and text of a mending.

    `other_kind` says what kind of paper a person takes it for.
    """

    mended = Signal(int, str, str)
    other_kind = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._file: Any = None
        self._asked: Any = None
        self.known: Callable[[Any], Sequence[tuple[str, Any]]] = lambda paper: ()
        self.head, self.tags = Card(large=True), Chips(name="This file")
        self.refused, self.notes = Banner("", "high"), Banner("", "medium")
        self.parts, self.mend = StepTabs(PARTS, "Parts of this file"), MendCard()
        self.read = WhatWasRead()
        self.doubtful, self.fields, self.table = (
            self.read.doubtful,
            self.read.fields,
            self.read.table,
        )
        self.left: RowsModel[Left] = RowsModel(LEFT_COLUMNS, lambda one: one[0])
        self.matched: RowsModel[Match] = RowsModel(MATCH_COLUMNS, lambda one: one[0])
        self._build()

    def show_file(self, file: Any, mended: Mended) -> None:
        """Show a file as read, with what was mended."""
        new = self._file is None or file.file != self._file.file
        self._file = file
        if new:
            self.mend.hide()
            self.parts.go_to(PARTS.index("Not understood") if _is_to_be_read(file) else 0)
            self.doubtful.setVisible(self.parts.current == 0)
        self._show_head(file)
        paper = by_lists_day(file, mended).paper
        rows = readings(file.file, paper, mended) if paper is not None else ()
        self.read.show_rows(file.kind, rows, new=new)
        self.mend.field.set_choices(fields_first(tuple(dict.fromkeys(r.name for r in rows))))
        texts = paper.not_understood if paper is not None else ()
        self.left.set_rows([(at, one.where, one.text) for at, one in enumerate(texts)])
        if file.kind == MESSAGE:
            self.understood.say("The e-mail says nothing beside its papers.", "")
        else:
            self.understood.say("Everything was understood.", "")
        if file.duplicate:
            self.nobody.say("This paper is on record already.", "Nobody is asked about again.")
        elif file.compared:
            self.nobody.say("Nobody on record is like it.", "New records are made where needed.")
        else:
            self.nobody.say(
                "Whom it names is looked up when it is kept.",
                "Whoever is only near is asked about.",
            )
        self.text.show_content(file.content)
        usable = file.refused is None
        self.ways.setVisible(usable)
        self.stack.setVisible(usable or file.content is not None)
        self.stack.setCurrentIndex(self.parts.current if usable else PARTS.index("The paper"))
        self._keep_height()
        self._show_part(self.stack.currentIndex())

    def _show_part(self, part: int) -> None:
        """Look for who the paper may name once somebody asks: that takes a while."""
        if part == PARTS.index("Who it may be") and self._asked is not self._file:
            self._asked = self._file
            self._show_known(self._file)

    def _show_known(self, file: Any) -> None:
        """Who the children of a paper may be, and who of those it names besides is on record."""
        named = self.known(file.paper) if file.paper is not None and not file.duplicate else ()
        rows = [
            (name, ", ".join(part for part in (one.label, one.reference) if part), one.why)
            for name, one in (*_matches(file), *named)
        ]
        self.matched.set_rows([(at, *row) for at, row in enumerate(rows)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def _keep_height(self) -> None:
        """Ask for what words that wrap need at this width: a splitter asks for no more."""
        column = self.layout()
        if column is not None:
            self.setMinimumHeight(column.minimumHeightForWidth(self.width()))

    def _show_head(self, file: Any) -> None:
        self.head.say(file.file, kind_words(file.kind) if file.refused is None else "refused")
        self.refused.say(file.refused or "")
        notes = list(file.paper.notes) if file.paper is not None else []
        notes += _source_words(file)
        if _is_to_be_read(file):
            notes.append(TO_READ)
        if file.lines_removed:
            lines = "line" if file.lines_removed == 1 else "lines"
            notes.append(f"{file.lines_removed} {lines} not shared: taken out, never stored")
        self.notes.say(f"{'. '.join(notes).rstrip('.')}." if notes else "")
        self.tags.show_tags(_tags(file))
        self.kind.set_value(file.kind if file.kind in KINDS else None)
        self.kind_row.setVisible(file.content is not None and not file.duplicate)

    def _build(self) -> None:
        about = QWidget()
        flow = FlowLayout(about, gap=12)
        flow.addWidget(self.tags)
        flow.addWidget(self._choice_of_kind())
        self.head.add(about)
        self.text = PaperText()
        self.stack = QStackedWidget()
        self.understood = EmptyState("Everything was understood.")
        self.left_table = RowsTable(self.left, "Not understood", self.understood, ("text", "texts"))
        self.nobody = EmptyState("Nobody on record is like it.")
        matches = RowsTable(self.matched, "Who it may be", self.nobody, ("match", "matches"))
        for widget in (self.read, self.left_table, matches, self.text):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.ways = QWidget()
        flow = FlowLayout(self.ways, gap=12)
        flow.addWidget(self.parts)
        flow.addWidget(self.doubtful)
        for widget in (self.head, self.refused, self.notes, self.ways, self.mend):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.parts.chosen.connect(self.stack.setCurrentIndex)
        self.stack.currentChanged.connect(self._show_part)
        self.parts.chosen.connect(lambda part: self.doubtful.setVisible(part == 0))
        self.read.opened.connect(self._mend)
        self.left_table.opened.connect(self._put)
        self.mend.mended.connect(self.mended)
        self.mend.left.connect(self.table.view.setFocus)

    def _choice_of_kind(self) -> QWidget:
        self.kind = Combo(tuple(KINDS.items()), "What kind of paper it is")
        self.kind.setMinimumContentsLength(LONGEST_KIND)
        line = self.kind.lineEdit()
        if line is not None:
            line.setPlaceholderText("Choose what it is")
        self.kind.changed.connect(self._take_kind)
        self.kind_row = QWidget()
        flow = FlowLayout(gap=8)
        flow.addWidget(SoftLabel("Read it as"))
        flow.addWidget(self.kind)
        self.kind_row.setLayout(flow)
        return self.kind_row

    def _take_kind(self, kind: object) -> None:
        if kind and self._file is not None and kind != self._file.kind:
            self.other_kind.emit(str(kind))

    def _mend(self, key: Any) -> None:
        row = self.fields.row_with(key)
        if row is not None:
            self.mend.mend(row)

    def _put(self, key: Any) -> None:
        paper = self._file.paper
        if paper is not None and self._file.kind == MESSAGE:
            self.other_kind.emit("return")
            return
        if paper is None or not paper.records:
            return
        left = paper.not_understood[key]
        self.mend.put(0, record_words(paper.records[0], 0), left.text)


def _source_words(file: Any) -> list[str]:
    """Who sent the message that brought the paper, and when."""
    source = file.content.source if file.content is not None else None
    if source is None or not source.sender:
        return []
    at = f" on {source.sent_at:%d/%m/%Y at %H:%M}" if source.sent_at is not None else ""
    return [f"Came by e-mail from {source.sender}{at}"]


def _is_to_be_read(file: Any) -> bool:
    """Whether an e-mail says something itself, which only a person can tell where it belongs."""
    return file.kind == MESSAGE and file.paper is not None and bool(file.paper.not_understood)


def _tags(file: Any) -> list[tuple[str, str] | str]:
    paper = file.paper
    if file.refused is not None or paper is None:
        return []
    count, left = len(paper.records), len(paper.not_understood)
    tags: list[tuple[str, str] | str] = [f"{count:,} record{'' if count == 1 else 's'}"]
    if file.duplicate:
        tags.append(("On record already: it will not go in twice", "accent"))
    if left and file.kind == MESSAGE:
        tags.append(("its own words are still to be read, kept", "medium"))
    elif left:
        tags.append((f"{left:,} text{'' if left == 1 else 's'} not understood, kept", "medium"))
    if file.matches:
        several = "" if len(file.matches) == 1 else "es"
        tags.append((f"{len(file.matches):,} possible match{several}", "medium"))
    return tags


def _matches(file: Any) -> list[tuple[str, Any]]:
    records: Mapping[int, Any] = dict(enumerate(file.paper.records)) if file.paper else {}
    return [
        (record_words(records[place], place) if place in records else "", match)
        for place, match in file.matches
    ]
