"""The documents before a meeting: agenda, pack, information requests, slot invitations."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from exports import (
    agenda,
    agenda_pack,
    annex,
    before_children,
    briefing,
    protection,
)
from exports.agenda_pack import Background
from exports.audience import CORE, EVERYONE, AudienceReadings, Document, slug
from exports.before_paper import paper
from exports.before_requests import requests
from exports.invitation import invitations
from exports.making import CHAIR, Making, file_of
from exports.with_interests import rewriting_without, to_members
from models.marks import ItemKind, MeetingState, SubjectKind
from models.records.documents import MeetingPapers
from models.records.issuing import Conflicted
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.records.minutes_issued import MinutesRecord
from models.records.papers import ReferralRow
from models.rules.recipients import ENTITLED, OUTSIDE
from models.rules.wrote_after_all import wrote

SAID_ELSEWHERE = frozenset({"paper", "link", "triage"})
"""What the pack need not repeat: links have a heading, papers say what they hold, and what stands
on the agenda was accepted."""
TURNED_AWAY = frozenset({"declined", "redirected"})


def before_documents(making: Making) -> Iterator[Document]:
    """Agenda, pack for core members, a request to each agency, an invitation for each slot.

    Whoever declared an interest has an agenda and a pack without what it touches.
    """
    yield from _agendas(making)
    yield from _packs(making)
    yield _briefing(making)
    yield from requests(making)
    yield from before_children.updates(making)
    yield from (document for document, _ in invitations(making))


def _briefing(making: Making) -> Document:
    """The chair's briefing, as the chair reads the meeting."""
    read = making.audiences.chair()
    papers = read.meeting_papers(making.audiences.meeting_id)
    out = {
        item.row.id: [
            name
            for group in making.audiences.interested
            if item.row.id in group.item_ids
            for name in group.names
        ]
        for item in papers.items
    }
    differing = {item.row.id: read.contradictions(item.row.id) for item in papers.items}
    sheet = briefing.compose(papers, out, differing, template=making.template)
    name = making.names.take("", "chairs-briefing")
    return Document(
        name,
        "briefing",
        CHAIR,
        file_of(sheet),
        sheet.digest,
        recipient=CHAIR,
        marking=sheet.marking,
    )


def _agendas(making: Making) -> Iterator[Document]:
    rows = [item.row for item in making.papers.items]
    apart = []
    for group in making.audiences.conflicted:
        left = [row for row in rows if row.id not in group.item_ids]
        if len(left) < len(rows):
            apart.append(to_members(group))
            name = ("agenda-without", *group.references)
            yield _agenda(making, left, name, apart[-1], apart[-1])
    yield _agenda(making, rows, ("agenda",), EVERYONE, _but(EVERYONE, apart))


def _but(audience: str, apart: list[str]) -> str:
    """An audience as the log has it, without those who have theirs apart; no page says so."""
    return f"{audience}, not {', '.join(apart)}" if apart else audience


def _agenda(
    making: Making, rows: list[ItemRow], name: tuple[str, ...], printed: str, audience: str
) -> Document:
    papers = making.papers
    write = partial(
        agenda.write,
        papers.panel,
        papers.meeting,
        rows,
        made_at=papers.made_at,
        template=making.template,
    )
    name_of = making.names.take("", *name)
    return paper(name_of, "agenda", audience, write, issued_to=printed)


def _packs(making: Making) -> Iterator[Document]:
    audiences, take = making.audiences, making.names.take
    backgrounds = _backgrounds(audiences.panel, making.whole)
    last = _last_minutes(making, audiences.panel)
    if making.papers is not making.whole:
        backgrounds = _without_persons(making, backgrounds)
        last = making.persons.hidden(last) if last else None
    apart = [group for group in audiences.conflicted if group.item_ids or last]
    named = [to_members(group) for group in apart]
    without = _without_last(making, last, {one for group in apart for one in group.member_ids})
    audience = _but(CORE, [*named, *without])
    name = take("", "agenda-pack")
    yield _pack(making, making.papers, backgrounds, last, name, CORE, audience)
    if without:
        name, to = take("", "agenda-pack-without-last-minutes"), ", ".join(without)
        yield _pack(making, making.papers, backgrounds, None, name, to, to)
    for group in apart:
        yield _pack_without(making, group)
    yield from _pack_annexes(making)


def _pack_without(making: Making, group: Conflicted) -> Document:
    rewrite, read = rewriting_without(making, group), making.audiences.apart(group)
    papers = read.meeting_papers(making.audiences.meeting_id)
    known, last = _backgrounds(read, papers), _last_minutes(making, read)
    if last and not _were_heard(making, last, group.member_ids):
        last = None
    if not making.see_persons(group.agency_ids):
        known = _without_persons(making, known)
    last = rewrite(making.for_agencies(last, group.agency_ids)) if last else None
    shown = {key: rewrite(one) for key, one in known.items()}
    papers = rewrite(making.for_agencies(papers, group.agency_ids))
    name = making.names.take("", "agenda-pack-without", *group.references)
    return _pack(making, papers, shown, last, name, to_members(group), to_members(group))


def _last_minutes(making: Making, read: AudienceReadings) -> MeetingPapers | None:
    """The minutes of the last meeting held, as a reader may have them.

    None at the first meeting, and while they stand recalled.
    """
    last, panel = last_held(read, making.whole.meeting), making.audiences.panel
    if last is None or _last_recalled(making):
        return None
    sent = wrote(panel.items_of(last.id), panel.returns(last.id), last.held_on)
    return replace(read.meeting_papers(last.id), senders=tuple(sorted(sent)))


def _last_recalled(making: Making) -> MinutesRecord | None:
    """The version of the last minutes that was recalled and of which no corrected one went yet."""
    last = last_held(making.audiences.panel, making.whole.meeting)
    return making.audiences.panel.stands_recalled(last.id) if last else None


def last_held(read: AudienceReadings, here: MeetingRecord) -> MeetingRecord | None:
    """The meeting of the series that was held and closed last before this one."""
    held = [
        one
        for one in read.meetings()
        if one.held_on < here.held_on
        and one.series_id == here.series_id
        and one.state == MeetingState.CLOSED
    ]
    return max(held, key=lambda one: one.held_on, default=None)


def _without_last(making: Making, last: MeetingPapers | None, apart: set[int | None]) -> list[str]:
    """Core members who were not sent the last minutes: their agency neither came nor wrote.

    Who comes to this meeting for items alone, or to look on, has no pack at all.
    """
    if last is None:
        return []
    apart = apart | {one.member_id for one in making.whole.attendance if one.code in OUTSIDE}
    members = making.audiences.panel.members_at(making.audiences.meeting_id)
    return [
        one.name
        for one in members
        if one.core and one.active and one.id not in apart
        if not _were_heard(making, last, [one.id])
    ]


def _were_heard(making: Making, last: MeetingPapers, member_ids: Iterable[int]) -> bool:
    """Whether each of these, or somebody of their agency, came to a meeting or wrote to it.

    Who was there for items alone was not, whoever else of their agency was.
    """
    came = [row for row in last.attendance if row.code in ENTITLED]
    outside = {row.member_id for row in last.attendance if row.code in OUTSIDE}
    agencies = {row.agency_id for row in came if row.agency_id}
    people = {row.member_id for row in came}
    of = {one.id: one.agency_id for one in making.audiences.panel.members()}
    return all(
        one not in outside and (one in people or of.get(one) in agencies) for one in member_ids
    )


def _without_persons(making: Making, backgrounds: dict[int, Background]) -> dict[int, Background]:
    homes = {one.row.id: making.persons.home(one) for one in making.whole.items}
    return {
        key: making.persons.hidden_in(told, homes.get(key, ())) for key, told in backgrounds.items()
    }


def _pack_annexes(making: Making) -> Iterator[Document]:
    """Who stands in the pack by initials, for each agency that may know."""
    for agency in making.papers.agencies:
        if not (agency.active and agency.core and agency.sees_persons_of_concern):
            continue
        persons = making.named_for(making.audiences.agencies(agency.id))
        if persons:
            bare = replace(making.whole, items=(), actions=())
            write = partial(
                annex.write, bare, reader=agency.name, persons=persons, of="agenda pack"
            )
            name = making.names.take("", "agenda-pack-annex", slug(agency.name))
            carried = protection.following(bare.panel, restricted=True).marking
            write = partial(write, template=making.template)
            yield paper(name, "agenda", agency.name, write, marking=carried)


def _pack(
    making: Making,
    papers: MeetingPapers,
    backgrounds: dict[int, Background],
    last: MeetingPapers | None,
    name: str,
    printed: str,
    audience: str,
) -> Document:
    write = partial(
        agenda_pack.write,
        papers,
        background=backgrounds,
        previous=last,
        recalled=_last_recalled(making),
        template=making.template,
    )
    carried = agenda_pack.of_pack(papers, last).marking
    return paper(name, "agenda", audience, write, marking=carried, issued_to=printed)


def _backgrounds(read: AudienceReadings, papers: MeetingPapers) -> dict[int, Background]:
    referrals = _last_received(read)
    found = {}
    for item in papers.items:
        subject_id = item.row.subject_id
        if subject_id is None or item.impersonal:
            continue
        child = item.row.subject_kind == SubjectKind.CHILD
        since = item.header.last_meeting_on or date.min
        last = referrals.get(subject_id)
        told = last and (item.row.kind == ItemKind.NEW or _came_since(last, since))
        found[item.row.id] = Background(
            read.referral(last.id) if last and told else None,
            read.child(subject_id) if child else None,
            tuple(
                one
                for one in read.history(subject_id)
                if one.at > since and one.kind not in SAID_ELSEWHERE
            ),
        )
    return found


def _last_received(read: AudienceReadings) -> dict[int, ReferralRow]:
    """The last referral of each subject, of those that were not turned away."""
    wanted = (one for one in read.referrals() if one.state not in TURNED_AWAY)
    return {one.subject_id: one for one in sorted(wanted, key=_received)}


def _received(one: ReferralRow) -> tuple[date, int]:
    return one.received_on or date.min, one.id


def _came_since(one: ReferralRow, day: date) -> bool:
    return one.received_on is not None and one.received_on > day
