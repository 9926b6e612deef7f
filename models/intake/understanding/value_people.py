"""Fields that hold people: names, associates, owners."""

import re
from dataclasses import replace

from models import codes
from models.intake.understanding import answers
from models.intake.understanding.associates import read_associates
from models.intake.understanding.dates import read_day
from models.intake.understanding.lexicon import is_title, section_of
from models.intake.understanding.lists import read_names
from models.intake.understanding.names import (
    RANKS,
    is_no_name,
    looks_like_name,
    names_a_body,
    read_name,
)
from models.intake.understanding.numbers import PHONE, POSTCODE, read_nhs, read_phone, read_postcode
from models.intake.understanding.prose_people import people_told
from models.intake.understanding.value import Value, chosen

LONGEST_LIST = 25  # words: more, in sentences, tell what happened
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s", re.MULTILINE)
_SENTENCES = re.compile(r"[a-z”\"\d)][.!?](?:\s|$)")
LONGEST_HARM = 6  # words: "Suspects: CSE" names a harm, a longer answer names people
_LED_IN = re.compile(
    r"^\W*(?:(?:re|the|our|a|new|mace|child|young person)\W+)*(?:referral|nomination|concerns?|"
    r"request|report|update|update)\s+(?:of|for|about|on|re|regarding)\W+(?=[A-Z])",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:social|youth|support|key|family|case|outreach|intervention) worker\b|\bteacher\b|"
    r"\bnurse\b|"
    r"\b(?:police|probation|attendance|welfare|housing|safeguarding) officer\b|\bdsl\b|"
    r"\bpractitioner\b|\b(?:team|service|registered|deputy) manager\b|\bhead ?teacher\b",
    re.IGNORECASE,
)
_NHS = re.compile(r"\bNHS(?: (?:no|number|num))?\b[.:]*\s*(\d[\d -]{8,13}\d)", re.IGNORECASE)
_TITLED = re.compile(rf"(?:mr|mrs|ms|miss|dr|{RANKS})\b", re.IGNORECASE)

_POST = re.compile(  # no number, and no word of how the name is to be read
    r"^(?!.*\d)(?=.*\b(?:head|lead|manager|officer|nurse|inspector|superintendent|sergeant|constable|"
    r"director|teacher|co-?ordinator|worker|practitioner|advis[eo]r|doctor|consultant|dsl|"
    r"commissioner|chief|specialist|analyst|deputy|assistant|designated|service|team)\b).{3,60}$",
    re.IGNORECASE,
)
_AGENCYS = re.compile(r"^([^()]{2,40}?)\s*\(([^()]{2,40})\)\W*$")  # YJS (K Marsh)
_YES = re.compile(r"^\W*(?i:yes|y)\b[\s.,:;–-]+(?=[A-Z])")  # "Do they have one? If yes, who"
_VACANT = re.compile(r"\W*(?:vacant|vacancy|tbc|to be confirmed|post vacant)\W*", re.IGNORECASE)
_BORN_BESIDE = re.compile(r"\s+(b\.\s*\d{1,2}[\s./-]\w{1,9}[\s./-]\d{2,4})\W*$")  # b. 04.03.2011
_NOBODY = re.compile(r"\W*(?:all|general|none|n/?a|panel|everyone)\W*", re.IGNORECASE)
_ON = re.compile(r"\W*\b(?:on|sent|dated?|signed)\W*$", re.IGNORECASE)
_LED_BY = re.compile(r"^(.{2,60}?)\s*(?:\s[–—-]\s|:\s|/)\s*(.+)$")  # Police – Leo Marchetti
_BEFORE_NAME = re.compile(r"^([^,]{2,60}),\s+(\S+\s+\S+)$")  # Parks, M Dhaliwal
_SEVERAL = re.compile(r"\s/\s?|\s?&\s|\s(?:and|with)\s")
_HOLDER = re.compile(r"(?:head|director|manager|lead|chair|deputy|officer)\b", re.IGNORECASE)
_TEAM = re.compile(r"^(?:\w[\w&/’'-]* ){1,4}(?i:team|hub|unit|duty|desk)(?: [A-Z\d]{1,2})?$")


def person(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a name, and the nickname, role, birth date or number said beside it."""
    first, *below = chosen(raw).split("\n")
    words = _words_of_name(field, _LED_IN.sub("", first))
    short = field == "lead" and words.isupper() and " " not in words and _is_agency(words)
    if short or field in ("lead", "owner") and _TEAM.match(words):
        return [Value(field, words, 0.9)]
    born = _BORN_BESIDE.search(words) if field == "name" else None
    words, number = _without_number(field, words)
    name = read_name(words[: born.start()] if born else words)
    nobody = _nobody(field, words, name.name)
    if nobody:
        return [Value(field, None, 0.3, nobody)]
    fit = 1.0 if not any(letter.isdigit() for letter in name.name) else 0.5
    fit = 0.4 if is_sentence(name.name) else fit
    found = [Value(field, name.name or None, fit)]
    if born:
        found += _beside_name(born[1], this_year)
    if name.alias and field in ("name", "associate_name"):
        found.append(Value(field.replace("name", "alias"), name.alias, 0.9))
    found += [Value("lead_phone", number, 0.9)] if number else []
    found += _said_with(field, name.rest, this_year) if name.rest else []
    if below and field == "name":
        told = {one.name for one in found}
        found += [one for one in _beside_name("; ".join(below), this_year) if one.name not in told]
    return found


def _without_number(field: str, words: str) -> tuple[str, str | None]:
    """Part "Ngozi Adeleke 01632 960774" into the worker's name and telephone."""
    found = PHONE.search(words) if field == "lead" else None
    if found is None or re.search(r"\w", words[found.end() :]):
        return words, None
    before = words[: found.start()].rstrip(" \t\xa0,;:(–-")
    named = not re.search(r"\d", before) and looks_like_name(read_name(before).name)
    return (before, read_phone(found[0])) if named else (words, None)


def _words_of_name(field: str, words: str) -> str:
    """Return the words that name somebody, without the service that stands before them."""
    words = _YES.sub("", words) if field == "lead" else words
    works = _AGENCYS.match(words) if field in ("lead", "owner") else None
    if works and _is_agency(works[1]) and not names_a_body(works[2]):
        return works[2]
    return (_worker_of(words) if field == "lead" else "") or words


def _nobody(field: str, words: str, name: str) -> str:
    """Return why an answer is nobody's name, "" where it may be somebody's."""
    if name.lower() in ("yes", "no", "y", "n"):
        return "a yes or no is nobody's name, kept as written"
    body = is_title(name) or " " not in name and names_a_body(name)
    body = body or field == "name" and words.isupper() and section_of(words) is not None
    vacant = field == "name" and (_VACANT.fullmatch(words) or body)
    nothing = field in ("lead", "assessor") and answers.says_nothing(name)
    nothing = nothing or field == "owner" and answers.says_nothing(words)
    return "nobody's name, kept as written" if vacant or nothing or is_no_name(name) else ""


def _said_with(field: str, rest: str, this_year: int) -> list[Value]:
    """Return what is said behind a name: role, day or telephone, of a child birth and number."""
    if field == "name":
        return _beside_name(rest, this_year)
    if field not in ("lead", "completed_by", "assessor"):
        return []
    number = read_phone(rest) if field == "lead" else None
    if number:
        told = PHONE.sub("", rest).strip(" ,;:()–-")
        role = [Value("lead_role", told, 0.7)] if told else []
        return [Value("lead_phone", number, 0.9), *role]
    day = read_day(rest, this_year) if field == "completed_by" else None
    if day is None or not day.value:
        return [Value({"lead": "lead_role"}.get(field, "role"), rest, 0.7)]
    return [Value("returned", day.value, 0.7), Value("role", _ON.sub("", day.rest), 0.7)]


def _worker_of(words: str) -> str:
    """Return the name in "EH - Sal Pym": who works with the child, behind the service."""
    led = _LED_BY.match(words) or _BEFORE_NAME.match(words)
    if led is None or not looks_like_name(read_name(led[2]).name) or names_a_body(led[2]):
        return ""
    service = _is_body(led[1]) or codes.recognise("plans", led[1]) is not None
    return led[2] if service and not _is_agency(led[2]) else ""


def member_named(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a member's name, and the post said with it: "Ola Fenwick, Team Manager"."""
    found, name = person(field, raw, this_year), read_name(chosen(raw))
    post = name.rest if _POST.search(name.rest) else ""
    return [*found, Value("role", post, 0.9)] if post and found[0].value else found


def interviewer(field: str, raw: str, this_year: int) -> list[Value]:
    """Return who held a talk; the job behind the name is left to the paper."""
    if answers.says_nothing(raw):
        return []
    name = read_name(chosen(raw))
    job = bool(name.rest) and looks_like_name(name.name) and " " in name.name
    return [Value(field, name.name if job else chosen(raw) or None)]


def deputy_named(field: str, raw: str, this_year: int) -> list[Value]:
    """Return who stands in for a member; nobody where that is still to be said."""
    return [] if answers.says_nothing(raw) or _VACANT.fullmatch(raw) else [Value(field, raw)]


def group_named(field: str, raw: str, this_year: int) -> list[Value]:
    """Return what a group is called: the words in quotes, where more stands behind them."""
    found = re.match(r"[\"“']([^\"“”']{2,40})[\"”'](?=\W|$)", chosen(raw))
    return [Value(field, found[1] if found else chosen(raw) or None)]


def is_sentence(text: str) -> bool:
    """Say whether most of several words are written small, as in a sentence."""
    words = text.split()
    return len(words) > 3 and sum(word[0].islower() for word in words) > len(words) / 2


def _beside_name(rest: str, this_year: int) -> list[Value]:
    """Read "(born 21/01/2011, LCS620625)" after a name."""
    found = []
    day = read_day(rest, this_year, born=True)
    if day.value:
        found.append(Value("dob", day.value, 0.9))
    rest = day.rest if day.value else rest
    nhs, code = _NHS.search(rest), read_postcode(rest)
    if nhs:
        found.append(Value("nhs", read_nhs(nhs[1])[0], 0.9))
    if code:
        found.append(Value("postcode", code, 0.8))
    number = answers.read_identifier(POSTCODE.sub(" ", _NHS.sub(" ", rest)))
    if number:
        found.append(Value("la_id", number, 0.9))
    return found


def owner_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return an action's owner and the agency said beside; an agency alone is nobody's name."""
    words = chosen(raw)
    led = _LED_BY.match(words)
    of = led or _BEFORE_NAME.match(words)
    if of and _is_body(of[1]) and looks_like_name(of[2]) and not _is_body(of[2]):
        return [*person(field, of[2], this_year), Value("agency", of[1], 0.9)]
    works = _AGENCYS.match(words)
    if works and _is_agency(works[1]) and looks_like_name(works[2]):
        return [*person(field, works[2], this_year), Value("agency", works[1], 0.9)]
    name = read_name(words)
    if _is_agency(name.name):  # a post in one, "Virtual School Head", is whose the action is
        post = [Value(field, words, 0.9)] if _POST.match(words) else []
        return [*post, Value("agency", words, 0.9)]
    beside = name.rest or (name.alias if "(" in words else None)
    if led and " " not in led[1] and looks_like_name(led[2]) and not names_a_body(led[2]):
        return [*person(field, led[2], this_year), Value("agency", led[1], 0.8)]
    found = person(field, words, this_year)
    if not beside or not found[0].value:
        return found
    another = _SEVERAL.search(words) and " " in beside and looks_like_name(beside)
    if another and not _is_body(beside):  # "Amy Shore / Joel Wyn": two people, and no agency
        return [replace(found[0], note=f"“{beside}” is said beside the name"), *found[1:]]
    if answers.leaves_open(beside) or _POST.match(f"as {beside}") and not _is_agency(beside):
        return [replace(found[0], note=f"“{beside}” is said beside the name"), *found[1:]]
    return [*found, Value("agency", beside, 0.8)]


def _is_body(words: str) -> bool:
    other = _TITLED.match(words) or _HOLDER.match(words)
    return _is_agency(words) or names_a_body(words) and not other


def _is_agency(words: str) -> bool:
    return codes.recognise("agency_kinds", words) is not None and not _TITLED.match(words)


def part_of_name(field: str, raw: str, this_year: int) -> list[Value]:
    """Return one part of a name."""
    name = read_name(raw).name
    if is_no_name(name):
        return [Value(field, None, 0.3, "nobody's name, kept as written")]
    return [Value(field, name or None)]


def each_name(field: str, raw: str, this_year: int) -> list[Value]:
    """Return each name of a list."""
    return [Value(field, read_names(raw))]


def _is_professional(person: dict[str, object]) -> bool:
    told = f"{person.get('description') or ''} {person.get('alias') or ''}"
    return bool(_WORKS.search(told)) and not (person.get("vehicle"))


def each_associate(field: str, raw: str, this_year: int) -> list[Value]:
    """Return each person of concern."""
    if not any(letter.isalpha() for letter in raw):
        return [Value(field, None, 0.2, "nobody's name, kept as written")]
    ends = _SENTENCES.findall(_NUMBERED.sub("", raw))
    prose = len(raw.split()) > LONGEST_LIST and len(ends) > 1
    people = people_told(raw, this_year) if prose else read_associates(raw)
    if people and all(map(_is_professional, people)):
        return [Value(field, None, 0.2, "professionals are nobody of concern: kept as written")]
    for person in people:
        born = person.pop("born", None)
        if born:
            day = read_day(str(born), this_year, born=True)
            person["dob"] = day.value.isoformat() if day.value else None
    harm = (
        len(raw.split()) <= LONGEST_HARM and codes.recognise("exploitation_types", raw) is not None
    )
    return [Value(field, people, 0.4 if harm else 0.7 if prose else 0.95)]


def subject_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return whom or what an action is about."""
    if _NOBODY.fullmatch(raw):
        return [Value(field, None, 0.8)]
    named = read_name(raw)
    inverted = "," in raw and len(raw.split(",")[0].split()) == 1 and not named.rest
    return [Value(field, named.name if inverted or raw.isupper() else raw or None)]


def core_member(field: str, raw: str, this_year: int) -> list[Value]:
    """Return whether a member is core."""
    return [Value(field, answers.read_core(raw), 0.9)]
