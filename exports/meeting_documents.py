"""The documents of a meeting about the meeting itself: minutes, annexes, action lists, plans."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from exports import action_list, annex, minutes
from exports.audience import WHOLE_PANEL, AudienceReadings, Document, slug
from exports.making import CHAIR, Making, file_of
from exports.persons import NamedPerson
from exports.plan_documents import plan_documents
from exports.sheet import Sheet
from exports.since_before import since_before
from exports.to_know import to_know
from exports.with_interests import rewriting_for, rewriting_without, to_members
from models.records.documents import MeetingPapers
from models.records.issuing import Conflicted, Invited
from models.records.outcomes import ActionRow, MeasureRow
from models.records.panel import AgencyRecord
from models.records.reader import Reader

Actions = tuple[ActionRow, ...]


def meeting_documents(making: Making) -> Iterator[Document]:
    """Minutes, annexes, action lists and plans, each for exactly its audience."""
    yield from minutes_documents(making)
    yield from _annexes(making)
    yield from _actions(making)
    yield from plan_documents(making)


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
        marking=sheet.marking,
    )


def minutes_documents(making: Making) -> Iterator[Document]:
    """The minutes of each of their audiences; those for all the panel stand first."""
    notes = to_know(making)
    for at, one in enumerate(minutes_sheets(making)):
        made = _document(making, one.sheet, one.name, "minutes", one.audience, one.item_id)
        yield replace(made, returns=one.sheet, notes=() if at else notes)


class MinutesSheet(NamedTuple):
    """Minutes as one audience reads them, under the name of their file."""

    name: str
    audience: str
    sheet: Sheet
    item_id: int | None = None


def minutes_sheets(making: Making) -> Iterator[MinutesSheet]:
    """The minutes for all the panel, for each group with an interest, and for guests of an item."""
    audiences, take, look = making.audiences, making.names.take, making.template
    whole = minutes.compose(making.papers, issued_to=WHOLE_PANEL, template=look)
    yield MinutesSheet(take("", "minutes"), _all(making), whole)
    for group in making.audiences.sent_apart:
        name = take("", "minutes-without", *group.references)
        papers = _told_since(making, name, _without(making, audiences.apart(group), group), group)
        sheet = minutes.compose(papers, issued_to=to_members(group), template=look)
        yield MinutesSheet(name, to_members(group), sheet)
    for guest in audiences.panel.invited(audiences.meeting_id):
        names = ", ".join(guest.names)
        who, to = f"For item {guest.reference}: {names}", f"{names}, for item {guest.reference}"
        apart = ("without", *guest.apart.references) if guest.apart else ()
        name = take("", "minutes-item", guest.reference, *apart)
        papers = _told_since(making, name, _of_guests(making, guest), guest.apart)
        sheet = minutes.compose(papers, issued_to=to, template=look)
        yield MinutesSheet(name, who, sheet, guest.item_id)


def _told_since(
    making: Making, name: str, papers: MeetingPapers, group: Conflicted | None
) -> MeetingPapers:
    """Papers with what changed in this very file since it last went, as its readers may read now.

    Who may not know a person of concern, or has an interest, may have become so since.
    """
    found = since_before(
        making.before, name, lambda: minutes.compose(papers, template=making.template)
    )
    if found is None:
        return papers
    since, changes = found
    told = making.persons.hidden_in(replace(papers.approval, changes=changes, since=since))
    told = rewriting_without(making, group)(told) if group else told
    return replace(papers, approval=told)


def _of_guests(making: Making, guest: Invited) -> MeetingPapers:
    """An item's papers for its guests, without whom they have an interest in elsewhere."""
    read = making.audiences.guests(guest).meeting_papers(making.audiences.meeting_id)
    papers = making.persons.hidden(replace(read, senders=making.senders))
    return rewriting_without(making, guest.apart)(papers) if guest.apart else papers


def _all(making: Making) -> str:
    """All the panel but those whose minutes are made apart."""
    apart = [name for group in making.audiences.sent_apart for name in group.names]
    return f"{WHOLE_PANEL}, not {', '.join(apart)}" if apart else WHOLE_PANEL


def _without(making: Making, read: AudienceReadings, group: Conflicted) -> MeetingPapers:
    """A meeting without some items, and without their subjects in the text of the others."""
    own = read.meeting_papers(making.audiences.meeting_id)
    papers = replace(own, senders=making.senders)
    return rewriting_without(making, group)(making.for_agencies(papers, group.agency_ids))


def _annexes(making: Making) -> Iterator[Document]:
    audiences, whole = making.audiences, making.whole
    readers = audiences.panel.readers_of_annexes(audiences.meeting_id)
    for agency in making.papers.agencies:
        if not agency.active or not (agency.id in readers or agency.sees_persons_of_concern):
            continue
        read = audiences.agencies(agency.id)
        papers = making.for_agencies(read.annex_papers(whole), [agency.id])
        papers = rewriting_for(making, agency)(papers)
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
    yield from chairs_annex(making)


def chairs_annex(making: Making) -> Iterator[Document]:
    """What the chair alone reads of a meeting, where there is anything."""
    read = making.audiences.chair()
    papers = read.annex_papers(making.whole)
    yield from _annex(making, papers, CHAIR, "chair", making.named_for(read))


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


def panel_papers(making: Making) -> Iterator[tuple[MeetingPapers, str, tuple[str, ...]]]:
    """The papers for all the panel, and for each group that has an interest, with their audience.

    The words are what a file's name says of the group.
    """
    yield making.papers, _all(making), ()
    for group in making.audiences.sent_apart:
        papers = _without(making, making.audiences.apart(group), group)
        yield papers, to_members(group), ("without", *group.references)


def panel_action_lists(making: Making) -> Iterator[Document]:
    """The action list for all the panel, and one for each group that has an interest."""
    for papers, audience, parts in panel_papers(making):
        to = audience if parts else ""
        sheet = action_list.compose(papers, issued_to=to, template=making.template)
        name = making.names.take("", "actions", *parts)
        yield _document(making, sheet, name, "actions", audience)


def _actions(making: Making) -> Iterator[Document]:
    yield from panel_action_lists(making)
    for own in own_actions(making):
        yield from _action_list(making, own)


class OwnActions(NamedTuple):
    """Papers with an agency's actions, who of it receives them, and the items they are without."""

    agency: AgencyRecord
    papers: MeetingPapers
    audience: str
    without: tuple[str, ...] = ()


def own_actions(making: Making, *, today: bool = False) -> Iterator[OwnActions]:
    """Each agency's actions as it may read them, and apart for its members with an interest.

    They stand as at the meeting, or as they do `today`.
    """
    wanted = list(_readers_of_actions(making))
    readers = tuple(dict.fromkeys(reader for _, _, reader in wanted))
    found = making.audiences.panel.actions_as_each_may(
        making.audiences.meeting_id, readers, today=today
    )
    measures = making.audiences.panel.measures_as_each_may(making.audiences.meeting_id, readers)
    for agency, group, reader in wanted:
        papers = _own(making, reader, agency, *found[reader], measures[reader])
        if group is None:
            yield OwnActions(agency, rewriting_for(making, agency)(papers), agency.name)
        else:
            apart = rewriting_without(making, group)(papers)
            yield OwnActions(agency, apart, to_members(group), group.references)


def _readers_of_actions(
    making: Making,
) -> Iterator[tuple[AgencyRecord, Conflicted | None, Reader]]:
    audiences = making.audiences
    for agency in making.papers.agencies:
        yield agency, None, audiences.agencies(agency.id).reader()
        for group in audiences.groups_of(agency.id):
            yield agency, group, audiences.apart(group, agency.id).reader()


def _own(
    making: Making,
    reader: Reader,
    agency: AgencyRecord,
    agreed: Actions,
    earlier: Actions,
    measures: tuple[MeasureRow, ...],
) -> MeetingPapers:
    """The papers of the whole panel with the actions, and only the items, of one reader."""
    hidden = reader.conflicted_items
    as_minuted = {one.id: one for item in making.whole.items for one in item.measures}
    papers = replace(
        making.whole,
        measures=tuple(as_minuted.get(one.id, one) for one in measures),
        actions=agreed,
        earlier_actions=earlier,
        items=tuple(one for one in making.whole.items if one.row.id not in hidden),
    )
    return making.for_agencies(papers, [agency.id])


def _action_list(making: Making, own: OwnActions) -> Iterator[Document]:
    agency, papers, audience, without = own
    earlier = (one for one in papers.earlier_actions if not one.finished)
    owned = any(one.agency_id == agency.id for one in (*papers.actions, *earlier))
    if not (owned or action_list.measures_to_do(papers, agency.id)):
        return
    to = audience if without else ""
    sheet = action_list.compose(papers, agency.id, issued_to=to, template=making.template)
    apart = ("without", *without) if without else ()
    name = making.names.take("", "actions", slug(agency.name), *apart)
    yield _document(making, sheet, name, "actions", audience)
