"""A group's assessments as cards: what each said, what was new in it, and who is told what."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from models.marks import Sharing
from models.records.groups import GroupVersion, MemberRow, ToldRow
from models.rules.groups import LABELS, changed, young_people_words
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import SoftLabel, StrongLabel, Words

TEXTS = ("people", "places", "risk", "tension", "plan")


class VersionCard(Card):
    """One assessment; of the one in force the whole text, of earlier ones too, told apart.

    `rows` says what is told to whom; `told` hears which of them somebody was told today.
    """

    def __init__(
        self,
        one: GroupVersion,
        before: GroupVersion | None,
        rows: Sequence[ToldRow] = (),
        told: Callable[[int], object] | None = None,
        *,
        in_force: bool = False,
    ) -> None:
        said = f"by {one.author}" if one.author else ""
        super().__init__(plain_date(one.assessed_on), said, "in force" if in_force else "")
        self.tags = Chips(name="What is new in it")
        self.tags.show_tags(list(_tags(one, before)))
        self.add(self.tags)
        if moved := changed(one, before):
            self.add(SoftLabel(f"Changed: {', '.join(word.lower() for word in moved)}"))
        for name in TEXTS:
            if text := getattr(one, name):
                self.add(StrongLabel(LABELS[name]))
                self.add(Words(text))
        if plan := _planned(one):
            self.add(SoftLabel(plan))
        if rows:
            self.add(StrongLabel("Who is told what"))
        for row in rows:
            self.add(_told(row, told, earlier=row.said_on != one.assessed_on))


def figure_tag(one: GroupVersion) -> tuple[str, str]:
    """The figure of an assessment as a tag."""
    return young_people_words(one.growth), "medium" if one.growth.young_people else "low"


def names(members: tuple[MemberRow, ...]) -> str:
    """Members by name."""
    return ", ".join(one.label for one in members)


def _tags(one: GroupVersion, before: GroupVersion | None) -> Iterator[tuple[str, str] | str]:
    if before is not None:
        yield figure_tag(one)
    for word, some in (("Joined", one.growth.joined), ("Left", one.growth.left)):
        if some:
            yield f"{word}: {names(some)}"
    yield f"{len(one.members)} member{'' if len(one.members) == 1 else 's'} then"
    if one.sharing != Sharing.ALL_PANEL:
        yield (f"Shared: {one.sharing}", "medium")


def _planned(one: GroupVersion) -> str:
    lead = f"Plan led by {one.plan_lead}" if one.plan_lead else ""
    review = f"review {plain_date(one.review_on)}" if one.review_on else ""
    words = ", ".join(filter(None, (lead, review)))
    return f"{words[0].upper()}{words[1:]}" if words else ""


def _told(row: ToldRow, told: Callable[[int], object] | None, *, earlier: bool) -> QWidget:
    """A line of who is told what, with a key to say that it is done."""
    line = QWidget()
    flow = FlowLayout(line, gap=8)
    by = f", by {row.teller}" if row.teller else ""
    said = f"said {plain_date(row.said_on)}, " if earlier else ""
    if row.told_on:
        when = f"told {plain_date(row.told_on)}"
    else:
        when = f"{said}by {plain_date(row.by_date)}" if row.by_date else f"{said}no date set"
    flow.addWidget(Words(f"{row.whom}: {row.text.rstrip('.')}{by} · {when}"))
    if row.told_on is None and told is not None:
        done = button("Told today", partial(told, row.id))
        done.setAccessibleName(f"{row.whom}: told today")
        flow.addWidget(done)
    policy = line.sizePolicy()
    policy.setHeightForWidth(True)
    line.setSizePolicy(policy)
    return line
