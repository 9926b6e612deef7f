"""Links made of a submission, one at a time: said in a whole sentence before it is kept."""

from collections.abc import Sequence

from models import codes
from models.errors import Refusal
from models.records.submissions import MentionRow, SubmissionRecord
from models.rules.submissions import LINKED_FROM
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words

NEEDS_TWO = "Confirm at least two records that it names: links are made between them."
NEEDS_OUTCOME = "Accept it, or pass it to the police: then links can be made of it."
AS = "Each is kept as intelligence, as a dashed line, with this grading and for these readers."


class Linked(Card):
    """Who does what to whom, in words, and the links that were made so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Links made of it", AS)
        self._desk, self._id = desk, 0
        self._named: dict[int, MentionRow] = {}
        self.made, self.wants = Words(), SoftLabel()
        self.form = Form("Make a link")
        self.one, self.other = Combo((), "Who"), Combo((), "Whom or what")
        self.relation, self.sentence = Combo((), "How they are linked"), Words("", "strong")
        for name, label, field in (
            ("from_id", "Who", self.one),
            ("relation", "How", self.relation),
            ("to_id", "Whom or what", self.other),
        ):
            self.form.row(name, label, field)
            field.changed.connect(lambda _value: self._word())
        self.keep = button("Make this link", self._keep, "primary")
        flow = FlowLayout(gap=8)
        flow.addWidget(self.keep)
        for widget in (self.made, self.wants, self.form, self.sentence):
            self.add(widget)
        self.body.addLayout(flow)

    def show_record(self, record: SubmissionRecord) -> None:
        """Show the links made, and the form for one more where it may be made."""
        if record.row.id != self._id:
            for field in (self.one, self.relation, self.other):
                field.set_value(None)
            self.form.clear_errors()
        self._id = record.row.id
        self._named = {one.subject_id: one for one in record.mentions if one.confirmed}
        self.made.setText("\n".join(_said(one.sentence, one.ended) for one in record.links))
        self.made.setVisible(bool(record.links))
        wants = _wants(record, len(self._named))
        self.wants.setText(wants)
        self.wants.setVisible(bool(wants))
        able = not wants and may(self._desk, "triage_referral")
        for widget in (self.form, self.sentence, self.keep):
            widget.setVisible(able)
        people = [(one.subject_id, one.label) for one in self._named.values()]
        self.one.set_choices(people)
        self.other.set_choices(people)
        self._word()

    def _word(self) -> None:
        one, other = self._end(self.one), self._end(self.other)
        self.relation.set_choices(_ways(one, other))
        row = codes.relation(str(self.relation.value() or ""))
        whole = one is not None and other is not None and row is not None
        self.sentence.setText(f"{one.label} {row.label} {other.label}." if whole else "")

    def _end(self, field: Combo) -> MentionRow | None:
        key = field.value()
        return self._named.get(key) if isinstance(key, int) else None

    def _keep(self) -> None:
        self.form.clear_errors()
        if self._desk.attempt(self.form, self._try):
            self._desk.notice.say("The link is made, as intelligence. Ctrl+Z takes it back.")

    def _try(self) -> None:
        one, other, way = self._end(self.one), self._end(self.other), self.relation.value()
        if one is None:
            raise Refusal("Choose who it is.", "from_id")
        if way is None:
            raise Refusal("Choose how they are linked.", "relation")
        if other is None:
            raise Refusal("Choose whom or what it is linked to.", "to_id")
        make = self._desk.workspace.intelligence.make_link
        make(self._id, one.subject_id, str(way), other.subject_id)


def _wants(record: SubmissionRecord, named: int) -> str:
    if record.outcome not in {one.value for one in LINKED_FROM}:
        return NEEDS_OUTCOME
    return NEEDS_TWO if named < 2 else ""


def _ways(one: MentionRow | None, other: MentionRow | None) -> Sequence[tuple[object, str]]:
    """The relations in which the two may stand, the first doing it to the second."""
    return [
        (row.code, row.label)
        for row in codes.relations()
        if (one is None or one.kind in row.from_kinds)
        and (other is None or other.kind in row.to_kinds)
    ]


def _said(sentence: str, ended: bool) -> str:
    return f"{sentence} (ended)" if ended else sentence
