"""The documents of a meeting about the meeting itself: minutes, annexes, action lists, plans."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from exports import action_list, annex, disruption_plan, filing, minutes
from exports.audience import WHOLE_PANEL, AudienceReadings, Audiences, Document, Names, slug
from exports.naming import naming_of
from exports.persons import NamedPerson, Persons
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
    """What every document of an issue is made with.

    `whole` are the meeting's papers as read; `papers` are what goes to all the panel: where one
    agency of it is not to know persons of concern, they stand by initials and code.
    """

    audiences: Audiences
    whole: MeetingPapers
    papers: MeetingPapers
    persons: Persons
    known: tuple[KnownName, ...]
    names: Names
    template: Template | None = None

    @property
    def approved(self) -> bool:
        """Whether the chair has approved the minutes as a whole."""
        return self.papers.minutes_state in SETTLED

    def see_persons(self, agency_ids: Iterable[int]) -> bool:
        """Whether the panel lets every one of these agencies, and at least one, know persons."""
        sees = {one.id: one.sees_persons_of_concern for one in self.whole.agencies}
        ids = tuple(agency_ids)
        return bool(ids) and all(sees.get(one, False) for one in ids)

    def for_agencies(self, papers: MeetingPapers, agency_ids: Iterable[int]) -> MeetingPapers:
        """Papers as these agencies may have them, who read them together."""
        return papers if self.see_persons(agency_ids) else self.persons.hidden(papers)

    def named_for(self, read: AudienceReadings) -> tuple[NamedPerson, ...]:
        """Persons who stand in the panel's papers without their names, for one who may know."""
        if self.papers is self.whole:
            return ()
        return self.persons.named_in(self.papers, read.reader())


def making_of(audiences: Audiences, template: Template | None = None) -> Making:
    """What is read once for all documents of a meeting."""
    whole = audiences.panel.meeting_papers(audiences.meeting_id)
    known = audiences.panel.known_names()
    persons = Persons(audiences.panel.called_persons(), known, whole)
    made = Making(audiences, whole, whole, persons, known, Names(), template)
    came = {one.agency_id for one in whole.attendance if one.agency_id}
    panel = [one.id for one in whole.agencies if one.active and (one.core or one.id in came)]
    return replace(made, papers=made.for_agencies(whole, panel))


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
        file_of(sheet),
        sheet.digest,
        final=making.approved,
        recipient=audience,
        item_id=item_id,
    )


def file_of(sheet: Sheet) -> Callable[[str | None], bytes]:
    """What makes a document's file, protected where there is a passphrase."""

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
        read = audiences.guests(guest.item_id).meeting_papers(audiences.meeting_id)
        papers = making.persons.hidden(read)
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
    return rewriting_without(making, group)(making.for_agencies(papers, group.agency_ids))


def rewriting_without(making: Making, group: Conflicted) -> Callable[[T], T]:
    """Takes the subjects of an interest out of all text of a record."""
    hidden = tuple(one for one in making.known if one.subject_id in group.subject_ids)
    staff = [one.name for one in making.papers.attendance]
    net = Net(index_of(hidden), professionals=(*staff, *group.names))
    return lambda record: rewritten(record, net.clean_quietly)


def _annexes(making: Making) -> Iterator[Document]:
    audiences, whole = making.audiences, making.whole
    readers = audiences.panel.readers_of_annexes(audiences.meeting_id)
    for agency in making.papers.agencies:
        if not agency.active or not (agency.id in readers or agency.sees_persons_of_concern):
            continue
        read = audiences.agencies(agency.id)
        papers = making.for_agencies(read.annex_papers(whole), [agency.id])
        yield from _annex(
            making, papers, agency.name, slug(agency.name), _key(making, agency, read)
        )
        for group in audiences.groups_of(agency.id):
            read = audiences.apart(group, agency.id)
            own = making.for_agencies(read.annex_papers(whole), [agency.id])
            papers = rewriting_without(making, group)(own)
            part = (slug(agency.name), "without", *group.references)
            yield from _annex(
                making, papers, to_members(group), "-".join(part), _key(making, agency, read)
            )
    read = audiences.chair()
    yield from _annex(making, read.annex_papers(whole), CHAIR, "chair", making.named_for(read))


def _key(making: Making, agency: AgencyRecord, read: AudienceReadings) -> tuple[NamedPerson, ...]:
    return making.named_for(read) if agency.sees_persons_of_concern else ()


def _annex(
    making: Making,
    papers: MeetingPapers,
    reader: str,
    part: str,
    persons: tuple[NamedPerson, ...],
) -> Iterator[Document]:
    if annex.has_content(papers) or persons:
        sheet = annex.compose(papers, reader=reader, persons=persons, template=making.template)
        name = making.names.take("", "minutes-annex", part)
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
        papers = _own(making, audiences.agencies(agency.id), agency)
        yield from _action_list(making, papers, agency, agency.name)
        for group in audiences.groups_of(agency.id):
            apart = rewriting_without(making, group)(
                _own(making, audiences.apart(group, agency.id), agency)
            )
            yield from _action_list(making, apart, agency, to_members(group), group.references)


def _own(making: Making, read: AudienceReadings, agency: AgencyRecord) -> MeetingPapers:
    """The papers of the whole panel with the actions, and only the items, of one reader."""
    hidden = read.reader().conflicted_items
    agreed, earlier = read.meeting_actions(making.audiences.meeting_id)
    papers = replace(
        making.whole,
        actions=agreed,
        earlier_actions=earlier,
        items=tuple(one for one in making.whole.items if one.row.id not in hidden),
    )
    return making.for_agencies(papers, [agency.id])


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
    for plan in making.audiences.panel.meeting_plans(making.audiences.meeting_id):
        readers = [one for one in making.papers.agencies if _receives(making, one, plan)]
        seeing = [one for one in readers if one.sees_persons_of_concern]
        if not readers:
            yield _plan(making, plan, CHAIR)
        for group, apart in (
            (seeing, ""),
            ([one for one in readers if one not in seeing], "codes"),
        ):
            yield from _plan_for(making, plan, group, apart)


def _plan_for(
    making: Making, plan: PlanRecord, readers: list[AgencyRecord], apart: str
) -> Iterator[Document]:
    """A plan for the agencies that may, or may not, know persons of concern."""
    if not readers:
        return
    ids = [one.id for one in readers]
    for one in making.audiences.agencies(*ids).meeting_plans(making.audiences.meeting_id):
        if one.id == plan.id:
            shown = making.persons.hidden_in(one) if apart else one
            yield _plan(making, shown, " and ".join(each.name for each in readers), apart)


def _receives(making: Making, agency: AgencyRecord, plan: PlanRecord) -> bool:
    """The plan's lead agency and the police, where they may have all that the plan touches."""
    kind = kind_of(agency.kind, agency.name)
    if agency.name != plan.lead_agency and not (kind and kind.code == POLICE):
        return False
    held = making.audiences.agencies(agency.id).reader()
    touched = {plan.subject_id, *(child for child, _, _ in plan.children)}
    items = {one.item_id for one in plan.measures}
    return not (touched & held.conflicted_subjects or items & held.conflicted_items)


def _as_agreed(plan: PlanRecord, papers: MeetingPapers) -> PlanRecord:
    """A plan with what the meeting said of it: what was asked, when it comes back, who leads.

    What the plan itself says goes before.
    """
    touched = {one.item_id for one in plan.measures}
    items = [one for one in papers.items if one.row.subject_id == plan.subject_id]
    items = items or [one for one in papers.items if one.row.id in touched]
    back = [one.returns_on for one in items if one.returns_on]
    leads = {one.lead for one in plan.measures if one.lead}
    agency = plan.lead_agency or (min(leads) if len(leads) == 1 and not plan.lead else None)
    return replace(
        plan,
        review_on=plan.review_on or min(back, default=None),
        lead_agency=agency,
        asked=next((one.header.ask or one.row.ask for one in items), None),
    )


def _plan(making: Making, plan: PlanRecord, audience: str, apart: str = "") -> Document:
    papers = making.whole
    names = naming_of(papers)
    shown = rewritten(_as_agreed(plan, papers), names.rewrite)

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
        making.names.take("plans/", slug(plan.reference), apart),
        "plans",
        audience,
        make,
        filing.sha256(make(None)),
        final=making.approved,
        recipient=audience,
        subject_id=plan.subject_id,
    )
