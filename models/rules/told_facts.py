"""What a text says of facts of a child: read from labels and clear forms, nothing else guessed."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models import codes
from models.rules.told_values import Value, negated, values_of

SENTENCE = re.compile(r"[^;\n.]+(?:(?:(?<=\b[A-Z])\.|\.(?!\s|$))[^;\n.]*)*")
SLOT = "…"
LABEL = re.compile(r"\s*([^:;]{1,40}?)\s*:\s*(\S.*)")
SUBJECT = r"(?:he|she|his|her|their|the\s+child|the\s+young\s+person|child|young\s+person|yp"
CHAIN = (
    r"(?:(?:is|are|has|have|been|now|currently|still|also|and|recently|known\s+to\s+be|recorded|"
    r"registered|remains|continues\s+to\s+be)\s+)*$"
)
STARTS = re.compile(rf"\s*(?:[-–•*]\s*)?{CHAIN}", re.IGNORECASE)
OVER = re.compile(
    r"\b(?:until|till|previously|formerly|last\s+year|was|were|ended|if|unless|(?-i:may)|might|possibly|"
    r"perhaps|alleged\w*|suspected|thought|believed|unclear|unconfirmed|unverified|whether|will|"
    r"would|should|could|due\s+to\s+(?:start|move)|planned|proposed)\b|\?",
    re.IGNORECASE,
)
SOMEBODY_ELSE = re.compile(
    r"\b(?:mother|mum|father|dad|step\w+|parents?|carers?|brother|sister|siblings?|cousin|friends?|"
    r"partner|boyfriend|girlfriend|aunt\w*|uncle|grand\w+|nan|associates?|peers?|adults?|man|woman|"
    r"males?|females?)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"\b[A-Z][a-z'’-]+\s+(?:O['’])?[A-Z][a-z'’-]+\b")
AROUND = 40


@dataclass(frozen=True)
class ToldFact:
    """One fact as a text tells it; `about` tells two of one kind apart, such as whom one meets."""

    fact: codes.ComparedFact
    about: str
    value: Value
    words: str


@dataclass(frozen=True)
class _Form:
    fact: codes.ComparedFact
    pattern: re.Pattern[str]
    anchor: str
    denies: bool
    slot: bool


def facts_told(text: str, own: Collection[str] = ()) -> Iterator[ToldFact]:
    """The facts of one child that a text tells; `own` are the words of the child's names.

    A sentence counts where it speaks of the child: a label before a colon, the child as its
    subject, or nobody before it; not where somebody else was spoken of just before, and not what
    is over, hoped for or uncertain.
    """
    of_another = False
    for found in SENTENCE.finditer(text):
        sentence = " ".join(found[0].split())
        told = [*_labelled(sentence)] or [*_said(sentence, own, of_another)]
        yield from told
        if not told:
            of_another = _names_another(sentence, own)


def _labelled(sentence: str) -> Iterator[ToldFact]:
    met = LABEL.fullmatch(sentence)
    fact = _labels().get(codes.normalise(met[1])) if met else None
    if met and fact is not None and not OVER.search(met[2]):
        denied = negated(fact, met[2], _denials(fact))
        for about, value in values_of(fact, met[2], met[2], denied, whole=True):
            yield ToldFact(fact, about, value, sentence)


def _said(sentence: str, own: Collection[str], of_another: bool) -> Iterator[ToldFact]:
    seen: set[str] = set()
    small = sentence.casefold()
    for form in (one for one in _forms() if one.anchor in small):
        for met in form.pattern.finditer(sentence):
            before = sentence[: met.start()]
            if form.fact.code in seen or not _of_the_child(before, own, of_another):
                continue
            told = sentence[met.start() :]
            if OVER.search(told[: len(met[0]) + AROUND]):
                continue
            slot = met["value"] if form.slot else ""
            said = met[0] if form.fact.kind == "list" else told
            for about, value in values_of(form.fact, slot, said, form.denies):
                seen.add(form.fact.code)
                yield ToldFact(form.fact, about, value, sentence)


def _of_the_child(before: str, own: Collection[str], of_another: bool) -> bool:
    """Whether what stands before a form makes the child its subject."""
    names = "".join(rf"|{re.escape(one)}" for one in own)
    if names and re.search(rf"\b(?:{names[1:]})(?:['’]s)?\s+{CHAIN}", before, re.IGNORECASE):
        return True
    if of_another or _names_another(before, own):
        return False
    return bool(STARTS.fullmatch(before)) or bool(
        re.search(rf"\b{SUBJECT})\s+{CHAIN}", before, re.IGNORECASE)
    )


def _names_another(text: str, own: Collection[str]) -> bool:
    known = {one.casefold() for one in own}
    strange = (one for one in NAMED.findall(text) if not known & set(one.casefold().split()))
    return SOMEBODY_ELSE.search(text) is not None or any(strange)


@codes.kept
def _facts() -> tuple[codes.ComparedFact, ...]:
    return codes.rows_of("agency_facts", codes.ComparedFact)


@codes.kept
def _labels() -> dict[str, codes.ComparedFact]:
    return {
        codes.normalise(label): fact for fact in _facts() for label in (fact.label, *fact.labels)
    }


def _denials(fact: codes.ComparedFact) -> tuple[re.Pattern[str], ...]:
    return tuple(form.pattern for form in _forms() if form.denies and form.fact == fact)


@codes.kept
def _forms() -> tuple[_Form, ...]:
    """All clear forms, those that deny first and the longer before the shorter."""
    made = [
        _Form(fact, _pattern(words), _anchor(words), denies, SLOT in words)
        for fact in _facts()
        for denies, forms in ((True, fact.denies), (False, fact.says))
        for words in _longest_first(forms)
    ]
    return tuple(made)


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=len, reverse=True)


def _anchor(words: str) -> str:
    """The longest word of a form: a sentence without it need not be looked at."""
    found = re.split(rf"[\s'{SLOT}]+", words)
    return max(found, key=len).casefold()


def _pattern(words: str) -> re.Pattern[str]:
    """A form as a pattern: any space, and what stands for `…` as short as it may be."""
    head, slot, tail = words.partition(SLOT)
    after = r"\b" if tail.strip() else r"(?=$|,|\s+(?:and|but|since|who|which)\b)"
    spaced = [
        re.sub(r"\s+", r"\\s+", re.escape(one.strip()).replace(r"\ ", " ")).replace("'", "['’]?")
        for one in (head, tail)
    ]
    if not slot:
        return re.compile(rf"\b{spaced[0]}\b(?!\s+(?:by|of)\s+(?!the\b))", re.IGNORECASE)
    gap_before, gap_after = (r"\s+" if one else "" for one in spaced)
    return re.compile(
        rf"\b{spaced[0]}{gap_before}(?P<value>\S.{{0,79}}?){gap_after}{spaced[1]}{after}",
        re.IGNORECASE,
    )
