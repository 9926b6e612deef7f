"""To whom a document would go: members by name, agencies by their members or their mailbox."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exports.audience import WHOLE_PANEL, Audiences, Document
from exports.making import CHAIR
from models.marks import Role
from models.records.issuing import Conflicted
from models.records.panel import AgencyRecord, MemberRecord, UserRecord
from models.rules.quorum import HERE
from models.rules.recipients import ENTITLED, OUTSIDE, Recipient, doubts, is_secure

CAME, ON_THE_CORE = "came", "core"
WHOLE = {WHOLE_PANEL: CAME, "Everyone attending": ON_THE_CORE, "Core members": ON_THE_CORE}
"""Audiences that are all the panel: those who came or wrote, or its core before it meets."""

AGENDA = "agenda"
MADE_APART = (AGENDA, "minutes", "annex", "actions")
"""Kinds of which members with an interest have one of their own; others go to people by name."""
OF_ITEM, APART = "minutes-item-", "-without-"
NOT_NOTED = "Invited for an item and not noted as having come, but sent its minutes"
NOTE_IT = "Note with their attendance who came for their item alone (I) or stayed away (X)."


class Recipients:
    """The recipients of one meeting's documents, as they stand on its panel's lists.

    What is of the whole goes to those whom its distribution list prints (`ENTITLED`).
    """

    def __init__(self, audiences: Audiences) -> None:
        read, meeting_id = audiences.panel, audiences.meeting_id
        self._agencies = {one.id: one for one in read.agencies()}
        self._members = {one.id: one for one in read.members_at(meeting_id)}
        self._came = read.attendance(meeting_id)
        self._outside = {row.member_id for row in self._came if row.code in OUTSIDE}
        self._apart = [one for one in audiences.conflicted if one.item_ids]
        self._sent_apart = audiences.sent_apart
        self._interested = audiences.interested
        self._free = audiences.free
        self._chair = read.meeting(meeting_id).chair_id or only_chair(read.users())
        self._today = audiences.now.date()

    def of(self, document: Document) -> tuple[Recipient, ...]:
        """Everybody to whom a document goes, each once."""
        if document.address:
            who = self._called(document.recipient or document.audience, document)
            return (replace(who, address=document.address),)
        group = self._group(document)
        if group is not None:
            return tuple(self._member(one) for one in self._of_group(group, document))
        if document.audience == CHAIR:
            known = self._chair in self._members
            return (self._member(self._chair) if known else Recipient(CHAIR, listed=False),)
        held = {member for one in self._apart for member in one.member_ids}
        all_of_it, _, without = document.audience.partition(", not ")
        whole = WHOLE.get(all_of_it)
        if whole is not None and document.kind == AGENDA:
            # It says itself who has one apart: an interest in an earlier item bars nobody of it.
            held = set()
        if whole is not None and without:
            held |= {one.id for one in self._named(without)}
        if whole is not None:
            found = [self._member(one) for one in self._whole(whole) if one not in held]
            return (*found, *(self._guests() if whole == CAME else ()))
        agencies = [one for one in self._agencies.values() if one.name in self._parts(document)]
        if agencies:
            asked = document.kind == "annex"
            each = [self._agency(agency, held, heard=asked) for agency in agencies]
            return tuple(one for some in each for one in some)
        several = self._named(document.audience)
        if len(several) > 1:
            return tuple(self._called(one.name, document) for one in several)
        return tuple(self._called(name, document) for name in self._people(document))

    def _named(self, audience: str) -> list[MemberRecord]:
        """The members whom an audience is made up of by name, if of nobody else."""
        names = audience.split(", ")
        found = [one for one in self._members.values() if one.name in names]
        return found if {one.name for one in found} == set(names) else []

    def of_agencies(self, agency_ids: Iterable[int]) -> list[Recipient]:
        """Whoever would be sent what goes to these agencies."""
        wanted = [self._agencies[one] for one in agency_ids]
        return [one for agency in wanted for one in self._agency(agency, set())]

    def doubts_of_agencies(self, agency_ids: Iterable[int]) -> tuple[str, ...]:
        """What speaks against sending papers to these agencies, as sentences."""
        return doubts(self.of_agencies(agency_ids), self._today)

    def doubts_of_core(self) -> tuple[str, ...]:
        """What speaks against sending the papers of a meeting to its core members."""
        return doubts([self._member(one) for one in self._whole(ON_THE_CORE)], self._today)

    def doubts(self, documents: Iterable[Document]) -> tuple[str, ...]:
        """What speaks against sending these documents, as sentences."""
        known = tuple(documents)
        found = [one for document in known for one in self.of(document)]
        return (
            *doubts(dict.fromkeys(found), self._today),
            *self._not_noted(known),
        )

    def _not_noted(self, documents: Iterable[Document]) -> Iterator[str]:
        """Who is sent an item's minutes of whom nobody noted that they came."""
        noted = {row.name for row in self._came if row.code in HERE}
        by_name: dict[str, list[str]] = {}
        for document in documents:
            if document.name.startswith(OF_ITEM):
                for name in set(self._people(document)) - noted:
                    of_item = document.name.removeprefix(OF_ITEM).partition(".")[0]
                    by_name.setdefault(name, []).append(of_item.partition(APART)[0])
        if by_name:
            who = "; ".join(f"{name} ({', '.join(of)})" for name, of in sorted(by_name.items()))
            yield f"{NOT_NOTED}: {who}. {NOTE_IT}"

    def is_secure(self, address: str) -> bool:
        """Whether an address lies in a domain that the panel lists as secure mail."""
        domains = [
            one.email_domain or (one.email or "").rpartition("@")[2]
            for one in self._agencies.values()
            if one.secure_mail and one.active
        ]
        return is_secure(address, domains)

    def apart(self, document: Document) -> Conflicted | None:
        """The members with an interest for whom a document is made, where it is theirs alone."""
        return self._group(document)

    def has_others(self, agency: str, group: Conflicted) -> bool:
        """Whether somebody else of that agency is sent other papers than these members are."""
        ids = {one.id for one in self._agencies.values() if one.name == agency}
        own = set(group.member_ids)
        others = [
            one for one in self._apart if own - set(one.member_ids) and ids & set(one.agency_ids)
        ]
        return bool(others or ids & self._free)

    def _group(self, document: Document) -> Conflicted | None:
        if document.kind not in MADE_APART:
            return None
        groups = (*self._sent_apart, *self._apart)
        return next((one for one in groups if ", ".join(one.names) == document.audience), None)

    def _parts(self, document: Document) -> list[str]:
        return [document.audience, *document.audience.split(" and ")]

    def _of_group(self, group: Conflicted, document: Document) -> Iterable[int]:
        """Those of a group who receive it: before a meeting all, of what was said the entitled."""
        entitled = self._whole(CAME)
        return [one for one in group.member_ids if document.kind == AGENDA or one in entitled]

    def _whole(self, which: str) -> list[int]:
        if which == ON_THE_CORE:
            return self._core()
        return [row.member_id for row in self._came if row.member_id and row.code in ENTITLED]

    def _core(self, agency_id: int | None = None) -> list[int]:
        """Active core members, of an agency or of all, but who comes for items or to look on."""
        return [
            one.id
            for one in self._members.values()
            if one.core and one.active and one.id not in self._outside
            if agency_id is None or one.agency_id == agency_id
        ]

    def _guests(self) -> Iterator[Recipient]:
        """Who was there for all of it and is no member: at their agency's mailbox, else by hand."""
        for row in self._came:
            if row.member_id is None and row.code in ENTITLED:
                agency = self._agencies.get(row.agency_id or 0)
                known = _mailbox(agency, heard=True) if agency else Recipient("", listed=False)
                yield replace(known, name=row.name)

    def _agency(
        self, agency: AgencyRecord, held: set[int], *, heard: bool = False
    ) -> list[Recipient]:
        """Whoever sat for the agency, else its mailbox; `heard` asks whether it was.

        Who declared an interest has it only where it is made without that, for nobody of the
        agency is free of one.
        """
        rows = [row for row in self._came if row.agency_id == agency.id and row.code in ENTITLED]
        sat, core = [row.member_id for row in rows if row.member_id], self._core(agency.id)
        free = [one for one in sat if one not in held] or [one for one in core if one not in held]
        if not free and agency.id not in self._free:
            free = sat or core
        if free:
            return [self._member(one, heard=not heard or bool(rows)) for one in free]
        return [_mailbox(agency, heard=not heard or bool(rows))]

    def _member(self, member_id: int | None, *, heard: bool = True) -> Recipient:
        return self._recipient(self._members[member_id or 0], heard)

    def _recipient(self, member: MemberRecord, heard: bool) -> Recipient:
        sat = (row.agency_id for row in self._came if row.member_id == member.id and row.agency_id)
        agency = self._agencies.get(member.agency_id or next(sat, 0))
        return Recipient(
            member.name,
            agency.name if agency else None,
            member.email or (agency.email if agency else None),
            member.active and (agency is None or agency.active),
            agency.agreement_expires if agency else None,
            heard,
        )

    def _people(self, document: Document) -> list[str]:
        """By name: one as the child's papers call who holds the plan, or the guests of an item."""
        who = document.recipient or document.audience
        return [name for name in who.partition(": ")[2].split(", ") if name] or [who]

    def _called(self, name: str, document: Document) -> Recipient:
        """A member of that name, or somebody on no list: a child's worker, a case system."""
        found = [one for one in self._members.values() if name in (one.name, _with_role(one))]
        if len(found) == 1 and not self._is_apart(found[0].id, document):
            return self._recipient(found[0], heard=True)
        return Recipient(name, listed=False)

    def _is_apart(self, member_id: int, document: Document) -> bool:
        """Whether a member declared an interest in what a document is about."""
        return any(
            member_id in group.member_ids
            and (document.item_id in group.item_ids or document.subject_id in group.subject_ids)
            for group in self._interested
        )


def only_chair(users: Iterable[UserRecord]) -> int | None:
    """The member who signs in as chair, where one alone does."""
    chairs = {one.member_id for one in users if one.active and one.role == Role.CHAIR}
    return chairs.pop() if len(chairs) == 1 else None


def _with_role(member: MemberRecord) -> str:
    """A member as whoever holds a child's plan is called."""
    return ", ".join(filter(None, (member.name, member.role)))


def _mailbox(agency: AgencyRecord, *, heard: bool) -> Recipient:
    return Recipient(
        agency.name, agency.name, agency.email, agency.active, agency.agreement_expires, heard
    )


__all__ = ["Recipients"]
