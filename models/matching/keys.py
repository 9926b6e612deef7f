"""Keys by which likely pairs are found without comparing everybody with everybody."""

from collections.abc import Iterable
from datetime import date

from models.matching.likeness import name_parts, sound
from models.matching.weighing import number_key
from models.rules.addresses import postcode_key


def name_keys(names: Iterable[str]) -> set[str]:
    """Each word of each name as written, as it sounds, and by its first four letters."""
    found: set[str] = set()
    for name in names:
        for word in name_parts(name).words:
            if len(word) > 1:
                found |= {f"w{word}", f"s{sound(word)}", f"p{word[:4]}"}
    return found


def fact_keys(born: date | None, postcode: str | None, *numbers: str | None) -> set[str]:
    """Date of birth, also with day and month swapped, postcode and identifiers."""
    found = {f"n{number_key(one)}" for one in numbers if number_key(one)}
    if born is not None:
        found.add(f"d{born.isoformat()}")
        if born.day <= 12:
            found.add(f"d{born.replace(month=born.day, day=born.month).isoformat()}")
    if postcode_key(postcode):
        found.add(f"c{postcode_key(postcode)}")
    return found
