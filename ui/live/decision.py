"""The decision step: what is decided and why, who agrees, when it returns, who is told."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from models import codes
from models.codes import DecisionType
from models.errors import Refusal
from models.records.item import ItemRecord
from models.rules.risen import against_the_risk
from ui.desk import Desk
from ui.forms import Form
from ui.live.dates import spoken_in
from ui.live.half_typed import HalfTyped
from ui.live.state import RoomState
from ui.live.telling import TellingCard
from ui.live.text_field import TextField
from ui.live.veil import Veil
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import Words, set_look
from ui.widgets.sentence_line import SentenceLine

FOR_FILE = "Line for the child's file"
REDUCED = "CLOSE_REDUCED"
ALIKE = {"reason": "rationale", "code": "decision"}


class DecisionStep(CardList):
    """Kept as soon as it is whole; what a closing decision still lacks is said beside it."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Decision")
        self.desk, self.state = desk, state
        self.decision, self.second = Combo((), "Decision"), Combo((), "Second person who agrees")
        self.review = DateEdit(spoken_in(state), "Review date")
        self.basis = SentenceLine()
        self.basis.setAccessibleName("Legal basis")
        self.basis_veil = Veil(self.basis, state)
        self.rationale = TextField(desk, state, "decision.rationale", "Reason", self._reason)
        self.dissent = TextField(desk, state, "decision.dissent", "Dissent", self._dissent)
        self.for_file = TextField(desk, state, "for_file", FOR_FILE, self._for_file)
        store, fields = desk.workspace.store, {"basis": self.basis}
        self.half = HalfTyped(self, store, self._basis_key, fields, self._half_typed)
        self._begun: str | None = None
        self._stood = False
        self.standing = Words("", "soft")
        self.telling = TellingCard(desk, state)
        self.form = Form("Decision")
        self._build()
        self.decision.changed.connect(lambda _value: self._settle())
        self.second.changed.connect(lambda _value: self._settle())
        self.review.changed.connect(self._review)
        self.basis.editingFinished.connect(self._settle)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's decision, and who is told of it."""
        kept, new = item.decision, item.row.id != self.rationale.item_id
        if new:
            self.half.note()
        self.decision.set_choices(_choices(item.row.subject_kind))
        self.second.set_choices(
            [(a.name, _named(a.name, a.agency)) for a in self.state.taking_part]
        )
        taken_back, self._stood = self._stood and kept is None and not new, kept is not None
        if new or kept is not None or taken_back:
            for editor, value in (
                (self.decision, kept.code if kept else None),
                (self.second, kept.second_person if kept else None),
            ):
                if new or taken_back or not editor.half_typed:
                    editor.set_value(value)
        if new or not self.review.half_typed:
            self.review.set_value(item.returns_on)
        if new or not (self.basis.hasFocus() and self.basis.isModified()):
            self.basis.setText((kept.legal_basis if kept else None) or "")
        self.basis_veil.refresh(another=new)
        if new or kept is not None:
            self._drop_what_was_only_begun()
        self.rationale.show_text(item.row.id, kept.rationale if kept else None)
        if self.half.recall():
            self.basis_veil.refresh(another=True)
        self.dissent.show_text(item.row.id, kept.dissent if kept else None)
        self.for_file.show_text(item.row.id, item.for_file)
        self.for_file.setVisible(item.row.subject_kind == "child")
        self.telling.refill(item)
        self._say_standing(item)

    def begin(self, code: str | None, rationale: str | None, review: date | None = None) -> None:
        """Start from what was typed elsewhere; `first_field` is then what is missing.

        A review day needs nobody's consent: it is kept at once.
        """
        if review is not None:
            self._review(review)
        self.decision.set_value(code)
        if rationale and not self.rationale.text:
            self._begun = rationale.strip()
            self.rationale.editor.setPlainText(rationale)
            self.rationale.veil.refresh()
        self._show_needs()

    def _drop_what_was_only_begun(self) -> None:
        """A reason that the bar began here waits in the bar: it outlives no other decision."""
        if self._begun is not None and self.rationale.text == self._begun:
            self.rationale.forget()
        self._begun = None

    def flush(self) -> bool:
        """Keep what is half-typed; a reason without its decision stays as a draft."""
        fields = (self.rationale, self.dissent, self.for_file)
        for field in fields:
            field.flush()
        self.telling.flush()
        return self.for_file.flush()

    def recall(self) -> None:
        """Bring back what was half-typed when the program stopped."""
        for field in (self.rationale, self.dissent, self.for_file):
            field.recall()

    def first_field(self) -> QWidget:
        """Where the hand goes when the step is shown: to what a decision begun still lacks."""
        kind, item = self._kind(), self.state.item
        if kind is None or item is None or item.decision is not None or not self._lacks(kind):
            return self.decision
        return self.second if self.rationale.text else self.rationale.editor

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under its field."""
        field = ALIKE.get(refusal.field or "", refusal.field)
        return self.form.take_refusal(Refusal(refusal.message, field))

    # keeping

    def _settle(self) -> None:
        """Keep the decision where it is whole."""
        kind, item = self._kind(), self.state.item
        self.form.clear_errors()
        self._show_needs()
        if kind is None or item is None or self._lacks(kind) or self._as_kept(item):
            return
        if self.desk.attempt(self, self._decide, item.row.id):
            self.half.drop()
            self.state.refresh({"decision"})

    def _decide(self, item_id: int) -> None:
        kind = self._kind()
        if kind is None:
            raise Refusal("Choose the decision; the reason is kept with it.", "decision")
        self.desk.workspace.conduct.decide(
            item_id,
            kind.code,
            self._reason_now(),
            review_on=self._review_agreed(),
            second_person=self._second_name(kind),
            legal_basis=self.basis.text().strip() or None,
        )

    def _reason(self, item_id: int, seen: str, text: str) -> None:
        kind = self._kind()
        if kind is not None and self._lacks(kind):
            self._show_needs()
            raise Refusal(self._lacks(kind), "second_person")
        self._decide(item_id)

    def _dissent(self, item_id: int, seen: str, text: str) -> None:
        self.desk.workspace.conduct.dissent(item_id, text)

    def _for_file(self, item_id: int, seen: str, text: str) -> None:
        self.desk.workspace.conduct.write(item_id, "for_file", text, seen)

    def _review(self, day: object) -> None:
        item_id = self.state.item_id
        if item_id is not None and self.desk.attempt(
            self, self.desk.workspace.conduct.review_on, item_id, day
        ):
            self.state.refresh({"review"})

    # what is missing

    def _lacks(self, kind: DecisionType) -> str:
        lacks = []
        if (kind.needs_reason or kind.closes) and not self.rationale.text:
            lacks.append("the reason")
        if self.rationale.waits:
            lacks.append("who may read the reason")
        if kind.needs_second_person and self.second.value() is None:
            lacks.append("a second person who is here and agrees")
        return f"Still to give: {' and '.join(lacks)}." if lacks else ""

    def _reason_now(self) -> str | None:
        """The reason in the field; where two stand there, the one on record until one is chosen."""
        kept = self.state.item.decision if self.state.item else None
        if self.rationale.disputed and kept is not None:
            return kept.rationale
        return self.rationale.text or None

    def _review_agreed(self) -> date | None:
        """The day in the field, unless it is only the look that letting go brings by itself."""
        item, day = self.state.item, self.review.value()
        return None if item is not None and day == item.looked_at_again_on else day

    def _second_name(self, kind: DecisionType) -> str | None:
        value = self.second.value()
        return value if kind.needs_second_person and isinstance(value, str) else None

    def _as_kept(self, item: ItemRecord) -> bool:
        kept, kind = item.decision, self._kind()
        if kept is None or kind is None:
            return False
        mine = (kind.code, self._second_name(kind), self.basis.text().strip() or None)
        return mine == (kept.code, kept.second_person, kept.legal_basis)

    def _show_needs(self) -> None:
        kind = self._kind()
        self.form.show_row("second_person", kind is not None and kind.needs_second_person)
        lacks = self._lacks(kind) if kind is not None else ""
        if lacks:
            risen = self._risen(kind)
            self._say(f"{lacks} Then it is kept.{risen}", "medium")
        elif kind is None:
            self._say("Not decided yet.", "soft")

    def _risen(self, kind: DecisionType | None) -> str:
        """That the risk rose, beside a decision that lets go; nothing waits for it."""
        risk = self.state.item.risk if self.state.item is not None else None
        said = against_the_risk(risk, closes=kind is not None and kind.closes)
        return f" {said[:1].upper()}{said[1:]}." if said else ""

    def _say_standing(self, item: ItemRecord) -> None:
        self._show_needs()
        kept, kind = item.decision, self._kind()
        if kept is not None and kind is not None and kept.code == kind.code:
            lacks = "" if item.returns_on or kept.closes else " No review date yet."
            if kept.code == REDUCED and not _judged_lower(item):
                lacks += " The risk after discussion is not judged lower than before: Ctrl+4."
            else:
                lacks += self._risen(kind)
            self._say(f"Kept: {kept.label}.{lacks}", "medium" if lacks else "low")

    def _say(self, words: str, kind: str) -> None:
        self.standing.setText(words)
        set_look(self.standing, kind)

    def _basis_key(self) -> str | None:
        item_id = self.rationale.item_id
        return f"item.{item_id}.decision.legal_basis" if item_id is not None else None

    def _half_typed(self) -> dict[str, object] | None:
        return self.half.values() if self.basis.isModified() and self.basis.text() else None

    def _kind(self) -> DecisionType | None:
        found = codes.find("decisions", str(self.decision.value() or ""))
        return found if isinstance(found, DecisionType) else None

    def _build(self) -> None:
        self.basis.setPlaceholderText("Where it matters: consent, legal duty, public interest")
        self.form.row("decision", "Decision", self.decision)
        self.form.row("rationale", "Reason", self.rationale)
        self.form.row("second_person", "Second person, here, who agrees", self.second)
        self.form.row("review_on", "Review", self.review)
        self.form.row("legal_basis", "Legal basis", self.basis_veil)
        self.form.row("dissent", "Dissent", self.dissent)
        for field in (self.rationale, self.dissent):
            field.label.hide()  # the form's own label stands where the others do
        card = Card()
        for part in (self.standing, self.form, self.for_file):
            card.add(part)
        self.add(card)
        self.add(self.telling)


def _choices(subject_kind: str | None) -> Sequence[tuple[object, str]]:
    return [(one.code, one.label) for one in codes.decisions(subject_kind or "theme")]


def _judged_lower(item: ItemRecord) -> bool:
    return item.risk is not None and item.risk.direction == "decreased"


def _named(name: str, agency: str | None) -> str:
    return f"{name}, {agency}" if agency else name
