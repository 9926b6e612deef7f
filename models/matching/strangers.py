"""Names in a text that are somebody's by their look, whoever that is."""

import re
from collections.abc import Container, Iterator

from models.matching.near_mentions import BETWEEN, WORD, bare
from models.matching.short_forms import is_known
from models.records.mentions import Stranger
from models.rules.around_names import OF_A_PLACE
from models.rules.capture.english import is_english
from models.rules.harm_told import PRONOUN
from models.rules.name_slips import DAYS
from models.rules.names import TITLES, plain

LEAST = 3
"""Letters of a first name and of a surname."""
AT_WORK = (TITLES - {"mr", "mrs", "ms", "miss", "mx", "sister"}) | {
    "worker", "teacher", "nurse", "officer", "tutor", "manager", "coordinator", "lead", "head",
    "constable", "sergeant", "inspector", "midwife", "counsellor", "solicitor", "councillor",
}  # fmt: skip
OF_THE_FAMILY = frozenset({
    "mother", "mum", "father", "dad", "parent", "carer", "grandmother", "grandfather", "nan",
    "grandad", "aunt", "auntie", "uncle", "stepfather", "stepmother", "stepdad", "stepmum",
})  # fmt: skip
NOT_SAID_OF = AT_WORK | OF_THE_FAMILY
NO_SURNAME = OF_A_PLACE | {
    "council", "police", "team", "service", "services", "unit", "panel", "trust", "city", "town",
    "county", "borough", "station", "taxis", "cars", "club", "gym", "market", "foundation",
    "project",
}  # fmt: skip
BEFORE = re.compile(r"([^\W\d_]+)[.,:]?\s+$")
DOES = re.compile(
    r"\s+(?:has|had|is|was|will|would|wants?|says?|said|tells?|told|texts?|texted|rang|rings?|"
    r"messaged|posted|went|took|tried|left|ran|met)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[.!?:\n])\W*$")
AFTER = re.compile(r"^,\s*(?:the |her |his |their |a )?([^\W\d_]+(?:\s[^\W\d_]+)?)")


def strangers(text: str) -> Iterator[Stranger]:
    """First name and surname beside each other, save of who is at work or of the family there.

    A first name is a known one, or neither word is one of English.
    """
    words, at = list(WORD.finditer(text)), 0
    while at < len(words) - 1:
        one, other = words[at], words[at + 1]
        beside = BETWEEN.fullmatch(text[one.end() : other.start()])
        if beside and _is_name(one[0], bare(other[0])) and _is_said(text, words, at):
            yield Stranger(f"{one[0]} {bare(other[0])}", one.start(), _end(other))
            at += 1
        at += 1


def first_names(text: str, borne: Container[str]) -> Iterator[str]:
    """Words of a text that are somebody's first name, and none of those borne by people at hand.

    A first name is a known one, or any word that is not English and does what people do.
    """
    for one in WORD.finditer(text):
        name = bare(one[0])
        said, whole = plain(name), name[:1].isupper()
        if len(said) < LEAST - whole or said in PRONOUN or said in borne or is_english(said):
            continue
        if is_known(said) or (whole and said not in DAYS and _does(text, one)):
            yield name


def _does(text: str, one: re.Match[str]) -> bool:
    """Whether a word that is no abbreviation does what people do."""
    return not one[0].isupper() and DOES.match(text, one.end()) is not None


def _is_name(first: str, surname: str) -> bool:
    if not (first[0].isupper() and surname[:1].isupper()) or first.isupper() != surname.isupper():
        return False
    given, family = plain(first), plain(surname)
    if min(len(given), len(family)) < LEAST or family in NO_SURNAME or given in NOT_SAID_OF:
        return False
    if is_known(given):
        return True
    return not any(map(is_english, (given, *family.split())))


def _is_said(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether what stands around it leaves the name somebody's who is not at work there."""
    one, other = words[at], words[at + 1]
    before, after = BEFORE.search(text[: one.start()]), text[_end(other) :]
    if before and before[1].lower() in NOT_SAID_OF:
        return False
    if OPENS.search(text[: one.start()]) and is_english(plain(one[0])):
        return False
    follows = AFTER.match(after)
    if follows and AT_WORK.intersection(follows[1].lower().split()):
        return False
    third = words[at + 2] if at + 2 < len(words) else None
    if third is None or not text[other.end() : third.start()].isspace():
        return True
    return not (third[0][0].isupper() and plain(third[0]) in NO_SURNAME)


def _end(word: re.Match[str]) -> int:
    return word.start() + len(bare(word[0]))
