"""Records whose truth is known: published sets in a folder, and invented ones; by halves."""

import csv
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from models.matching.belongings import NOTHING, Belongings, address_key
from models.matching.things import handle_key
from models.matching.weighing import Facts
from tests.benchmarks.carried import carried
from tests.benchmarks.messy import people


@dataclass(frozen=True)
class Labelled:
    """A record and whose it is; `side` is the file that it came from."""

    who: str
    side: str
    facts: Facts
    holds: Belongings = NOTHING

    @property
    def learned_from(self) -> bool:
        """Whether the person belongs to the half that weights are learned from."""
        return sha256(self.who.encode()).digest()[0] % 2 == 0


def febrl(folder: Path) -> list[Labelled]:
    """FEBRL 4: five thousand people, each in two files."""
    found = []
    for side in "ab":
        with (folder / f"dataset4{side}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, skipinitialspace=True):
                said = {key: value.strip() for key, value in row.items()}
                name = f"{said['given_name']} {said['surname']}".strip()
                who = said["rec_id"].split("-")[1]
                one = _labelled(who, side, name, said["date_of_birth"], said["postcode"])
                lived = f"{said['street_number']} {said['address_1']} {said['suburb']}"
                holds = Belongings(addresses=_one(address_key(lived)))
                found.append(replace(one, holds=holds))
    return found


def fake(folder: Path) -> list[Labelled]:
    """The thousand invented records of some two hundred and fifty people."""
    with (folder / "fake_1000.csv").open(encoding="utf-8", newline="") as lines:
        return [
            replace(
                _labelled(
                    row["cluster"],
                    "",
                    f"{row['first_name']} {row['surname']}".strip(),
                    row["dob"],
                    "",
                ),
                holds=Belongings(handles=_one(handle_key(row["email"]))),
            )
            for row in csv.DictReader(lines)
        ]


def invented(count: int = 600, each: int = 4, seed: int = 1) -> list[Labelled]:
    """Invented British people."""
    known = people(count, each, seed)
    held = carried([str(one.who) for one in known], seed)
    return [
        Labelled(
            str(one.who), "", Facts((one.name,), one.birth_date, one.postcode, one.gender), holds
        )
        for one, holds in zip(known, held, strict=True)
    ]


def numbered(rows: list[Labelled]) -> list[Labelled]:
    """The same with a system id of its own on each record."""
    return [
        replace(one, facts=replace(one.facts, system_id=f"R{at}")) for at, one in enumerate(rows)
    ]


def _labelled(who: str, side: str, name: str, born: str, postcode: str) -> Labelled:
    names = (name.title(),) if name else ()
    return Labelled(who, side, Facts(names, _day(born), postcode or None))


def _day(text: str) -> date | None:
    for form in ("%Y-%m-%d", "%Y%m%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _one(text: str) -> frozenset[str]:
    return frozenset({text}) if text else frozenset()
