"""What a child told of by name, mark or number, each where it stands: people, places and things."""

import re
from collections.abc import Iterable, Iterator, Set

from models.intake.understanding.associates import Person
from models.intake.understanding.called import called_by, lies_there, over
from models.intake.understanding.numbers import EMAIL, PHONE, PLATE
from models.intake.understanding.prose_people import people_told
from models.intake.understanding.prose_places import places_told
from models.intake.understanding.wording import straight
from models.marks import SubjectKind
from models.matching.short_forms import is_known
from models.matching.strangers import strangers
from models.records.learned import Told
from models.rules.identifiers import phone_key
from models.rules.names import plain
from models.rules.partial_marks import partial_marks, shown_mark
from models.rules.platforms import PLATFORMS, WRITTEN

OPENS = re.compile(
    r"(?:also|been|goes|had|has|he|hid|knows|left|lives|met|named|said|saw|she|slept|stayed|"
    r"they|told|was|went|with)\s+",
    re.IGNORECASE,
)
"""A word with a capital because a sentence begins with it, and no part of a name."""
PERSON, PLACE = SubjectKind.PERSON.value, SubjectKind.PLACE.value
VEHICLE, PHONE_KIND, ACCOUNT = (
    SubjectKind.VEHICLE.value, SubjectKind.PHONE.value, SubjectKind.ACCOUNT.value,
)  # fmt: skip
FIGURES = range(10, 12)
_ON = re.compile(
    rf"\b({'|'.join(one for one in PLATFORMS if len(one) > 1)})\b[^\w@]{{0,3}}"
    r"(?:(?:account|name|handle|username|user|as|called|is|under|she|he|they)[^\w@]+){0,3}(@?[\w.]*\w)",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w@.])@[\w.]*\w")
_SIGNED = re.compile(r"[\d_@]|\w\.\w")


def told_names(text: str, year: int, own: Set[str] = frozenset()) -> tuple[Told, ...]:
    """Return all that a text tells of, from the left, each once.

    `own` are the words of the child's name, of which no family is told. Places are
    those of `straight(text)`.
    """
    text = straight(text)
    accounts = [*_accounts(text)]
    things = [*accounts, *_numbers(text), *_marks(text, accounts)]
    said = (one for one in places_told(text) if not _at_somebodys(one))
    places = [Told(one, PLACE, *_span(text, one)) for one in said]
    people = list(_people(text, year, own, [*things, *places]))
    found: dict[str, Told] = {}
    for one in sorted((*things, *places, *people), key=lambda one: (one.start, -one.end)):
        found.setdefault(one.name.casefold(), one)
    return tuple(found.values())


def _people(text: str, year: int, own: Set[str], taken: Iterable[Told]) -> Iterator[Told]:
    """Who is told of with a sign of danger, then by a name's look, then by one word alone."""
    spans = [(one.start, one.end) for one in taken]
    mine = {plain(one) for one in own}
    for one in people_told(text, year, own):
        name, alias = _named(one)
        span = _span(text, name)
        if not over(span, spans):
            spans += [span, *([_span(text, alias)] if alias else [])]
            yield Told(name, PERSON, *span, alias)
    for other in strangers(text):
        span = (other.start, other.end)
        family = mine & set(plain(other.name).split())
        if not over(span, spans) and not family and not lies_there(text, other.start):
            spans.append(span)
            yield Told(other.name, PERSON, *span)
    for start, end in called_by(text, spans):
        if mine.isdisjoint(plain(text[start:end]).split()):
            yield Told(text[start:end], PERSON, start, end)


def _named(one: Person) -> tuple[str, str]:
    """The name as told, without a sentence's first word, and the other name beside it."""
    name, alias = str(one["name"] or ""), str(one["alias"] or "")
    said = name or alias
    opens = OPENS.match(said)
    return said[opens.end() :] if opens else said, alias if name else ""


def _at_somebodys(place: str) -> bool:
    """Whether what is told as a place is where somebody lives: "at Nate's"."""
    return place[-2:] == "'s" and is_known(plain(place[:-2]))


def _marks(text: str, accounts: Iterable[Told]) -> Iterator[Told]:
    spans = [(one.start, one.end) for one in accounts]
    for found in PLATE.finditer(text):
        whole = "".join(part for part in found.groups() if part)
        if found[1] or (whole.isupper() and len(whole) >= 5):
            spans.append(found.span())
            yield Told(shown_mark(found[0]), VEHICLE, *found.span())
    for part in partial_marks(text):
        span = _span(text, part)
        if not over(span, spans) and "_" not in part:
            spans.append(span)
            yield Told(shown_mark(part), VEHICLE, *span)


def _numbers(text: str) -> Iterator[Told]:
    for found in PHONE.finditer(text):
        if len(phone_key(found[0])) in FIGURES:
            yield Told(found[0].strip(), PHONE_KIND, *found.span())


def _accounts(text: str) -> Iterator[Told]:
    """Handles: behind their platform with a sign or figure in them, or with @ before them."""
    mails = [one.span() for one in EMAIL.finditer(text)]
    spans = []
    for found in _ON.finditer(text):
        if _SIGNED.search(found[2]) and not found[2].isdigit():
            spans.append(found.span(2))
            on = WRITTEN.get(found[1].lower(), found[1].capitalize())
            yield Told(f"{found[2].lstrip('@')} ({on})", ACCOUNT, *found.span(2))
    for found in _AT.finditer(text):
        if not over(found.span(), [*mails, *spans]):
            yield Told(found[0], ACCOUNT, *found.span())


def _span(text: str, said: str) -> tuple[int, int]:
    at = max(text.find(said), 0)
    return at, at + len(said)
