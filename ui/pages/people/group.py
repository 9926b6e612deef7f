"""A group on its page: its members by role, the figure of its growth, and its assessments."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import Sharing
from models.records.groups import GroupRecord, GroupVersion, MemberRow
from models.rules.groups import LABELS, role_words, young_people_words
from ui.desk import Desk
from ui.pages.people.group_versions import VersionCard, names
from ui.pages.records.drafted import DraftedEntry
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plainly, words_of
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.rows import Column, RowsModel
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import Words
from ui.widgets.side_by_side import CLOSE, SideBySide
from ui.widgets.table import RowsTable

WHO = {"child": "child", "person_of_concern": "person"}
COLUMNS = (
    Column[MemberRow]("Member", lambda one: one.label, width=22, stretch=True),
    Column[MemberRow]("Who", lambda one: WHO.get(one.kind, one.kind), width=8),
    Column[MemberRow]("Role", lambda one: role_words(one.role), width=22),
    Column[MemberRow]("Age", lambda one: one.age, width=4, right=True),
    Column[MemberRow]("Since", lambda one: one.since, width=11, spare=True),
    Column[MemberRow]("How sure", lambda one: one.confidence, width=13, spare=True),
)
SHARED = plainly((Sharing.ALL_PANEL, Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED))
TELLING = (
    Field("whom", "Whom"),
    Field("text", "What they are told", "long"),
    Field("teller", "By whom"),
    Field("by_date", "By when", "due"),
)
WORDS = "The assessment as all the panel may read it, for the core members."
ROLE = "role."


class GroupSection(QWidget):
    """Members beside assessments; `opened` carries the kind and id of a member."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "edit_record")
        self.group: GroupRecord | None = None
        self.figure, self.tags, self.places = Card(), Chips(name="Growth"), Words("", "soft")
        self.model: RowsModel[MemberRow] = RowsModel(COLUMNS, lambda one: one.subject_id)
        empty = EmptyState("No members yet.", "Link children and people to the group: Links.")
        self.table = RowsTable(self.model, "Members", empty, ("member", "members"))
        self.cards = CardList("Assessments")
        self.entry: DraftedEntry | None = None
        self.telling = EntryCard("Who is told what", TELLING, desk, self._tell)
        self.sending = Sending(desk, "The group's assessment", WORDS, ("document", "documents"))
        self.new = button("New assessment", self.ask)
        self.tell = button("Add who is told", self.telling.ask)
        self.write = button("Write the assessment", self._write)
        self._build()

    def show_group(self, group: GroupRecord) -> None:
        """Show a group; what is being typed of the same one stays."""
        new = self.group is None or self.group.id != group.id
        if new:
            self.settle()
            self._leave()
        self.group = group
        self.figure.say(young_people_words(group.growth), _since(group))
        self.tags.show_tags(_tags(group))
        self.places.setText(_shared(group))
        self.places.setVisible(bool(group.places))
        self.model.set_rows(group.members)
        self.tell.setVisible(self._able and group.latest is not None)
        self._show_cards(group)
        if new and self._able and self._desk.workspace.store.draft(_key(group)) is not None:
            self.ask()

    def settle(self) -> None:
        """Keep what is half-typed of a new assessment, to be gone on with."""
        if self.entry is not None:
            self.entry.note()

    def ask(self) -> None:
        """Begin a new version, filled with what the one in force says."""
        group = self.group
        if group is None:
            return
        self._leave()
        self.entry = DraftedEntry(
            "New assessment", _fields(group), self._desk, self._assess, _key(group)
        )
        self.entry.closed.connect(self._leave)
        self._show_cards(group)
        workspace = self._desk.workspace
        today, proposed = workspace.store.clock.today(), workspace.read.next_review()
        self.entry.ask(_values(group, today, proposed))

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for each in (self.new, self.tell, self.write):
            flow.addWidget(each)
        self.new.setEnabled(self._able)
        self.write.setEnabled(may(self._desk, "export_documents"))
        self.figure.add(self.tags)
        self.figure.add(self.places)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(flow)
        column.addWidget(self.sending)
        column.addWidget(self.figure)
        beside = AskedInPlace(self.telling, self.cards, "Who is told what")
        column.addWidget(SideBySide(self.table, beside, 0.52, CLOSE), 1)
        self.table.opened.connect(self._open)

    def _show_cards(self, group: GroupRecord) -> None:
        told = self._told if self._able else None
        before: tuple[GroupVersion | None, ...] = (*group.versions[1:], None)
        made = [
            VersionCard(one, last, group.telling, told, in_force=True)
            if one is group.latest
            # What is still untold of it stands with the assessment in force.
            else VersionCard(one, last, tuple(row for row in one.told if row.told_on))
            for one, last in zip(group.versions, before, strict=False)
        ]
        asked = [self.entry] if self.entry is not None else []
        none = [] if made or asked else [Card("Not assessed yet", "Begin with New assessment.")]
        self.cards.show_cards([*asked, *made, *none])

    def _leave(self) -> None:
        self.telling.hide()
        if self.entry is not None:
            self.entry = None
            if self.group is not None:
                self._show_cards(self.group)

    def _assess(self, values: dict[str, Any]) -> None:
        if self.group is None:
            return
        roles = {
            int(name.removeprefix(ROLE)): values.pop(name)
            for name in tuple(values)
            if name.startswith(ROLE)
        }
        for one in self.group.members:
            roles.setdefault(one.subject_id, None)
        self._desk.workspace.register.assess_group(self.group.id, roles=roles, **values)

    def _tell(self, values: dict[str, Any]) -> None:
        if self.group is not None and self.group.latest is not None:
            self._desk.workspace.register.tell_of_group(
                self.group.latest.id, values.pop("whom", ""), values.pop("text", ""), **values
            )

    def _told(self, telling_id: int) -> None:
        self._desk.attempt(self, self._desk.workspace.register.told_of_group, telling_id)

    def _open(self, key: object) -> None:
        found = self.model.row_with(key)
        if found is not None:
            self.opened.emit(found.kind, found.subject_id)

    def _write(self) -> None:
        workspace, group = self._desk.workspace, self.group
        if group is None:
            return

        def look() -> tuple[str, ...]:
            from exports import group_documents

            return group_documents.doubts(workspace)

        def write(how: Any) -> tuple[str, ...]:
            from exports import group_documents

            return group_documents.write_group(workspace, group.id, how)

        self.sending.ask(look, write)


def _key(group: GroupRecord) -> str:
    """Under what a half-written assessment is kept."""
    return f"group.{group.id}.assessment"


def _fields(group: GroupRecord) -> tuple[Field, ...]:
    return (
        Field("assessed_on", "Assessed on", "was"),
        Field("author", "By"),
        *(Field(name, LABELS[name], "long") for name in ("people", "places", "risk", "tension")),
        *(
            Field(f"{ROLE}{one.subject_id}", f"Role of {one.label}", "choice",
                  words_of("group_member_roles"))
            for one in group.members
        ),
        Field("plan", LABELS["plan"], "long"),
        Field("plan_lead", LABELS["plan_lead"]),
        Field("review_on", LABELS["review_on"], "due"),
        Field("sharing", "Who may read it", "pick", SHARED),
    )  # fmt: skip


def _values(group: GroupRecord, today: date, proposed: date) -> dict[str, Any]:
    """What the assessment in force says; a review that was due asks for its next day."""
    latest, review_on = group.latest, group.review_on
    said = {name: getattr(latest, name, None) for name in LABELS}
    said["review_on"] = review_on if review_on and review_on > today else proposed
    roles = {f"{ROLE}{one.subject_id}": role_words(one.role) for one in group.members if one.role}
    sharing = latest.sharing if latest else Sharing.ALL_PANEL.value
    return {**said, **roles, "assessed_on": today, "sharing": sharing}


def _since(group: GroupRecord) -> str:
    return f"since {plain_date(group.growth.since)}" if group.growth.since else ""


def _tags(group: GroupRecord) -> list[tuple[str, str] | str]:
    count, young = len(group.members), sum(one.kind == "child" for one in group.members)
    tags: list[tuple[str, str] | str] = [f"{count} member{'' if count == 1 else 's'}"]
    if young:
        tags.append(f"{young} child{'' if young == 1 else 'ren'}")
    if group.growth.joined:
        tags.append((f"Joined: {names(group.growth.joined)}", "medium"))
    if group.growth.left:
        tags.append(f"Left: {names(group.growth.left)}")
    return tags


def _shared(group: GroupRecord) -> str:
    told = (
        f"{one.label} ({len(one.whose)})" if len(one.whose) > 1 else one.label
        for one in group.places
    )
    return f"Shared: {', '.join(told)}"
