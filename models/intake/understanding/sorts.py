"""Labels in no dictionary told by a noun of theirs and the sort of answer that goes with it."""

from collections.abc import Callable
from dataclasses import dataclass

from models import codes
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.lists import read_names
from models.intake.understanding.names import looks_like_name, names_a_body
from models.intake.understanding.numbers import POSTCODE
from models.intake.understanding.wording import tokens

SURE, LONGEST = 0.7, 6
KIN = tokens(
    "parent mother father carer guardian gp doctor manager sibling tenant worker officer nok "
    "hospital tenancy licence unit ward custody"
)
FORMS_OF_CHILDREN = frozenset({"person_of_concern", "location", "group", "theme"})


@dataclass(frozen=True)
class _Sort:
    """A field, the nouns of which its label holds one (none: any label), and what fits it."""

    field: str
    nouns: frozenset[str]
    fits: Callable[[str], bool]
    kinds: frozenset[str] = frozenset({"child"})


def by_sort(pair: Pair, kind: str, taken: frozenset[str]) -> Match | None:
    """Return the field that an unknown label's noun and its answer tell together."""
    words = tokens(pair.label)
    for sort in _SORTS:
        if kind not in sort.kinds or sort.field in taken or words & KIN - sort.nouns:
            continue
        if (words & sort.nouns or not sort.nouns) and sort.fits(pair.value.strip()):
            return Match(sort.field, SURE)
    return None


def _is_postcode(text: str) -> bool:
    return POSTCODE.fullmatch(text) is not None


def _is_area(text: str) -> bool:
    return (
        len(text.split()) <= LONGEST and text[:1].isupper() and not any(c.isdigit() for c in text)
    )


def _is_of(name: str) -> Callable[[str], bool]:
    return lambda text: len(text.split()) <= LONGEST and codes.recognise(name, text) is not None


def _is_number(text: str) -> bool:
    return len(text.split()) == 1 and sum(c.isdigit() for c in text) >= 5 and text[-1].isdigit()


def _are_names(text: str) -> bool:
    names = read_names(text)
    return bool(names) and all(
        looks_like_name(n) and " " in n and not names_a_body(n) for n in names
    )


_SORTS = (
    _Sort("postcode", tokens("postcode"), _is_postcode),
    _Sort("district", tokens("district ward borough locality"), _is_area),
    _Sort("gender", tokens("he she they identifies pronouns sex gender"), _is_of("genders")),
    _Sort("ethnicity", tokens("heritage background origin race ethnic"), _is_of("ethnicity")),
    _Sort("la_id", tokens("id reference number") - KIN, _is_number, frozenset()),
    _Sort("children", tokens("child victim"), _are_names, FORMS_OF_CHILDREN),
)
