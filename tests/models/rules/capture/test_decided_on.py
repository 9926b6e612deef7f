"""What is judged of another child, however called, is never kept as judged of the item's own."""

import string
from collections.abc import Iterator

import pytest

from models.marks import SubjectKind
from models.rules.capture import CaptureKind, CaptureReading, SubjectRef, as_form, read_line
from models.rules.capture.decided_on import TWO_JUDGED
from models.rules.capture.english import is_english
from models.rules.names import parse_name
from tests.models.rules.capture.utterances import corpus_room

WAYS = (
    "dec step down {} to early help",
    "dec keep {} on panel",
    "dec {} to remain on panel",
    "dec {} remains on panel, review 21 Jan",
    "dec {}: remain on panel",
    "dec {} - defer, no social worker here",
    "dec {} deferred",
    "dec defer {}, no social worker here",
    "dec close {} - risk reduced, all agreed",
    "dec close the case of {} as risk is reduced",
    "dec refer {} to MASH",
    "decision: refer {} for s47",
    "dec remain for {}",
    "dec no social worker here, defer {}",
    "rev {} in 6 weeks",
    "rev {} 21 Jan",
    "review {} next panel",
    "rev 21 Jan for {}",
    "rev on 21 Jan {}",
    "ris {} high",
    "ris {} down to medium, northgate do not agree",
    "risk for {} is high",
    "ris high for {}",
    "ris to {} now high, was medium",
    "dec close {} - she is safe and all agreed",
    "dec step down {} to early help, he is doing well",
    "dec he is doing well so step down {} to early help",
    "rev {} 21 Jan, they are in court before that",
    "ris {} high, he was seen with him",
    "dec close {} - Kyle no longer sees her",
    "rev {} 21 Jan, Kyle is in court before that",
)
JUDGED = (CaptureKind.DECISION, CaptureKind.REVIEW, CaptureKind.RISK)
ROOM = corpus_room()
OTHERS = tuple(one for one in ROOM.subjects if one != ROOM.subject)


def _called(one: SubjectRef) -> tuple[str, ...]:
    """Whole, in parts, by other names and by the item."""
    parts: tuple[str, ...] = ()
    if one.kind in (SubjectKind.CHILD, SubjectKind.PERSON):
        name = parse_name(one.name)
        parts = (name.first[0], name.surname, name.first[0].lower(), name.surname.lower())
    listed = (one.ref,) if one.ref else ()
    return tuple(dict.fromkeys((one.name, *parts, *one.aliases, *listed)))


def _slips(word: str) -> Iterator[str]:
    """The word with two letters swapped, one missed, one doubled or one more: no word by that."""
    for at in range(1, len(word)):
        swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        doubled = word[: at + 1] + word[at:]
        wrong = word[:at] + string.ascii_lowercase[at * 7 % 26] + word[at + 1 :]
        for slip in (swapped, word[:at] + word[at + 1 :], doubled, wrong):
            if slip != word and not is_english(slip.lower()):
                yield slip


def _misspelt(one: SubjectRef) -> tuple[str, ...]:
    """A child's first name with a slip in it."""
    first = parse_name(one.name).first[0] if one.kind is SubjectKind.CHILD else ""
    return tuple(dict.fromkeys(_slips(first))) if len(first) > 3 else ()


def _judged(line: str) -> tuple[CaptureReading, ...]:
    return tuple(one for one in read_line(line, ROOM) if one.kind in JUDGED)


@pytest.mark.parametrize("way", WAYS)
def test_of_another_it_is_never_kept_here_unasked(way: str) -> None:
    said = [way.format(name) for one in OTHERS for name in _called(one)]
    said = [line for line in said if "refer mash" not in line]  # that is to the MASH
    assert [line for line in said if not any(one.elsewhere for one in _judged(line))] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_is_one_other_child_says_where_to_turn(way: str) -> None:
    listed = [one for one in OTHERS if one.ref and one.kind is SubjectKind.CHILD]
    told = [(one, _judged(way.format(one.name))[0]) for one in listed]
    wrong = [one.name for one, read in told if f"for {one.ref}:" not in read.elsewhere]
    assert wrong == []


@pytest.mark.parametrize("way", WAYS[::3])
def test_a_name_with_a_slip_is_asked_about(way: str) -> None:
    said = [way.format(name) for one in OTHERS for name in _misspelt(one)]
    assert len(said) > 100
    assert [line for line in said if not any(one.elsewhere for one in _judged(line))] == []


@pytest.mark.parametrize("way", WAYS)
def test_of_the_items_own_it_is_kept(way: str) -> None:
    own = ROOM.subject
    assert own is not None
    said = [way.format(name) for name in (*_called(own), *_misspelt(own))]
    assert [line for line in said if any(one.elsewhere for one in _judged(line))] == []


@pytest.mark.parametrize(
    "line",
    [
        "dec remain, Slade still contacting him",
        "dec remain, as Slade and Amber were seen together",
        "dec remain on panel - Slade moved to Leeds",
        "dec remain on panel, Slade remains in prison",
        "dec refer to mash",
        "dec mash",
        "dec remain with agreement of Grace",
        "dec remain on panel until Amber's strategy meeting is held",
        "dec close this one, Slade arrested and Amber safe",
        "dec keep him on panel Slade still about",
        "dec he remains on panel Slade still about",
        "dec defer, Amber's social worker was not here",
        "rev with Amber on 21 Jan",
        "rev 21 Jan, Slade in court before that",
        "rev 21 Jan after Slade's trial",
        "ris high because of Slade",
        "ris high, seen with Amber at the Snug",
        "ris Kyle high, Amber now out of it",
        "ris up to high since Webby came back",
    ],
)
def test_who_is_only_named_beside_it_leaves_it_here(line: str) -> None:
    (reading,) = _judged(line)
    assert not reading.elsewhere


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("dec step down Leon to early help", "That is for V5: turn to it to decide on it."),
        ("dec adopt the Snug", "That is for L4: turn to it to decide on it."),
        ("rev Tyrone 21 Jan", "That may be for V4: turn to it, or say “this one” to decide here."),
        ("rev NX17 KBE 21 Jan", "That has no item today: add one to decide on it."),
        (
            "dec remain black golf seen at the Snug",
            "That may be for another record: say “this one” to decide here.",
        ),
    ],
)
def test_it_is_said_where_it_is_judged(line: str, sentence: str) -> None:
    assert _judged(line)[0].elsewhere == sentence


@pytest.mark.parametrize(
    "line",
    [
        "dec keep {} and close Amber",
        "dec close {} and keep Amber on panel",
        "dec close Amber and keep {} on panel",
        "dec {} remains on panel, Amber to close",
        "dec keep him on panel and close Amber",
        "dec keep this one on panel and close Amber",
        "ris {} high and Amber low",
        "ris high for {}, low for Amber",
        "rev {} in 6 weeks and review Amber in 3",
    ],
)
def test_two_who_are_judged_in_one_line_are_kept_in_a_line_each(line: str) -> None:
    assert ROOM.subject is not None
    for name in _called(ROOM.subject):
        assert _judged(line.format(name))[0].elsewhere == TWO_JUDGED


@pytest.mark.parametrize("line", ["dec {} and Amber to remain on panel", "dec keep {} and Amber"])
def test_two_who_are_judged_together_are_judged_here(line: str) -> None:
    assert ROOM.subject is not None
    assert not _judged(line.format(ROOM.subject.name))[0].elsewhere


@pytest.mark.parametrize(
    "line",
    [
        "Leon Farrow to remain on panel",
        "close leon, risk reduced",
        "we decided to close leon",
        "panel agreed Leon remains on panel",
        "decison close leon risk reduced",
        "decison remian leon",
        "revw Leon F 28 Jan",
        "reviw Leon Farrow 21 jan",
        "Review Leon Farrow at the next panel.",
    ],
)
def test_without_its_word_or_with_a_slip_it_is_told_of_the_other(line: str) -> None:
    (reading,) = _judged(line)
    assert "V5" in reading.elsewhere
    assert as_form(reading)["subject"] == "Leon Farrow"


@pytest.mark.parametrize(
    "line",
    [
        "Slade remains in prison",
        "Amber stays with her nan",
        "Webb stepped out of the car",
        "close to Leon's school",
        "Leon is at high risk of going missing",
        "Leon closed the door on her",
    ],
)
def test_what_is_told_of_another_is_no_judgement(line: str) -> None:
    assert _judged(line) == ()


def test_of_two_who_are_judged_neither_is_told_as_whom_it_is_about() -> None:
    (reading,) = _judged("dec keep Kyle and close Amber")
    assert as_form(reading)["subject"] is None
