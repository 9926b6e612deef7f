"""What running text names where no label asked for it: people, places, kinds of harm, a parent."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models import codes
from models.intake.understanding.capitals import without_capitals
from models.intake.understanding.elements import Element, Loose, MatrixRow, Pair
from models.intake.understanding.numbers import read_phone
from models.intake.understanding.prose_people import YOUNGEST, age_told, people_told
from models.intake.understanding.prose_places import places_told
from models.intake.understanding.records import Growing
from models.intake.understanding.telling import PARENT
from models.intake.understanding.ticks import has_marks, is_tick
from models.intake.understanding.wording import straight

ADULT = 18
TELLS = frozenset({
    "reason", "associates", "risk", "nrm", "ask", "parent", "voice", "grounds", "types",
    "rationale",
})  # fmt: skip
FIELDS = {  # kind of paper → fields of adults, of children, of places, of the kind of harm
    "child": ("associates", "", "places", "types"),
    "person_of_concern": ("", "children", "places", "category"),
    "location": ("persons", "children", "", "harm_type"),
    "group": ("persons", "", "", "harm_type"),
    "assessment": ("", "", "", "types"),
}
AWARE = frozenset({"informed_parent", "informed_child", "consent"})
KNOWN = (
    "name", "first_name", "surname", "alias", "parent_name", "lead", "referrer", "gp", "siblings",
    "professionals", "referrer_manager", "lead_manager", "signature", "keyworker",
)  # fmt: skip
OWN_PLACES = ("address", "placement", "school", "parent_address", "referrer_address", "name")
_HARMS = re.compile(
    r"\b(?:child )?(?:sexual exploitation|sexually exploited|criminal exploitation|"
    r"criminally exploited|county[- ]lines?|modern(?: day)? slavery|labour exploitation|"
    r"CSE|CCE|human trafficking|serious youth violence)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no (?:evidence|signs?|indication)|not|rule\w* out|rather than)\b", re.I)
_OURS = re.compile(r"\b(?:he|she|they|his|her|we|i|think|believe\w*|suspect\w*)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:family|sibling|parent|histor\w+|peers?|friends?|area|if)\b", re.I)
LEAST = 5  # words
_EDGE = re.compile(r"\b(?:header|footer|edge)\b", re.IGNORECASE)
_GUIDES = re.compile(
    r"\b(?:e\.g\.|for example|please|this form|do not|should be|to be (?:sent|returned|completed))",
    re.IGNORECASE,
)
_ASKS_NAMES = re.compile(r"\b(?:associat\w+|peers?|suspects?|adults?|gang)\b", re.IGNORECASE)
_KIN = re.compile(
    rf"\b(?:[Ff]oster )?(?i:{PARENT})(?: is)?,? \(?"
    r"(?:(?:Mrs?|Ms|Miss|Mx|Dr)\.? )?([A-Z][a-z'-]+ [A-Z][\w'-]+)"
    r"(?:,? \(?([\d ]{10,13})\)?)?(?=\W|$)"
)


def read_prose(growing: Growing, elements: Sequence[Element]) -> None:
    """Fill in whom and what a paper's running text names, each marked to be checked."""
    fields = FIELDS.get(growing.kind)
    if fields is None:
        return
    texts = list(_texts(elements))
    adults, children, places, harm = fields
    _people(growing, texts, adults, children)
    if places:
        own = frozenset(str(growing.get(name) or "") for name in OWN_PLACES)
        said = [(place, t, w) for t, w in texts for place in places_told(t, own)]
        _take(growing, places, said)
    _harm(growing, harm, elements)
    if growing.kind == "child":
        told = [e for e in elements if isinstance(e, Pair) and e.match and e.match.field in AWARE]
        _parent(growing, [*texts, *((e.value, e.where) for e in told)])


def _texts(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, Loose) and _tells(element):
            yield without_capitals(element.text), element.where
        elif isinstance(element, MatrixRow):
            yield f"{element.evidence} {_names_asked(element)}", element.where
        elif isinstance(element, Pair) and (not element.match or element.match.field in TELLS):
            yield without_capitals(element.value), element.where


def _names_asked(row: MatrixRow) -> str:
    """Return what answers "Peers of concern? Please give names: Yes – Con Drew (17)"."""
    asks = _ASKS_NAMES.search(row.wording) and "name" in row.wording.lower()
    return row.answer if asks else ""


def _tells(loose: Loose) -> bool:
    """Say whether a text under no label may tell what happened: no guidance, no foot of a page."""
    words = len(loose.text.split())
    return words >= LEAST and not _EDGE.search(loose.where) and not _GUIDES.search(loose.text)


def _people(growing: Growing, texts: list[tuple[str, str]], adults: str, children: str) -> None:
    known = frozenset(_known(growing))
    year = growing.this_year
    said = [(one, t, w) for t, w in texts for one in people_told(t, year, known)]
    old = [one for one in said if (age_told(one[0], year) or YOUNGEST) >= YOUNGEST]
    if adults == "associates":
        _take(growing, adults, old)
    elif adults:
        grown = [one for one in old if (age_told(one[0], year) or ADULT) >= ADULT]
        _take(growing, adults, [(one["name"], t, w) for one, t, w in grown])
    if children:
        young = [one for one in said if (age_told(one[0], year) or ADULT) < ADULT]
        _take(growing, children, [(one["name"], t, w) for one, t, w in young])


def _known(growing: Growing) -> Iterator[str]:
    for name in KNOWN:
        field = growing.fields.get(name)
        if field:
            yield from re.findall(r"[\w']+", f"{field.value} {field.raw}")


def _take(growing: Growing, field: str, said: Sequence[tuple[object, str, str]]) -> None:
    values: list[object] = []
    for value, *_ in said:
        values += [] if value in values else [value]
    if values:
        _, text, where = said[0]
        growing.take_in_passing(field, tuple(values), text, where)


def _harm(growing: Growing, field: str, elements: Iterable[Element]) -> None:
    found: dict[str, tuple[str, str, str]] = {}
    for element in elements:
        for one in _harms(element):
            found.setdefault(codes.normalise(one[0]), one)
    if field == "types":
        _take(growing, field, list(found.values()))
    elif found:
        _, text, where = next(iter(found.values()))
        growing.take_in_passing(field, "; ".join(one[0] for one in found.values()), text, where)


def _harms(element: Element) -> Iterator[tuple[str, str, str]]:
    if isinstance(element, MatrixRow):
        named = _HARMS.search(element.wording)
        if named and is_tick(element.answer) and not _OF_OTHERS.search(element.wording):
            yield named[0], element.wording, element.where
        return
    told = isinstance(element, Pair) and element.match is not None and element.match.field in TELLS
    text = element.value if isinstance(element, Pair) else getattr(element, "text", "")
    if not (told or isinstance(element, Loose)) or has_marks(text):
        return
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", straight(text) if told else text):
        if (told or _OURS.search(sentence)) and not _DENIED.search(sentence):
            for named in _HARMS.finditer(sentence):
                yield named[0], text, element.where


def _parent(growing: Growing, texts: list[tuple[str, str]]) -> None:
    """Take "Mum, Bridie Lockett (07700 900719), is frightened" for who has care of the child."""
    for text, where in texts:
        found = _KIN.search(straight(text))
        if found and growing.get("parent_name") is None:
            growing.take_in_passing("parent_name", found[1], text, where)
            phone = read_phone(found[2] or "")
            growing.take_in_passing("parent_phone", phone, text, where)
