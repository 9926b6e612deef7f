"""What people call the measures of the catalogue and the decisions of the list."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from models.remembering import remembered
from models.rules.capture.field_words import short_words
from models.rules.capture.phrases import Phrasebook
from models.rules.capture.refs import DecisionRef, MeasureRef
from models.rules.names import plain

SMALL = frozenset(["a", "an", "and", "of", "the", "for", "in", "on", "to", "or", "by", "with"])
ARTICLE = re.compile(r"\b(?:the|a|an)\s+", re.IGNORECASE)
SECTION = re.compile(r"(?:s\.?|section\s+)(\d+[A-Za-z]?)\b", re.IGNORECASE)
BRACKETS = re.compile(r"\(([^)]*)\)")


@remembered(4)
def measure_book(measures: tuple[MeasureRef, ...]) -> Phrasebook[MeasureRef]:
    """Measures by name, abbreviation, half a double name and letters, none that two would share."""
    derived = {measure: frozenset(_derived(measure.name)) for measure in measures}
    shared = Counter(name for names in derived.values() for name in names)
    pairs = [
        (name, measure)
        for measure in measures
        for name in (
            measure.name,
            measure.code,
            *_plurals(_sections(measure.abbreviations)),
            *_plurals(name for name in derived[measure] if shared[name] == 1),
        )
    ]
    return Phrasebook(_with_and(pairs), same=short_words())


def _derived(name: str) -> Iterator[str]:
    outside = BRACKETS.sub(" ", name.replace("&", "and")).strip()
    yield plain(outside)
    yield from (plain(inside) for inside in BRACKETS.findall(name) if len(inside) > 2)
    for part in re.split(r"[;:]", outside):
        if len(part.split()) > 1:
            yield plain(part)
        yield from _halves(part)
    words = plain(outside).split()
    if 2 < len(words) < 5 and not re.search(r"[/;,]", outside):
        yield f"{words[0]} {words[-1]}"
    letters = "".join(word[0] for word in plain(outside).split() if word not in SMALL)
    if 3 <= len(letters) <= 6 and not re.search(r"[/;,]", outside):
        yield letters
    yield from (word.lower() for word in re.findall(r"\b[A-Z]{3,}\b", name))


def _halves(part: str) -> Iterator[str]:
    """ "Closure notice / order" gives "closure notice" and "closure order"."""
    left, slash, right = part.partition("/")
    if not slash:
        return
    before, after = plain(left).split(), plain(right).split()
    if len(before) > 1 and len(after) == 1:
        yield " ".join(before)
        yield " ".join((*before[:-1], *after))


def _plurals(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        if name and name[-1].isalpha() and name[-1].lower() != "s":
            yield name + "s"


def _sections(names: Iterable[str]) -> Iterator[str]:
    """ "s59" also as "s.59", "s 59" and "sec 59"."""
    for name in names:
        yield name
        found = SECTION.match(name)
        if found:
            yield from (
                f"{short} {found[1]}{name[found.end() :]}" for short in ("s", "sec", "sect")
            )


def _with_and(pairs: Iterable[tuple[str, MeasureRef]]) -> Iterator[tuple[str, MeasureRef]]:
    for name, measure in pairs:
        yield name, measure
        if "&" in name:
            yield name.replace("&", " and "), measure
        if re.search(r"\band\b", name):
            yield re.sub(r"\band\b", " ", name), measure


def decision_book(decisions: Iterable[DecisionRef]) -> Phrasebook[DecisionRef]:
    """Decisions by label, synonym, and the part of a label before or after its colon or comma."""
    decisions = tuple(decisions)
    derived = {decision: frozenset(_parts(decision.label)) for decision in decisions}
    shared = Counter(name for names in derived.values() for name in names)
    return Phrasebook(
        (one, decision)
        for decision in decisions
        for name in (
            decision.label,
            decision.code.replace("_", " "),
            *decision.synonyms,
            *(part for part in derived[decision] if shared[part] == 1),
        )
        for one in (name, ARTICLE.sub("", name))
    )


def _parts(label: str) -> Iterator[str]:
    bare = plain(re.sub(r"\([^)]*\)|<[^>]*>", " ", label))
    yield bare
    head = plain(re.split(r"[:,(<]", label)[0])
    if len(head.split()) > 1:
        yield head
    words = bare.split()
    parts = (words[:count] for count in range(2, len(words)))
    # "Refer to" is said of every referral: a part that ends so tells no decision.
    yield from (" ".join(part) for part in parts if part[-1] not in SMALL)
    if ":" in label:
        yield f"{head} {plain(label.split(':', 1)[1])}"
        yield plain(label.split(":", 1)[1])
