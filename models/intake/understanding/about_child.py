"""What the paragraph that introduces a child tells beside name and birth: home, school, mother."""

import re
from collections.abc import Iterable

from models import codes
from models.intake.understanding.elements import Element, Loose
from models.intake.understanding.names import looks_like_name
from models.intake.understanding.numbers import read_phone
from models.intake.understanding.records import Growing
from models.intake.understanding.telling import PARENT
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import straight
from models.rules.told_facts import SOMEBODY_ELSE

LONGEST = 4  # words of a sex or an ethnic group between two commas
_BORN = re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth|birthday)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:calls? (?:her|him|them)|called|known as|goes by|answers to|nickname(?: is|d)?)"
    r"(?: the name)? [\"“']([^\"”]{2,25}?)[\"”']",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:[Ll]ives|[Ll]iving|[Rr]esides|[Ss]tays|[Hh]ome is|[Aa]ddress is) (?:at )?(\d[^.;]*?)"
    r"(?=,? with\b|[.;]|$)"
)
_ANOTHERS = re.compile(
    rf"(?i:{SOMEBODY_ELSE.pattern}|\bsuspects?\b|\bwho\b)(?:,? [A-Z][\w'’-]+){{0,2}},? ?"
    r"(?:who |now |currently |also )*$"
)
"""Words behind which "lives at" tells of another's home."""
_IS_AT = re.compile(  # who, and a whole address: "he is at 60 %" and "at 14" are none
    r"(?:^|[.;,] |\band )([Hh]e|[Ss]he|[Tt]hey|[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)? "
    r"(?:(?:is|are|was|has been) )?(?:now |currently )?"
    r"(?:(?<=is )|(?<=are )|(?<=is now )|(?<=is currently )|staying |placed |living )"
    r"(?:at|with [^.,;\d]{3,40} at) "
    r"(?P<at>\d[^.;]{5,80}?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b"
)
_PHONE = re.compile(
    r"\b(?:own|his|her|their)\b[^.]{0,25}\b(?:mobile|phone|number)\b[^.\d]{0,20}(0[\d ]{9,13}\d)"
)
_NAME = r"((?:M(?:r|rs|s|iss)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})"
_PARENT = re.compile(rf"\bwith (?:her|his|their) {PARENT},? (?:called |named )?{_NAME}")
_SCHOOL = re.compile(
    r"\b(?:at|attends|goes to) (?:the )?((?:[A-Z][\w'’.&-]*,? ){1,5}"
    r"(?:School|Academy|College|Primary|Grammar|High|PRU))\b"
)


def introduced_with(growing: Growing, elements: Iterable[Element]) -> None:
    """Fill what no label of a child's form told from the paragraph that gives name and birth."""
    first = str(growing.get("name") or "").partition(" ")[0]
    for element in elements:
        text = straight(element.text) if isinstance(element, Loose) and first else ""
        if first and first in text and _BORN.search(text):
            _listed(growing, text, element.where)
            _told(growing, text, element.where)


def _is_at(text: str, first: str) -> str | None:
    """Return the address at which the child is said to be, and not a boyfriend or a mother."""
    mine = {"he", "she", "they", first.lower()}
    return next((one["at"] for one in _IS_AT.finditer(text) if one[1].lower() in mine), None)


def _listed(growing: Growing, text: str, where: str) -> None:
    """Take "born …, female, White British, …" for sex and ethnic group."""
    for part in text.partition(". ")[0].split(","):
        part = part.strip(" .")
        if 0 < len(part.split()) <= LONGEST:
            sex, group = codes.recognise("genders", part), codes.recognise("ethnicity", part)
            growing.take_in_passing("gender", sex.label if sex else None, text, where)
            told = part if group and not sex else None
            growing.take_in_passing("ethnicity", told, text, where)


def _told(growing: Growing, text: str, where: str) -> None:
    first = str(growing.get("name") or "").partition(" ")[0]
    homes = (one for one in _HOME.finditer(text) if not _ANOTHERS.search(text[: one.start()]))
    called, lives = _CALLED.search(text), next(homes, None)
    home = lives[1] if lives else _is_at(text, first)
    phone, parent, school = _PHONE.search(text), _PARENT.search(text), _SCHOOL.search(text)
    growing.take_in_passing("alias", called[1] if called else None, text, where)
    for value in read_value("child", "address", home, growing.this_year) if home else ():
        growing.take_in_passing(value.name, value.value, text, where)
    growing.take_in_passing("phone", read_phone(phone[1]) if phone else None, text, where)
    named = parent[1] if parent and looks_like_name(parent[1].removeprefix("Mrs ")) else None
    growing.take_in_passing("parent_name", named, text, where)
    growing.take_in_passing("school", school[1] if school else None, text, where)
