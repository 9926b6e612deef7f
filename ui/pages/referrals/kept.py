"""What became of an import: what went in, what was refused, and that the copies outside remain."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.records.papers import ImportedFile
from ui.pages.records.papers import kind_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words

OUTSIDE = (
    "The papers are kept here, encrypted with their records. The copies outside remain where they "
    "were: file or delete them as your council says."
)
MOST_NAMED = 40
ANSWER = "reply"
REFERRALS = frozenset({"child", "person_of_concern", "location", "group", "theme"})


class Kept(CardList):
    """The report of one import; `wanted` asks to go on to triage or to the possible matches."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("What became of the import")
        self._files: tuple[ImportedFile, ...] = ()

    def hear(self, operation: str) -> None:
        """Say that the import was taken back, or show its report when it is there again."""
        if operation == "undo":
            gone = Card("This import was taken back", large=True)
            gone.add(Words("Nothing of it is kept. Ctrl+Shift+Z brings it in again."))
            self.show_cards([gone])
        elif operation == "redo":
            self.show_files(self._files)

    def show_files(self, files: Sequence[ImportedFile]) -> None:
        """Show the report."""
        self._files = tuple(files)
        refused = [one for one in files if one.status == "refused"]
        matches = sum(len(one.matches) for one in files)
        asked = sum(len(one.told) for one in files)
        left = sum(len(one.not_understood) for one in files) - asked
        head = Card(_in_all(files), large=True)
        head.add(Banner(OUTSIDE, "medium"))
        if left:
            were = "text was" if left == 1 else "texts were"
            head.add(Words(f"{left:,} {were} not understood, and kept with the paper."))
        if asked:
            what = "question stands" if asked == 1 else "questions stand"
            head.add(Words(f"{asked:,} {what} below, about rows that were taken."))
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        if any(one.kind in REFERRALS for one in files if one.status != "refused"):
            on = partial(self.wanted.emit, "triage")
            flow.addWidget(button("Go to the first referral", on, "primary"))
        if matches:
            settle = partial(self.wanted.emit, "matches")
            flow.addWidget(button(f"Settle {_counted(matches)}", settle))
        if flow.count():
            head.add(holder)
        cards: list[Card] = [head]
        if refused:
            cards.append(_listed("Refused", refused))
        good = [one for one in files if one.status != "refused"]
        if good:
            cards.append(_listed("Kept", good))
        self.show_cards(cards)


def row_words(one: ImportedFile) -> list[str]:
    """What is to be asked about rows; of answers brought in, each that was not taken and why."""
    rows = (*one.not_understood, *one.unchanged) if one.kind == ANSWER else one.told
    told = [f"{where}: {text}" for where, text in rows]
    more = [f"and {len(told) - MOST_NAMED:,} more"] if len(told) > MOST_NAMED else []
    return [*told[:MOST_NAMED], *more]


def _counted(matches: int) -> str:
    return f"{matches:,} possible match{'' if matches == 1 else 'es'}"


def _in_all(files: Sequence[ImportedFile]) -> str:
    kept = sum(one.status in ("imported", "updated") for one in files)
    known = sum(one.status == "duplicate" for one in files)
    refused = sum(one.status == "refused" for one in files)
    parts = [f"{kept:,} paper{'' if kept == 1 else 's'} kept"]
    parts += [f"{known:,} on record already"] if known else []
    return ", ".join(parts + ([f"{refused:,} refused"] if refused else []))


def _listed(title: str, files: Sequence[ImportedFile]) -> Card:
    card = Card(title, state=f"{len(files):,}")
    for one in files[:MOST_NAMED]:
        said = f"{one.file}: {kind_words(one.kind)}, {one.status}"
        card.add(Words(f"{said}. {one.reason}" if one.reason else said))
        if rows := row_words(one):
            card.add(Words("\n".join(rows), "soft"))
    if len(files) > MOST_NAMED:
        card.add(Words(f"… and {len(files) - MOST_NAMED:,} more", "soft"))
    return card
