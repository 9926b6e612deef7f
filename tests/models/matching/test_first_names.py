"""First names in a text that nobody at hand bears."""

import pytest

from models.matching.strangers import first_names

BORNE = frozenset({"kyle", "denby", "priya", "police", "barnardos"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zeb says he will hurt himself tonight", ["Zeb"]),
        ("Zeb will hurt himself", ["Zeb"]),
        ("tyler not seen since 6pm", ["tyler"]),
        ("Jo has taken tablets", ["Jo"]),
        ("Priya rang, Xanthe has texted that she will jump", ["Xanthe"]),
        ("Kyle says he will hurt himself tonight", []),
        ("He says they will come for him", []),
        ("he is at the station with a man", []),
        ("mum says she is scared he will die", []),
        ("Police say that Tuesday was the last time", []),
        ("seen on Snapchat with a knife", []),
        ("CAMHS has no bed, MASH is told", []),
        ("Met at Northgate by a man", []),
    ],
)
def test_whom_it_calls_is_told(text: str, found: list[str]) -> None:
    assert list(first_names(text, BORNE)) == found
