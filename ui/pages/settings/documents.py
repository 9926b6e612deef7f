"""The panel's own Word template: chosen or dropped, looked over first, taken or left."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from models.errors import Refusal
from models.records.panel import KeptTemplate
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.pages.settings.template_remarks import RemarksCard
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import SoftLabel, Words
from ui.working import WorkBar

KINDS = "Word templates (*.docx *.dotx)"
WRITTEN = "Word documents (*.docx)"
HOUSE = "The program’s own look: every Word document is made in it."
HOW = (
    "Page, header, footer and styles come from it; its own text is left out. It is looked over"
    " first and kept in this file. A template can also be dropped here."
)
START = "starting template.docx"


class DocumentsPart(CardList):
    """Which template every Word document is made on, and what is to be said of one chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Documents")
        self._desk = desk
        self._editable = may(desk, "edit_settings")
        self.work = WorkBar(desk)
        self.state = Words()
        self.choose_button = button("Choose a template …", self.choose, "primary")
        self.drop_button = button("Use the program’s own look", self.drop)
        self.save_button = button("Save a copy of it …", self.save_copy)
        self.start_button = button("Write a starting template …", self.write_start)
        self.remarks = RemarksCard(self._take, self._leave)
        self.setAcceptDrops(self._editable)
        self._build()

    def reload(self) -> None:
        """Read again which template is kept."""
        kept = self._desk.workspace.read.own_template()
        self.state.setText(_words(kept) if kept else HOUSE)
        self.choose_button.setVisible(self._editable)
        self.drop_button.setVisible(self._editable and kept is not None)
        self.save_button.setVisible(kept is not None)

    # what a person does

    def choose(self) -> None:
        """Choose a template and look it over."""
        chosen = self._desk.dialogues.open_files(self, "The panel’s Word template", KINDS)
        if chosen:
            self.look_over(chosen[0])

    def look_over(self, path: Path) -> None:
        """Say what a template lacks, off the window's thread; nothing is kept yet."""

        def check(_progress: Progress) -> Any:
            from exports import template

            return template.check(path)

        self.remarks.forget()
        self.work.start(
            "Looking the template over", check, lambda told: self._checked(path.name, told)
        )

    def drop(self) -> None:
        """Make documents in the program's own look again; undo brings the template back."""
        self._desk.attempt(self, self._desk.workspace.panel.drop_template)
        self.reload()

    def save_copy(self) -> None:
        """Write the template that is kept to a file, to be changed in Word."""
        kept = self._desk.workspace.read.own_template()
        content = self._desk.workspace.read.template_content()
        if kept is not None and content is not None:
            self._write("Save a copy of the template", Path(kept.name).stem + ".docx", content)

    def write_start(self) -> None:
        """Write a template to begin from, with every style and placeholder told in it."""
        from exports import own_template

        content = own_template.starting(self._desk.workspace)
        self._write("Write a starting template", START, content)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(files) == 1:
            self.look_over(files[0])
        else:
            self._desk.notice.refuse(self, Refusal("Drop one Word template at a time."))

    # what follows

    def _checked(self, name: str, told: Any) -> None:
        self.remarks.show_remarks(name, told)
        bring_into_sight(self.remarks)

    def _take(self, name: str, told: Any) -> None:
        from exports import own_template

        if self._desk.attempt(self, own_template.take, self._desk.workspace, name, told):
            self.remarks.forget()
            self._desk.notice.say("Taken. Every Word document is made on this template from now.")
            self.reload()
            self.drop_button.setFocus()

    def _leave(self) -> None:
        self.remarks.forget()
        self.choose_button.setFocus()

    def _write(self, title: str, proposed: str, content: bytes) -> None:
        from exports import filing

        to = self._desk.dialogues.save_file(self, title, proposed, WRITTEN)
        if to is None:
            return
        to = to if to.suffix else to.with_suffix(".docx")
        if self._desk.attempt(self, filing.put, content, to):
            self._desk.notice.say(f"Written as “{to.name}”.")

    def _build(self) -> None:
        card = Card("Word template", "what every Word document is made on")
        for part in (self.state, self.work, SoftLabel(HOW)):
            card.add(part)
        flow = FlowLayout(gap=8)
        for one in (self.choose_button, self.start_button, self.save_button, self.drop_button):
            flow.addWidget(one)
        card.body.addLayout(flow)
        self.add(card)
        self.add(self.remarks)


def _words(kept: KeptTemplate) -> str:
    by = f" by {kept.taken_by}" if kept.taken_by else ""
    return f"{kept.name}, taken on {plain_date(kept.taken_on)}{by}."
