"""Words that blame a child or say too little, found in a text with what to say instead."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from models import codes
from models.remembering import remembered

WORD, BEGINS = re.compile(r"\w+"), 5
QUOTED = re.compile(
    r"\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|‘[^’]*(?:’(?:\w[^’]*’?)*|$)"
    r"|(?<!\w)'(?=\S)[^'\n]*(?:'\w[^'\n]*)*'(?!\w)"
)


class Term(Protocol):
    """A row of the panel's language list."""

    @property
    def term(self) -> str: ...
    @property
    def alternative(self) -> str: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True)
class ListedTerm:
    """A spelling of the list, the first of its alternatives, and why another word is better."""

    term: str
    alternative: str
    why: str


@codes.kept
def listed_terms() -> tuple[ListedTerm, ...]:
    """The language list in use as the rule reads it, a row for each spelling."""
    return tuple(
        ListedTerm(form, one.alternatives[0] if one.alternatives else "", one.why)
        for one in codes.language_terms()
        for form in (one.label, *one.forms)
    )


@dataclass(frozen=True)
class LanguageFinding:
    """A term of the list where it stands in a text, and its alternative ("" if none is given)."""

    start: int
    end: int
    found: str
    alternative: str
    why: str = ""

    @property
    def warning(self) -> str:
        """The finding as one plain sentence: why not, and the better word."""
        why = _as_clause(self.why)
        if why:
            better = f"; consider “{self.alternative}”" if self.alternative else ""
            return f"“{self.found}”: {why}{better}."
        if self.alternative:
            return f"“{self.found}”: consider “{self.alternative}”."
        return f"“{self.found}” may blame the child: consider other words."


def findings(text: str, terms: Sequence[Term]) -> tuple[LanguageFinding, ...]:
    """Every listed term in the text, longest first where two overlap, in order of place.

    Terms match blind to case, as whole words, with the endings -s, -ed and -ing allowed
    (source: domain brief 5.7; the list is the panel's own). What stands in quotation marks is
    somebody's own word and never found. Nothing here ever blocks.
    """
    return finder(terms)(text)


def finder(terms: Sequence[Term]) -> Callable[[str], tuple[LanguageFinding, ...]]:
    """What finds the listed terms in many texts, as `findings` does in one."""
    listed = tuple(terms)
    names = tuple(row.term for row in listed)
    if not names:
        return lambda _text: ()
    any_of, rarest = _any_of(names), _rarest(names)

    def found(text: str) -> tuple[LanguageFinding, ...]:
        if not _may_hold(rarest, text):
            return ()
        return tuple(_finding(match, listed) for match in unquoted(any_of, text))

    return found


def _finding(match: re.Match[str], terms: tuple[Term, ...]) -> LanguageFinding:
    term = _meant(match[0].lower(), terms)
    return LanguageFinding(match.start(), match.end(), match[0], term.alternative, term.why)


def unquoted(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds outside quotation marks; one not closed yet goes on to the end."""
    every = list(pattern.finditer(text))
    quoted = [one.span() for one in QUOTED.finditer(text)] if every else []
    for found in every:
        if not any(start <= found.start() < end for start, end in quoted):
            yield found


def _as_clause(why: str) -> str:
    """The first sentence of a reason, as it goes on behind a colon."""
    clause = why.split(". ")[0].strip().rstrip(".")
    return clause[:1].lower() + clause[1:]


@remembered(512)
def _meant(found: str, terms: tuple[Term, ...]) -> Term:
    """The longest term that these words are a form of."""
    longest = sorted(terms, key=lambda row: len(row.term), reverse=True)
    return next(row for row in longest if _pattern(row.term).fullmatch(found))


@remembered(16)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    """All terms as one pattern; words that begin none of them are passed at the first letter."""
    longest = sorted(terms, key=len, reverse=True)
    begins = "".join(sorted({re.escape(term[0].lower()) for term in terms if term}))
    whole = "|".join(_words(term) for term in longest)
    return re.compile(rf"(?<!\w)(?=[{begins}])(?:{whole})(?!\w)", re.IGNORECASE)


Beginnings = tuple[tuple[int, frozenset[str]], ...]


@remembered(16)
def _rarest(terms: tuple[str, ...]) -> Beginnings:
    """How the longest word of each term begins, whatever its ending, by how many letters."""
    longest = (max(WORD.findall(term.lower()), key=len, default="") for term in terms)
    begins = {word.removesuffix("e")[:BEGINS] for word in longest}
    sizes = sorted({len(one) for one in begins})
    return tuple((size, frozenset(one for one in begins if len(one) == size)) for size in sizes)


def _may_hold(rarest: Beginnings, text: str) -> bool:
    """Whether any term may stand in a text: most hold none, which is soon told."""
    words = set(WORD.findall(text.lower()))
    return any(not size or not known.isdisjoint([one[:size] for one in words])
               for size, known in rarest)  # fmt: skip


@remembered(512)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(term)}(?!\w)", re.IGNORECASE)


def _words(term: str) -> str:
    return r"[\s-]+".join(_word(word) for word in term.split())


def _word(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return re.escape(word).replace("'", "['’]")
    stem = word[:-1] if word.endswith("e") else word
    return (
        re.escape(stem) + r"(?:e?s|e?d|ing)?"
        if stem == word
        else re.escape(stem) + r"(?:es?|ed|ing)"
    )
