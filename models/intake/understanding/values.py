"""What the words in a field say, by the sort of field it is."""

from collections.abc import Callable

from models.codes import recognise
from models.intake.understanding import value_codes as codes
from models.intake.understanding import value_days as days
from models.intake.understanding import value_parents as parents
from models.intake.understanding import value_people as people
from models.intake.understanding import value_things as things
from models.intake.understanding.dates import read_day
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import Value, chosen
from models.intake.understanding.value_categories import category_of
from models.intake.understanding.value_counts import count_on_list
from models.intake.understanding.value_nrm import nrm_on_list
from models.remembering import remembered

Reader = Callable[[str, str, int], list[Value]]


@remembered(4096)
def read_value(kind: str, field: str, raw: str, this_year: int) -> tuple[Value, ...]:
    """Return what a field's words say; several values where one answer holds more than one.

    A list of thousands says the same few words in most of its cells.
    """
    reader = SORTS.get((kind, field)) or SORTS.get(("", field)) or _text
    return tuple(reader(field, raw.strip(), this_year))


def _text(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, chosen(raw) or None)]


def _narrative(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a text; a bare answer, a kind of harm or a date alone does not suit what tells."""
    bare = yes_no(raw)[0] is not None and len(raw.split()) <= 4
    bare = bare or (len(raw.split()) <= 4 and recognise("exploitation_types", raw) is not None)
    bare = bare or (len(raw) < 20 and read_day(raw, this_year).value is not None)
    return [Value(field, raw or None, 0.5 if bare else 1.0)]


def _each(reader: Reader, *fields: str, kind: str = "") -> dict[tuple[str, str], Reader]:
    return {(kind, field): reader for field in fields}


SORTS: dict[tuple[str, str], Reader] = {
    **_each(_narrative, "voice", "parent", "reason", "ask", "tried", "grounds", "changes"),
    **_each(days.day_of_birth, "dob", "associate_dob", "parent_dob"),
    **_each(
        days.day_of,
        "received",
        "date",
        "meeting",
        "due",
        "next_due",
        "next_review",
        "opened",
        "closed",
        "completed",
        "returned",
        "nrm_date",
        "last_discussed",
        "next_assessment",
        "start",
        "as_of",
        "plan_since",
        "category_since",
    ),
    **_each(days.day_assessed, "assessed"),
    **_each(days.moment_of, "reported", "returned", kind="missing"),
    **_each(days.interview_day, "rhi_offered", "rhi_completed", kind="missing"),
    **_each(days.interview_outcome, "rhi_outcome", kind="missing"),
    **_each(days.declined, "rhi_declined", kind="missing"),
    **_each(days.moment_of, "date", kind="intelligence"),
    **_each(days.day_in_plan, "in_plan"),
    **_each(people.person, "name", "lead", "completed_by", "assessor", "owner", "associate_name"),
    **_each(people.member_named, "name", kind="members"),
    **_each(things.e_mail, "email", kind="members"),
    **_each(people.deputy_named, "deputy", kind="members"),
    **_each(_text, "name", kind="location"),
    **_each(people.group_named, "name", kind="group"),
    **_each(_text, "name", kind="theme"),
    **_each(parents.parent_named, "parent_name"),
    **_each(people.part_of_name, "first_name", "middle_name", "surname"),
    **_each(
        codes.yes_or_no,
        "immediate_risk",
        "informed_child",
        "informed_parent",
        "with_child",
        "with_family",
        "is_child",
        "within_72",
        "rhi_accepted",
        "nothing_known",
    ),
    **_each(codes.yes_or_no, "prevention", kind="missing"),
    **_each(days.day_of, "confidentiality", kind="members"),
    **_each(codes.informed_both, "informed_both"),
    **_each(things.whole_number, "missing90", "missing12", "age", "score", "carried"),
    **_each(things.nhs_number, "nhs"),
    **_each(things.reference_of, "mash_ref"),
    **_each(things.postcode_of, "postcode"),
    **_each(things.address_of, "address", "placement_address", "parent_address"),
    **_each(things.nickname, "alias", "associate_alias"),
    **_each(things.telephone, "phone", "associate_phone"),
    **_each(
        things.contact_of,
        "referrer_phone",
        "lead_phone",
        "parent_phone",
        "gp_phone",
        "manager_phone",
    ),
    **_each(things.agency_of, "referrer_agency"),
    **_each(things.e_mail, "referrer_email", "lead_email", "parent_email"),
    **_each(things.accounts, "social_media"),
    **_each(things.vehicle_of, "vehicle", kind="person_of_concern"),
    **_each(things.system_number, "la_id", "upn"),
    **_each(things.language_of, "first_language"),
    **_each(codes.plan_of, "plan"),
    **_each(_text, "plan", kind="reply"),
    **_each(codes.plan_on_list, "plan", kind="tracker"),
    **_each(codes.gender_of, "gender"),
    **_each(codes.coded, "ethnicity", "nrm"),
    **_each(nrm_on_list, "nrm", kind="tracker"),
    **_each(count_on_list, "missing90", "missing12", kind="tracker"),
    **_each(codes.risk_level, "risk", "judgement", "previous_risk", "police_risk"),
    **_each(category_of, "category", kind="tracker"),
    **_each(codes.other_forms, "other_exploitation"),
    **_each(codes.kinds_of_exploitation, "types"),
    **_each(things.each_indicator, "indicators"),
    **_each(things.several, "vehicles", "schools"),
    **_each(things.school_named, "school"),
    **_each(things.each_place, "places"),
    **_each(people.each_name, "children", "persons"),
    **_each(people.each_associate, "associates"),
    **_each(codes.action_status, "status", kind="actions"),
    **_each(codes.response_of, "response"),
    **_each(people.owner_of, "owner", kind="actions"),
    **_each(people.interviewer, "rhi_by", kind="missing"),
    **_each(people.core_member, "core"),
    **_each(people.subject_of, "subject"),
}
