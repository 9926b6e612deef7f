"""Agencies and members from papers: found by name, made where nobody has named them yet."""

from sqlalchemy import select

from models import codes
from models.codes import AgencyKind
from models.entities import Agency, Member, Membership, PanelSeries
from models.intake.understanding.posts import names_a_post
from models.rules.asking import kind_of
from models.rules.names import name_key
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.same import tight

NEAR_AGENCY = (
    "the agency “{}” is nearly “{}”: is it the same? It stands as one of its own. If it is the "
    "same, undo this import and mend the name in the preview."
)


def meet_agency(filing: Filing, name: str, *, core: bool = False) -> int:
    """The agency of that name, else a new one of the kind that its name tells."""
    found = filing.known.agencies.find(name)
    if found is not None:
        return found
    near = filing.known.near_agency(name)
    if near is not None:
        filing.tell(filing.where, NEAR_AGENCY.format(name, near))
    kind = kind_of(None, name)
    agency = filing.add(
        Agency(
            name=name,
            kind=kind.code if kind else None,
            partner=kind.partner if kind else None,
            sees_persons_of_concern=kind is not None and kind.sees_persons_of_concern,
            core=core,
        )
    )
    filing.known.add_agency(agency.id, name)
    if kind is not None:
        filing.known.of_kind[kind.code].append(agency.id)
    return agency.id


def agency_on_record(filing: Filing, name: str) -> int | None:
    """The agency of that name; by the bare word of a kind, the only one there is of that kind."""
    found = filing.known.agencies.find(name)
    kind = bare_kind(name) if found is None else None
    if kind is None:
        return found
    there = filing.known.of_kind[kind.code]
    return there[0] if len(there) == 1 else None


def bare_kind(name: str) -> AgencyKind | None:
    """The kind of agency of which a name is the bare word, and says no more."""
    kind = kind_of(None, name)
    words = (kind.code, kind.label, *kind.synonyms) if kind else ()
    return kind if tight(name) in map(tight, words) else None


def returning_agency(filing: Filing, facts: Facts) -> int | None:
    """Whose return this is; where it names nobody, that of who filled it in or sent it.

    An address, or somebody's post, is no agency's name: it only leads to one on record.
    """
    named, sender = facts.text("agency"), facts.text("sender") or ""
    if named and "@" not in named:
        found = agency_on_record(filing, named)
        if found is None and not names_a_post(named):
            return meet_agency(filing, named)
        if found is not None:
            return found
    member = filing.known.member(facts.text("completed_by"))
    if member is not None and member[1] is not None:
        return member[1]
    at = filing.known.at_domain.get(sender.rpartition("@")[2].casefold(), set())
    return next(iter(at)) if len(at) == 1 else None


def find_agency(filing: Filing, name: str) -> int | None:
    """The agency meant: on record, made if the name tells its kind, else nobody."""
    found = agency_on_record(filing, name)
    if found is not None or codes.recognise("agency_kinds", name) is None:
        return found
    return meet_agency(filing, name)


def file_member(filing: Filing, facts: Facts) -> None:
    """A member's row: agency, member, seat in the panel."""
    name, agency_name = facts.text("name"), facts.text("agency")
    if name is None:
        filing.leave(facts)
        return
    core = facts.yes("core")
    agency_id = meet_agency(filing, agency_name, core=bool(core)) if agency_name else None
    if agency_id is not None:
        _complete_agency(filing, agency_id, facts, bool(core))
    member_id = _meet_member(filing, name, agency_id, facts, core)
    if core:
        filing.get(Member, member_id).core = True
    filing.leave(facts)


def _complete_agency(filing: Filing, agency_id: int, facts: Facts, core: bool) -> None:
    agency, words = filing.get(Agency, agency_id), facts.text("agency_kind")
    partner = codes.recognise("partner_kinds", words)
    if partner is not None:
        agency.partner = partner.code
    kind = codes.recognise("agency_kinds", words)
    if agency.kind is None and kind is not None:
        agency.kind = kind.code
    email = facts.text("email") or ""
    if agency.email_domain is None and "@" in email:
        agency.email_domain = email.rsplit("@", 1)[1].lower()
    agency.core = agency.core or core


def _meet_member(
    filing: Filing, name: str, agency_id: int | None, facts: Facts, core: bool | None
) -> int:
    """The member of that name in that agency, completed; else a new one with a seat."""
    for member_id, agency in filing.known.members.get(name_key(name), ()):
        if agency_id is None or agency in (None, agency_id):
            _complete_member(filing, member_id, agency_id, facts)
            return member_id
    member = filing.add(
        Member(
            name=name,
            role=facts.text("role"),
            agency_id=agency_id,
            email=facts.text("email"),
            phone=facts.text("phone"),
            core=bool(core),
            panel_role=_panel_role(facts),
            confidentiality_signed=facts.day("confidentiality"),
        )
    )
    filing.filed.made += 1
    filing.known.members[name_key(name)].append((member.id, agency_id))
    _seat(filing, member.id, bool(core))
    return member.id


def _panel_role(facts: Facts) -> str | None:
    words = facts.text("panel_role")
    return words.lower() if words else None


def _complete_member(filing: Filing, member_id: int, agency_id: int | None, facts: Facts) -> None:
    member = filing.get(Member, member_id)
    if member.agency_id is None and agency_id is not None:
        filing.flush()
        member.agency_id = agency_id
    for name in ("role", "email", "phone"):
        said, standing = facts.text(name), getattr(member, name)
        if said is None or (standing and tight(standing) == tight(said)):
            continue
        if standing:
            filing.unread(facts.where, f"Differs: {name} is {said} here, {standing} on record")
        else:
            setattr(member, name, said)
    if member.panel_role is None:
        member.panel_role = _panel_role(facts)
    if member.confidentiality_signed is None:
        member.confidentiality_signed = facts.day("confidentiality")


def _seat(filing: Filing, member_id: int, core: bool) -> None:
    series_id = filing.session.scalar(select(PanelSeries.id).order_by(PanelSeries.id))
    if series_id is not None:
        filing.add(
            Membership(series_id=series_id, member_id=member_id, core=core, since=filing.today)
        )
