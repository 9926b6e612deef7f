"""Who sends a paper, told in one line: name, job, agency, telephone and e-mail taken apart."""

import re
from dataclasses import replace

from models import codes
from models.intake.papers import ReadField
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.numbers import EMAIL, PHONE, read_phone
from models.intake.understanding.records import Growing

APART = 0.7
_PARTS = re.compile(r"\s*(?:[,;|\n]|(?<=\w{3})\.\s+(?=[A-Z0-9])|\.\s*$)\s*")
JOB = re.compile(
    r"\b(?:worker|wkr|officer|nurse|manager|teacher|head|dsl|lead|practitioner|co-?ordinator|"
    r"constable|sergeant|inspector|doctor|advis[eo]r|mentor|assistant|director|consultant|warden|"
    r"matron|tutor|chaplain|coach|p[cs]|d[cs])\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"\b(?:tel(?:ephone)?|mob(?:ile)?|phone|e-?mail|on)\b[.:]*\s*$", re.IGNORECASE)


def sent_by(growing: Growing) -> None:
    """Take a sender's job, agency, telephone and e-mail from the line that begins with the name."""
    _in_order(growing)
    _apart(growing, "referrer", "referrer_")
    _apart(growing, "assessor", "")


def _in_order(growing: Growing) -> None:
    """Read a sender who is written "SURNAME, First (Mr)" in the order of speech."""
    field = growing.fields.get("referrer")
    surname, comma, first = str(field.value if field else "").partition(", ")
    name = read_name(str(field.value)).name if field and comma else ""
    if field and surname.isupper() and looks_like_name(name) and not names_a_body(surname):
        growing.fields["referrer"] = replace(field, value=name)


def _apart(growing: Growing, name: str, lead: str) -> None:
    field = growing.fields.get(name)
    if field is None or not field.value:
        return
    text = field.raw
    first, *rest = (part for part in _PARTS.split(text) if part and part.strip())
    if not rest or not looks_like_name(read_name(first).name):
        return
    email, phone = EMAIL.search(text), read_phone(text)
    told: dict[str, str | None] = {"email": email[0] if email else None, "phone": phone}
    for part in rest:
        bare = _CALL.sub("", PHONE.sub("", EMAIL.sub("", part))).strip(" ,.;-–")
        if JOB.search(bare) and "role" not in told:
            told["role"] = bare
        elif _is_body(bare) and "agency" not in told:
            told["agency"] = bare
    if not any(told.values()):
        return
    growing.fields[name] = replace(field, value=first.strip())
    for part, value in told.items():
        known = growing.get(f"{lead}{part}")
        if value and (known is None or not lead and part == "role"):
            growing.fields[f"{lead}{part}"] = ReadField(
                f"{lead}{part}", value, text, field.where, APART
            )


def _is_body(text: str) -> bool:
    return names_a_body(text) or codes.recognise("agency_kinds", text) is not None
