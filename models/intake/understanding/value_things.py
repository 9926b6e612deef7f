"""Fields that hold numbers, addresses and lists."""

import re

from models import codes
from models.intake.understanding import answers
from models.intake.understanding.counts_in_parts import counted_in_parts
from models.intake.understanding.lists import read_places, ticked_or_parts
from models.intake.understanding.numbers import (
    EMAIL,
    PHONE,
    read_count,
    read_nhs,
    read_phone,
    read_plate,
    read_postcode,
)
from models.intake.understanding.prose_places import places_told
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import Value, chosen
from models.rules.platforms import PLATFORMS

_LATELY = re.compile(  # "9 times since August, 6 of those in the last 90 days"
    r"\b(\d{1,2})\b[^.;,\d]{0,30}\b(?:last|past|previous) "
    r"(?:90 days|3 months|three months|12 weeks)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"[^\W\d_]{3}")
LONGEST_LIST = 25  # words: more, in sentences, tell what happened
_SENTENCES = re.compile(r"[a-z”\"\d)][.!?](?:\s|$)")
_WITHHELD = re.compile(  # an address that nobody is told
    r"\W*(?:strictly )?(?:confidential|withheld|not (?:to be )?(?:disclosed|shared)|"
    r"(?:address )?(?:withheld|protected)|do not (?:share|disclose))\b.{0,40}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“‘']([^\"“”‘’]{1,40})[\"”’']")
_ONLINE = re.compile(rf"\s+\(?(?:on|via) (?:{'|'.join(PLATFORMS)})\b\)?", re.IGNORECASE)
_INTERPRETER = re.compile(r"\s*[/,;]\s*(?:yes|no|y|n|none|n/a)\W*$", re.IGNORECASE)
_SHORT = re.compile(r"\W*101\b.{0,12}\d{3,6}\W*$", re.IGNORECASE)  # 101 ext 4471
_EXTENSION = re.compile(r"\s(?:ext(?:ension)?\.?|x)\s*\d{1,5}\b", re.IGNORECASE)


def whole_number(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a whole number."""
    lately = _LATELY.search(raw) if field == "missing90" else None
    parts = counted_in_parts(raw) if field in ("missing90", "missing12") and not lately else None
    if parts is not None:
        return [Value(field, parts, 0.8, f"“{raw}”: told in parts, {parts} in all")]
    number, note = read_count(lately[1] if lately else chosen(raw))
    return [Value(field, number, 1.0 if number is not None else 0.4, note)]


def nhs_number(field: str, raw: str, this_year: int) -> list[Value]:
    """Return an NHS number."""
    number, note = read_nhs(raw)
    return [Value(field, number, 1.0 if not note else 0.6 if number else 0.3, note)]


def reference_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a reference as written; a bare yes or no is none."""
    bare = len(raw.split()) <= 2 and yes_no(raw)[0] is not None
    return [Value(field, None if bare else chosen(raw) or None, 0.3 if bare else 1.0)]


def postcode_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a postcode."""
    code = read_postcode(raw)
    note = "" if code else "not a whole postcode, kept as written"
    return [Value(field, code or raw or None, 1.0 if code else 0.5, note)]


def address_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return an address, and its postcode."""
    if _WITHHELD.fullmatch(raw):
        return [Value(field, None, 0.3, "withheld on the form, kept as written")]
    code = read_postcode(raw)
    if code and re.sub(r"\W", "", raw).upper() == code.replace(" ", ""):
        return [Value(field.replace("address", "postcode"), code, 0.9)]
    found = [Value(field, " ".join(raw.split("\n")) or None)]
    return [*found, Value(field.replace("address", "postcode"), code, 0.9)] if code else found


def nickname(field: str, raw: str, this_year: int) -> list[Value]:
    """Return what somebody is called, out of the quotes around the whole of it."""
    quoted = _QUOTED.fullmatch(raw.strip())
    words = _ONLINE.sub("", chosen(raw))
    several = re.search(r"[,;/]", words) is not None
    words = re.sub(r"[\"“”]", "", words) if several else words
    return [Value(field, (quoted[1] if quoted else words) or None)]


def e_mail(field: str, raw: str, this_year: int) -> list[Value]:
    """Return an e-mail address, and a telephone number typed beside it."""
    found, phone = EMAIL.search(raw), read_phone(raw)
    alone = found is None or found[0] == raw.strip()
    told = [Value(field, raw if alone and not found else found[0] if found else None)]
    beside = Value(field.replace("email", "phone"), phone, 0.9) if phone else None
    return [*told, beside] if beside and not alone else told


def telephone(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a telephone number, as written where it has none; words without a digit are none."""
    if not any(map(str.isdigit, raw)):
        return [Value(field, None, 0.7, "no telephone number found, kept as written")]
    return [Value(field, read_phone(raw) or raw or None, 1.0 if read_phone(raw) else 0.7)]


def contact_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a telephone number with its extension, and an e-mail address typed beside it."""
    email = EMAIL.search(raw)
    phone, extension = read_phone(raw), _EXTENSION.search(raw)
    said = f"{phone} {extension[0].strip()}" if phone and extension else phone
    plain = said or (None if email else raw or None)
    found = [Value(field, plain, 1.0 if phone or _SHORT.match(raw) else 0.7)]
    named = Value(f"{field.rpartition('_')[0]}_email", email[0], 0.9) if email else None
    return [one for one in (*found, named) if one and (one.value is not None or named is None)]


def agency_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return whose name a body has, and the telephone and e-mail address typed behind it."""
    words = chosen(raw)
    email, phone = EMAIL.search(words), read_phone(words)
    if not email and not phone:
        return [Value(field, words or None)]
    body = EMAIL.sub("", words, count=1)
    body = PHONE.sub("", body, count=1) if phone else body
    body = body.strip(" ,;:").rstrip(" \t\n,;/|–-")
    whose = field.rpartition("_")[0]
    told = (("phone", phone), ("email", email[0] if email else None))
    beside = [Value(f"{whose}_{name}", value, 0.9) for name, value in told if value]
    return [Value(field, re.sub(r"(?:[,;]\s*){2,}", ", ", body).strip(" ,;") or None), *beside]


def language_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a language; whether an interpreter is needed names none."""
    words = _INTERPRETER.sub("", chosen(raw))
    bare = yes_no(raw)[0] is not None and len(words.split()) <= 1
    return [Value(field, None if bare else words or None, 0.3 if bare else 1.0)]


def accounts(field: str, raw: str, this_year: int) -> list[Value]:
    """Return accounts as written, and a telephone number among them."""
    phone = read_phone(raw)
    return [Value(field, raw or None), *([Value("phone", phone, 0.9)] if phone else [])]


def vehicle_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a registration, and the vehicle as described."""
    plate = read_plate(raw)
    bare = plate is not None and raw.replace(" ", "").upper() == plate.replace(" ", "")
    found = [Value(field, plate or raw or None, 1.0 if plate else 0.8)]
    return found if bare or plate is None else [*found, Value(f"{field}_description", raw)]


def system_number(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a system number."""
    number = answers.read_identifier(raw)
    return [Value(field, number or raw or None, 1.0 if number else 0.5)]


def school_named(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a school as it is called; a year and a form, "10 / 10KR", name none."""
    named = not raw.strip() or _CALLED.search(raw)
    if not named:
        return [Value(field, None, 0.3, "no school's name, kept as written")]
    return [Value(field, chosen(raw) or None)]


def several(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the parts of a list."""
    return [Value(field, ticked_or_parts(raw))]


def each_indicator(field: str, raw: str, this_year: int) -> list[Value]:
    """Part at lines or semicolons, at commas where a capital follows; a risk level is none.

    A list that begins small is parted at all commas: of its capitals some only shorten, "NEET".
    """
    marks = r"[;\n]" if re.search(r"[;\n]", raw) else r",\s*(?=[A-Z])"
    marks = r"[,;\n]" if raw.lstrip()[:1].islower() and ";" not in raw else marks
    found = ticked_or_parts(raw, marks if re.search(marks, raw) else r"[,\n]")
    level = len(raw.split()) <= 2 and codes.recognise("risk_levels", raw) is not None
    return [Value(field, found, 0.4 if level else 1.0)]


def each_place(field: str, raw: str, this_year: int) -> list[Value]:
    """Return each place; of what happened, told in sentences, those that it names."""
    if len(raw.split()) > LONGEST_LIST and len(_SENTENCES.findall(raw)) > 1:
        return [Value(field, places_told(raw) or None, 0.5)]
    return [Value(field, read_places(raw))]
