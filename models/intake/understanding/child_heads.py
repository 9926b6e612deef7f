"""Which lines of a return head a child, and below which of them no child is meant."""

import re
from collections.abc import Sequence

from models.intake.understanding.elements import Element, Heading, Pair
from models.intake.understanding.headed import child_in_heading, heads_in_full
from models.intake.understanding.lexicon import recognise, section_of
from models.intake.understanding.lines import Whom
from models.intake.understanding.names import looks_like_name, read_name
from models.rules.capture.english import is_english

_NUMBERED = re.compile(
    r"^\s*(?:(?:child|young person|yp|subject|no\.?)\s*)?\(?(\d{1,3})(?:[.):]|\s*[-–—]|\s)\s*"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"(?:ance|ment|tion|sion|ing|ness|ship)s?\W*$")
_GENERAL = re.compile(
    r"\W*(?:(?:general|any other|other|further|additional|overall|closing)(?: general)? "
    r"(?:points?|comments?|information|notes?|matters|remarks|updates?|business)|"
    r"a\.?o\.?b\.?|for (?:all agencies|everyone|the whole panel)|"
    r"(?:service|team|agency) updates?|themes?(?: and trends)?|trends)\b"
    r"(?: (?:for|from|to) (?:the )?(?:panel|all|mace|service))?\W*",
    re.IGNORECASE,
)
SURE = 0.85


def is_general(text: str) -> bool:
    """Say whether a line heads what is said of no child: "General points", "For all agencies"."""
    return _GENERAL.fullmatch(text) is not None


class ChildHeads:
    """The heads of a return's children: where some tell day or number, a name alone is not enough.

    There a name is the next child's where it stands in the style of those heads, or under the
    number that follows the child's before it.
    """

    def __init__(self, elements: Sequence[Element], this_year: int) -> None:
        self._this_year = this_year
        told = [
            (one.level if isinstance(one, Heading) else 0, _number(text))
            for one in elements
            if (text := _head(one)) and heads_in_full(text, this_year)
        ]
        self._in_full = {level for level, _ in told} - {0}
        self._numbered = any(number for _, number in told)
        self._level = self._number = 0
        self.begun = False

    def child(self, text: str, where: str, level: int = 0) -> Whom | None:
        """Return the child that a line heads, None where it heads none for certain."""
        whom = child_in_heading(text, where, self._this_year)
        number = _number(text)
        if whom is None or not self._is_head(text, whom, level, number):
            return None
        self._level, self._number, self.begun = level, number, True
        return whom

    def may_be_next(self, text: str, level: int = 0) -> bool:
        """Say whether a line not understood may head another child: what follows is nobody's."""
        number = _number(text)
        if level == self._level > 0:
            return not (_is_asked(text) or number != self._number + 1 and _is_plain(text))
        if 0 < level < self._level:
            return True
        return number > self._number > 0 and looks_like_name(_bare(text))

    def heads_pair(self, pair: Pair) -> bool:
        """Say whether a label heads a child, or may: what it stands before is about that child."""
        if pair.match is not None:
            return False
        whom = child_in_heading(pair.label, pair.where, self._this_year)
        if whom is None:
            return self.may_be_next(pair.label)
        number = _number(pair.label)
        told = bool(whom.dob or whom.la_id)
        return told or self._numbered and number == self._number + 1 or self.may_be_next(pair.label)

    def counts_on(self, text: str) -> None:
        """Take the number of a line that heads nobody: the next one follows that line."""
        if _number(text):
            self._number = 0

    def _is_head(self, text: str, whom: Whom, level: int, number: int) -> bool:
        if not self._in_full or whom.dob or whom.la_id:
            return True
        follows = self._numbered and number == self._number + 1
        return follows or level in self._in_full and looks_like_name(read_name(_bare(text)).name)


def _head(element: Element) -> str:
    """Return what may head a child: a heading, or a line that is read as the label of the next."""
    if isinstance(element, Pair):
        return element.label if element.match is None else ""
    return element.text if isinstance(element, Heading) else ""


def _number(text: str) -> int:
    found = _NUMBERED.match(text)
    return int(found[1]) if found else 0


def _bare(text: str) -> str:
    return _NUMBERED.sub("", text)


def _is_asked(text: str) -> bool:
    """Say whether words head a part of what is said about one child, as a form asks for it."""
    asked = recognise("return", text) or recognise("generic", text)
    return section_of(text) is not None or asked is not None and asked.score >= SURE


def _is_plain(text: str) -> bool:
    """Say whether a head is made of words of English alone, and of none that is a name as well."""
    words = re.findall(r"[^\W\d_]+", text)
    said = len(words) > 1 and any(word.islower() for word in words) or bool(_ABSTRACT.search(text))
    return said and all(is_english(word.lower()) for word in words)
