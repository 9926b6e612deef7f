"""A child who comes in against the children on record: joined, made anew, or asked about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.matching.identity import BY_NAME, PLACEHOLDER, Judged, judge
from models.matching.identity import Verdict as Conclusion
from models.matching.parts import name_parts
from models.matching.weighing import Facts
from models.rules.identifiers import number_key
from models.rules.names import plain

MOST_QUESTIONS = 3
BY_NUMBER = ("Same system id", "Same NHS number")


@dataclass(frozen=True)
class Identity:
    """What tells one child from another; `fresh` rows were read from the paper now being filed."""

    id: int
    facts: Facts
    fresh: bool = False

    @property
    def name(self) -> str:
        """The name as shown."""
        return self.facts.names[0] if self.facts.names else ""

    def found_by(self) -> set[tuple[str, object]]:
        """By what the child is found: numbers, date of birth, surname and whole name."""
        facts = self.facts
        found: set[tuple[str, object]] = {
            ("system", number_key(facts.system_id)),
            ("nhs", number_key(facts.nhs_number)),
            ("born", facts.birth_date),
        }
        for name in facts.names:
            found |= {("surname", surname(name)), ("name", tight(name)), ("name", backwards(name))}
        return {(kind, value) for kind, value in found if value}

    def also(self, name: str) -> "Identity":
        """The same child with one more name."""
        return replace(self, facts=replace(self.facts, names=(*self.facts.names, name)))


@dataclass(frozen=True, slots=True)
class Question:
    """A record that may be the same, and why that is asked and not settled."""

    subject_id: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The record that it is, if any, and those that a person must be asked about."""

    same: int | None
    questions: tuple[Question, ...] = ()


def facts_about(
    name: str | None,
    born: date | None = None,
    system_id: str | None = None,
    nhs: str | None = None,
    postcode: str | None = None,
    gender: str | None = None,
) -> Facts:
    """What is compared, from what a paper or a record says."""
    return Facts((name,) if name else (), born, postcode, gender, system_id, nhs)


def tight(text: str) -> str:
    """A name or title as compared: letters and figures only."""
    return plain(text).replace(" ", "")


def surname(name: str) -> str:
    """The surname as compared."""
    return tight(name_parts(name).surname)


def backwards(name: str) -> str:
    """The name's words in the other order, as compared."""
    return "".join(reversed(plain(name).split()))


def settle(
    given: Facts,
    known: Iterable[Identity],
    row_for_row: bool = False,
    leads: Mapping[int, int] | None = None,
) -> Verdict:
    """The verdict on one child among those who could be meant.

    A number that stands on another record already, of somebody whom something contradicts, is
    asked about: nobody is joined.
    In a register (`row_for_row`) two rows of one paper are never joined by name and date of birth;
    by 1 January as that date nobody is joined but with a record of the same paper, and with several
    on record that a person has said are one (`leads`: by record the one that stands for it).
    """
    same: list[tuple[float, int]] = []
    asked: list[Question] = []
    for one in known:
        judged = judge(given, one.facts)
        if judged.verdict is Conclusion.SAME and not _too_little(one, judged, row_for_row):
            same.append((judged.weight, one.id))
        elif judged.verdict is not Conclusion.OTHER:
            asked.append(Question(one.id, judged.weight, f"{judged.why}: {one.name}"))
    asked.sort(key=lambda each: -each.weight)
    if not same:
        said = _said_to_be_one(asked, leads or {})
        return Verdict(said, () if said else tuple(asked[:MOST_QUESTIONS]))
    contested = [one for one in asked if one.why.startswith(BY_NUMBER) and ", but " in one.why]
    if contested:
        meant = [Question(one, weight, "The same but for its numbers") for weight, one in same]
        return Verdict(None, (*contested, *meant)[:MOST_QUESTIONS])
    chosen = max(same)[1]
    others = [Question(one, weight, "May be the same too") for weight, one in same if one != chosen]
    against = [one for one in asked if ", but " in one.why]
    return Verdict(chosen, tuple((others + against)[:MOST_QUESTIONS]))


def _too_little(one: Identity, judged: Judged, row_for_row: bool) -> bool:
    """Whether a person is asked although name and date of birth agree."""
    if one.fresh:
        return row_for_row and judged.why.startswith(BY_NAME)
    return judged.why == PLACEHOLDER


def _said_to_be_one(asked: list[Question], leads: Mapping[int, int]) -> int | None:
    """The record that all those stand for whom 1 January alone has asked about before."""
    stand = {leads.get(one.subject_id, one.subject_id) for one in asked}
    if (
        len(asked) < 2
        or len(stand) > 1
        or not all(one.why.startswith(PLACEHOLDER) for one in asked)
    ):
        return None
    return stand.pop()
