"""Of the meeting's people each part of a name is initials, with what is spelt otherwise beside."""

import pytest

from models.marks import SubjectKind
from models.rules.capture.refs import SubjectRef
from ui.live.naming import RoomNames

TONIGHT = RoomNames(
    (
        SubjectRef(1, "Weslea Onuoha", SubjectKind.CHILD, ref="V1", aliases=("Wezza",)),
        SubjectRef(2, "Tia Byrne", SubjectKind.CHILD, ref="V2"),
        SubjectRef(3, "Robin Byrne", SubjectKind.CHILD, ref="V3"),
        SubjectRef(4, "Skatepark", SubjectKind.PLACE, ref="C1"),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wesley Onuoha at the skatepark", "W.O. at the skatepark"),
        ("Onuoha, Wesley is safe", "W.O. is safe"),
        ("Onuoha Wesley is safe", "W.O. is safe"),
        ("Wezzy Onuoha and Wezza", "W.O. and W.O."),
        ("Mr Onuoha, PC Onuoha, Ask Onuoha", "Mr W.O., PC W.O., Ask W.O."),
        ("Onuoha, Mr Khan and Onuoha went", "W.O., Mr Khan and W.O. went"),
        ("Were Onuoha's friends there", "Were W.O.'s friends there"),
        ("In a car with W.O. on Friday", "In a car with W.O. on Friday"),
        ("In a car with Wezza. Later home.", "In a car with W.O. Later home."),
        ("Byrne was seen", "T.B. or R.B. was seen"),
        ("Tina Byrne was seen, Byrne, Robyn too", "T.B. was seen, R.B. too"),
        ("", ""),
    ],
)
def test_each_part_of_a_name_is_initials(text: str, shown: str) -> None:
    assert TONIGHT.masked(text) == shown
