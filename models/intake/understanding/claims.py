"""Which label has which field, told over the whole form: words, answers and neighbours."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models import codes
from models.intake.understanding.assessed_by import by_another
from models.intake.understanding.contents import OTHER_LEVEL
from models.intake.understanding.context import OWN, Context
from models.intake.understanding.dates import is_day
from models.intake.understanding.days_of_risk import days_of_risk
from models.intake.understanding.elements import Pair
from models.intake.understanding.evidence import KIN
from models.intake.understanding.guessed import guessed
from models.intake.understanding.lexicon import SAID, Match, lexicon
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.narratives import told_by_words
from models.intake.understanding.numbers import read_phone, read_plate
from models.intake.understanding.shared_out import shared_out
from models.intake.understanding.sorts import by_sort
from models.intake.understanding.ticks import choices, is_tick
from models.intake.understanding.value_codes import are_signs, field_of_boxes, options_known
from models.intake.understanding.wording import label_key, tokens

CERTAIN, SURE, TOLD = 0.97, 0.85, 0.7
LEAST_OPTIONS = 2
NEAR = 2  # labels between a level of risk and the day it was given
LONGEST_NAME = 4  # words
LONGEST_KIND = 12  # words
EXACT = frozenset({"la_id", "nhs", "mash_ref", "alias", "upn", "lead", "school", "gp", "dob"})
"""Fields whose own label, left empty, says that the form has no answer to it."""
CHILD, RISK, RECEIVED = "child", "risk", "received"
FORMS = frozenset({"child", "person_of_concern", "location", "group", "theme"})
COUNTED = {"child": "children", "place": "places", "location": "places", "venue": "places"}
WHY = frozenset({"informed_parent", "informed_child", "parent", "reason", "voice", "consent"})
NARRATIVE = frozenset({"reason", "grounds", "voice", "ask"})  # which no boxes answer
OF_CHILD = frozenset({"district", "postcode", "address", "school", "ethnicity", "gender"})
ANYWHERE = OF_CHILD | {"reason", "referrer", "received", "tried", "ask", "lead"}
LEAST_KNOWN = 0.65  # a label told less surely than this is as good as unknown
_WHY_NOT = re.compile(
    r"\W*if (?:no|not|yes|parents?|child|they|either|you)\b.*\b(?:why|reasons?)\b", re.I
)
_RECEIVED = re.compile(r"\breceived\b|\brec['’]?d\b", re.IGNORECASE)
_SOURCE = re.compile(r"\bsource\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:who|people|persons?|adults?|others?|names?)\b", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]{3}")
_KIN_NAMED = re.compile(  # "Dad - Craig Holt 07700 900861. Mum lives in Spain"
    r"(?:(?i:mum|mam|mother|dad|father|parents?|carer|foster carer|nan|gran\w*|aunt|uncle|guardian)"
    r"\s*[-–:,(]?\s*)?(?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w'’-]+ [A-Z][\w'’-]+\)?"
    r"(?=\W*(?:$|\(?0\d|[,;]))"
)
_BOTH = re.compile(r"\s+(?:and|&|\+)\s+")
_RELATED = re.compile(r"([^()]{3,40}?)\s*\([^()]{2,20}\)")  # "Ms Carol Reeve (mum)"
_NUMBERS = {
    ("voice", "child"): "phone",
    ("parent_name", "child"): "parent_phone",
    ("parent_name", "parent"): "parent_phone",
    ("social_media", "child"): "phone",
    ("social_media", "associate"): "associate_phone",
}
"""A field and whose details it stands among → what a telephone number answers there."""
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\s*(?:no\.? ?|#)?(?:\d{1,2}|[a-e])\s*[:.]?\s*$", re.IGNORECASE)


def settled(pairs: Sequence[Pair], context: Context) -> list[Pair]:
    """Return the pairs of a form with each label's field as all of them together tell it."""
    if context.kind == "assessment":
        return guessed(by_another(list(pairs)), context.kind)
    if context.kind not in FORMS:
        return guessed(pairs, context.kind)
    pairs = [_as_elsewhere(pair, context.kind) for pair in pairs]
    found = _left_empty(
        [_by_boxes(pair, context.kind) for pair in _counted(list(pairs), context.kind)]
    )
    found = _as_received(found)
    found = days_of_risk(found) if context.kind == "child" else found
    found = [_told(pair, context.kind) for pair in _of_another_form(found)]
    return guessed(_unknown(shared_out(found, context.kind), context.kind), context.kind)


def _as_received(pairs: list[Pair]) -> list[Pair]:
    """Let the day on which the panel says that it received a form stand before any other."""
    asked = [pair for pair in pairs if pair.match and pair.match.field == RECEIVED and pair.value]
    own = [pair for pair in asked if _RECEIVED.search(pair.label) and is_day(pair.value)]
    others = [pair for pair in asked if not _RECEIVED.search(pair.label)] if own else []
    return [replace(pair, match=None) if pair in others else pair for pair in pairs]


def _as_elsewhere(pair: Pair, kind: str) -> Pair:
    """Take a label by the very words that other kinds of paper have, before mere likeness."""
    match = pair.match
    if match is None or match.remembered or match.settled or match.score >= SAID:
        return pair
    told = lexicon(kind, kin=True).exact.get(label_key(pair.label))
    return replace(pair, match=Match(told, SURE)) if told else pair


def _told(pair: Pair, kind: str) -> Pair:
    """Read "If not told, why" as a reason for it, and who has a car as somebody of concern."""
    match = pair.match
    if match and match.remembered or not pair.value:
        return pair
    if match and match.field == "parent" and _names_parent(pair, match):
        return replace(pair, match=Match("parent_name", TOLD, settled=True))
    if match and match.field == "parent_name" and _KIN_NAMED.match(pair.value):
        return replace(pair, match=replace(match, settled=True))
    if match and (number := _NUMBERS.get((match.field, _whose(pair, kind)))):
        told = replace(pair, match=Match(number, SURE, settled=True))
        return told if _is_phone(pair.value) else pair
    if match and match.field == "referrer" and _SOURCE.search(pair.label):
        return pair if looks_like_name(read_name(pair.value).name) else replace(pair, match=None)
    if match and match.field == "types" and match.score < CERTAIN and _is_prose(pair.value):
        return replace(pair, match=Match("reason", TOLD, settled=True))
    if match and match.field == "la_id" and match.score < SURE and not _DIGIT.search(pair.value):
        return replace(pair, match=None)
    if _WHY_NOT.match(pair.label) and match and match.field in WHY:
        return replace(pair, match=Match("consent", TOLD, settled=True))
    short = len(pair.label.split()) < NEAR
    people = match is None or match.field in ("referrer", "lead") and short
    people = people or match is not None and match.field == "associates" and match.score < CERTAIN
    if people and read_plate(pair.value) and _PEOPLE.search(pair.label):
        return replace(pair, match=Match("associates", TOLD, settled=True))
    return pair


def _names_parent(pair: Pair, match: Match) -> bool:
    """Say whether a label that asks no parent's view, or hardly does, is answered by a name."""
    return (match.score < SURE or tokens(pair.label) <= tokens(KIN)) and _is_called(pair.value)


def _whose(pair: Pair, kind: str) -> str:
    """Return whose details a pair stands among: those of whom the form is about as the child's."""
    return CHILD if pair.section in (None, OWN.get(kind)) else pair.section


def _is_phone(text: str) -> bool:
    """Say whether an answer is a telephone number and no words."""
    return read_phone(text) is not None and not _NAMED.search(text)


def _is_prose(text: str) -> bool:
    """Say whether an answer to what kind of harm it is tells what happened, in sentences."""
    return choices(text) is None and len(text.split()) > LONGEST_KIND


def _is_called(text: str) -> bool:
    """Say whether an answer names a family and gives no view: "The Dymonds"."""
    each = [half.split() for half in _BOTH.split(text)]
    named = len(text.split()) > 1 and all(
        words and len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)
        for words in each
    )
    named = named or _KIN_NAMED.match(text.strip()) is not None
    bracketed = _RELATED.fullmatch(text.strip())
    return named or bracketed is not None and looks_like_name(read_name(bracketed[1]).name)


def _of_another_form(pairs: list[Pair]) -> list[Pair]:
    """Leave out what another's part of the form says where the panel's part says it too."""
    mine = {
        pair.match.field for pair in pairs if pair.match and pair.value and not _others_part(pair)
    }
    return [
        replace(pair, match=None)
        if _others_part(pair) and pair.match and pair.match.field in mine & ANYWHERE
        else pair
        for pair in pairs
    ]


def _others_part(pair: Pair) -> bool:
    own = pair.match is not None and pair.match.field.startswith(f"{pair.section}_")
    told = pair.match is not None and pair.match.field == pair.section
    of_child = pair.match is not None and pair.match.field in OF_CHILD
    return (
        not own
        and not told
        and (pair.section == "school" or pair.section == "referrer" and of_child)
    )


def _unknown(pairs: list[Pair], kind: str) -> list[Pair]:
    """Take what no label had for the field that the words and the sort of its answer tell."""
    found = list(pairs)
    for at, pair in enumerate(found):
        if not pair.value or pair.match and pair.match.score >= LEAST_KNOWN:
            continue
        taken = frozenset(
            one.match.field for one in found if one.match and one.value and one is not pair
        )
        told = by_sort(pair, kind, taken) or told_by_words(pair, kind, taken)
        found[at] = replace(pair, match=replace(told, settled=True)) if told else pair
    return found


def _counted(pairs: list[Pair], kind: str) -> list[Pair]:
    """Read "Place 1", "Place 2" as one list; the children are those of another's form."""
    stems = [_COUNT.sub("", label_key(pair.label)) for pair in pairs]
    often = Counter(stem for stem, pair in zip(stems, pairs, strict=True) if _is_counted(pair))
    return [
        replace(pair, match=Match(COUNTED[stem], SURE, settled=True))
        if often[stem] > 1 and _is_counted(pair) and stem in COUNTED and _lists(stem, kind)
        else pair
        for stem, pair in zip(stems, pairs, strict=True)
    ]


def _is_counted(pair: Pair) -> bool:
    return bool(_COUNT.search(label_key(pair.label))) and " " in label_key(pair.label)


def _lists(stem: str, kind: str) -> bool:
    return kind != "child" if COUNTED[stem] == "children" else kind != "location"


def _by_boxes(pair: Pair, kind: str) -> Pair:
    """Let the options of a tick list tell its field, or that it is not that of its label."""
    if is_tick(pair.value) and (sex := codes.recognise("genders", pair.label.strip(" :"))):
        return replace(pair, value=sex.label, match=Match("gender", SURE, settled=True))
    found = choices(pair.value)
    match = pair.match
    if found and match is None:
        level = field_of_boxes(pair.value) == RISK and not OTHER_LEVEL.search(pair.label)
        signs = kind == CHILD and are_signs(pair.value)
        asked = RISK if level else "indicators" if signs else ""
        return replace(pair, match=Match(asked, TOLD, settled=True)) if asked else pair
    certain = match is not None and match.score >= CERTAIN and match.field not in NARRATIVE
    if found is None or match is None or certain or match.remembered:
        return pair
    told = field_of_boxes(pair.value)
    if told and told != match.field:
        return replace(pair, match=Match(told, SURE, settled=True))
    known = options_known(match.field, pair.value)
    return replace(pair, match=None) if known == 0 and len(found.options) >= LEAST_OPTIONS else pair


def _left_empty(pairs: list[Pair]) -> list[Pair]:
    """Let nothing that only resembles a label answer for one whose very words were left empty."""
    empty = {
        pair.match.field
        for pair in pairs
        if pair.match and pair.match.score >= CERTAIN and not pair.value.strip()
    } & EXACT
    return [
        replace(pair, match=None)
        if pair.value and pair.match and pair.match.field in empty and pair.match.score < SURE
        else pair
        for pair in pairs
    ]
