"""Whose a plain "Tel" or "Address" is: that of whom the label before it names, not the child's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.understanding.answers import says_nothing
from models.intake.understanding.elements import Element, Grid, Heading, MatrixRow, Pair
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.matrices import ANSWERED
from models.intake.understanding.return_places import row_of
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.wording import label_key, tokens

OWNERS = {
    "parent_name": "parent",
    "lead": "lead",
    "referrer": "referrer",
    "gp": "gp",
    "referrer_manager": "manager",
    "lead_manager": "manager",
    "associate_name": "associate",
}
"""Field that names somebody → how the fields of what is asked of that person begin."""
SURE, PLAIN = 0.7, 0.9
THEIRS = frozenset({"phone", "email", "role", "agency", "relationship", "team"})
EITHERS = frozenset({"address", "postcode", "dob", "age", "gender", "ethnicity"})
"""What is asked of the child as well: theirs only where the child's has been told above."""
CHILDS = EITHERS | {"phone", "email"}
"""What is the child's where the label names the child; a "relationship to child" is theirs."""
OFFICE, AT_WORK = frozenset({"address", "postcode"}), frozenset({"referrer", "gp", "manager"})
BETWEEN = frozenset({"received", "signature"})
YES_OR_NO = ANSWERED | {"nrm", "plan"}
WHO = frozenset(
    {"if yes who", "if so who", "if yes by whom", "if yes name", "who", "if yes name of worker"}
)
MORE = frozenset({
    "if", "yes", "no", "not", "why", "please", "give", "provide", "state", "explain",
    "explanation", "further", "more", "details", "reason", "reasons", "date",
})  # fmt: skip
"""Words of which a label is made that only asks on: "If no, please explain why"."""
BESIDE = frozenset({"reason", "reasons", "why", "details", "comments", "comment", "notes"})
"""Labels that ask on about the question before them."""
LIVES, WITH = frozenset({"address", "living"}), "with"
_OTHER = re.compile(
    r"\W*(?:if )?(?:you (?:have )?(?:selected|chose|ticked|answered) )?['\"“]?others?\b['\"”]?"
    r"(?: for [\w ]{2,30})?\W*(?:please |then )*"
    r"(?:state|specify|give|describe|explain|say|details)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:if|where|unless|not|same|different|other|than)\b", re.IGNORECASE)
"""From here a label only tells it from another: "Address (if different from the child's)"."""
CHILD = "child"
KINDS = frozenset({CHILD, "person_of_concern", "location", "group"})


def owned(elements: Iterable[Element], kind: str) -> list[Element]:
    """Return the shapes of a form, a plain label behind somebody's name read as asked of them."""
    if kind not in KINDS:
        return list(elements)
    found: list[Element] = []
    owner, told = "", set[str]()
    for element in elements:
        if isinstance(element, Pair):
            mine = _lives_with(element, found[-1:]) or _asked_of(element, owner, told)
            owner = owner if mine or _goes_on(element, owner) else _names(element)
            element = replace(element, match=mine) if mine else element
            told |= {element.match.field} if element.match and element.value else set()
        elif isinstance(element, Heading | Grid | MatrixRow):
            owner = ""
        found.append(element)
    return found


def _lives_with(pair: Pair, before: Sequence[Element]) -> Match | None:
    """Return what a bare "With" asks right behind where the child lives; elsewhere nothing."""
    above = [one.match.field for one in before if isinstance(one, Pair) and one.match and one.value]
    asked = pair.match is None and label_key(pair.label) == WITH and LIVES.issuperset(above)
    return Match("living", SURE, settled=True) if asked and above else None


def asked_on(elements: Iterable[Element]) -> list[Element]:
    """Return the shapes of a form, a bare "Reason" behind a yes or no read as what it says more."""
    found: list[Element] = []
    answered: Pair | None = None
    for element in elements:
        before = found[-1] if found else None
        if isinstance(element, Pair) and isinstance(before, Pair) and _says_which(element, before):
            found[-1] = _in_full(before, element)
            continue
        if isinstance(element, Pair):
            more = _said_of(element, answered) if answered else None
            answered = element if _answered(element) else None
            element = replace(element, match=more) if more else element
        else:
            answered = None
        found.append(element)
    return found


def _says_which(pair: Pair, before: Pair) -> bool:
    """Say whether a label is "If other, please state", with an answer to the question before it."""
    return bool(pair.value and before.match and before.value and _OTHER.match(pair.label))


def _in_full(pair: Pair, said: Pair) -> Pair:
    """Return a question with "Other" or "Yes" told in the words beside it."""
    bare = pair.value.strip().lower() in ("other", "yes", "y", "☒ other", "other ☒")
    value = said.value if bare else f"{pair.value} – {said.value}"
    return replace(pair, value=value, where=said.where)


def _answered(pair: Pair) -> str:
    """Return the field that a yes or a no answers, nothing for any other pair."""
    match = pair.match
    asked = match is not None and match.field in YES_OR_NO and pair.value
    return match.field if asked and match and yes_no(pair.value)[0] is not None else ""


def _said_of(pair: Pair, question: Pair) -> Match | None:
    """Return what a bare "Reason" or "Details" behind a yes or no says more of."""
    key = label_key(pair.label)
    if key in WHO and question.match and question.match.field in ("plan", "lead"):
        return Match("lead", SURE, settled=True)
    if question.match and question.match.field == "plan":
        return None
    beside = key in BESIDE and row_of(pair.where) == row_of(question.where)
    if not (beside or _asks_on(key)) or pair.match and pair.match.remembered:
        return None
    answered = _answered(question)
    told = answered.startswith("informed")
    return Match("consent" if told else f"{answered}_note", SURE, settled=True)


def _asks_on(key: str) -> bool:
    words = key.split()
    return key == "explanation" or len(words) > 1 and MORE.issuperset(words)


def _goes_on(pair: Pair, owner: str) -> bool:
    """Say whether a label asks on about its owner, or only for a day or a signature."""
    field = pair.match.field if pair.match else ""
    return bool(owner) and (field.startswith(f"{owner}_") or field in BETWEEN)


def _names(pair: Pair) -> str:
    """Return whose details may follow a pair, nothing where it names nobody but the child."""
    match = pair.match
    told = match is not None and match.score >= SURE and not says_nothing(pair.value)
    return OWNERS.get(match.field, "") if match and told else ""


def _asked_of(pair: Pair, owner: str, told: set[str]) -> Match | None:
    match = pair.match
    if not owner or match and match.remembered:
        return None
    plain = recognise("generic", pair.label.strip(" :*?"))
    if plain is None or plain.score < PLAIN:
        return None
    if match and match.field.rpartition("_")[2] != plain.field:
        return None
    if plain.field in CHILDS and CHILD in tokens(_APART.split(pair.label)[0]):
        return None  # "Young person mobile" below a parent's name
    own = plain.field in THEIRS or plain.field in OFFICE and owner in AT_WORK
    if own or plain.field in EITHERS and plain.field in told:
        asked = "role" if plain.field == "relationship" and owner == "referrer" else plain.field
        return Match(f"{owner}_{asked}", plain.score, settled=True)
    return None
