"""Names of people: read from either order, shown as initials, compared by keys."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import filterfalse

from models.remembering import remembered

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "revd",
    "fr", "sister", "cllr", "councillor", "pc", "pcso", "dc", "ds", "di", "dci", "dsupt", "ps",
    "sgt", "insp", "supt", "acc", "ccc", "judge",
})  # fmt: skip
PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "della", "da", "dos", "du", "la", "le", "al", "el",
    "bin", "ibn", "ap", "ab", "mc", "mac", "st",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
NICKNAME = re.compile(r"[\"“”‘(]([^\"“”’)]+)[\"“”’)]")
QUOTED = re.compile(r"[\"“”‘]([^\"“”’]{2,30})[\"“”’]")
APART = re.compile(r"\s*[;,/|\n]\s*|\s+(?:aka|a\.k\.a\.?|or|also)\s+", re.IGNORECASE)
TURNED = re.compile(r"^[^\W\d_][\w'’-]+,\s*[^\W\d_][\w'’-]+$")
NO_NAME = frozenset({"none", "na", "nil", "unknown", "not known", "no", "nickname"})
DROPPED, BETWEEN = re.compile(r"[.'’‘`]"), re.compile(r"\W+")
UNNAMED = "Name not given"
"""A child of whom a paper says no name: no words in a text are this."""
QUOTES = " \"“”'‘’()[].-"


@dataclass(frozen=True)
class PersonName:
    """A name in its parts, as written; `known_as` is what stood in quotes or brackets."""

    first: tuple[str, ...]
    surname: str
    title: str = ""
    known_as: str = ""

    @property
    def full(self) -> str:
        """First names and surname, in that order."""
        return " ".join((*self.first, self.surname)).strip()


@remembered(4096)
def parse_name(text: str) -> PersonName:
    """The parts of "SURNAME, First", "First Surname" or "DI Surname"; capitals become ordinary."""
    nickname = NICKNAME.search(text)
    known_as = nickname[1].strip() if nickname else ""
    bare = NICKNAME.sub(" ", text)
    before, comma, after = bare.partition(",")
    if comma and after.strip():
        title, firsts = _untitled(_words(after))
        outer, surname = _untitled(_words(before))
        return PersonName(tuple(firsts), " ".join(surname), title or outer, known_as)
    title, words = _untitled(_words(before))
    split = _surname_start(words)
    return PersonName(tuple(words[:split]), " ".join(words[split:]), title, known_as)


def _words(text: str) -> list[str]:
    return [_cased(word) for word in text.split() if WORD.fullmatch(word)]


def _cased(word: str) -> str:
    if not word.isupper() or len(word.replace("'", "").replace("’", "").replace("-", "")) < 3:
        return word
    cased = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
    return re.sub(r"^(Mc)(\w)", lambda part: part[1] + part[2].upper(), cased)


def _untitled(words: list[str]) -> tuple[str, list[str]]:
    if len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        return words[0].rstrip("."), words[1:]
    return "", words


def _surname_start(words: list[str]) -> int:
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return start


def initials(name: str) -> str:
    """A name as initials for a shared screen: "Aidan Ravenscroft" A.R., "Dee-Leigh Jones" D-L.J."""
    parsed = parse_name(name)
    return "".join(_initial(part) + "." for part in (*parsed.first, *parsed.surname.split()))


def short_label(kind: str | None, label: str) -> str:
    """How a subject is called where the room may see: initials for people, else the name."""
    return initials(label) if kind in {"child", "person_of_concern"} else label


def _initial(word: str) -> str:
    return "-".join(part[0].upper() for part in re.split(r"[-]", word) if part)


def other_names_in(text: str) -> tuple[str, ...]:
    """Every name in what is said of other names: 'CJ, "Lil Ans"' tells two, "Marsh, Lee" one."""
    found: list[str] = []
    for line in text.split(";"):
        bare = line.strip()
        whole = TURNED.match(bare) and bare.split(",")[0].isupper()
        parts = (
            [bare] if whole else [*NICKNAME.findall(line), *APART.split(NICKNAME.sub(" ", line))]
        )
        found += [" ".join(part.strip(QUOTES).split()) for part in parts]
    told = dict.fromkeys(one for one in found if len(plain(one)) > 1)
    return tuple(one for one in told if plain(one) not in NO_NAME)


def nicknames_in(text: str) -> tuple[str, ...]:
    """What stands in quotes within a name: Oluwaseun "Seun" Adeyemi."""
    quoted = QUOTED.findall(text)
    return tuple(dict.fromkeys(one for part in quoted for one in other_names_in(part)))


def beside(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Other names, each once; a name that is written as the name itself is none."""
    return tuple(dict.fromkeys(one for one in others if plain(one) != plain(name)))


@remembered(8192)
def plain(text: str) -> str:
    """Text as compared: small letters, no accents, no dots or apostrophes, hyphens as spaces."""
    if text.isascii() and text.isalnum():
        return text.lower()
    bare = text if text.isascii() else _without_accents(text)
    return " ".join(BETWEEN.sub(" ", DROPPED.sub("", bare.casefold())).split())


def _without_accents(text: str) -> str:
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))


def name_key(name: str) -> str:
    """Equal for the same name in either order, any case, accents and titles apart."""
    parsed = parse_name(name)
    return " ".join(filter(None, (plain(parsed.surname), plain(" ".join(parsed.first)))))


def could_be_same(one: str, other: str) -> bool:
    """True if nothing contradicts: equal surnames, and first names equal or one only an initial."""
    left, right = parse_name(one), parse_name(other)
    if plain(left.surname) != plain(right.surname):
        return False
    pairs = zip(left.first, right.first, strict=False)
    return all(_agree(plain(a), plain(b)) for a, b in pairs)


def _agree(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) == 1 and longer.startswith(shorter))


def person_code(person_id: int, system_id: str | None) -> str:
    """What a person of concern is called where no name may stand."""
    return system_id or f"P{person_id:03d}"
