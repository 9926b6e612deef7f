"""Names in a text become initials, also misspelt and turned round; other words stay."""

import pytest

from models.rules.masking import name_mask

MASK = name_mask(
    ["Weslea Onuoha", "Mark Hope", "Dee-Leigh Jones", "Ann Li", "Siân O'Brien", "Madonna"]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Weslea Onuoha was seen", "W.O. was seen"),
        ("seen with Wesley Onuoha.", "seen with W.O.."),
        ("Onuoha, Wesley; and a friend", "W.O.; and a friend"),
        ("ONUOHA Weslea", "W.O."),
        ("weslea onuohah came", "W.O. came"),
        ("Dee-Leigh Jones and Sian OBrien", "D-L.J. and S.O."),
        ("Siân O’Brien's flat", "S.O.'s flat"),
        ("Weslee Onuohe and Early Help", "W.O. and Early Help"),
        ("Ann Li", "A.L."),
        ("Ann Lee", "Ann Lee"),
        ("Mr Onuoha and PC Hope", "Mr Onuoha and PC Hope"),
        ("Mark the file, hope for the best", "Mark the file, hope for the best"),
        ("Madonna", "Madonna"),
        ("Weslea. Onuoha", "Weslea. Onuoha"),
        ("", ""),
    ],
)
def test_a_full_name_becomes_initials(text: str, shown: str) -> None:
    assert MASK.masked(text) == shown
