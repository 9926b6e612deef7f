"""Whom running text names as somebody the child is at risk from, by what is said around the name."""

import re
from collections.abc import Iterator, Set

from models.intake.understanding.associates import Person
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import names_a_body, read_name
from models.intake.understanding.numbers import read_phone, read_plate
from models.intake.understanding.wording import straight

YOUNGEST = 16  # years: somebody younger is a friend, or another child at risk
_WORD = r"[A-Z][a-z]+(?:['-][A-Z]?[a-z]+)*"
_TWO = rf"{_WORD}(?: {_WORD})?(?: (?:{_WORD}|[A-Z][A-Z'-]{{2,}}))"
_HANDLE = r"[A-Z][\w.]*\w(?:['-][A-Z][a-z]+)?(?: [A-Z][\w']*){0,2}"
_QUOTED = rf"\"({_HANDLE})\""
_MET = rf"(?:\"{_HANDLE}\"|{_HANDLE})"
_SAID = re.compile(
    r"\b(?:called|named|(?:only )?known (?:to \w+ )?(?:only )?as|calling (?:him|her|them)sel\w+|"
    r"(?:they|he|she) (?:calls?|knows? as|refers? to as)|nicknamed|goes by)\s+"
    rf"(?:\"[^\"]{{0,12}}\b)?({_MET}(?:(?:, | and | & ){_MET})*)",
)
_THING = re.compile(
    r"\b(?:shop|clubs?|pub|game|apps?|group|gang|crew|band|lines?|dog|place|bar|caf[eé]|programme|"
    r"school|site|page|account|chat|area|park|street|road|estate|tool|service|drug|pill|street name|"
    r"project|charity|home|child|pupil|daughter|son|young person)(?: is| was)?\W*$",
    re.IGNORECASE,
)
_THINGS_NAME = re.compile(
    r"^\W*(?:county )?(?:lines?|crew|gang|boys|girls|apps?|chat|group|estate|house|block|street|"
    r"programme|project|party|tool)\b"
)
_BORN = re.compile(
    rf"\b({_TWO}),? ?\(?(?:who is )?"
    r"(?:(?i:d\.?o\.?b\.?|born(?: on)?|b\.)\W*(\d[\d./ -]{5,9}\d)|"
    r"(?:aged? |approx(?:imately)?\.? |about |age )?(\d\d)(?:s| ?yrs?| years)?(?= old|[ ),.;]|$)"
    r"(?! ?[/:.]\d))"
)
_POLICED = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)? [A-Z][A-Z'-]{3,})\b")
_DOING = re.compile(
    rf"(?:\b(?:driven|slapped|hit|threatened|collected|groomed|raped|assaulted|supplied|recruited) by|"
    r"\b(?:picked up|dropped off|taken) by|\b(?:flat|home|house|address) of|"
    r"\b(?:works?|working|works?|dealing|selling|running|carrying|holds?) for|believed to be|"
    r"\b(?:seen|staying|stays|found|arrested|stopped|living|hanging (?:around|out)|associat\w+) with|"
    r"\b(?:[Bb]oyfriend|[Pp]artner|[Bb]oyfriend is|ex-boyfriend),?|"
    r"\b(?:messages?|calls?|texts?|money|gifts?|lifts?|contact) from|"
    rf"\bwith (?=(?:{_TWO})\b ?\())"
    rf"\s+(?:an? [a-z -]{{2,25}}? )?(?:\"({_HANDLE})\"|({_TWO}))"
)
_SINGLE = re.compile(
    rf"\b(?:[Ww]orking|[Ww]orks?|[Rr]unning|[Dd]ealing|[Ss]elling) for ({_WORD})\b"
)
_DOES = re.compile(
    rf"\b({_TWO})(?:,? who)?,? (?:(?:also )?mentioned|drives|runs|deals|supplies|is on bail|was on bail|"
    r"is a known|is known to (?:the )?police|is believed|gives|works (?:at|in|the)|recruits|grooms)\b"
)
_BOTH = re.compile(
    rf"(?:{_QUOTED},? (?:who )?(?:is )?(?:believed to be|\(|i\.e\.) ?|"
    rf"\b({_HANDLE})[^.;()]{{0,25}},? ?\(?(?:real|full|true|actual) name:? )({_TWO})"
)
_ALSO = re.compile(
    rf"\b({_TWO}),? \(?(?:who is |also |better )*(?:known as|a\.?k\.?a\.?|nicknamed) \"?({_HANDLE})\"?"
)
_AMID = re.compile(rf"\b({_WORD}) (?:\"({_HANDLE})\"|'({_HANDLE})') ({_WORD}|[A-Z]{{3,}})\b")
_MATE = re.compile(rf"\b(?:his|her|their) (?:mate|friend|boy|boss|cousin|older) ({_WORD})\b(?! \()")
_ONE = re.compile(rf"{_QUOTED}('s\b)?|\"({_WORD})'s\"")
_STAFF = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|PC|PCSO|DC|DS|DI|DCI|Sgt|Insp|Rev|Cllr)\.?|"
    r"\b(?:social|support|youth|key|family|case|school|pastoral|outreach)? ?(?:worker|nurse|teacher|tutor|"
    r"officer|doctor|counsellor|manager|practitioner|head|paediatrician|GP|mentor|coach)|s/w|SW),?\W*(?:\d+ )?$",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"^\W{1,3}(?:the |her |his |their |our )?(?:\w+ ){0,2}(?:worker|nurse|teacher|tutor|officer|doctor|"
    r"counsellor|manager|practitioner|mentor|headteacher|CSC|CAMHS)\b"
)
_KIN = re.compile(
    r"\b(?:mother|mum|mam|father|dad|step-?\w+|sisters?|brothers?|siblings?|nan|gran\w*|aunt\w*|cousin|"
    r"carers?|parents?|friends?|twin)(?:'s)?(?: is| are| called| named|,|\W)*$",
    re.IGNORECASE,
)
_KIN_OF = re.compile(r"\b(?:brother|cousin|uncle|mate|partner|dad|father) of (?:\w+ ){0,2}\w+\W*$")
_NOBODY = frozenset(
    ["i", "he", "she", "they", "we", "it", "you", "yes", "no", "none", "nothing", "nobody", "not", "never", "a", "an", "the", "my", "his", "her", "their", "this", "that", "just", "mum", "dad", "nan", "police", "school", "college", "snapchat", "instagram", "tiktok", "telegram", "whatsapp", "facebook", "discord", "kik", "wizz", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "easter", "christmas", "county", "lines", "child", "protection", "social", "care", "early", "help", "children", "young", "person", "cannabis", "ketamine", "cocaine", "grindr", "tinder", "xbox", "playstation"]
)


def people_told(
    text: str, known: Set[str] = frozenset(), this_year: int = 2026
) -> tuple[Person, ...]:
    """Return each person whom text names with a sign of danger, in order: name, nickname, age.

    `known` holds the words of the names of the child, the family and the professionals.
    """
    text = straight(text)
    found: dict[int, Person] = {}
    for at, person in sorted(_all(text, this_year), key=lambda one: (one[0], -len(str(one[1])))):
        whole = f"{person['name'] or ''} {person['alias'] or ''}"
        same = _said(found, whole)
        if same is not None:
            found[same] = person | {key: told for key, told in found[same].items() if told}
        elif _may_be(text, at, str(person["name"] or ""), known):
            found[at] = person
    return tuple(found[at] for at in sorted(found))


def age_told(person: Person, this_year: int) -> int | None:
    """Return how old somebody is said to be, or must be by the year of birth."""
    born = str(person.get("dob") or "")[:4]
    if born:
        return this_year - int(born)
    age = re.search(r"\d\d", str(person.get("description") or ""))
    return int(age[0]) if age else None


def _all(text: str, this_year: int) -> Iterator[tuple[int, Person]]:
    for found in _BOTH.finditer(text):
        at = 1 if found[1] else 2
        yield found.start(at), _person(text, found[3], found[at])
    for found in _ALSO.finditer(text):
        yield found.start(1), _person(text, found[1], found[2])
    for found in _AMID.finditer(text):
        yield found.start(1), _person(text, f"{found[1]} {found[4]}", found[2] or found[3])
    for found in _BORN.finditer(text):
        yield found.start(1), _person(text, found[1]) | _years(found, this_year)
    for found in _SAID.finditer(text):
        if not _THING.search(text[: found.start()]):
            for one in re.finditer(_MET, found[1]):
                yield found.start(1) + one.start(), _person(text, one[0])
    for found in _DOING.finditer(text):
        at = 1 if found[1] else 2
        yield found.start(at), _person(text, found[at])
    for pattern in (_POLICED, _DOES, _SINGLE, _MATE):
        for found in pattern.finditer(text):
            yield found.start(1), _person(text, found[1])
    for found in _ONE.finditer(text):
        if not _THINGS_NAME.match(text[found.end() :]):
            yield found.start(1 if found[1] else 3), _person(text, found[1] or found[3])


def _person(text: str, said: str, alias: str | None = None) -> Person:
    said = said.strip('" ').removesuffix("'s")
    name = read_name(said).name or said
    alias = alias.removesuffix("'s") if alias else None
    return {"name": name, "alias": alias, "vehicle": None, "phone": None} | _beside(text, said)


def _beside(text: str, said: str) -> Person:
    """Return the car and the phone told in the one sentence that names nobody else."""
    sentence = next((one for one in re.split(r"(?<=[.!?])\s+", text) if said in one), "")
    others = {one[0] for one in re.finditer(rf"\b{_TWO}\b", sentence)}
    if len(others) > 1:
        return {}
    return {
        key: value
        for key, value in (("vehicle", read_plate(sentence)), ("phone", read_phone(sentence)))
        if value
    }


def _years(found: re.Match[str], this_year: int) -> Person:
    if not found[2]:
        return {"description": found[3]}
    born = read_day(found[2], this_year, born=True).value
    return {"dob": born.isoformat()} if born else {}


def _may_be(text: str, at: int, name: str, known: Set[str]) -> bool:
    words = {word.lower().strip("'.") for word in re.split(r"[ -]", name)}
    before, after = text[max(0, at - 40) : at].rstrip('"( '), text[at + len(name) :]
    if not name or words & _NOBODY or name.isupper() and len(name) < 5 or names_a_body(name):
        return False
    if words <= {word.lower() for word in known}:
        return False
    kin = _KIN.search(before) and not _KIN_OF.search(before)
    return not (_STAFF.search(before) or _WORKS.match(after) or kin)


def _said(found: dict[int, Person], name: str) -> int | None:
    """Return where somebody is found already who goes by the words of a name."""
    words = _words(name)
    for at, one in found.items():
        said = _words(f"{one['name']} {one['alias'] or ''}")
        if words <= said or said <= words:
            return at
    return None


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[\w'.-]+", name)}
