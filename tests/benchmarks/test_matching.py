"""Who may be the same: right answers, and their time, from an encrypted file; Splink beside it.

`--labelled FOLDER` names the folder with FEBRL 4, `--splink PYTHON` an interpreter with Splink.
"""

import csv
import json
import subprocess
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from time import perf_counter, thread_time

import pytest
from rapidfuzz import fuzz, process

from models.matching.identity import Verdict, judge
from models.workspace import Workspace
from tests.benchmarks.households import households
from tests.benchmarks.labelled import Labelled, febrl, invented, numbered
from tests.benchmarks.register_file import make
from tests.benchmarks.traditions import people_of
from tests.benchmarks.typed import typed

ASKED, TOP, FEW, ROUNDS = 300, 20, 100, 3
PEER = Path(__file__).with_name("splink_peer.py")
COLUMNS = ("unique_id", "who", "first_name", "surname", "dob", "postcode")


@pytest.fixture(scope="module")
def labelled(request: pytest.FixtureRequest) -> Path:
    folder = request.config.getoption("--labelled", default=None)
    if folder is None:
        pytest.skip("labelled records are not at hand: name their folder with --labelled")
    return Path(folder)


@pytest.mark.parametrize("holding", [False, True], ids=["facts alone", "with what they have"])
def test_one_new_person_against_fifty_thousand(
    labelled: Path, tmp_path: Path, holding: bool
) -> None:
    asked, held = _parted(invented(5020, 10, seed=77))
    workspace = make(tmp_path / "register.mace", held, holding=holding)
    rounds = [_Round(workspace, asked, held, holding) for _ in range(ROUNDS)]
    workspace.close()
    best = min(rounds, key=lambda one: one.processor)
    _tell(top=best.top, recall=best.recall, p99=best.clock, p99_processor=best.processor)
    assert best.top >= 0.97
    assert best.recall >= 0.85
    # Other work on the machine is in the clock's figure, and in the processor's of a full one.
    assert best.processor <= 0.010


class _Round:
    """All asked about once: right ones first, recall, and the 99th percentile of both times."""

    def __init__(
        self, workspace: Workspace, asked: list[Labelled], held: list[Labelled], holding: bool
    ) -> None:
        there = Counter(one.who for one in held)
        times, busy, right, recall = [], [], 0, 0.0
        for one in asked:
            facts = one.facts
            has = {"phones": one.holds.phones, "vehicles": one.holds.vehicles} if holding else {}
            begun, worked = perf_counter(), thread_time()
            found = workspace.read.possible_matches(
                facts.names[0], facts.birth_date, facts.postcode, facts.gender, TOP, **has
            )
            times.append(perf_counter() - begun)
            busy.append(thread_time() - worked)
            who = [held[match.subject_id - 1].who for match in found]
            right += who[:1] == [one.who]
            recall += who.count(one.who) / min(TOP, there[one.who])
        self.top, self.recall = right / len(asked), recall / len(asked)
        self.clock, self.processor = (
            sorted(each)[int(0.99 * len(asked))] for each in (times, busy)
        )


def test_a_name_alone_against_fifty_thousand(labelled: Path, tmp_path: Path) -> None:
    asked, held = _parted(invented(5020, 10, seed=77))
    workspace = make(tmp_path / "register.mace", held)
    there = Counter(one.who for one in held)
    recall = 0.0
    for one in asked:
        found = workspace.read.possible_matches(one.facts.names[0], top=TOP)
        who = [held[match.subject_id - 1].who for match in found]
        recall += who.count(one.who) / min(TOP, there[one.who])
    workspace.close()
    _tell(recall_by_name_alone=recall / ASKED)
    assert recall / ASKED >= 0.75


def test_brothers_and_sisters_are_seldom_likely_one(tmp_path: Path) -> None:
    rows = households(1500)
    workspace = make(tmp_path / "register.mace", numbered(rows))
    found = [one for one in workspace.read.same_person() if one.likely]
    workspace.close()
    pairs = [(rows[one.subject_id - 1].who, rows[one.with_id - 1].who) for one in found]
    right = sum(one == other for one, other in pairs)
    siblings = sum(
        one != other and one.split()[0] == other.split()[0] and "father" not in one + other
        for one, other in pairs
    )
    _tell(precision=right / len(pairs), siblings=siblings / len(pairs))
    assert right / len(pairs) >= 0.97
    assert siblings / len(pairs) <= 0.01


def test_people_of_many_naming_traditions(tmp_path: Path) -> None:
    """Cousins of one name, and names said in part: a list no larger than a community's.

    Of two here who have nothing but such a name in common half are two people: they are possible.
    """
    rows = people_of(600, seed=29)
    workspace = make(tmp_path / "register.mace", rows)
    found = workspace.read.same_person()
    pairs = [(rows[one.subject_id - 1].who, rows[one.with_id - 1].who) for one in found]
    right = sum(
        one == other for (one, other), each in zip(pairs, found, strict=True) if each.likely
    )
    likely, truth = sum(each.likely for each in found), Counter(one.who for one in rows)
    whole = sum(count * (count - 1) // 2 for count in truth.values())
    shown = sum(one == other for one, other in pairs)
    first = [at for at, one in enumerate(rows) if truth[one.who] > 1][:FEW]
    top = sum(_first_beside(workspace, rows, at) for at in first)
    workspace.close()
    _tell(precision=right / likely, recall=right / whole, shown=shown / whole, top=top / FEW)
    assert right / likely >= 0.98
    assert right / whole >= 0.68
    assert shown / whole >= 0.9
    assert top / FEW >= 0.9


def _first_beside(workspace: Workspace, rows: list[Labelled], at: int) -> bool:
    """Whether the best match of a record, itself apart, is of the same person."""
    facts = rows[at].facts
    found = workspace.read.possible_matches(
        facts.names[0], facts.birth_date, facts.postcode, facts.gender, TOP
    )
    others = [each.subject_id - 1 for each in found if each.subject_id != at + 1]
    return bool(others) and rows[others[0]].who == rows[at].who


def test_records_as_case_systems_hold_them(tmp_path: Path) -> None:
    """Four hundred typed by hand before anything was mended for them."""
    rows = typed()
    workspace = make(tmp_path / "register.mace", rows, holding=True)
    found = workspace.read.same_person()
    workspace.close()
    pairs = [(rows[one.subject_id - 1].who, rows[one.with_id - 1].who) for one in found]
    right = sum(
        one == other for (one, other), each in zip(pairs, found, strict=True) if each.likely
    )
    likely = sum(each.likely for each in found)
    whole = sum(one.who == other.who for one, other in combinations(rows, 2))
    shown = sum(one == other for one, other in pairs)
    joined = [
        (one, other)
        for one, other in combinations(rows, 2)
        if one.who != other.who and judge(one.facts, other.facts).verdict is Verdict.SAME
    ]
    _tell(precision=right / likely, recall=right / whole, shown=shown / whole)
    assert right / likely >= 0.96
    assert right / whole >= 0.92
    assert not joined


def test_nobody_of_many_traditions_is_joined_with_another_unasked() -> None:
    rows = people_of(600, seed=29)
    by_word: dict[str, list[Labelled]] = defaultdict(list)
    for one in rows:
        for word in one.facts.names[0].upper().split():
            by_word[word].append(one)
    pairs = (pair for some in by_word.values() for pair in combinations(some, 2))
    apart = [(one, other) for one, other in pairs if one.who != other.who]
    joined = [1 for one, other in apart if judge(one.facts, other.facts).verdict is Verdict.SAME]
    _tell(looked_at=len(apart), joined=len(joined))
    assert not joined


def test_one_new_person_beside_rapidfuzz(labelled: Path, tmp_path: Path) -> None:
    """The same people looked for in the same records by the likeness of what is written."""
    asked, held = _parted(invented(5020, 10, seed=77))
    workspace = make(tmp_path / "register.mace", held)
    written = [_written(one) for one in held]
    mine, theirs = _Score(), _Score()
    for one in asked[:FEW]:
        facts = one.facts
        begun = perf_counter()
        found = workspace.read.possible_matches(
            facts.names[0], facts.birth_date, facts.postcode, facts.gender, TOP
        )
        mine.add(one, [held[match.subject_id - 1] for match in found], perf_counter() - begun)
        begun = perf_counter()
        alike = process.extract(_written(one), written, scorer=fuzz.token_sort_ratio, limit=TOP)
        theirs.add(one, [held[at] for _, _, at in alike], perf_counter() - begun)
    workspace.close()
    _tell(seconds=mine.seconds, right=mine.right / FEW, found=mine.found / FEW)
    _tell(rapidfuzz=theirs.seconds, right=theirs.right / FEW, found=theirs.found / FEW)
    assert mine.right >= theirs.right
    assert mine.seconds < theirs.seconds


class _Score:
    """Of those asked: whose right one came first, how many of theirs were found, in what time."""

    def __init__(self) -> None:
        self.right, self.found, self.seconds = 0, 0, 0.0

    def add(self, one: Labelled, found: list[Labelled], taken: float) -> None:
        self.right += [each.who for each in found[:1]] == [one.who]
        self.found += sum(each.who == one.who for each in found)
        self.seconds += taken


def _written(one: Labelled) -> str:
    said = (*one.facts.names[:1], str(one.facts.birth_date or ""), one.facts.postcode or "")
    return " ".join(said).lower()


@pytest.mark.parametrize("own_ids", [True, False], ids=["each with its id", "without ids"])
@pytest.mark.parametrize("sort", ["FEBRL 4 with addresses", "invented with telephones"])
def test_a_register_in_which_people_have_things(
    labelled: Path, tmp_path: Path, sort: str, own_ids: bool
) -> None:
    """No set has ids of its own: one for each record says of all that they are two people."""
    rows = febrl(labelled) if sort.startswith("FEBRL") else invented(1200, 4, seed=9)
    truth, held_rows = _pairs(rows), numbered(rows) if own_ids else rows
    for holding in (False, True):
        workspace = make(tmp_path / f"{holding}.mace", held_rows, holding=holding)
        worked = thread_time()
        found = [one for one in workspace.read.same_person() if one.likely]
        taken = thread_time() - worked
        workspace.close()
        held = [one for one in found if not rows[one.subject_id - 1].learned_from]
        right = sum(rows[one.subject_id - 1].who == rows[one.with_id - 1].who for one in held)
        _tell(seconds=taken, precision=right / len(held), recall=right / truth)
        assert right / len(held) >= 0.99


def _pairs(rows: list[Labelled]) -> int:
    """How many pairs of records are of one person, of those that nothing was learned from."""
    of = Counter(one.who for one in rows if not one.learned_from)
    return sum(count * (count - 1) // 2 for count in of.values())


def test_a_register_of_ten_thousand_beside_splink(
    labelled: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rows = febrl(labelled)
    workspace = make(tmp_path / "register.mace", numbered(rows))
    begun = perf_counter()
    found = [one for one in workspace.read.same_person() if one.likely]
    taken = perf_counter() - begun
    workspace.close()
    held = [one for one in found if not rows[one.subject_id - 1].learned_from]
    right = sum(rows[one.subject_id - 1].who == rows[one.with_id - 1].who for one in held)
    people = {one.who for one in rows if not one.learned_from}
    _tell(seconds=taken, precision=right / len(held), recall=right / len(people))
    assert right / len(held) >= 0.99
    assert right / len(people) >= 0.90
    python = request.config.getoption("--splink", default=None)
    if python is None:
        pytest.skip("Splink is not at hand: name an interpreter that has it with --splink")
    peer = _splink(python, rows, tmp_path)
    _tell(**{f"splink_{key}": value for key, value in peer.items()})
    assert taken < peer["seconds"]


def _parted(rows: list[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """One record of each of three hundred people to ask about, and all the others."""
    asked: dict[str, Labelled] = {}
    held = []
    for one in rows:
        if int(one.who) < ASKED and one.who not in asked:
            asked[one.who] = one
        else:
            held.append(one)
    return list(asked.values()), held


def _splink(python: str, rows: list[Labelled], folder: Path) -> dict[str, float]:
    path = folder / "records.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        for number, one in enumerate(rows):
            *first, last = (one.facts.names or ("",))[0].rsplit(" ", 1)
            said = (*(first or [""]), last, one.facts.birth_date or "", one.facts.postcode or "")
            writer.writerow((number, one.who, *said))
    done = subprocess.run(
        [python, str(PEER), str(path)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _tell(**figures: float) -> None:
    print(", ".join(f"{name} {value:.4f}" for name, value in figures.items()))  # noqa: T201
