"""Papers of a page written to a folder or as e-mail drafts: asked about first, then made."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.issue_card import IssueCard, Wish
from ui.pages.left_over import LeftCard
from ui.pages.written import count_of, place
from ui.tasks import Progress
from ui.working import WorkBar

if TYPE_CHECKING:
    from exports.sending import How

Look = Callable[[], tuple[str, ...]]
Write = Callable[["How"], tuple[str, ...]]


class Sending(QWidget):
    """The card that asks how papers go, with the bar of the work; hidden while nothing is asked.

    `noun` is what they are called, one and several.
    """

    asked = Signal()
    """The card stands open, to be scrolled to."""

    def __init__(self, desk: Desk, title: str, words: str, noun: tuple[str, str]) -> None:
        super().__init__()
        self._desk, self._words, self._noun = desk, words, noun
        self._write: Write | None = None
        self.card, self.work = IssueCard(self._folder, "send"), WorkBar(desk)
        self.left = LeftCard()
        self.card.say(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.work)
        column.addWidget(self.left)
        self.card.begun.connect(self._begin)

    def ask(self, look: Look, write: Write) -> None:
        """Ask how they go, with what `look` finds against their recipients; `write` makes them."""
        self._write = write
        self.left.hide()
        self.work.start("Looking at who receives them", lambda _progress: look(), self._show)

    def _show(self, doubts: tuple[str, ...]) -> None:
        self.card.ask(self._words, open_still=False, doubts=doubts, by_mail=True)
        self.asked.emit()

    def _folder(self) -> Path | None:
        return self._desk.dialogues.choose_folder(self, f"Folder for the {self._noun[1]}")

    def _begin(self, wish: Wish) -> None:
        write, told = self._write, list[str]()
        if write is None:
            return

        def make(_progress: Progress) -> tuple[str, ...]:
            from exports.sending import How

            secret, reason = wish.secret or None, wish.reason or None
            return write(How(wish.folder, wish.by_mail, secret, reason, told.append))

        def done(names: tuple[str, ...]) -> None:
            where, mails = place(names, wish.folder), count_of(names, by_mail=True)
            files = f"{len(names):,} {self._noun[len(names) != 1]}"
            what = f"{mails} of the {self._noun[1]}" if wish.by_mail else files
            self._desk.notice.say(f"{what} written to {where}.")
            self.left.tell(told)

        self.work.start(f"Writing the {self._noun[1]}", make, done, self.card.refused)
