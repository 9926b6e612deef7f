"""The value of a fact as it is told, and whether two values of it go together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from models import codes
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.dates.vocabulary import ONE_TO_TWELVE
from models.rules.homes import NUMBERED

NONE = "none"
DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?([\s/.-])([A-Za-z]{3,9}|\d{1,2})\2(\d{4})\b")
ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
NUMBERS = {"no": 0, "once": 1, "twice": 2, **ONE_TO_TWELVE}
NUMBER = re.compile(rf"\b(?:(\d{{1,3}})|({'|'.join(NUMBERS)}))\b", re.IGNORECASE)
WINDOW = re.compile(
    r"\b(?:in|over|during|within)\s+(?:the\s+)?(?:last|past|previous)\s+(\w+\s+)?"
    r"(day|week|month|quarter|year)s?\b|\bsince\s+([^,;]+)",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?([A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})")
NAME = re.compile(r"[A-Z][\w'’&.-]*(?:\s+(?:of|and|the|for|[A-Z][\w'’&.-]*))*")
BOTH = "parents"
PARENTS = {
    "mother": "mother", "mum": "mother", "mam": "mother", "mom": "mother",
    "father": "father", "dad": "father", BOTH: BOTH,
}  # fmt: skip
_A_PARENT = rf"(?:(?:his|her|their|both|birth|biological)\s+)*({'|'.join(PARENTS)})\b"
PARENT = re.compile(rf"\bwith\s+{_A_PARENT}(?:\s*(?:,|and|&)\s*{_A_PARENT})?", re.IGNORECASE)
WHOSE = re.compile(r"\b(?:his|her|their)\s+", re.IGNORECASE)
FURTHER = re.compile(r",|\s(?:since|from|because|with\s+a|review|held)\b|\(")
MOST_OF_A_LEVEL = 6
SAYS_NOTHING = re.compile(r"\W*(?:unknown|not\s+known|n/?a|tbc|see\b.*|as\s+above)?\W*", re.I)
SMALL = frozenset({"the", "of", "and", "for", "school", "college", "academy"})


@dataclass(frozen=True)
class Value:
    """A value as shown, and what it is compared by; `wider` are values that hold it in them."""

    shown: str
    key: str
    wider: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def goes_with(self, other: "Value") -> bool:
        """Whether both may be true of one child: the same, the one more general, or shorter."""
        if self.key == other.key or self.key in other.wider or other.key in self.wider:
            return True
        mine, theirs = sorted((self.words, other.words), key=len)
        return bool(mine) and all(any(_alike(one, two) for two in theirs) for one in mine)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def values_of(
    fact: codes.ComparedFact, said: str, told: str, denied: bool, *, whole: bool = False
) -> Iterator[tuple[str, Value]]:
    """What a fact is said to be, each with what it is about (a window of time, a name).

    `said` stands in the form's gap, `told` is the form with what follows; `whole` where `said` is
    all that stands under a label.
    """
    if whole and SAYS_NOTHING.fullmatch(said):
        return
    if fact.kind == "contact":
        yield from _contact(said, denied)
    elif fact.kind == "number":
        yield from _number(said, told, denied, whole)
    elif denied:
        yield "", Value(NONE, NONE)
    elif fact.kind == "list":
        yield from _of_list(fact, said if whole else told)
    elif fact.kind == "day":
        yield from (("", Value(f"{day:%d/%m/%Y}", day.isoformat())) for day in _days(said))
    elif fact.kind == "address":
        yield from _address(told)
    elif fact.kind == "parent":
        yield from _parent(told)
    else:
        yield from _name(said)


def negated(fact: codes.ComparedFact, said: str, denials: Iterable[re.Pattern[str]]) -> bool:
    """Whether what stands under a label says that there is none."""
    plain = said.strip().casefold()
    if fact.kind in {"name", "contact"} and plain in {"none", "no", "nil"}:
        return True
    return any(one.match(said) for one in denials)


def _of_list(fact: codes.ComparedFact, told: str) -> Iterator[tuple[str, Value]]:
    """The one row meant, where the words say a single one at once; a level stands in few words."""
    told = WHOSE.sub("", told)
    row = codes.recognise(fact.list, told) or codes.recognise(fact.list, FURTHER.split(told)[0])
    if row is None or row.code in fact.beside:
        return
    if isinstance(row, codes.Ranked) and len(told.split()) > MOST_OF_A_LEVEL:
        return
    key = str(row.rank) if isinstance(row, codes.Ranked) else row.code
    yield "", Value(row.label, key, frozenset(filter(None, [row.parent])))


def _days(said: str) -> Iterator[date]:
    if iso := ISO.search(said):
        yield date.fromisoformat(iso[0])
    elif met := DAY.search(said):
        day, month, year = met[1], met[3], met[4]
        form = "%d %m %Y" if month.isdigit() else "%d %B %Y" if len(month) > 3 else "%d %b %Y"
        try:
            yield datetime.strptime(f"{day} {month} {year}", form).date()
        except ValueError:
            return


def _number(said: str, told: str, denied: bool, whole: bool) -> Iterator[tuple[str, Value]]:
    found = NUMBER.fullmatch(said.strip()) or (NUMBER.match(said.strip()) if whole else None)
    if found is None and not denied:
        return
    count = 0 if denied or found is None else int(found[1] or NUMBERS[found[2].lower()])
    yield _window(told), Value(str(count), str(count))


def _window(told: str) -> str:
    """The time that a number is of, so that only numbers of the same time are compared."""
    met = WINDOW.search(told)
    if met is None:
        return ""
    if met[3]:
        return f"since {met[3].strip()}"
    many = (met[1] or "").strip().lower()
    number = str(NUMBERS.get(many, many or 1))
    return f"in the last {number} {met[2].lower()}{'' if number == '1' else 's'}"


def _address(told: str) -> Iterator[tuple[str, Value]]:
    codes_found = {postcode_key(one) for one in POSTCODE.findall(told)}
    if len(codes_found) == 1:
        code = codes_found.pop()
        yield "", Value(f"{code[:-3]} {code[-3:]}", code)
    elif not codes_found and (met := NUMBERED.search(told)):
        yield "by street", Value(met[0], f"{met[1]} {met[2].split()[0]}".casefold())


def _name(said: str) -> Iterator[tuple[str, Value]]:
    if met := NAME.match(said.strip()):
        words = [one.strip(".").casefold() for one in met[0].split()]
        own = frozenset(words) - SMALL
        yield "", Value(met[0], " ".join(words), words=own or frozenset(words))


def _parent(told: str) -> Iterator[tuple[str, Value]]:
    """Which parent is meant; either goes with what speaks of parents."""
    if met := PARENT.search(told):
        named = {PARENTS[one.casefold()] for one in met.groups() if one}
        who = named.pop() if len(named) == 1 else BOTH
        yield "", Value(who, who, frozenset({BOTH}))


def _contact(said: str, denied: bool) -> Iterator[tuple[str, Value]]:
    if met := PERSON.match(said.strip()):
        yield met[1], Value("no" if denied else "yes", str(denied))
