"""What a label means where it stands: kind of paper, section, and what was mended before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from models import codes
from models.intake.understanding.lexicon import STRUCTURAL, Match, recognise, section_of
from models.intake.understanding.ticks import has_marks
from models.intake.understanding.verbs import asks_with_whom, told_by_verb
from models.intake.understanding.wording import as_asked, label_key, tokens

OWN = {  # the section in which plain labels speak of the paper's own subject
    "person_of_concern": "associate",
    "location": "place",
    "group": "child",
}
PERSONAL = {
    ("referrer", "name"): "referrer",
    ("referrer", "date"): "received",
    ("lead", "name"): "lead",
    ("school", "name"): "school",
    ("gp", "name"): "gp",
    ("manager", "name"): "referrer_manager",
    ("place", "name"): "places",
    ("place", "address"): "places",
    ("child", "name"): "children",
    ("child", "vehicle"): "associate_vehicle",
    ("child", "agency"): "referrer_agency",
    ("child", "role"): "referrer_role",
    ("child", "date"): "received",
    ("child", "manager"): "referrer_manager",
    ("parent", "informed"): "informed_parent",
    ("child", "informed"): "informed_child",
}
WITH_NAMES = frozenset({"parent", "lead", "referrer", "gp", "manager"})
"""Under whom a nickname is no child's."""
WHOM = frozenset({"child", "parent", "carer", "mother", "father", "family", "both"})
"""A label with one of these says itself who is informed."""
OWNERLESS = {"indicators", "protective"}
SURE, LIKELY, PLAIN = 0.85, 0.75, 0.97
_PARTS, MOST_PARTS = re.compile(r"\s*/\s*|\s+and\s+|\s+&\s+"), 3  # "Date of birth and year group"
CHILD = "child"
NAMED = frozenset({"name", "first_name", "surname"})
"""What no half of a label asks for: "Name and job title" is of whoever the rest tells."""
LONGEST = 9


PARTS_OF_NAMES = frozenset({"first_name", "middle_name", "surname"})
NAMING = re.compile(r"name|given|christian|family", re.IGNORECASE)
NUMBERS = frozenset({"la_id", "upn"})
OTHERS_NUMBER = re.compile(
    r"\b(?:hospital|tenancy|licen[cs]e|unit|ward|custody|crn)\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]* [^()\[\]]*[)\]]")  # a hint, and no label
IMMEDIATE = re.compile(r"\bimmediate(?:ly)?\b", re.IGNORECASE)
AT_ONCE = re.compile(  # "a risk of serious harm in the next 24 hours"
    r"\b(?:risk|danger|harm)\b.*\b(?:next (?:24|48|72|few) hours?|tonight|right now|today)\b",
    re.IGNORECASE,
)
WORRYING = re.compile(  # "Places that worry you" asks for places
    r"\s+(?:(?:that|which|who) )?(?:(?:worry|concern) (?:you|us)|"
    r"(?:you|we)(?: a|['’])re worried about)(?=\W*$)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\baddress\b", re.IGNORECASE)  # "Home address inc. postcode"
_TO_TICK = re.compile(  # "Risk (x)", "Known? Y/N"
    r"\s*\((?:x|✓|✔|tick)\)(?=\W*$)|(?<=\w\?)\s+\(?(?:y\s*/\s*n|yes\s*/\s*no)\)?(?=\W*$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^\W*(?:school )?(?:year|form|tutor|class)\b(?!.*\b(?:school|college)\b)", re.I)
_COUNT = re.compile(r"\s*(?:\(\s*[1-9]\s*\)|#?[1-9])$")
COUNTED = frozenset({"parent_name", "parent_phone", "parent_address", "types"})
RETURNED = frozenset({"name"})
"""What a return asks for several times over, with a number: "Child 1"."""
ANSWERS = ("plans", "genders", "risk_levels", "nrm_statuses", "exploitation_types", "ethnicity")


@codes.kept
def _answers() -> frozenset[str]:
    """Return every wording of the lists that forms are answered from."""
    rows = (row for name in ANSWERS for row in codes.load(name))
    return frozenset(
        codes.normalise(word) for row in rows for word in (row.code, row.label, *row.synonyms)
    )


def _is_answer(field: str, text: str) -> bool:
    """Say whether a text that resembles a label is an answer of a list, such as a plan."""
    if codes.normalise(text) in _answers():
        return True
    short = field.startswith("plan") and len(text.split()) <= 4 and text.rstrip()[-1] not in ":?"
    return short and codes.recognise("plans", text) is not None


def _calls(word: str, label: str) -> bool:
    """Say whether a label calls the child by a word: by its name, or as "the resident"."""
    return bool(re.search(rf"\b{re.escape(word)}\b", label, _case(word, label)))


def _called_child(word: str, label: str) -> str:
    return re.sub(rf"\b{re.escape(word)}\b", CHILD, label, flags=_case(word, label))


def _case(word: str, label: str) -> re.RegexFlag:
    return re.IGNORECASE if word.islower() or label.isupper() else re.NOFLAG


@dataclass(frozen=True)
class Context:
    """The kind of paper being read and what people have said its unknown labels mean.

    `called` holds the words of the child's name, and in small letters what else the form calls a
    child, such as "resident": a label may call the child by one of them.
    """

    kind: str
    memory: Mapping[str, str] = field(default_factory=dict)
    called: tuple[str, ...] = ()

    def match(self, label: str, section: str | None = None) -> Match | None:
        """Return the field a label means in a section, or None where the dictionary has none."""
        asked = label.rstrip()[-1:] in (":", "?")
        label = _TO_TICK.sub("", label).strip(" :*•-–\t\n")
        if not label or has_marks(label) or _BRACKETED.fullmatch(label):
            return None
        remembered = self.memory.get(label_key(label))
        if remembered:
            return Match(remembered, 1.0, remembered=True)
        found = self._meant(label, section)
        answer = found is not None and found.score < 1 and not asked
        return None if answer and found and _is_answer(found.field, label) else found

    def _meant(self, label: str, section: str | None) -> Match | None:
        found = self._whole(label, section)
        return found if found and found.score >= LIKELY else self._in_part(label, section) or found

    def _in_part(self, label: str, section: str | None) -> Match | None:
        """Return what one part of "Date of birth and year group" asks, where only one is known."""
        parts = _PARTS.split(label)
        if not 1 < len(parts) <= MOST_PARTS:
            return None
        asked = [one for part in parts if (one := self._whole(part, section))]
        known = {one.field for one in asked if one.score >= PLAIN}
        return Match(known.pop(), LIKELY) if len(known) == 1 and not known & NAMED else None

    def _whole(self, label: str, section: str | None) -> Match | None:
        found = self._owned(label, section) or self._counted(label) or recognise(self.kind, label)
        part = found is not None and found.field in PARTS_OF_NAMES and found.score < LIKELY
        if part and not NAMING.search(label):
            return None  # "Second contact" is no second name
        if found and found.field == "school" and found.score < SURE and _YEAR.search(label):
            return None  # a year and a tutor group name no school
        if found and found.field in NUMBERS and found.score < SURE and OTHERS_NUMBER.search(label):
            return None  # a hospital's or a landlord's number is none of the case system
        if found and found.field == "risk" and IMMEDIATE.search(label):
            return Match("immediate_risk", found.score)
        if found and found.field == "postcode" and ADDRESS.search(label):
            return Match("address", found.score)
        if found and found.field == "places" and self.kind == CHILD and asks_with_whom(label):
            return Match("associates", found.score)
        if found and found.score >= SURE:
            return found
        if AT_ONCE.search(label) and self.kind == CHILD:
            return Match("immediate_risk", SURE)
        bare = WORRYING.sub("", label).strip()
        noun = recognise(self.kind, bare) if bare and bare != label else None
        if noun and noun.score >= PLAIN:
            return Match(noun.field, LIKELY)
        turned = as_asked(label)
        if turned != label and (other := recognise(self.kind, turned)):
            found = max(filter(None, (found, other)), key=lambda one: one.score)
        named = [word for word in self.called if _calls(word, label)]
        if not named:
            return told_by_verb(label, self.kind) or found
        asked = len(named) == 1 and named != [label] and len(label.split()) <= LONGEST
        other = recognise(self.kind, _called_child(named[0], label)) if asked else None
        return max(filter(None, (found, other)), key=lambda one: one.score, default=None)

    def _counted(self, label: str) -> Match | None:
        """Return what "Parent/carer 2" asks for, as "Parent/carer" does."""
        bare = _COUNT.sub("", label)
        found = recognise(self.kind, bare) if bare != label else None
        listed = COUNTED | RETURNED if self.kind == "return" else COUNTED
        return found if found and found.score >= 1 and found.field in listed else None

    def whose(self, heading: str) -> str | None:
        """Return whose details a heading announces: "The subject" is whom the paper is about."""
        found = section_of(heading)
        own = found == CHILD and CHILD not in tokens(heading)
        return OWN.get(self.kind, found) if own else found

    def label(self, text: str, section: str | None = None) -> Match | None:
        """Return the match of a text that stands where labels stand."""
        found = self.match(text, section)
        return found if found and found.score >= STRUCTURAL else None

    def _owned(self, label: str, section: str | None) -> Match | None:
        if section is None or section in OWNERLESS or section == OWN.get(self.kind, "child"):
            return None
        found = recognise("generic", label)
        if found and found.score < 0.9 and found.field == "name":
            first = _PARTS.split(label)[0]  # "Name / collar no."
            found = recognise("generic", first) if first != label else found
        if found is None or found.score < 0.9:
            own = recognise(self.kind, label) if section in WITH_NAMES else None
            named = own is not None and own.field == "alias"
            return Match(f"{section}_alias", own.score) if own and named else None
        if found.field == "informed":
            own = recognise(self.kind, label)
            says_whom = (
                own is not None and own.field.startswith("informed_") and WHOM & tokens(label)
            )
            if says_whom or (section, "informed") not in PERSONAL:
                return own
        if section == "child" and (section, found.field) not in PERSONAL:
            return recognise(self.kind, label)
        name = PERSONAL.get((section, found.field), f"{section}_{found.field}")
        return Match(name, found.score)
