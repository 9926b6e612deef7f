"""One line of a copy with its reason; the copy as a whole with its confirming and its way out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from models import codes
from models.records.disclosure import DisclosureRow, FileLine
from models.rules.listing import counted
from models.rules.own_words import question
from ui.desk import Desk
from ui.pages.records.copy_reading import READ, CopyReading
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.working import WorkBar

MARKED = (
    "‹Word?› marks what may be a name. Confirming takes the marks off: what somebody on record goes"
    " by becomes a pseudonym, other words stay as they are."
)
WRITTEN = (
    "This pack was written and stands as it was. Say under Moving on when it was given, and when "
    "the receipt came."
)
SENT = "This copy was given out and stands as it was. Take in another request for what changed."


TO_DECIDE = "A person decides before it may go. Proposed, to hold it back: {}."


class LineCard(Card):
    """The chosen lines: their words, whether they go, and the reason why not."""

    def __init__(self, withhold: Callable[..., object]) -> None:
        super().__init__("The chosen line")
        self._withhold = withhold
        self.words, self.state = Words(), SoftLabel()
        reasons = tuple((one.code, one.label) for one in codes.load("exemptions") if one.active)
        self.reason = Combo(reasons, "Why it is held back")
        self.hold_button = button("Hold back", self.hold_back)
        self.give_button = button("Give after all", lambda: self._withhold(""))
        self.cut_button = button(
            "Give without those sentences", lambda: self._withhold("", cut=True)
        )
        buttons = FlowLayout(gap=8)
        for made in (self.hold_button, self.give_button, self.cut_button):
            buttons.addWidget(made)
        for widget in (self.words, self.state, self.reason):
            self.add(widget)
        self.body.addLayout(buttons)
        self.hide()

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show these lines."""
        self.setVisible(bool(lines))
        if not lines:
            return
        from exports.asking import may_be_cut

        one = lines[0] if len(lines) == 1 else None
        self.say(one.where if one else f"{len(lines):,} lines")
        self.words.setText(
            f"{one.said}: {one.text}" if one and one.said else one.text if one else ""
        )
        self.words.setVisible(one is not None)
        self.state.setText(_standing(one) if one else "")
        self.state.setVisible(bool(self.state.text()))
        self.reason.set_value(one.withheld or None if one else None)
        waits = any(line.waits for line in lines)
        self.give_button.setText("Give as it stands" if waits else "Give after all")
        self.give_button.setVisible(any(line.withheld or line.cut for line in lines))
        self.cut_button.setVisible(all(may_be_cut(line) and not line.cut for line in lines))

    def hold_back(self) -> None:
        """Hold the lines back for the reason that is chosen."""
        self._withhold(str(self.reason.value() or "third party"))


class CopyCard(Card):
    """What goes and what does not, in numbers; confirm it, then write it to a folder."""

    def __init__(self, desk: Desk, work: WorkBar, done: Callable[[], object]) -> None:
        super().__init__("The copy", large=True)
        self._desk, self._work, self._done = desk, work, done
        self._asked: DisclosureRow | None = None
        self._digest = ""
        self.reading = CopyReading()
        self.reading.moved.connect(self._name_the_step)
        self.counted, self.marked = Words(), SoftLabel(MARKED)
        self.confirm_button = button(READ, self.confirm, "primary")
        self.passphrase = QLineEdit()
        self.passphrase.setPlaceholderText("Passphrase for the documents, told apart")
        self.passphrase.setAccessibleName("Passphrase for the documents")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.write_button = button("Write to a folder", self.write)
        buttons = FlowLayout(gap=8)
        for made in (self.confirm_button, self.write_button):
            buttons.addWidget(made)
        widgets: tuple[QWidget, ...] = (
            self.counted, self.marked, self.reading, self.passphrase,
        )  # fmt: skip
        for widget in widgets:
            self.add(widget)
        self.body.addLayout(buttons)

    def show_copy(self, asked: DisclosureRow, made: Any, shown: Any) -> None:
        """Show how far a request is."""
        self._asked, self._digest = asked, shown.digest if shown else ""
        confirmed = asked.confirmed_at is not None and asked.digest == self._digest
        self.say("The copy", asked.state if confirmed or asked.sent_at else "to be confirmed")
        self.counted.setText(_sent(asked) if made is None else _numbers(made, confirmed=confirmed))
        self.marked.setVisible(made is not None and bool(made.doubts) and not confirmed)
        self.confirm_button.setVisible(made is not None and not confirmed)
        for widget in (self.write_button, self.passphrase):
            widget.setVisible(made is not None and confirmed)
        self.reading.setVisible(shown is not None)
        if shown is None:
            self.reading.forget()
        else:
            self.reading.show_document(shown, asks=not confirmed)
        self._name_the_step()

    def confirm(self) -> None:
        """Settle the next mark or read on; else a person's word that these words may leave."""
        from exports import disclosing

        if self.confirm_button.isHidden():
            return
        read = self.reading.go_on()
        self._name_the_step()
        if not read:
            return
        asked, seen = self._asked, self._digest
        if asked is not None and self._desk.attempt(
            self, disclosing.confirm, self._desk.workspace, asked, seen
        ):
            self._done()

    def _name_the_step(self) -> None:
        self.confirm_button.setText(self.reading.words())

    def write(self) -> None:
        """Write the copy, its log and the manifest to a folder; not by a press meant to confirm."""
        asked, workspace = self._asked, self._desk.workspace
        if self.reading.comes_too_soon() or not self._desk.allows(self, "disclose_records"):
            return
        folder = self._desk.dialogues.choose_folder(self, "Folder for the copy")
        if asked is None or folder is None:
            return
        secret = self.passphrase.text() or None

        def work(progress: Progress) -> tuple[str, ...]:
            from exports import disclosing

            return disclosing.write(
                workspace, asked.id, asked.subject_id, Path(folder), passphrase=secret,
                progress=progress.report,
            )  # fmt: skip

        self._work.start("Writing the copy", work, self._written)

    def _written(self, names: tuple[str, ...]) -> None:
        self.passphrase.clear()
        self._desk.notice.say(f"{len(names)} files are written, and logged.")
        self._done()


def _standing(one: FileLine) -> str:
    found = codes.find("exemptions", one.withheld)
    why = found.label if found else one.withheld
    if one.waits:
        return "\n".join((TO_DECIDE.format(why), *_asked(one)))
    by = f" ({one.decided_by})" if one.decided_by else ""
    if not one.withheld:
        part = " Sentences that were asked about are left out." if one.cut else ""
        return f"It goes as it stands here.{part}{by}"
    return f"Held back: {why}{by}"


def _asked(one: FileLine) -> Iterator[str]:
    """What a person weighs of a line, each in a sentence."""
    for code in one.asks:
        row = question(code)
        if row is not None:
            yield f"It tells of {row.label}. {row.note}"


def _numbers(made: Any, *, confirmed: bool) -> str:
    back = sum(made.file.withheld.values())
    unread = sum(number for _, number in made.file.kept_back)
    places = "1 place" if made.doubts == 1 else f"{made.doubts} places"
    doing = "looked at" if confirmed else "to look at"
    looked = f"{places} {doing}." if made.doubts else "Nothing is in doubt."
    if made.waiting:
        waits = counted(made.waiting, "line waits for you", "lines wait for you")
        looked = f"{waits} to decide (“to decide” in the list). {looked}"
    return (
        f"Lines that go: {len(made.lines):,}. Entries that do not: {back:,}, of which {unread:,} "
        f"are not even read (for the chair, intelligence, links).\n{looked}"
    )


def _sent(asked: DisclosureRow) -> str:
    day = plain_date(asked.sent_at.date()) if asked.sent_at else ""
    for_whom = "Written for" if asked.move_id else "Given to"
    return (
        f"{for_whom} {asked.to_whom} on {day}, {counted(asked.files, 'file', 'files')}.\n"
        f"Hash of the manifest: {asked.sha256}\n{WRITTEN if asked.move_id else SENT}"
    )
