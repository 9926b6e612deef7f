"""What a record's fields say together: missing counts, MASH told, category, associates."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from models import codes
from models.intake.papers import NotUnderstood, ReadField
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.beside_people import (
    day_of_signature,
    job_beside_agency,
    lead_among,
    plan_beside_worker,
    sent_by_worker,
    worker_beside_plan,
)
from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Pair
from models.intake.understanding.finish_lists import (
    due_after_meeting,
    interviewed,
    next_after_last,
    told_by_update,
)
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.numbers import read_count, read_plate, read_postcode
from models.intake.understanding.records import Growing
from models.intake.understanding.senders import sent_by
from models.intake.understanding.typed_twice import typed_twice
from models.intake.understanding.values import read_value

_YEAR = re.compile(
    r"(\w+)\s*(?:episodes?|times?)?\s*(?:in|over)?\s*(?:the\s*)?(?:last|past)?\s*12\s*m", re.I
)
_MASH = re.compile(
    r"(?=mash[-/]\d)\b([A-Z]+[-/]\d[\w/-]{2,})|"
    r"\b(?:mash|ref(?:erence)?|log|contact)\b[^\w]*(?:(?:no|number|"
    r"ref)\W*)?([A-Z]*[-/]?\d[\w/-]{2,})",
    re.I,
)
_SIGNED_ON = re.compile(
    r"[\s,;(–-]*(?:\b(?:on|date|dated)\b:?\s*)?"
    r"(\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{2,4}))\W*$"
)
ADULT = 18
_APART = ("name", "alias", "vehicle", "phone", "dob", "address", "relationship")


def finish(growing: Growing) -> None:
    """Complete a record from what its own fields say."""
    for step in _STEPS.get(growing.kind, ()):
        step(growing)


def _missing(growing: Growing) -> None:
    field = growing.fields.get("missing90")
    found = _YEAR.search(field.raw) if field else None
    if field and found and "missing12" not in growing.fields:
        count = read_count(found[1])[0]
        if count is not None and count != field.value:
            growing.fields["missing12"] = ReadField("missing12", count, field.raw, field.where, 0.8)


def _told(growing: Growing) -> None:
    for name in ("immediate_risk", "mash_ref"):
        field = growing.fields.get(name)
        found = _MASH.search(field.raw) if field else None
        if field and found:
            kept = growing.fields.get("mash_ref")
            if kept is None or name == "mash_ref":
                growing.fields["mash_ref"] = ReadField(
                    "mash_ref", found[1] or found[2], field.raw, field.where, min(field.sure, 0.9)
                )


def _signed_on(growing: Growing) -> None:
    """Take the day at the end of a signature for the day of the paper, where no label gives one."""
    field = growing.fields.get("referrer")
    found = _SIGNED_ON.search(str(field.value)) if field and field.value else None
    if field is None or found is None or "received" in growing.fields:
        return
    day = read_day(found[1], growing.this_year)
    if day.value:
        rest = str(field.value)[: found.start()].rstrip(" ,;-–")
        if rest:
            growing.fields["referrer"] = replace(field, value=rest)
        growing.fields["received"] = ReadField(
            "received", day.value, field.raw, field.where, min(field.sure, 0.8)
        )


def _of_age(growing: Growing) -> None:
    """Mark a child whose day of birth is an adult's: the paper may be about somebody else."""
    field = growing.fields.get("dob")
    born = field.value if field else None
    if field and isinstance(born, date) and growing.this_year - born.year > ADULT:
        note = "born more than 18 years ago: check whom the paper is about"
        growing.fields["dob"] = replace(field, sure=min(field.sure, 0.6), note=note)


def _category(growing: Growing) -> None:
    """Say plainly whether other forms are suspected, once the category has been answered."""
    field = growing.fields.get("category")
    answered = field is not None and (field.value is not None or says_nothing(field.raw))
    if field and answered and not {"other_exploitation", "types"} & growing.fields.keys():
        growing.fields["other_exploitation"] = ReadField(
            "other_exploitation", False, "", field.where, 0.8
        )


def _associates(growing: Growing) -> None:
    """Make one associate of what the form asks about a person of concern field by field."""
    _named_in_parts(growing)
    said = {part: growing.fields.get(f"associate_{part}") for part in _APART}
    if not any(field for part, field in said.items() if part != "relationship"):
        if alone := growing.fields.pop("associate_relationship", None):
            growing.lost.append(NotUnderstood(alone.where, alone.raw))
        return
    first = next(field for field in said.values() if field)
    person = {part: _plain(field.value) for part, field in said.items() if field}
    if plate := read_plate(str(person.get("vehicle") or "")):
        person["vehicle"] = plate
    listed = growing.fields.get("associates")
    people = listed.value if listed and isinstance(listed.value, tuple) else ()
    if len(people) == 1 and not (said["name"] and people[0].get("name")):
        people = (_filled(people[0], person),)
    else:
        blank = dict.fromkeys(("name", "alias", "vehicle", "phone"))
        people = (*people, blank | person)
    for part in _APART:
        growing.fields.pop(f"associate_{part}", None)
    growing.fields["associates"] = ReadField(
        "associates", people, _raw(listed, said), first.where, 0.85
    )


def _named_in_parts(growing: Growing) -> None:
    """Make one name of a person of concern's first name and surname."""
    parts = [growing.fields.pop(f"associate_{part}", None) for part in ("first_name", "surname")]
    said = [p for p in parts if p and p.value and not says_nothing(str(p.value))]
    if said and "associate_name" not in growing.fields:
        whole = " ".join(str(part.value).strip(" ?") for part in said)
        name = replace(said[0], name="associate_name", value=whole, sure=min(p.sure for p in said))
        growing.fields["associate_name"] = name


def _whole_sender(growing: Growing) -> None:
    """Make one name of a sender's, a worker's or a parent's first name and surname."""
    for owner, name in (("referrer", "referrer"), ("lead", "lead"), ("parent", "parent_name")):
        parts = [growing.fields.pop(f"{owner}_{part}", None) for part in ("first_name", "surname")]
        said = [part for part in parts if part and part.value]
        old = growing.fields.get(name)
        if not said or old and looks_like_name(str(old.value)) and not names_a_body(str(old.value)):
            continue
        if old and names_a_body(str(old.value)) and not growing.get(f"{owner}_agency"):
            growing.fields[f"{owner}_agency"] = replace(old, name=f"{owner}_agency")
        whole = " ".join(str(part.value).strip() for part in said)
        growing.fields[name] = replace(said[0], name=name, value=read_name(whole).name)


def _works_at(growing: Growing) -> None:
    """Take the body that a sender's address begins with, where no label asks for the agency."""
    address = growing.fields.get("referrer_address")
    first, comma, _ = str(address.value if address else "").partition(",")
    if address and comma and names_a_body(first) and growing.get("referrer_agency") is None:
        growing.take_in_passing("referrer_agency", first.strip(), address.raw, address.where)


def _swapped(growing: Growing) -> None:
    """Put ethnicity and religion right that stand in each other's boxes."""
    own, other = growing.fields.get("ethnicity"), growing.fields.get("religion")
    if not own or not other or not own.value or not other.value:
        return
    known = [codes.recognise("ethnicity", str(field.value)) for field in (own, other)]
    if known[0] is None and known[1] is not None:
        note = "stood in the box for the other: check"
        growing.fields["religion"] = replace(own, name="religion", sure=0.6, note=note)
        growing.fields["ethnicity"] = replace(other, name="ethnicity", sure=0.6, note=note)
        code = ReadField("ethnicity_code", known[1].code, other.raw, other.where, 0.6)
        growing.fields["ethnicity_code"] = code


def _not_themselves(growing: Growing) -> None:
    """Leave the child out of the people of concern, where its own story names it first."""
    field = growing.fields.get("associates")
    own = str(growing.get("name") or growing.get("first_name") or "").casefold()
    if field is None or not own or not isinstance(field.value, tuple):
        return
    mine = {own, own.split()[0]}
    people = tuple(p for p in field.value if str(p.get("name") or "").casefold() not in mine)
    if len(people) < len(field.value):
        growing.fields["associates"] = replace(field, value=people)
        growing.lost.append(NotUnderstood(field.where, field.raw))


def _named_by_address(growing: Growing) -> None:
    """Part a place's name from its address; a place without a name is called by where it is."""
    named = growing.fields.get("name")
    told = str(named.value or "") if named else ""
    called, comma, where = told.partition(",")
    if named and comma and read_postcode(where) and not growing.get("address"):
        growing.fields["name"] = replace(named, value=called.strip(), sure=min(named.sure, 0.8))
        for value in read_value("location", "address", where.strip(), growing.this_year):
            growing.put(value, Pair("", where, named.where, Match("address", 0.8)), own=False)
    field = growing.fields.get("address")
    if field and field.value and not growing.get("name"):
        growing.fields["name"] = replace(field, name="name", sure=min(field.sure, 0.7))


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _filled(person: dict[str, object], more: dict[str, object]) -> dict[str, object]:
    return person | {part: value for part, value in more.items() if not person.get(part)}


def _raw(listed: ReadField | None, said: dict[str, ReadField | None]) -> str:
    texts = [listed.raw if listed else "", *(field.raw for field in said.values() if field)]
    return "\n".join(text for text in texts if text)


_COMPLETED = {"referrer": "assessor", "referrer_role": "role", "referrer_agency": "agency"}


def _completed(growing: Growing) -> None:
    """Take who sends a tool of assessment for who assessed, where no label asks for that."""
    if "assessor" in growing.fields or growing.get("referrer") is None:
        return
    for name, own in (*_COMPLETED.items(), ("received", "assessed")):
        if own not in growing.fields and (field := growing.fields.pop(name, None)):
            growing.fields[own] = replace(field, name=own)


def _placed_at(growing: Growing) -> None:
    """Take where a child is placed for where it lives, where its home is not told."""
    placed = growing.fields.get("placement")
    lines = str(placed.value or "").splitlines() if placed else []
    where = next((line for line in lines if read_postcode(line)), None)
    if placed and where and growing.get("address") is None:
        growing.take_in_passing("address", where, placed.raw, placed.where)
        growing.take_in_passing("postcode", read_postcode(where), placed.raw, placed.where)


_STEPS: dict[str, tuple[Callable[[Growing], None], ...]] = {
    "child": (
        _whole_sender,
        _swapped,
        _works_at,
        _missing,
        _told,
        _signed_on,
        day_of_signature,
        sent_by,
        job_beside_agency,
        worker_beside_plan,
        lead_among,
        _placed_at,
        sent_by_worker,
        plan_beside_worker,
        _associates,
        typed_twice,
        _not_themselves,
        _of_age,
    ),
    "assessment": (_whole_sender, sent_by, _completed, plan_beside_worker),
    "person_of_concern": (_whole_sender, _signed_on, sent_by, job_beside_agency),
    "group": (_whole_sender, _signed_on, sent_by, job_beside_agency),
    "tracker": (_category, next_after_last),
    "actions": (due_after_meeting, told_by_update),
    "missing": (interviewed,),
    "location": (_whole_sender, _named_by_address, _signed_on, sent_by),
}
