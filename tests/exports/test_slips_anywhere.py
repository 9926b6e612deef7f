"""Whatever slip is in a name of others, no net leaves it; whatever else is said stays."""

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from exports.pseudonyms import Net, index_of
from exports.redaction.codes import Codes
from models.records.documents import KnownName
from models.rules.bearers import full_mask
from models.rules.dates.vocabulary import MONTHS, WEEKDAYS
from models.rules.name_slips import is_slip
from models.rules.names import plain
from models.rules.panel_words import abbreviations
from tests.exports import plain_text

FIRSTS = ("Lee", "Erin", "Rose", "Will", "Mark", "May", "Penny", "Callum", "Dee-Leigh", "Kayleigh")
LASTS = ("Marsh", "O'Brien", "Wright", "Carter", "D'Souza", "Hope", "Ward", "Smith-Jones", "Onuoha")
STAFF = ("Kian Baines", "Jane Khan", "Sam Adeyemi")
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda first, last: f"{first} {last}",
    lambda first, last: f"{first} {last}".upper(),
    lambda first, last: f"{first} {last}'s",
    lambda first, last: f"{last}, {first}",
    lambda first, last: f"{last} {first}",
    lambda first, last: f"{first}\n{last}" if last.lower() not in MONTHS else f"{first} {last}",
)


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """A word with one letter wrong, missing, added or exchanged, or an apostrophe lost."""
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(LETTERS)
    how = draw(st.sampled_from(["wrong", "missing", "added", "exchanged", "bare"]))
    made = {
        "wrong": word[:at] + letter + word[at + 1 :],
        "missing": word[:at] + word[at + 1 :],
        "added": word[:at] + letter + word[at:],
        "exchanged": word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        "bare": word.replace("'", "").replace("-", ""),
    }[how]
    return made[:1].upper() + made[1:]


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[str, str, str]:
    """A name on record, and as it is written in a text: first name and surname."""
    first, last = draw(st.sampled_from(FIRSTS)), draw(st.sampled_from(LASTS))
    wrong_first = draw(st.booleans())
    typed = draw(slips(first)) if wrong_first else first
    surname = last if wrong_first else draw(slips(last))
    for word, known in ((typed, first), (surname, last)):
        assume(plain(word) == plain(known) or is_slip(plain(word), plain(known)))
        assume(word.isalpha() or word == known)
        assume(word.upper() not in abbreviations() and plain(word) not in MONTHS | WEEKDAYS)
    return f"{first} {last}", typed, surname


def nets(name: str) -> tuple[Callable[[str], str], ...]:
    """How members' papers, a child's file and the initials of children read a text."""
    person, child = (KnownName(1, kind, name) for kind in ("person_of_concern", "child"))
    codes = Codes({1: "X.Y. (P001)"}, (person,))
    members = Net(index_of((person,)), professionals=STAFF, codes=codes, confirmed_by_nobody=True)
    file = Net(index_of((child,)), professionals=STAFF)
    return members.clean_quietly, file.clean, full_mask([(name,)]).masked


@example(("Lee Marsh", "Lee", "Mash"))
@example(("Lee Marsh", "Lee", "Harsh"))
@example(("Callum Wright", "Callum", "Right"))
@given(misspelt())
def test_no_net_leaves_both_words_of_a_misspelt_name(told: tuple[str, str, str]) -> None:
    name, first, last = told
    for form in FORMS:
        written = form(first, last)
        text = f"They were out with {written} near the shop"
        pair = plain_text.plain(written.removesuffix("'s"))
        for read in nets(name):
            shown = read(text)
            assert pair not in plain_text.plain(shown), (text, shown)
            assert "They were out with" in shown and shown.endswith("near the shop")


@given(st.sampled_from(FIRSTS), st.sampled_from(LASTS))
def test_professionals_streets_and_ordinary_words_stay(first: str, last: str) -> None:
    texts = (
        f"Ask {STAFF[0]} and {STAFF[2]} to visit. Jane Khan rang.",
        f"Seen on {last} Road and at {last} House",
        "Will visit on Monday. May be late. Mark the form by 3 May. Rose to the top",
        "They hope to ward off harm, and carry on as is right",
        "Refer to MASH. Police, Health and Housing to meet in March, and report",
    )
    for read in nets(f"{first} {last}"):
        for text in texts:
            assert read(text).replace("‹", "").replace("?›", "") == text


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Mark Lee's form by Friday", "Mark "),
        ("Meet in March, Lee to attend", "in March, "),
        ("Told Lee. March is soon", ". March is soon"),
        ("Ask Lee March 3", " March 3"),
        ("Police, Health, Lee to meet", "Police, Health, "),
        ("Lee must go and Lee makes tea", " makes tea"),
        ("Callum right now is at home", " right now is at home"),
        ("Refer to MASH, Lee to attend", "MASH, "),
        ("Out on Lee Mash Lane", " Mash Lane"),
    ],
)
def test_a_word_near_a_name_that_says_something_else_stays(text: str, stays: str) -> None:
    for name in ("Lee Marsh", "Lee Marks", "Lee Heath", "Callum Wright"):
        for read in nets(name):
            assert stays in read(text).replace("‹", "").replace("?›", ""), (name, read(text))
