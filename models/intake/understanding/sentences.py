"""What a letter or report tells of the child in whole sentences, where no label asked for it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Element, Loose, Pair
from models.intake.understanding.openings import opened
from models.intake.understanding.records import TO_CHECK, Growing
from models.intake.understanding.telling import DENIED, PARENT, Telling
from models.intake.understanding.tellings import TELLINGS

TOLD_IN = frozenset({
    "reason", "tried", "associates", "risk", "plan", "nrm", "consent", "ask", "parent", "voice",
    "rationale", "notes",
})  # fmt: skip
OF_TOOL = frozenset({"plan", "risk", "previous_risk"})
LEAST_STORY = 40  # words
_STOP = re.compile(r"(?<=[a-z)”\"’%\d][.!?])\s+(?=[A-Z“\"])|\n+")
_OTHERS = re.compile(
    r"\b(?:brothers?|sisters?|siblings?|cousins?|friends?|boyfriend|girlfriend|father|dad|uncle|"
    r"aunt|half|step\w+)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:if|where|when|should|must|please|unless|whether|"
    r"would(?! be (?:writing|making|sending|referring))|999)\b",
    re.I,
)
_CHILD = re.compile(r"\b(?:he|she|her|his|him)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_BOTH = re.compile(
    rf"\bboth\b.{{0,60}}\b{PARENT}\b.{{0,30}}\b"
    r"(?:know|are aware|were told|have been told|agree)\b",
    re.IGNORECASE,
)
_SO_DOES = re.compile(rf"\band so do(?:es)? (?:her|his|their) {PARENT}\b", re.IGNORECASE)
_TOLD_AS_WELL = re.compile(rf"\band (?:i|we) have told {PARENT}(?: as well| too)?\b", re.IGNORECASE)
_SURNAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss) ([A-Z][\w'’-]+) (?:knows?|is aware|agrees)\b.{0,30}\b(?:referral|this)\b"
)
_NOT_NOW = re.compile(
    r"\b(?:(?:i|we) )?(?:don['’]?t|do not) (?:think|believe|feel) (?:that )?"
    r"(?:he|she|they|(?-i:[A-Z])\w+) (?:is|are) (?:at|in) (?:any )?(?:immediate )?"
    r"(?:danger|risk)(?: of harm)? (?:this minute|right now|today|tonight|at the moment|just now)",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:if|unless|whether|sure|told)\b|\?", re.IGNORECASE)
_AGREES = re.compile(r"\b(?:is |are )?(?:aware|agrees?|consents?|supportive)\b", re.IGNORECASE)
_CHILD_UNTOLD = re.compile(
    rf"\b(?!{PARENT}\b)(?:[A-Z][\w-]+|[Ss]he|[Hh]e|[Cc]hild) (?:has |is )?"
    r"(?:not|hasn['’]?t|isn['’]?t) (?:yet )?(?:been )?(?:told|informed|aware)\b"
)
_TOLD_TOO = re.compile(
    rf"\b{PARENT} (?:has|have) (?:also )?been (?:told|informed)\b", re.IGNORECASE
)
_TOO = r"(?:too|as well)(?=\W*$|\s*[.,;]|\s+(?:and|but)\b)"  # nobody "too frightened to say"
_PARENT_TOO = re.compile(
    rf"^(?:(?:and )?(?:his|her|their) )?{PARENT} (?:does|do|is|are|has|have) {_TOO}",
    re.IGNORECASE,
)
_CHILD_TOO = re.compile(rf"^(?!{PARENT}\b)[A-Z][\w'’-]+ (?:does|is|has) {_TOO}")
ALSO_TOLD = (_SO_DOES, _TOLD_TOO, _TOLD_AS_WELL, _PARENT_TOO)


def read_sentences(growing: Growing, elements: Sequence[Element]) -> None:
    """Fill fields of a child's form that no label gave from what its sentences say."""
    first = str(growing.get("first_name") or growing.get("name") or "").partition(" ")[0]
    for text, where in _sentences(elements):
        _not_now(growing, text, where)
        if _ASKED.search(text):
            continue
        for telling in TELLINGS:
            if _may_tell(telling, text, first):
                growing.take_in_passing(
                    telling.field, _told(telling, text, growing.this_year), text, where
                )
        _also_assessed(growing, text, where)
        _both(growing, text, where)
    _paragraphs(growing, elements)
    _story(growing, elements)
    _parent_agrees(growing, elements)


def read_tool(growing: Growing, elements: Sequence[Element]) -> None:
    """Fill in the plan and the level that the sentences of a tool of assessment tell."""
    for text, where in _sentences(elements):
        for telling in TELLINGS if not _ASKED.search(text) else ():
            if telling.field in OF_TOOL and not _OTHERS.search(text):
                told = _told(telling, text, growing.this_year)
                growing.take_in_passing(telling.field, told, text, where)


def _paragraphs(growing: Growing, elements: Iterable[Element]) -> None:
    """Take a letter's paragraph for what its first words say that it is."""
    for element in elements:
        if isinstance(element, Loose):
            for field, text in opened(element.text):
                growing.take_in_passing(field, text, element.text, element.where)


def _story(growing: Growing, elements: Sequence[Element]) -> None:
    """Take the longest paragraph of a letter that tells of the child for why it is written."""
    told = [one for one in elements if isinstance(one, Loose) and not next(opened(one.text), None)]
    told = [one for one in told if len(one.text.split()) >= LEAST_STORY and _CHILD.search(one.text)]
    labelled = any(
        isinstance(one, Pair) and len(one.value.split()) >= LEAST_STORY for one in elements
    )
    longest = max(told, key=lambda one: len(one.text), default=None)
    if longest is not None and not labelled:
        growing.take_in_passing("reason", longest.text, longest.text, longest.where)


def _sentences(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, Loose) or isinstance(element, Pair) and _tells(element):
            text = element.value if isinstance(element, Pair) else element.text
            for sentence in _STOP.split(text):
                yield _QUOTED.sub(" ", sentence), element.where


def _tells(pair: Pair) -> bool:
    return pair.match is None or pair.match.field in TOLD_IN


def _may_tell(telling: Telling, text: str, first: str) -> bool:
    """Say whether a sentence can be about this child, and not about a brother or friend."""
    named = bool(first) and re.search(rf"\b{re.escape(first)}\b", text) is not None
    if _OTHERS.search(text) and telling.field not in ("informed_parent", "types"):
        return named and text.startswith((first, "Both")) or text.startswith(("He ", "She "))
    return not telling.names or named or bool(_CHILD.search(text))


def _told(telling: Telling, text: str, this_year: int) -> object:
    found = telling.pattern.search(text)
    return telling.read(found, this_year) if found else None


def _parent_agrees(growing: Growing, elements: Iterable[Element]) -> None:
    """Take "aware and agrees" beside a parent's name for a parent who has been told."""
    for one in elements:
        if isinstance(one, Pair) and one.match and one.match.field == "parent_name":
            for sentence in _STOP.split(one.value):
                if _AGREES.search(sentence) and not DENIED.search(sentence):
                    growing.take_in_passing("informed_parent", True, sentence, one.where)
                elif telling := _CHILD_UNTOLD.search(sentence):
                    growing.take_in_passing("informed_child", False, telling[0], one.where)


def _also_assessed(growing: Growing, text: str, where: str) -> None:
    risk = growing.fields.get("risk")
    if risk and risk.raw in text and risk.note == TO_CHECK:
        day = read_day(text, growing.this_year).value
        growing.take_in_passing("assessed", day, text, where)


def _not_now(growing: Growing, text: str, where: str) -> None:
    """Take "I don't think he is in danger this minute" for a child in no immediate danger."""
    found = _NOT_NOW.search(text)
    if found and not _UNLESS.search(text):
        growing.take_in_passing("immediate_risk", False, text, where)


def _both(growing: Growing, text: str, where: str) -> None:
    """Take "both Amira and her mother know" and "so does his nan" for child and parent."""
    if DENIED.search(text):
        return
    parent = growing.fields.get("informed_parent")
    too = parent is not None and parent.value is True and parent.note == TO_CHECK
    if _BOTH.search(text) or too and _CHILD_TOO.search(text):
        growing.take_in_passing("informed_child", True, text, where)
    mine = _SURNAMED.search(text)
    if mine and str(growing.get("name") or growing.get("surname") or "").endswith(mine[1]):
        growing.take_in_passing("informed_parent", True, text, where)
    knows = growing.get("informed_child") is True
    if _BOTH.search(text) or knows and any(one.search(text) for one in ALSO_TOLD):
        growing.take_in_passing("informed_parent", True, text, where)
