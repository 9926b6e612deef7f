"""What people call an agency: its name, its parts, its letters."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from models import codes
from models.records.panel import AgencyRecord
from models.rules.asking import kind_of
from models.rules.capture.english import is_english
from models.rules.capture.field_words import field_words, short_words
from models.rules.capture.phrases import Phrasebook
from models.rules.capture.refs import AgencyRef
from models.rules.names import plain
from models.rules.usual import usual_of

SMALL = frozenset(["a", "and", "of", "the", "for", "in", "with", "to"])
TAIL = frozenset({
    "service", "services", "team", "safeguarding", "partnership", "department", "sector",
    "charity", "board",
})  # fmt: skip
THE = re.compile(r"^the\s+(?=\S{3})", re.IGNORECASE)
LITTLE = frozenset({
    "ad", "ah", "am", "an", "as", "at", "be", "by", "do", "em", "er", "go", "ha", "he", "hi", "if",
    "in", "is", "it", "la", "lo", "ma", "me", "my", "no", "of", "oh", "ok", "on", "or", "ox", "pa",
    "so", "to", "uk", "up", "us", "we", "ye",
})  # fmt: skip
"""Words of two letters: an agency whose letters they are too is typed in capitals."""
VOLUNTARY = frozenset({"voluntary", "voluntary sector", "vcs", "vol sector"})


def agency_refs(agencies: Iterable[AgencyRecord]) -> tuple[AgencyRef, ...]:
    """The agencies of the panel that are active, as a line may name them."""
    known = tuple(agencies)
    return tuple(_ref(one, known) for one in known if one.active)


def _ref(one: AgencyRecord, known: tuple[AgencyRecord, ...]) -> AgencyRef:
    kind, short = kind_of(one.kind, one.name), (one.short_name,) if one.short_name else ()
    return AgencyRef(one.id, one.name, short, usual_of(one, known), kind.code if kind else "")


def agency_book(agencies: Iterable[AgencyRef]) -> Phrasebook[AgencyRef]:
    """Every name of every agency; a derived name that two of them would share is left out.

    What the field calls a kind of agency is the only one of that kind, whatever others hold in
    their names: health is not the mental health service where both have a seat.
    """
    agencies = tuple(agencies)
    of_kind = _unshared({agency: _kind_words(agency.kind) for agency in agencies})
    taken = frozenset[str]().union(*of_kind.values())
    derived = _unshared({agency: _derived(agency.name) - taken for agency in agencies})
    # "MAD" is a service where it stands in capitals, and a word where it does not.
    words = (*map(_all_letters, (one.name for one in agencies)), *map(_without_the, agencies))
    careful = frozenset(filter(is_english, words))
    own = {agency: tuple(_called(agency)) for agency in agencies}
    pairs = [
        (name, agency)
        for agency in agencies
        for name in (agency.name, *own[agency], *of_kind[agency], *derived[agency])
    ]
    # Letters that a panel gave an agency of its own are typed in haste like any others: "kp: …".
    brief = frozenset(
        plain(name)
        for names in own.values()
        for name in names
        if len(name) == 2 and plain(name) not in LITTLE
    )
    known = Phrasebook(pairs, careful, same=short_words(), brief=brief)
    return Phrasebook(pairs, careful, same=short_words(), others=_of_others(known), brief=brief)


def _called(agency: AgencyRef) -> Iterator[str]:
    """What the panel calls it in short, with and without its dots, or "The" before it."""
    for name in agency.short_names:
        yield name
        yield name.replace(".", "")
        yield THE.sub("", name)


def _without_the(agency: AgencyRef) -> str:
    """ "trust", which is a word of any line, of an agency that is called "The Trust"."""
    return next((plain(THE.sub("", one)) for one in agency.short_names if THE.match(one)), "")


def _unshared(names: dict[AgencyRef, frozenset[str]]) -> dict[AgencyRef, frozenset[str]]:
    """The names of each that no other bears."""
    count = Counter(name for found in names.values() for name in found)
    return {
        agency: frozenset(name for name in found if count[name] == 1)
        for agency, found in names.items()
    }


def _kind_words(kind: str) -> frozenset[str]:
    """What the field calls an agency of this kind, whatever its own name is: "police"."""
    found = codes.find("agency_kinds", kind) if kind else None
    called = {plain(found.label), *map(plain, found.synonyms)} if found is not None else set()
    rows = (row for row in codes.load("agency_words") if row.active and row.label in called)
    return frozenset(plain(word) for row in rows for word in (row.label, *row.synonyms))


def _of_others(known: Phrasebook[AgencyRef]) -> Iterator[str]:
    """Names of agencies that sit at no such table and hold the name of one that does.

    "Environmental health" is not health where neither it nor trading standards has a seat.
    """
    for kind in codes.rows_of("agency_kinds", codes.AgencyKind):
        names = (kind.label, *kind.synonyms)
        if not any(name in known for name in names):
            yield from (name for name in names if len(name.split()) > 1 and known.all_in(name))


def _derived(name: str) -> frozenset[str]:
    outside = re.sub(r"\([^)]*\)", " ", name).strip()
    inside = [part.strip() for part in re.findall(r"\(([^)]*)\)", name)]
    names = {plain(outside), *map(plain, inside), _untailed(outside), *map(_untailed, inside)}
    names |= {plain(part) for part in re.split(r"\s+(?:and|&)\s+|\s*/\s*", outside)}
    names |= {
        _letters(outside),
        _all_letters(outside),
        _own_letters(outside),
        *(word.lower() for word in re.findall(r"\b[A-Z]{3,}\b", name)),
    }
    called = _field_words(plain(name))
    names |= called | ({_own_name(outside)} if called <= VOLUNTARY else set())
    return frozenset(filter(None, names))


def _field_words(name: str) -> set[str]:
    """What the field calls an agency whose name holds such words: "YJS", "school", "CSP"."""
    rows = (row for row in codes.load("agency_words") if row.active)
    return {plain(w) for row in rows if row.label in name for w in (row.label, *row.synonyms)}


def _own_name(name: str) -> str:
    """The first of two words of a service's own name: "Northgate" of "Northgate Futures"."""
    words = name.split()
    proper = len(words) == 2 and all(word.istitle() and len(word) > 4 for word in words)
    return plain(words[0]) if proper else ""


def _own_letters(name: str) -> str:
    """ "NF" of "Northgate Futures", a service's own name, if they are no letters of the field."""
    letters = "".join(word[0] for word in name.split()).lower() if _own_name(name) else ""
    return letters if letters not in field_words("letters") else ""


def _untailed(name: str) -> str:
    words = plain(name).split()
    while len(words) > 1 and words[-1] in TAIL:
        words.pop()
    return " ".join(words)


def _letters(name: str) -> str:
    words = [word for word in plain(name).split() if word not in SMALL]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def _all_letters(name: str) -> str:
    """ "MAD" of "Make a Difference", where small words count as in "CSC" they do not."""
    words = plain(re.sub(r"\([^)]*\)", " ", name)).split()
    short = any(word in SMALL for word in words[1:-1])
    return "".join(word[0] for word in words) if len(words) == 3 and short else ""
