"""The documents of a meeting about the meeting itself: minutes, annexes, action lists, plans."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from exports import action_list, annex, disruption_plan, filing, minutes
from exports.audience import WHOLE_PANEL, AudienceReadings, Audiences, Document, Names, slug
from exports.naming import naming_of
from exports.pseudonyms import Net, index_of
from exports.rewriting import rewritten
from exports.sheet import Sheet
from exports.template import Template
from models.queries.minutes import SETTLED
from models.records.documents import KnownName, MeetingPapers
from models.records.issuing import Conflicted
from models.records.outcomes import PlanRecord
from models.records.panel import AgencyRecord
from models.rules.asking import kind_of

T = TypeVar("T")
CHAIR = "The chair"
POLICE = "police"


@dataclass(frozen=True)
class Making:
    """What every document of an issue is made with."""

    audiences: Audiences
    papers: MeetingPapers
    known: tuple[KnownName, ...]
    names: Names
    template: Template | None = None

    @property
    def approved(self) -> bool:
        """Whether the chair has approved the minutes as a whole."""
        return self.papers.minutes_state in SETTLED


def meeting_documents(making: Making) -> Iterator[Document]:
    """Minutes, annexes, action lists and plans, each for exactly its audience."""
    yield from _minutes(making)
    yield from _annexes(making)
    yield from _actions(making)
    yield from _plans(making)


def _document(
    making: Making,
    sheet: Sheet,
    name: str,
    kind: str,
    audience: str,
    item_id: int | None = None,
) -> Document:
    return Document(
        name,
        kind,
        audience,
        _file(sheet),
        sheet.digest,
        final=making.approved,
        recipient=audience,
        item_id=item_id,
    )


def _file(sheet: Sheet) -> Callable[[str | None], bytes]:
    def make(passphrase: str | None) -> bytes:
        blob = sheet.to_bytes()
        return filing.encrypted(blob, passphrase) if passphrase else blob

    return make


def _minutes(making: Making) -> Iterator[Document]:
    audiences, take, look = making.audiences, making.names.take, making.template
    whole = minutes.compose(making.papers, issued_to=WHOLE_PANEL, template=look)
    yield _document(making, whole, take("", "minutes"), "minutes", _all(making))
    for group in _set_apart(making):
        papers = _without(making, audiences.apart(group), group)
        sheet = minutes.compose(papers, issued_to=to_members(group), template=look)
        name = take("", "minutes-without", *group.references)
        yield _document(making, sheet, name, "minutes", to_members(group))
    for guest in audiences.panel.invited(audiences.meeting_id):
        papers = audiences.guests(guest.item_id).meeting_papers(audiences.meeting_id)
        who = f"For item {guest.reference}: {', '.join(guest.names)}"
        sheet = minutes.compose(papers, issued_to=who, template=look)
        name = take("", "minutes-item", guest.reference)
        yield _document(making, sheet, name, "minutes", who, guest.item_id)


def _all(making: Making) -> str:
    """All the panel but those whose minutes are made apart."""
    apart = [name for group in _set_apart(making) for name in group.names]
    return f"{WHOLE_PANEL}, not {', '.join(apart)}" if apart else WHOLE_PANEL


def _set_apart(making: Making) -> list[Conflicted]:
    return [one for one in making.audiences.conflicted if one.item_ids]


def to_members(group: Conflicted) -> str:
    """Who declared the interest, as an audience."""
    return ", ".join(group.names)


def _without(making: Making, read: AudienceReadings, group: Conflicted) -> MeetingPapers:
    """A meeting without some items, and without their subjects in the text of the others."""
    papers = read.meeting_papers(making.audiences.meeting_id)
    return rewriting_without(making, group)(papers)


def rewriting_without(making: Making, group: Conflicted) -> Callable[[T], T]:
    """Takes the subjects of an interest out of all text of a record."""
    hidden = tuple(one for one in making.known if one.subject_id in group.subject_ids)
    staff = [one.name for one in making.papers.attendance]
    net = Net(index_of(hidden), professionals=(*staff, *group.names))
    return lambda record: rewritten(record, lambda text: net.clean(text, marks=False))


def _annexes(making: Making) -> Iterator[Document]:
    audiences, meeting_id = making.audiences, making.audiences.meeting_id
    readers = audiences.panel.readers_of_annexes(meeting_id)
    for agency in making.papers.agencies:
        if agency.id not in readers or not agency.active:
            continue
        papers = audiences.agencies(agency.id).annex_papers(making.papers)
        yield from _annex(making, papers, agency.name, slug(agency.name))
        for group in audiences.groups_of(agency.id):
            own = audiences.apart(group, agency.id).annex_papers(making.papers)
            apart = rewriting_without(making, group)(own)
            yield from _annex(making, apart, to_members(group), slug(agency.name), group.references)
    yield from _annex(making, audiences.chair().annex_papers(making.papers), CHAIR, "chair")


def _annex(
    making: Making, papers: MeetingPapers, reader: str, part: str, without: tuple[str, ...] = ()
) -> Iterator[Document]:
    if annex.has_content(papers):
        sheet = annex.compose(papers, reader=reader, template=making.template)
        apart = ("without", *without) if without else ()
        name = making.names.take("", "minutes-annex", part, *apart)
        yield _document(making, sheet, name, "annex", reader)


def panel_action_lists(making: Making) -> Iterator[Document]:
    """The action list for all the panel, and one for each group that has an interest."""
    audiences, take, look = making.audiences, making.names.take, making.template
    sheet = action_list.compose(making.papers, template=look)
    yield _document(making, sheet, take("", "actions"), "actions", _all(making))
    for group in _set_apart(making):
        papers = _without(making, audiences.apart(group), group)
        name = take("", "actions-without", *group.references)
        sheet = action_list.compose(papers, template=look)
        yield _document(making, sheet, name, "actions", to_members(group))


def _actions(making: Making) -> Iterator[Document]:
    yield from panel_action_lists(making)
    audiences = making.audiences
    for agency in making.papers.agencies:
        papers = _own(making, audiences.agencies(agency.id))
        yield from _action_list(making, papers, agency, agency.name)
        for group in audiences.groups_of(agency.id):
            apart = rewriting_without(making, group)(
                _own(making, audiences.apart(group, agency.id))
            )
            yield from _action_list(making, apart, agency, to_members(group), group.references)


def _own(making: Making, read: AudienceReadings) -> MeetingPapers:
    """The papers of the whole panel with the actions, and only the items, of one reader."""
    hidden = read.reader().conflicted_items
    agreed, earlier = read.meeting_actions(making.audiences.meeting_id)
    return replace(
        making.papers,
        actions=agreed,
        earlier_actions=earlier,
        items=tuple(one for one in making.papers.items if one.row.id not in hidden),
    )


def _action_list(
    making: Making,
    papers: MeetingPapers,
    agency: AgencyRecord,
    audience: str,
    without: tuple[str, ...] = (),
) -> Iterator[Document]:
    earlier = (one for one in papers.earlier_actions if not one.finished)
    if not any(one.agency_id == agency.id for one in (*papers.actions, *earlier)):
        return
    sheet = action_list.compose(papers, agency.id, template=making.template)
    apart = ("without", *without) if without else ()
    name = making.names.take("", "actions", slug(agency.name), *apart)
    yield _document(making, sheet, name, "actions", audience)


def _plans(making: Making) -> Iterator[Document]:
    meeting_id = making.audiences.meeting_id
    known: dict[tuple[int, ...], tuple[PlanRecord, ...]] = {}
    for plan in making.audiences.panel.meeting_plans(meeting_id):
        readers = [one for one in making.papers.agencies if _receives(making, one, plan)]
        if readers:
            ids = tuple(one.id for one in readers)
            if ids not in known:
                known[ids] = making.audiences.agencies(*ids).meeting_plans(meeting_id)
            seen = [one for one in known[ids] if one.id == plan.id]
            audience = " and ".join(one.name for one in readers)
        else:
            seen, audience = [plan], CHAIR
        for one in seen:
            yield _plan(making, one, audience)


def _receives(making: Making, agency: AgencyRecord, plan: PlanRecord) -> bool:
    """The plan's lead agency and the police, where they may have all that the plan touches."""
    kind = kind_of(agency.kind, agency.name)
    if agency.name != plan.lead_agency and not (kind and kind.code == POLICE):
        return False
    held = making.audiences.agencies(agency.id).reader()
    touched = {plan.subject_id, *(child for child, _, _ in plan.children)}
    items = {one.item_id for one in plan.measures}
    return not (touched & held.conflicted_subjects or items & held.conflicted_items)


def _plan(making: Making, plan: PlanRecord, audience: str) -> Document:
    papers = making.papers
    names = naming_of(papers)
    shown = rewritten(plan, names.rewrite)

    def make(passphrase: str | None) -> bytes:
        to = io.BytesIO()
        disruption_plan.write(
            papers.panel,
            shown,
            papers.meeting,
            to,
            made_at=papers.made_at,
            issued_to=audience,
            minutes_state=papers.minutes_state,
            version=papers.minutes_version,
            template=making.template,
            passphrase=passphrase,
        )
        return to.getvalue()

    return Document(
        making.names.take("plans/", slug(plan.reference)),
        "plans",
        audience,
        make,
        filing.sha256(make(None)),
        final=making.approved,
        recipient=audience,
        subject_id=plan.subject_id,
    )
