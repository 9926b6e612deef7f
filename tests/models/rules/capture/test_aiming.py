"""A measure has the target that its line names for certain, or none: never the item's child."""

from dataclasses import replace

import pytest

from models.marks import SubjectKind
from models.rules.capture import MeasureRef, SubjectRef
from tests.models.rules.capture.room import AIDAN, MEASURES, PIKE, ROOM, SKATEPARK, read

STRATEGY = MeasureRef(
    "CP01", "Strategy discussion / section 47 enquiry", ("strategy discussion",), for_child=True
)
DISPERSAL = MeasureRef("AS05", "Dispersal authorisation", ("dispersal",))
OFF = (SubjectRef(60, "Lee Marsh", SubjectKind.PERSON, ("Marshy",), "O4"),
       SubjectRef(61, "Lee Mash", SubjectKind.PERSON, ("Marshy",)))  # fmt: skip
WIDE = replace(ROOM, measures=(*MEASURES, STRATEGY, DISPERSAL), subjects=(*ROOM.subjects, *OFF))
ON_PIKE = replace(WIDE, subject=PIKE)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("d closure notice on Mill Rd garages by Fri", "“Mill Rd garages” is no person"),
        ("d closure notice Mill Rd garages", "“Mill Rd garages” is no person"),
        ("d CAWN on Denzil, police", "“Denzil” is no person"),
        ("d CAWN by Fri", "Say against whom"),
        ("d CAWN on Tully", "Jane Tully, Jordan Tully"),
        ("d closure notice at Corporation Lodge", "“Corporation Lodge” is no person"),
    ],
)
def test_what_is_not_found_is_no_target_and_is_said(line: str, words: str) -> None:
    reading = read(line, WIDE)
    assert reading.subject is None
    assert any(words in one for one in reading.warnings)


@pytest.mark.parametrize(
    ("line", "room", "target"),
    [
        ("d CAWN on Pike re Aidan", WIDE, PIKE),
        ("d CAWN by Fri", ON_PIKE, PIKE),
        ("d CAWN at his address by Fri", ON_PIKE, PIKE),
        ("d CAWN on Denzil", ON_PIKE, None),
        ("d strategy discussion by Fri", WIDE, AIDAN),
        ("d strategy discussion re last night", WIDE, AIDAN),
        ("d closure at the skatepark", WIDE, SKATEPARK),
        ("d CAWN agreed under V3", ON_PIKE, PIKE),
        ("d CAWN re Aidan", ON_PIKE, PIKE),
        ("d CAWN as in V3", WIDE, None),
        ("d CAWN on V3", ON_PIKE, AIDAN),
    ],
)
def test_who_is_named_is_the_target_and_a_child_is_only_protected(line, room, target) -> None:
    assert read(line, room).subject == target


def test_of_several_the_one_on_the_agenda_is_meant_and_that_is_said() -> None:
    reading = read("d CAWN on Marshy's address", WIDE)
    assert reading.subject == OFF[0]
    assert any("taken as Lee Marsh (O4), not Lee Mash" in one for one in reading.warnings)
    assert not next(chip for chip in reading.chips if chip.label == "about").sure
    assert not reading.mentions[0].sure


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("d disperal at the skatepark", "AS05", "“disperal” taken as “dispersal”"),
        ("d child abducton warning notice on Pike", "CP10", "“abducton” taken as “abduction”"),
        ("d closre at the skatepark", "AS07", "“closre” taken as “closure”"),
        ("d rehearsal at the skatepark", None, "Not found"),
    ],
)
def test_a_letter_wrong_in_a_long_word_is_a_guess_said_aloud(line, code, words) -> None:
    reading = read(line, WIDE)
    assert (reading.measure and reading.measure.code) == code
    assert words in " ".join(reading.warnings)


def test_a_measure_spelt_right_is_no_guess() -> None:
    reading = read("d dispersal at the skatepark", WIDE)
    assert reading.measure == DISPERSAL
    assert not any("taken as" in one for one in reading.warnings)
