"""People named in a line or paragraph, each with nickname, vehicle and phone."""

import re

from models.intake.understanding.associate_words import BESIDE, EMPTY, GAVE_NAME, HANDLE, REAL_NAME
from models.intake.understanding.labelled_people import read_labelled
from models.intake.understanding.names import Name, looks_like_name, read_name
from models.intake.understanding.numbers import (
    PHONE,
    PLATE,
    read_part_of_plate,
    read_phone,
    read_plate,
)
from models.intake.understanding.people_apart import (
    SOMEBODY,
    described,
    pieces_of,
    sentences_apart,
    split_outside_brackets,
)
from models.intake.understanding.vehicle_words import is_coloured_vehicle, vehicle_in
from models.rules.partial_marks import partial_marks

Person = dict[str, object]

_NOBODY = re.compile(
    r"^\W*(?:none|nil|n/?a|no|not known|unknown|none known|nobody|no[- ]one|not applicable|"
    r"none identified|nothing known|tbc)\W*$",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"\b(?:phone|tel|mob(?:ile)?|number|no|contact|uses|using|on)\b[.:]*", re.I
)
_AGE = re.compile(
    r"\b(?:aged?|approx\.?|about|circa|c\.)\s*\d{1,2}(?:\s*(?:yrs?|years?)(?:\s+old)?)?\b"
    r"|\b\d{2}\s*(?:yrs?|years?)\b|\b\d0s\b",
    re.I,
)
_RELATIVE = re.compile(
    r"^[A-Z][\w'’-]*['’]s\s+(?:\w+\s+)?(?:cousin|friend|mate|brother|sister|uncle|boyfriend|ex|"
    r"girlfriend|partner|neighbour|peer)\s+(?=[A-Z])"
)
_QUOTED = re.compile(r"[\"“‘'][^\"“”‘’']{2,30}[\"”’']")
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\b\.?|born\b|date of birth\b|b\.(?=\s?\d))\s*:?\s*([^,;()\n]+)", re.IGNORECASE
)
_ALIAS = re.compile(
    r"^\W*(?:a\.?k\.?a\.?|also known as|known as|nick(?:named?|name)|alias|street name|"
    r"goes by)\b\s*:?\s*",
    re.IGNORECASE,
)
_AKA = re.compile(r"\b(?:a\.?k\.?a\.?|known as|nicknamed)\s*:?\s*([^,;()]+)", re.IGNORECASE)
_INVERTED = re.compile(
    r"^([A-Z][\w'’-]+),\s+([A-Z][a-z'’-]+)(?=$|[\s,;(]*(?:$|[(\"“‘'–—-]|a\.?k\.?a|known|dob|\d|"
    r"[A-Z]{2}\d))",
)
_SURNAME = re.compile(
    r"[\s,(\[]*\b(?:(?:full |sur)?name\s+)?(?:n/k|not known|unknown|unk)\b[)\]]?\s*$", re.IGNORECASE
)
_LABEL = re.compile(r"\b(?:full )?(?:name|alias|nickname)\s*:\s*(?=[\"“A-Z])", re.IGNORECASE)
_PART = re.compile(r"(?:\s+[-–—]\s+|\s+\|\s+|\t|\s+/\s*)(?![^()]*\))")
_CAR = re.compile(  # a "white VW Caddy" is nobody's name
    r"(?:an? |the )?(?:white|black|silver|grey|red|blue|green|yellow|gold|orange)\b(?=.{0,20}\d)",
)
_FILLER = re.compile(
    r"^(?:\W|\b(?:and|uses?|using|drives?|driving|phone|vehicle|with|on|has|a|the|number|car|"
    r"in)\b)*$",
    re.IGNORECASE,
)
_LED = re.compile(r"^[A-Z][a-z]+(?: ?\d)?:\s+(?=([A-Z][^,;(]*))")  # "Adult: Lee Marsh, BMW"
_UNNAMED = r"(?:an? )?(?:unknown|unidentified|unnamed)\b"
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_WHO_IS = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+ (?:who|from)\b")  # "Ann Roe who is in care"
_BRACKET = re.compile(
    r"[A-Z][\w'’-]+ \([^()]*\)$|[A-Z][\w'’-]+ [A-Z][\w'’-]+ (?:who|from)\b"
)  # "Daz (white van)"
_AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])")


def read_associates(text: str) -> tuple[Person, ...]:
    """Return each person named: name, alias, vehicle, phone, and dob or description where said."""
    if _NOBODY.match(text):
        return ()
    found: list[Person] = []
    for chunk in pieces_of(text):
        if labelled := read_labelled(chunk):
            found.append(labelled)
        elif found and BESIDE.match(chunk):
            _add(found[-1], chunk)
        else:
            found.extend(_people_of(chunk))
    return tuple(person for person in found if any(person.values()))


def _people_of(chunk: str) -> list[Person]:
    people: list[Person] = []
    led = _LED.match(chunk)
    if led and " " in led[1].strip() and looks_like_name(led[1]) and not vehicle_in(led[1]):
        chunk = chunk[led.end() :]
    segments = _name_first(_segments(chunk))
    apart = _quoted_are_people(segments)
    for segment in segments:
        person = people[-1] if people else None
        named = person and person["name"] and not _ALIAS.match(segment)
        other = named and _begins_alike(segment, chunk) and _names_someone(segment)
        told = described(segment) is not None or _WHO_IS.match(segment) is not None
        other = other or bool(named) and told
        other = other or (apart and bool(_QUOTED.fullmatch(segment)))
        if person is None or other:
            people.append(_person(segment))
        else:
            _add(person, segment)
    return people


def _name_first(segments: list[str]) -> list[str]:
    """Put a nickname in quotes that stands before its one name behind it: "Slim" - Leon Ackroyd."""
    alone = len(segments) > 1 and sum(map(_names_someone, segments)) == 1
    typed = alone and not segments[1][:1].islower()  # "Gaz" - line holder: what he does
    if typed and _QUOTED.fullmatch(segments[0]) and _names_someone(segments[1]):
        return [segments[1], segments[0], *segments[2:]]
    return segments


def _quoted_are_people(segments: list[str]) -> bool:
    """Whether a name in quotes stands for somebody of its own: not one for each name beside it.

    A nickname given to the wrong one makes a suspect of a girl; given to nobody it is asked about.
    """
    quoted = sum(bool(_QUOTED.fullmatch(one)) for one in segments)
    return quoted > 0 and sum(map(_names_someone, segments)) not in (1, quoted)


def _begins_alike(segment: str, chunk: str) -> bool:
    """Say whether a part is typed as names are here: "works waltzers" is none beside "Lee"."""
    first, mine = (re.search(r"[^\W\d_]", text) for text in (chunk, segment))
    return not (first and mine and first[0].isupper() and mine[0].islower())


def _segments(chunk: str) -> list[str]:
    chunk = GAVE_NAME.sub(r'\3 "\1", \2, ', REAL_NAME.sub(r'\2 "\1"', chunk))
    chunk = _INVERTED.sub(r"\2 \1", chunk)
    chunk = _PART.sub(", ", _LABEL.sub("", chunk))
    chunk = sentences_apart(chunk, ", ")
    parts = [part.strip(" ,.") for part in split_outside_brackets(chunk, ",")]
    return [half for part in parts if part and not EMPTY.match(part) for half in _halves(part)]


def _halves(part: str) -> list[str]:
    """Split "Lee Marsh and Darren Pike (Daz)" where both halves begin with a name."""
    halves = _AND.split(part)
    named = [_names_someone(half) or _BRACKET.match(half) for half in halves]
    return halves if len(halves) > 1 and all(named) else [part]


def _names_someone(segment: str) -> bool:
    if _RELATIVE.match(segment):
        return True
    bare = _name_part(segment[: _first_thing(segment)])
    return len(bare.split()) >= 2 and looks_like_name(bare) and not vehicle_in(bare)


def _name_part(segment: str) -> str:
    return read_name(_strip_things(segment)).name


def _strip_things(text: str) -> str:
    for seen in partial_marks(text):
        text = text.replace(seen, " ")
    for pattern in (_BORN, _AGE, PHONE, PLATE):
        text = pattern.sub(" ", text)
    return text


def _person(segment: str) -> Person:
    person: Person = {"name": None, "alias": None, "vehicle": None, "phone": None}
    relative = _RELATIVE.match(segment)
    if relative:
        return _person(segment[relative.end() :]) | {"description": relative[0].strip()}
    if _CAR.match(segment) or is_coloured_vehicle(segment):
        _add(person, segment)
        return person
    if named := described(segment):
        who, called, more = named
        told: Person = {"name": called, "description": f"{who} {more}".strip()}
        return person | told | {"vehicle": read_plate(more), "phone": read_phone(more)}
    if online := HANDLE.match(segment):
        things = {"phone": read_phone(segment), "vehicle": read_plate(segment)}
        return person | things | {"alias": online[1] or online[2], "description": segment}
    if SOMEBODY.match(segment) or re.match(_UNNAMED, segment, re.IGNORECASE):
        return person | _somebody(segment)
    cut = _first_thing(segment)
    head, tail = _SURNAME.sub("", segment[:cut]), segment[cut:]
    if head != segment[:cut]:
        person["description"] = segment[len(head) : cut].strip(" ,()")
    name = _named(head)
    if not looks_like_name(name.name) or vehicle_in(name.name):
        words = re.match(r"((?:[A-Z][\w'’.-]*\s+){0,3}[A-Z][\w'’.-]*)(.*)$", name.name, re.DOTALL)
        if not words or vehicle_in(words[1]):
            _add(person, segment)
            person["name"] = person["name"] or None
            return person
        tail, name = (
            f"{words[2]} {tail}",
            read_name(words[1] + (f" ({name.alias})" if name.alias else "")),
        )
    person["name"], person["alias"] = name.name or None, name.alias
    if name.rest:
        _add(person, name.rest)
    if tail.strip(" ,()"):
        _add(person, tail)
    return person


def _named(head: str) -> Name:
    """Return the name, which is the nickname where somebody goes by nothing else."""
    name = read_name(head)
    if name.name or not name.alias:
        return name
    first, *more = re.split(r"\s[-–—]\s|;\s*", name.rest)
    if looks_like_name(first) and " " in first:
        return Name(first, name.alias, ", ".join(part for part in more if part.strip()))
    return Name(name.alias, None, name.rest)


def _somebody(segment: str) -> Person:
    """Name "older male known as Tigs" by what he is called, else by the words that describe him."""
    things = {"phone": read_phone(segment), "vehicle": read_plate(segment)}
    held = {name: value for name, value in things.items() if value}
    name = read_name(" ".join(_strip_things(segment).split()) if held else segment)
    if not name.alias:
        return {"name": segment}
    said = "; ".join(filter(None, [name.name, name.rest]))
    return {"name": name.alias, "description": said.removesuffix(" only").strip(" ,"), **held}


def _first_thing(segment: str) -> int:
    patterns = (_BORN, _AGE, PHONE, PLATE, re.compile(r"\b(?:phone|tel|mob)\b", re.I))
    things = (vehicle_in(segment), *(one.search(segment) for one in patterns))
    starts = [found.start() for found in things if found]
    cut = min([start for start in starts if start > 0], default=len(segment))
    bracket = segment.rfind("(", 0, cut)
    open_bracket = bracket >= 0 and ")" not in segment[bracket:cut]
    return bracket if open_bracket and bracket > 0 else cut


def _add(person: Person, segment: str) -> None:
    held = _IN_BRACKETS.fullmatch(segment.strip())
    if held and "," in held[1] and vehicle_in(held[1]) and not read_plate(held[1]):
        for part in held[1].split(","):
            _add(person, part.strip())
        return
    inside = _AKA.search(segment)
    if inside and not _ALIAS.match(segment):
        person["alias"] = _joined(person["alias"], inside[1].strip(" '\"“”‘’"))
        segment = segment[: inside.start()] + segment[inside.end() :]
    alias = _ALIAS.sub("", segment) if _ALIAS.match(segment) else None
    named = " " in str(person["name"] or "") and not person["alias"]
    if named and not alias and re.fullmatch(r"[\"“‘']?[A-Z][a-z]+[\"”’']?", segment):
        alias = segment
    if alias:
        alias, *others = re.split(r"[;,]", alias.strip(" ()"))
        person["alias"] = _joined(person["alias"], alias.strip(" '\"“”‘’()"))
        for other in others:
            _add(person, other)
        return
    born = _BORN.search(segment)
    plate = read_plate(segment) or read_part_of_plate(segment)
    phone = read_phone(segment)
    if born:
        person["born"] = born[1].strip()
    if plate:
        _drive(person, plate)
    if phone:
        person["phone"] = _joined(person["phone"], phone)
    rest = _PHONE_WORD.sub(" ", _strip_things(segment)) if phone else _strip_things(segment)
    rest = re.sub(r"\b(?:vehicle|vrm|reg(?:istration)?)\b[.:]*", " ", rest, flags=re.IGNORECASE)
    rest = " ".join(re.sub(r"[()\[\]:]", " ", rest).split()).strip(" ,.-–")
    if vehicle_in(segment) and rest and not plate and not person["vehicle"]:
        person["vehicle"] = rest
    elif not _FILLER.match(rest) or _AGE.search(segment):
        person["description"] = _joined(person.get("description"), segment.strip(" ()"))


def _drive(person: Person, plate: str) -> None:
    """Keep a registration as the vehicle; how the vehicle looks describes the person."""
    looks = person["vehicle"] if not read_plate(str(person["vehicle"] or "")) else None
    if looks:
        person["vehicle"] = None
        person["description"] = _joined(person.get("description"), str(looks))
    person["vehicle"] = _joined(person["vehicle"], plate)


def _joined(old: object, new: str) -> str:
    return f"{old}; {new}" if old and old != new else new
