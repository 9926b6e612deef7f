"""Steps made of texts: the presentation with the child's voice, and the analysis with its links."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.marks import Information
from models.records.item import ItemRecord
from models.records.subjects import LinkRecord
from models.rules.links import kind_words
from ui.desk import Desk
from ui.live.since_words import of_homes
from ui.live.state import RoomState
from ui.live.text_field import TextField
from ui.live.three_columns import ThreeColumns
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import Chips
from ui.widgets.labels import SectionHeading, Words

CHILD = "child"
ANY = "any"
TextOf = tuple[str, str, str, str]
PRESENTATION: tuple[TextOf, ...] = (
    ("presentation", "What has changed since last time", "", ANY),
    ("voice", "Child's voice", "Their words, to whom, when", CHILD),
    ("voice_absent_reason", "Or why there are no words of the child", "", CHILD),
    ("parents_view", "Parents' and carers' views, and what they can do", "", CHILD),
    ("protective", "Protective factors: what works, what is the barrier", "", CHILD),
)
ANALYSIS: tuple[TextOf, ...] = (
    ("analysis", "Analysis: pattern, links, which context drives the risk", "", ANY),
    ("diversity", "Identity: would we say this of another child?", "", CHILD),
    ("nrm_considered", "National Referral Mechanism considered", "Yes or no, and why", CHILD),
    ("communications_line", "Line for communications", "If the press or public ask", "other"),
)


class TextStep(CardList):
    """A card of texts; those that do not fit the item's kind take no room."""

    def __init__(self, desk: Desk, state: RoomState, name: str, texts: Sequence[TextOf]) -> None:
        super().__init__(name)
        self.desk, self.state = desk, state
        self.card = Card()
        self.body = self.card.body
        self.fields: dict[str, TextField] = {}
        self._kinds = {field: kind for field, _, _, kind in texts}
        for field, label, hint, _ in texts:
            self.fields[field] = TextField(desk, state, field, label, self._keeper(field), hint)
            self.card.add(self.fields[field])
        self.add(self.card)
        self.before = VoiceBefore(desk, state) if "voice" in self.fields else None
        if self.before is not None:
            self.body.insertWidget(self.body.indexOf(self.fields["voice"]) + 1, self.before)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's texts."""
        is_child = item.row.subject_kind == "child"
        for field, editor in self.fields.items():
            kind = self._kinds[field]
            editor.setVisible(kind == ANY or (kind == CHILD) == is_child)
            editor.show_text(item.row.id, getattr(item, field))
        if self.before is not None:
            self.before.refill(item)

    def flush(self) -> bool:
        """Keep what is half-typed; False where two texts must be settled first."""
        settled = [editor.flush() for editor in self.fields.values()]
        return all(settled)

    def recall(self) -> None:
        """Bring back what was half-typed when the program stopped."""
        for editor in self.fields.values():
            if not editor.isHidden():
                editor.recall()

    def first_field(self) -> QWidget:
        """Where the hand goes when the step is shown."""
        return next(iter(self.fields.values())).veil.hand

    def _keeper(self, field: str):  # type: ignore[no-untyped-def]
        conduct = self.desk.workspace.conduct
        return lambda item_id, seen, text: conduct.write(item_id, field, text, seen)


class VoiceBefore(QWidget):
    """What the child says in the referral, until the panel has heard the child itself."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.words = Words("", "soft")
        self.take = button("Take it over", self._take, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)

    def refill(self, item: ItemRecord) -> None:
        """Show it where nothing newer is recorded."""
        said = item.referral_voice if not item.voice else None
        self.words.setText(f"In the referral: {self.state.masked(said)}" if said else "")
        self.setVisible(bool(said))

    def _take(self) -> None:
        item = self.state.item
        if item is None or not item.referral_voice:
            return
        write = self.desk.workspace.conduct.write
        if self.desk.attempt(self, write, item.row.id, "voice", item.referral_voice, ""):
            self.state.refresh({"discussion"})


class AnalysisStep(TextStep):
    """The analysis, over the links of the subject and who else is named in this meeting."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Analysis", ANALYSIS)
        self.heading, self.links = SectionHeading("Links"), Chips(name="Links")
        self.body.insertWidget(1, self.heading)
        self.body.insertWidget(2, self.links)
        self.columns = ThreeColumns(desk, state)
        self.add(self.columns)

    def flush(self) -> bool:
        settled = [super().flush(), self.columns.flush()]
        return all(settled)

    def recall(self) -> None:
        super().recall()
        self.columns.recall()

    def refill(self, item: ItemRecord) -> None:
        """Show an item's links, texts and columns."""
        super().refill(item)
        self.columns.refill(item)
        shown, since = [], item.since_last.since if item.since_last else None
        new = partial(_came_after, since)
        for link in sorted(item.links, key=new, reverse=True):
            if not self.state.revealed and link.relation in of_homes():
                continue
            name = link.other_label if self.state.revealed else link.other_initials
            where = ", ".join(link.tonight)
            tonight = f", also today in {where}" if where else ""
            sure = f" ({_doubt(link)})" if _doubt(link) else ""
            kind = "accent" if where else "plain"
            came = "new: " if new(link) else ""
            shown.append((f"{came}{link.relation} {name}{sure}{tonight}", kind))
        self.links.show_tags(shown)
        self.heading.setVisible(bool(shown))
        self.links.setVisible(bool(shown))


def _came_after(since: date | None, link: LinkRecord) -> bool:
    """Whether a link came after the last panel that spoke of the item's subject."""
    return since is not None and link.recorded_on is not None and link.recorded_on > since


def _doubt(link: LinkRecord) -> str:
    """What is not sure of a link: that it is intelligence, not confirmed, or out of date."""
    if link.information == Information.INTELLIGENCE:
        sure = kind_words(link)
    else:
        sure = None if link.confirmed else link.confidence
    return ", ".join(filter(None, (sure, "out of date" if link.out_of_date else None)))
