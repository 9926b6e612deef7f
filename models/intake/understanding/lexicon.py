"""Which field a label means, by the label dictionary and by similarity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import fsum

from rapidfuzz import fuzz, process

from models.intake.understanding.phrases import (
    NOT_KINDS,
    NOT_LABELS,
    Phrase,
    WordUse,
    exact,
    holding,
    phrases,
    weights,
)
from models.intake.understanding.strokes import either, one_half
from models.intake.understanding.wording import dictionary, label_key, tokens
from models.remembering import remembered

_NAMED = re.compile(r"\(([A-Z][^()]*)\)")  # "Reference (Eclipse)": a name in brackets, no hint
_BRACKETED = re.compile(r"\([^()]*\)")
_OF_AGE = re.compile(  # "Members (18+)": of adults, though a bracket is else no part of a label
    r"\(?\b(?:over[ -]?18s?\b|18 ?\+|18 (?:years )?(?:and|or) over\b|18 years \+|adults?\)|"
    r"aged 18 (?:and|or) over\b)\)?",
    re.IGNORECASE,
)
_HINT = re.compile(  # "(please include names, vehicles and phones)" asks, and names no field
    r"\((?:please|e\.?g\b|for example|includ\w+|provide|give|list|state|consider|note|attach|"
    r"if (?:yes|so|known|not|no|different|applicable))\b[^()]*\)",
    re.IGNORECASE,
)
_PLEA = re.compile(r":\s*(?:please|includ(?:e|ing)|e\.?g\.?)\b.*", re.IGNORECASE | re.DOTALL)
STRUCTURAL = 0.62  # enough where the layout already says "this is a label"
SAME, EITHER, SAID = 0.97, 0.88, 0.72  # the same are a label's very words
BY_USE = 0.25  # what the use of a label's words in all wordings adds to the nearest wording
MOST_TOLD, LONGEST_GUESSED = 0.99, 12  # how sure such a label is at most, words
LOOSE = 0.88  # needed in running text
KIN = (  # one of these in a wording lets the others stand beside it
    frozenset({"parent", "carer", "guardian", "mother", "father"}),
    frozenset({"social", "worker", "professional"}),
    frozenset({"suspect", "perpetrator"}),
    frozenset({"school", "education", "college"}),
    frozenset({"referr", "your", "professional", "worker"}),
)
_WHOM = re.compile(r"\W*(?:\d\W+)?whom? (?:are you|do you|is being|would you)\b", re.IGNORECASE)
_PART = re.compile(r"(?:part|section)\W*(?:\d{1,2}|[a-h])\W*|(?:\d{1,2}|[a-h])[.:)]", re.IGNORECASE)
_JOB = re.compile(  # "A. Housing officer" over a name and a number: who fills in the form
    r"(?:(?!social|key|lead|allocated|named|support)\w+ ){0,2}"
    r"(?:officer|practitioner|worker|nurse|teacher|clinician|warden|caseworker|professional|dsl)$"
)
DOERS = frozenset(  # who did or says it is no matter where a label asks what was done, and why
    {"school", "social", "worker", "professional", "your", "partner", "placement", "coordinator"}
)
TOLD = frozenset({"reason", "grounds", "tried", "ask", "informed_parent", "informed_child"})
ADULTS = frozenset({"adult", "suspect", "perpetrator", "offender"})


@dataclass(frozen=True)
class Match:
    """A field and how sure, from 0 to 1, that a label means it; `remembered` from a mending.

    `settled` where the whole form told it: its answer alone does not tell it anew.
    """

    field: str
    score: float
    remembered: bool = False
    settled: bool = False


class Lexicon:
    """The labels of one kind of paper; with `kin` also as other kinds word them."""

    def __init__(self, kind: str, kin: bool = False) -> None:
        self.kind = kind
        self.phrases = phrases(kind, kin)
        self.exact = exact(kind, kin)
        self.use = WordUse(self.phrases if kin else ())
        self.fields = tuple(dictionary()[kind])
        self.order = {field: place for place, field in enumerate(self.fields)}
        self.weights = weights(self.phrases)
        self.words = tuple(self.weights)
        self.heavy = {phrase: self._weight(phrase.words) for phrase in self.phrases}
        self.starting = {
            letter: [word for word in self.words if word[0] == letter and len(word) >= 5]
            for letter in {word[0] for word in self.words}
        }
        self.holding = holding(self.phrases)
        self.owners = frozenset().union(*map(tokens, dictionary()["words"]["owners"]))

    def recognise(self, label: str) -> Match | None:
        """Return the likeliest field of a label, with or without its bracketed hints."""
        label = _OF_AGE.sub(" adult ", label)
        if not label or len(label) > 250:
            return None
        bare = label_key(label)
        led = label_key(_PLEA.sub("", label))
        for key in (label_key(_NAMED.sub(r" \1", label)), bare, led):
            if key in self.exact:
                return Match(self.exact[key], 1.0)
        if named := either(self.exact, label):
            return Match(named, SAME)
        full = self._best(self._near(tokens(label)))
        sure = full is not None and full.field != "alias" and full.score >= EITHER
        if not sure and self._asks_name_first(label):
            return Match("name", EITHER)
        short = self._best(self._near(tokens(bare))) if bare and bare != label.lower() else None
        hinted = _HINT.search(label) is not None
        if short and hinted and short.score >= STRUCTURAL:
            return Match(short.field, short.score * 0.98)
        if short and (full is None or short.score * 0.98 > full.score):
            return Match(short.field, short.score * 0.98)
        asked, mark, more = label.partition("?")
        aside = more.lstrip().startswith("If ") and len(asked.split()) > 2
        if mark and aside and (full is None or full.score < SAID):
            return self.recognise(asked)
        halves = one_half(self.exact, bare, label) if full is None or full.score < SAID else ""
        return Match(halves, EITHER) if halves else full

    def _asks_name_first(self, label: str) -> bool:
        """Say whether a label is "Child's name/alias/known as": the name before all."""
        first, *others = label.split("/")
        keys = map(label_key, others)
        if {self.exact[key] for key in keys if key in self.exact} != {"alias"}:
            return False
        found = self.recognise(first)
        return found is not None and found.field == "name" and found.score >= EITHER

    def rivals(self, label: str) -> list[Match]:
        """Return every field a label could mean, the likeliest first, each with its best score."""
        words = self._near(tokens(label_key(_OF_AGE.sub(" adult ", label))))
        best: dict[str, float] = {}
        for phrase, score in self._scored(words):
            if score >= STRUCTURAL:
                best[phrase.field] = max(score, best.get(phrase.field, 0.0))
        found = (Match(field, round(min(score, 0.99), 3)) for field, score in best.items())
        return sorted(found, key=lambda match: (-match.score, self.order[match.field]))

    def _near(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset(word if word in self.weights else self._spelt(word) for word in words)

    def _spelt(self, word: str) -> str:
        if len(word) < 5:
            return word
        near = self.starting.get(word[0], ())
        found = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=84)
        return found[0] if found and abs(len(found[0]) - len(word)) <= 1 else word

    def _best(self, words: frozenset[str]) -> Match | None:
        scored = ((score, -self.order[phrase.field]) for phrase, score in self._scored(words))
        score, place = max(scored, default=(0.0, 0))
        field = self.fields[-place]
        return Match(field, round(min(score, 0.99), 3)) if score >= 0.5 else None

    def guesses(self, label: str) -> list[Match]:
        """Return the fields that all wordings together tell for a label, the likeliest first.

        How often each word stands in the wordings of each field weighs with the nearest wording.
        """
        if len(label.split()) > LONGEST_GUESSED:
            return []
        told: dict[str, float] = {}
        for text in {label, _BRACKETED.sub(" ", label)}:
            words = self._near(tokens(text))
            likely = self.use.likely(words)
            for phrase, score in self._scored(words):
                score += BY_USE * likely[phrase.field]
                told[phrase.field] = max(score, told.get(phrase.field, 0.0))
        found = sorted((f for f in told if told[f] >= STRUCTURAL), key=lambda f: -told[f])
        return [Match(field, min(told[field], MOST_TOLD)) for field in found]

    def _scored(self, words: frozenset[str]) -> Iterator[tuple[Phrase, float]]:
        """Yield the wordings that share a telling word with the label, with their scores."""
        telling = (words & self.weights.keys()) - {"child"} or words
        whole = self._weight(words)
        near = {phrase for word in telling for phrase in self.holding.get(word, ())}
        for phrase in near:
            score = self._score(words, whole, phrase)
            if score:
                yield phrase, score

    def _score(self, words: frozenset[str], whole: float, phrase: Phrase) -> float:
        shared = words & phrase.words
        if phrase.key and len(shared) < len(phrase.words):
            return 0.0
        if _of_another_age(words, phrase.words):
            return 0.0
        common = self._weight(shared)
        recall, cover = common / self.heavy[phrase], common / whole
        if not phrase.key and 2 * recall * cover < 0.5 * (recall + cover):
            return 0.0
        owned = 0.55 if self._strangers(words, phrase) else 1.0
        if phrase.key:
            return owned * (0.7 + 0.25 * cover + 0.01 * min(len(phrase.words), 4))
        alone = 0.6 if len(words) == 1 and len(phrase.words) > 1 else 1.0
        return min(alone, owned * 2 * recall * cover / (recall + cover))

    def _strangers(self, words: frozenset[str], phrase: Phrase) -> bool:
        strangers = (words - phrase.words) & self.owners
        if phrase.field in TOLD:
            strangers -= DOERS
        for kin in KIN:
            if phrase.words & kin:
                strangers -= kin
        return bool(strangers)

    def _weight(self, words: frozenset[str]) -> float:
        return fsum(self.weights.get(word, 2.5) for word in words)


def _of_another_age(label: frozenset[str], wording: frozenset[str]) -> bool:
    """Say whether a label speaks of children only and a wording of adults only, or the reverse."""
    adult, child = bool(label & ADULTS), "child" in label
    said_adult, said_child = bool(wording & ADULTS), "child" in wording
    return (child and not adult and said_adult and not said_child) or (
        adult and not child and said_child and not said_adult
    )


@cache
def lexicon(kind: str, kin: bool = False) -> Lexicon:
    """Return the labels of a kind of paper, read once; with `kin` as other kinds word them too."""
    return Lexicon(kind, kin)


def kinds() -> tuple[str, ...]:
    """Return every kind of paper that has labels of its own."""
    return tuple(name for name in dictionary() if name not in NOT_KINDS)


@remembered(50_000)
def recognise(kind: str, label: str) -> Match | None:
    """Return the likeliest field of a label on a kind of paper, or None."""
    return lexicon(kind).recognise(label)


@remembered(5_000)
def guesses(kind: str, label: str) -> tuple[Match, ...]:
    """Return the likeliest fields of a label that no kind of paper words so, the first first."""
    found = lexicon(kind, kin=True)
    named = found.exact.get(label_key(label))
    return (Match(named, 1.0),) if named else tuple(found.guesses(label))


def strange_words(label: str, match: Match | None) -> bool:
    """Say whether a label holds words that no label has: something typed into it by hand."""
    if match is None or match.score >= 1:
        return False
    words = {word for word in tokens(label) if len(word) > 2 and not word.isdigit()}
    return any(word not in vocabulary() and not _resembles(word) for word in words)


@cache
def vocabulary() -> frozenset[str]:
    """Return the telling words of all labels."""
    return frozenset().union(*(lexicon(kind).weights for kind in (*kinds(), *NOT_LABELS)))


def _resembles(word: str) -> bool:
    near = [other for other in vocabulary() if other[0] == word[0]]
    return process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=84) is not None


@remembered(5_000)
def rivals(kind: str, label: str) -> tuple[Match, ...]:
    """Return every field a label could mean on a kind of paper, the likeliest first."""
    return tuple(lexicon(kind).rivals(label))


def workers_lead(label: str) -> Match | None:
    """Return "Worker" as whose case it is: it also says, above the child, who sends the form."""
    found = (one for one in rivals("child", label) if one.field == "lead" and one.score >= SAME)
    return next(found, None)


@remembered(5_000)
def section_of(heading: str) -> str | None:
    """Return whose details a heading announces (referrer, parent, lead …), or None."""
    first, _, rest = heading.strip().partition("   ")
    titled = rest.strip().split("   ")[0] if _PART.fullmatch(first) else first
    found = lexicon("sections").recognise(titled)
    if found and found.score >= 0.8:
        return None if _WHOM.match(titled) else found.field
    return "referrer" if _JOB.match(label_key(heading)) else None


@remembered(5_000)
def is_title(text: str) -> bool:
    """Say whether a heading only names the kind of paper."""
    found = lexicon("titles").recognise(text)
    return found is not None and found.score >= 0.75 and len(text.split()) <= 16
