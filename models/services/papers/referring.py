"""Referrals from papers: a child's form, and nominations of persons, places, groups and themes."""

import re
from datetime import date

from sqlalchemy import select

from models import codes
from models.entities import (
    Agency,
    Group,
    PersonOfConcern,
    Place,
    Referral,
    Theme,
)
from models.queries.concern import review_proposed
from models.rules.ages import age
from models.rules.day_words import in_words
from models.rules.harm_told import spoken_names
from models.services.papers.assessing import add_assessment
from models.services.papers.children import (
    add_types,
    fill_child,
    make_child,
    meet_child,
)
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.linking import link
from models.services.papers.people import (
    harm_in,
    link_associates,
    link_children,
    link_peer,
    link_places,
    meet_person,
    meet_place,
)
from models.services.papers.same import facts_about
from models.services.papers.statuses import add_status, said_status
from models.services.papers.things import hold_things

OTHER_THAN_CSE = frozenset({"CSE", "NONE", "MFH"})

TO_COME = "received on {}, which is still to come: check the day."
APART = re.compile(r"\s*([^,(/;\n]+?)\s*(?:[,(/;\n]|\s[-–—]\s)\s*(.+)", re.DOTALL)
"""A person before what follows: Leanne Frost (NSPCC); Ian Dunmore - Police; Kim Hay, DSL."""


def file_child(filing: Filing, facts: Facts) -> None:
    """A child's referral: child, status, exploitation, assessment, associates, places, referral."""
    met = meet_child(filing, facts)
    received = facts.day("received")
    fill_child(filing, met.id, facts, received)
    types = add_types(filing, met.id, facts, received)
    said = said_status(facts)
    if set(types) - OTHER_THAN_CSE:
        said["other_exploitation"] = True
    # A tracker's child was so before records began; one just referred was not.
    add_status(filing, met.id, received or filing.today, said, source(filing))
    add_assessment(filing, met.id, facts)
    link_associates(filing, met.id, facts, received)
    link_places(filing, met.id, facts, received)
    for name in facts.words("peers"):
        link_peer(filing, met.id, name, facts, received)
    hold_things(filing, met.id, {name: facts.raw(name) for name in ("phone", "social_media")})
    add_referral(filing, met.id, facts)
    filing.leave(facts)


def _received(filing: Filing, facts: Facts) -> date | None:
    """The day a referral came; one that is still to come is kept as the paper says it, and told."""
    day = facts.day("received")
    if day is not None and day > filing.today:
        filing.tell(facts.where, TO_COME.format(in_words(day)))
    return day


def add_referral(filing: Filing, subject_id: int, facts: Facts) -> None:
    """The referral itself; a paper mended and sent again stands as a second one.

    A MASH reference on the form stays text: only a person says who was told, and when.
    """
    name, agency = _referrer(filing, facts)
    filing.add(
        Referral(
            reference=facts.text("referral_ref"),
            subject_id=subject_id,
            paper_id=filing.paper_id,
            received_on=_received(filing, facts),
            entered_at=filing.now,
            referrer_name=name,
            referrer_agency=agency,
            referrer_role=facts.text("referrer_role"),
            referrer_contact=_joined(facts, "referrer_email", "referrer_phone"),
            lead_name=facts.text("lead"),
            reason=facts.text("reason") or facts.text("grounds"),
            ask=facts.text("ask"),
            tried=facts.text("tried"),
            voice=facts.text("voice") or facts.text("views"),
            parents_view=facts.text("parent"),
            informed_child=facts.answer("informed_child"),
            informed_parents=facts.answer("informed_parent"),
            lawful_basis=facts.text("consent"),
            immediate_risk=facts.yes("immediate_risk"),
            risk=facts.text("risk"),
            assessed_on=facts.day("assessed"),
            missing_90_days=facts.number("missing90"),
            nrm=facts.text("nrm"),
        )
    )
    note = facts.field("immediate_risk_note")
    if note is not None and note.value:
        filing.unread(note.where, f"Immediate risk: {note.value}")


def _joined(facts: Facts, *names: str) -> str | None:
    return "; ".join(text for text in map(facts.text, names) if text) or None


def _referrer(filing: Filing, facts: Facts) -> tuple[str | None, str | None]:
    """Name and agency, told apart where the form has both in one line."""
    whole, agency = facts.text("referrer"), facts.text("referrer_agency")
    if whole is None or agency is not None:
        return whole, agency
    apart = APART.match(whole)
    if apart and not _is_agency(filing, apart[1]):
        parts = [part.strip(" ()") for part in re.split(r"[,;/\n]", apart[2])]
        agencies = [part for part in parts if part and _is_agency(filing, part)]
        if agencies:
            return apart[1].strip(), agencies[0]
    if _is_agency(filing, whole):
        return None, whole
    member = filing.known.member(whole)
    return whole, _agency_of(filing, member[1]) if member else None


def _is_agency(filing: Filing, text: str) -> bool:
    known = filing.known.agencies.find(text) is not None
    return known or codes.recognise("agency_kinds", text) is not None


def _agency_of(filing: Filing, agency_id: int | None) -> str | None:
    return filing.session.scalar(select(Agency.name).where(Agency.id == agency_id))


def file_person(filing: Filing, facts: Facts) -> None:
    """A nomination of a person of concern: person, things, linked children, referral."""
    said: dict[str, object] = {
        name: facts.text(name)
        for name in ("name", "alias", "gender", "description", "address", "social_media", "pnc",
                     "la_id", "postcode")
    }  # fmt: skip
    said |= {name: facts.raw(name) for name in ("vehicle", "phone")}
    described = facts.text("vehicle_description")
    said["vehicle_description"] = described
    if not (said["name"] or said["alias"]):
        _without_name(filing, facts)
        return
    born, received = facts.day("dob"), facts.day("received")
    named = map(filing.known.children.named, facts.words("children"))
    children = (found[0] for found in named if len(found) == 1)
    person_id = meet_person(filing, said, born, children)
    filing.speaks_of(person_id)
    person = filing.get(PersonOfConcern, person_id)
    _fill(
        person,
        facts,
        {"grounds": "grounds", "occupation": "occupation", "postcode": "postcode",
         "category": "category", "pnc": "police_reference", "la_id": "system_id",
         "offender_manager": "offender_manager"},
    )  # fmt: skip
    _say_review(filing, person, facts)
    _mark_child(filing, person, facts, born)
    own = spoken_names((person.label,), child=False)
    grounds = facts.text("grounds") or facts.text("reason")
    link_children(
        filing, facts.words("children"), person_id, "associates", facts, received,
        harm_of=lambda name: harm_in(grounds, name, own, by_named=False),
    )  # fmt: skip
    for title in facts.words("places"):
        link(filing, person_id, "frequents", meet_place(filing, title), on=received)
    for other in facts.people("associates"):
        if other.get("name"):
            link(filing, person_id, "associates", meet_person(filing, other, None), on=received)
    add_referral(filing, person_id, facts)
    filing.leave(facts)


def _say_review(filing: Filing, person: PersonOfConcern, facts: Facts) -> None:
    """When somebody nominated is looked at: the paper's day, else one that the panel proposes."""
    person.review_on = person.review_on or facts.day("next_review")
    if person.review_on is None:
        person.review_on = review_proposed(filing.session, filing.today)
        filing.filed.review_on = person.review_on


def _mark_child(filing: Filing, person: PersonOfConcern, facts: Facts, born: date | None) -> None:
    """A person of concern under 18 is a child first and has a child's record as well."""
    years = age(born, filing.today)
    is_child = facts.yes("is_child") or (years is not None and years < 18)
    if not is_child or person.child_id is not None:
        return
    told = facts_about(person.label, born)
    verdict = filing.known.children.judge(told)
    child_id = make_child(filing, told) if verdict.same is None else verdict.same
    filing.ask(child_id, verdict)
    filing.flush()
    person.child_id = child_id


def _without_name(filing: Filing, facts: Facts) -> None:
    for name in ("alias", "vehicle", "phone", "grounds", "ask"):
        if facts.text(name):
            filing.unread(facts.where, f"Nomination without a name: {facts.text(name)}")
    filing.leave(facts)


def file_place(filing: Filing, facts: Facts) -> None:
    """A nomination of a place: place, linked children and persons, referral."""
    title, received = facts.text("name") or facts.text("address"), facts.day("received")
    if title is None:
        _without_name(filing, facts)
        return
    place_id = meet_place(filing, title)
    filing.speaks_of(place_id)
    place = filing.get(Place, place_id)
    place.review_on = place.review_on or facts.day("next_review")
    _fill(
        place,
        facts,
        {"type": "place_type", "address": "address", "postcode": "postcode", "uprn": "uprn",
         "what3words": "map_reference", "district": "district", "owner": "owner",
         "hours": "hours", "harm_type": "harm_type", "grounds": "what_happens",
         "features": "features", "guardians": "guardians"},
    )  # fmt: skip
    link_children(filing, facts.words("children"), place_id, "frequents", facts, received)
    for name in facts.words("persons"):
        person_id = meet_person(filing, {"name": name}, None)
        link(filing, person_id, "frequents", place_id, on=received)
    add_referral(filing, place_id, facts)
    filing.leave(facts)


def file_group(filing: Filing, facts: Facts) -> None:
    """A nomination of a group: group, its children, its places, referral."""
    title, received = facts.text("name"), facts.day("received")
    if title is None:
        _without_name(filing, facts)
        return
    group_id = filing.known.groups.find(title)
    if group_id is None:
        group_id = filing.add(Group(label=title, source=source(filing))).id
        filing.filed.made += 1
        filing.known.groups.add(group_id, title)
    filing.speaks_of(group_id)
    _fill(
        filing.get(Group, group_id),
        facts,
        {"type": "group_type", "grounds": "note", "conflict": "tension"},
    )
    link_children(
        filing, facts.words("children"), group_id, "member of", facts, received, persons=True
    )
    for place in facts.words("places"):
        link(filing, group_id, "frequents", meet_place(filing, place), on=received)
    add_referral(filing, group_id, facts)
    filing.leave(facts)


def file_theme(filing: Filing, facts: Facts) -> None:
    """A theme put forward: theme, the children and places in which it shows, referral."""
    title, received = facts.text("name"), facts.day("received")
    if title is None:
        _without_name(filing, facts)
        return
    theme_id = filing.known.themes.find(title)
    if theme_id is None:
        theme_id = filing.add(Theme(label=title, source=source(filing))).id
        filing.filed.made += 1
        filing.known.themes.add(theme_id, title)
    filing.speaks_of(theme_id)
    _fill(filing.get(Theme, theme_id), facts, {"grounds": "description"})
    link_children(filing, facts.words("children"), theme_id, "part of theme", facts, received)
    for place in facts.words("places"):
        link(filing, meet_place(filing, place), "part of theme", theme_id, on=received)
    add_referral(filing, theme_id, facts)
    filing.leave(facts)


def _fill(
    row: PersonOfConcern | Place | Group | Theme, facts: Facts, fields: dict[str, str]
) -> None:
    """Put what the paper says where the record has nothing yet."""
    for name, attribute in fields.items():
        value = facts.text(name)
        if value is not None and getattr(row, attribute) is None:
            setattr(row, attribute, value)
