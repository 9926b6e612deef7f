"""What the words in a field say, by the sort of field it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from models import codes
from models.intake.understanding import answers
from models.intake.understanding.associates import read_associates
from models.intake.understanding.dates import Day, read_day, read_moment
from models.intake.understanding.lists import read_names, read_places, ticked_or_parts
from models.intake.understanding.names import read_name
from models.intake.understanding.numbers import (
    read_count,
    read_nhs,
    read_phone,
    read_plate,
    read_postcode,
)
from models.intake.understanding.ticks import choices, yes_no


@dataclass(frozen=True)
class Value:
    """One value under a field's name; `fit` is how well the words suit the field, 0 to 1."""

    name: str
    value: object
    fit: float = 1.0
    note: str = ""


Reader = Callable[[str, str, int], list[Value]]


def read_value(kind: str, field: str, raw: str, this_year: int) -> list[Value]:
    """Return what a field's words say; several values where one answer holds more than one."""
    reader = SORTS.get((kind, field)) or SORTS.get(("", field)) or _text
    return reader(field, raw.strip(), this_year)


def chosen(raw: str) -> str:
    """Return the ticked options of a tick list, else the text itself."""
    found = choices(raw)
    if found is None:
        return raw.strip()
    picked = "; ".join(found.ticked)
    return f"{picked}; {found.detail}" if picked and found.detail else picked


def _text(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, chosen(raw) or None)]


def _day(field: str, raw: str, this_year: int) -> list[Value]:
    return [_dated(field, read_day(chosen(raw), this_year))]


def _born(field: str, raw: str, this_year: int) -> list[Value]:
    day = read_day(chosen(raw), this_year, born=True)
    found = [_dated(field, day)]
    age = read_count(day.rest)[0] if "ag" in day.rest.lower() or "y" in day.rest.lower() else None
    return [*found, Value("age", age, 0.8)] if age and age < 100 else found


def _moment(field: str, raw: str, this_year: int) -> list[Value]:
    return [_dated(field, read_moment(chosen(raw), this_year))]


def _offered(field: str, raw: str, this_year: int) -> list[Value]:
    """Read when an interview was offered or held; a plain yes or no is kept as that."""
    moment = read_moment(chosen(raw), this_year)
    answer = yes_no(raw)[0]
    if moment.value is None and answer is not None and "impossible" not in moment.note:
        return [Value(field, answer, 0.8, "yes or no, without a date")]
    return [_dated(field, moment)]


def _dated(field: str, day: Day) -> Value:
    if day.value is None:
        return Value(field, None, 0.3 if day.note.startswith("no date") else 0.6, day.note)
    return Value(field, day.value, 0.7 if day.note else 1.0, day.note)


def _person(field: str, raw: str, this_year: int) -> list[Value]:
    name = read_name(chosen(raw).split("\n")[0])
    fit = 1.0 if not any(letter.isdigit() for letter in name.name) else 0.5
    found = [Value(field, name.name or None, fit)]
    if name.alias and field in ("name", "associate_name"):
        found.append(Value(field.replace("name", "alias"), name.alias, 0.9))
    if name.rest and field in ("lead", "completed_by", "assessor"):
        role = {"lead": "lead_role"}.get(field, "role")
        found.append(Value(role, name.rest, 0.7))
    elif name.rest and field == "name":
        found += _beside_name(name.rest, this_year)
    return found


def _beside_name(rest: str, this_year: int) -> list[Value]:
    """Read "(born 21/01/2011, LCS620625)" after a name."""
    found = []
    day = read_day(rest, this_year, born=True)
    if day.value:
        found.append(Value("dob", day.value, 0.9))
    number = answers.read_identifier(day.rest if day.value else rest)
    if number:
        found.append(Value("la_id", number, 0.9))
    return found


def _name_part(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, read_name(raw).name or None)]


def _yes_no(field: str, raw: str, this_year: int) -> list[Value]:
    answer, detail = yes_no(raw)
    note = "" if answer is not None else "neither yes nor no, kept as written"
    found = [Value(field, answer, 1.0 if answer is not None else 0.4, note)]
    return [*found, Value(f"{field}_note", detail, 0.9)] if detail else found


def _informed_both(field: str, raw: str, this_year: int) -> list[Value]:
    answer = yes_no(raw)[0]
    return [
        *_yes_no("informed_child", raw, this_year),
        Value("informed_parent", answer, 0.9 if answer is not None else 0.4),
    ]


def _count(field: str, raw: str, this_year: int) -> list[Value]:
    number, note = read_count(chosen(raw))
    return [Value(field, number, 1.0 if number is not None else 0.4, note)]


def _nhs(field: str, raw: str, this_year: int) -> list[Value]:
    number, note = read_nhs(raw)
    return [Value(field, number, 1.0 if not note else 0.6 if number else 0.3, note)]


def _postcode(field: str, raw: str, this_year: int) -> list[Value]:
    code = read_postcode(raw)
    note = "" if code else "not a whole postcode, kept as written"
    return [Value(field, code or raw or None, 1.0 if code else 0.5, note)]


def _address(field: str, raw: str, this_year: int) -> list[Value]:
    code = read_postcode(raw)
    found = [Value(field, " ".join(raw.split("\n")) or None)]
    return [*found, Value(field.replace("address", "postcode"), code, 0.9)] if code else found


def _phone(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, read_phone(raw) or raw or None, 1.0 if read_phone(raw) else 0.7)]


def _vehicle(field: str, raw: str, this_year: int) -> list[Value]:
    plate = read_plate(raw)
    bare = plate is not None and raw.replace(" ", "").upper() == plate.replace(" ", "")
    found = [Value(field, plate or raw or None, 1.0 if plate else 0.8)]
    return found if bare or plate is None else [*found, Value(f"{field}_description", raw)]


def _identifier(field: str, raw: str, this_year: int) -> list[Value]:
    number = answers.read_identifier(raw)
    return [Value(field, number or raw or None, 1.0 if number else 0.5)]


def _plan(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    found = answers.read_plan(words)
    if found is None:
        return [Value(field, None, 0.5, "no plan of the list, kept as written")] if words else []
    label, code = found
    values = [Value(field, label), Value("plan_code", code)]
    legal = codes.recognise("legal_status", words)
    if legal and answers.says_more(words, label):
        values.append(Value("legal_status", legal.code, 0.8))
    return values


def _gender(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    found = codes.recognise("genders", words)
    return [Value(field, found.label if found else words or None, 1.0 if found else 0.7)]


def _coded(field: str, raw: str, this_year: int) -> list[Value]:
    """Keep the paper's words, the code beside them."""
    words = chosen(raw)
    found = codes.recognise({"ethnicity": "ethnicity", "nrm": "nrm_statuses"}[field], words)
    return [Value(field, words or None), *([Value(f"{field}_code", found.code)] if found else [])]


def _risk(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    label, score = answers.read_risk(words)
    found = [Value(field, label or None)]
    return [*found, Value("score", score, 0.9)] if score is not None else found


def _category(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    category, other, known = answers.read_category(words)
    found = [Value(field, category, 1.0 if known else 0.4, "" if known else "no known category")]
    if words and known:
        found.append(Value("category_words", words))
    return [*found, Value("other_exploitation", True)] if other else found


def _other(field: str, raw: str, this_year: int) -> list[Value]:
    answer, detail = yes_no(raw)
    if answer is None and raw and not answers.says_nothing(raw):
        return [Value(field, True, 0.9), Value("types", ticked_or_parts(raw), 0.9)]
    found = [Value(field, bool(answer), 1.0)]
    return [*found, Value("types", ticked_or_parts(detail), 0.8)] if answer and detail else found


def _types(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, answers.split_types(raw))]


def _list(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, ticked_or_parts(raw))]


def _indicators(field: str, raw: str, this_year: int) -> list[Value]:
    """Part at lines or semicolons; at commas only where a capital begins the next."""
    marks = r"[;\n]" if re.search(r"[;\n]", raw) else r",\s*(?=[A-Z])"
    return [Value(field, ticked_or_parts(raw, marks if re.search(marks, raw) else r"[,\n]"))]


def _places(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, read_places(raw))]


def _names(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, read_names(raw))]


def _associates(field: str, raw: str, this_year: int) -> list[Value]:
    people = read_associates(raw)
    for person in people:
        born = person.pop("born", None)
        if born:
            day = read_day(str(born), this_year, born=True)
            person["dob"] = day.value.isoformat() if day.value else None
    return [Value(field, people, 0.95 if people else 1.0)]


def _status(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    found = codes.recognise("action_statuses", words)
    return [Value(field, found.code if found else words or None, 1.0 if found else 0.5)]


def _response(field: str, raw: str, this_year: int) -> list[Value]:
    words = chosen(raw)
    found = answers.read_response(words)
    return [Value(field, found or words or None, 1.0 if found else 0.5)]


def _core(field: str, raw: str, this_year: int) -> list[Value]:
    return [Value(field, answers.read_core(raw), 0.9)]


def _subject(field: str, raw: str, this_year: int) -> list[Value]:
    named = read_name(raw)
    inverted = "," in raw and len(raw.split(",")[0].split()) == 1 and not named.rest
    return [Value(field, named.name if inverted or raw.isupper() else raw or None)]


def _in_plan(field: str, raw: str, this_year: int) -> list[Value]:
    day = read_day(raw, this_year)
    answer = yes_no(raw)[0]
    if day.value is None and answer is not None:
        return [Value(field, None, 0.8), Value("in_plan_said", answer)]
    return [_dated(field, day)]


def _each(reader: Reader, *fields: str, kind: str = "") -> dict[tuple[str, str], Reader]:
    return {(kind, field): reader for field in fields}


SORTS: dict[tuple[str, str], Reader] = {
    **_each(_born, "dob", "associate_dob", "parent_dob"),
    **_each(
        _day, "received", "assessed", "date", "meeting", "due", "next_due", "next_review", "opened",
        "closed", "completed", "returned", "nrm_date", "last_discussed", "next_assessment", "start",
    ),
    **_each(_moment, "reported", "returned", kind="missing"),
    **_each(_offered, "rhi_offered", "rhi_completed", kind="missing"),
    **_each(_moment, "date", kind="intelligence"),
    **_each(_in_plan, "in_plan"),
    **_each(_person, "name", "lead", "completed_by", "assessor", "owner", "associate_name"),
    **_each(_text, "name", kind="location"),
    **_each(_text, "name", kind="group"),
    **_each(_text, "name", kind="theme"),
    **_each(_name_part, "first_name", "middle_name", "surname"),
    **_each(
        _yes_no, "immediate_risk", "informed_child", "informed_parent", "with_child", "with_family",
        "is_child", "within_72", "rhi_accepted", "nothing_known",
    ),
    **_each(_informed_both, "informed_both"),
    **_each(_count, "missing90", "missing12", "age", "score", "carried"),
    **_each(_nhs, "nhs"),
    **_each(_postcode, "postcode"),
    **_each(_address, "address", "placement_address", "parent_address"),
    **_each(_phone, "phone", "associate_phone"),
    **_each(_vehicle, "vehicle", kind="person_of_concern"),
    **_each(_identifier, "la_id", "upn"),
    **_each(_plan, "plan"),
    **_each(_text, "plan", kind="reply"),
    **_each(_gender, "gender"),
    **_each(_coded, "ethnicity", "nrm"),
    **_each(_risk, "risk", "judgement", "previous_risk", "police_risk"),
    **_each(_category, "category", kind="tracker"),
    **_each(_other, "other_exploitation"),
    **_each(_types, "types"),
    **_each(_indicators, "indicators"),
    **_each(_list, "vehicles", "schools"),
    **_each(_places, "places"),
    **_each(_names, "children", "persons"),
    **_each(_associates, "associates"),
    **_each(_status, "status", kind="actions"),
    **_each(_response, "response"),
    **_each(_core, "core"),
    **_each(_subject, "subject"),
}
