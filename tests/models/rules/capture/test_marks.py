"""Fact, opinion, intelligence, and who may read a line, said within it."""

import pytest

from models.marks import Information, Sharing
from tests.models.rules.capture.room import read


@pytest.mark.parametrize(
    ("line", "information", "sharing", "text"),
    [
        ("n seen with older males", None, None, "Seen with older males"),
        ("n police: seen (intel)", "intelligence", None, "Seen"),
        ("n police: seen (intel, chair only)", "intelligence", "chair only", "Seen"),
        ("n police: intel: seen", "intelligence", None, "Seen"),
        ("n police: intel seen in town", "intelligence", None, "Seen in town"),
        ("n intel seen in town", "intelligence", None, "Seen in town"),
        ("n fact: seen in town", "fact", None, "Seen in town"),
        ("n opinion - he is frightened", "opinion", None, "He is frightened"),
        ("n he is frightened, opinion", "opinion", None, "He is frightened"),
        ("n in my opinion he is frightened", "opinion", None, "In my opinion he is frightened"),
        ("n Police intel suggests a move", "intelligence", None, "Police intel suggests a move"),
        ("n the fact that he left is known", None, None, "The fact that he left is known"),
        ("n chair only: second phone", None, "chair only", "Second phone"),
        ("n second phone chair only", None, "chair only", "Second phone"),
        ("n second phone, for the chair only", None, "chair only", "Second phone"),
        ("n second phone, not for the minutes", None, "not minuted", "Second phone"),
        ("n second phone. Not to be minuted.", None, "not minuted", "Second phone"),
        ("n second phone (off the record)", None, "not minuted", "Second phone"),
        ("n second phone, all panel", None, "all panel", "Second phone"),
        ("n second phone, police only", None, "named agencies", "Second phone"),
        ("n second phone (police and health only)", None, "named agencies", "Second phone"),
        ("n intel second phone police only", "intelligence", "named agencies", "Second phone"),
        ("n named agencies police, health: second phone", None, "named agencies", "Second phone"),
        ("n second phone (named agencies: police, health)", None, "named agencies", "Second phone"),
        ("n second phone, named agencies police", None, "named agencies", "Second phone"),
        ("n named agencies police, health only: phone", None, "named agencies", "Phone"),
        ("n police only intel: second phone", "intelligence", "named agencies", "Second phone"),
        ("n police and health only opinion: afraid", "opinion", "named agencies", "Afraid"),
        ("n for police only second phone", None, "named agencies", "Second phone"),
        ("n police eyes only: second phone", None, "named agencies", "Second phone"),
        ("n police only attended once", None, None, "Police only attended once"),
        ("n the named agencies were told", None, None, "The named agencies were told"),
        ("n fact second phone, not minuted", "fact", "not minuted", "Second phone"),
    ],
)
def test_marks_are_heard_and_leave_the_text(
    line: str, information: str | None, sharing: str | None, text: str
) -> None:
    reading = read(line)
    assert reading.information == (Information(information) if information else None)
    assert reading.sharing == (Sharing(sharing) if sharing else None)
    assert reading.text == text


def test_the_agencies_of_a_kept_line_are_named() -> None:
    reading = read("n second phone, police and health only")
    assert [agency.name for agency in reading.agencies] == ["Police", "Health (ICB safeguarding)"]


def test_the_narrower_of_two_marks_holds() -> None:
    assert read("n all panel: second phone, chair only").sharing is Sharing.CHAIR_ONLY


def test_an_action_to_submit_intelligence_is_not_itself_intelligence() -> None:
    reading = read("a Fairhurst to submit intelligence on Pike by Fri")
    assert reading.information is None
    assert reading.text == "Submit intelligence on Pike"


def test_an_action_may_be_for_the_chair_only() -> None:
    reading = read("a Fairhurst to speak to the head by Fri (chair only)")
    assert reading.sharing is Sharing.CHAIR_ONLY
    assert reading.text == "Speak to the head"


@pytest.mark.parametrize(
    "line",
    [
        "n second phone (named agencies: polxce)",
        "a Patel to call by Friday, named agencies: polxce",
    ],
)
def test_a_mark_for_agencies_that_nobody_knows_still_keeps_the_line_from_the_others(
    line: str,
) -> None:
    reading = read(line)
    assert (reading.sharing, reading.agencies) == (Sharing.NAMED_AGENCIES, ())
    assert any("none is named" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "n do not share with parents: she is pregnant",
        "n confidential - she told the nurse",
        "n keep this from the school: he is moving",
        "a Patel to call by Friday, not for the family",
    ],
)
def test_what_sounds_restricted_is_kept_for_the_chair_and_says_so(line: str) -> None:
    reading = read(line)
    assert reading.sharing is Sharing.CHAIR_ONLY
    assert any("kept for the chair only" in warning for warning in reading.warnings)
    assert ("sharing", "chair only") in {(chip.label, chip.value) for chip in reading.chips}


@pytest.mark.parametrize(
    "line",
    [
        "n police only arrested Pike at four",
        "n police only have the number",
        "n police only have his new address",
        "n only police phone seized",
        "n polxce only: phone seized",
        "n polxce only phone seized",
        "n nurses only: phone seized",
        "n phone seized (nurses only)",
        "n phone seized, for the nurses only",
        "n core group only: phone seized",
        "n phone seized police only please",
        "n phone seized - just police and yjs",
        "n restricted: phone seized",
        "voice: do not share this with my mum, I am scared",
    ],
)
def test_a_restriction_that_nobody_understands_is_the_narrower_reading(line: str) -> None:
    reading = read(line)
    assert (reading.sharing, reading.field) == (Sharing.CHAIR_ONLY, None)
    assert any("kept for the chair only" in warning for warning in reading.warnings)


def test_all_panel_at_the_end_settles_what_sounds_restricted() -> None:
    reading = read("n do not share with parents: she is pregnant, all panel")
    assert (reading.sharing, reading.warnings) == (Sharing.ALL_PANEL, ())


def test_what_cannot_be_withheld_says_that_it_goes_to_all() -> None:
    reading = read("rec SW to agree what is not to be shared with father by Fri")
    assert reading.sharing is None
    assert any("goes to all the panel" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "n police only attended once",
        "n health only saw him twice",
        "n police only became aware last week",
        "n school only two days a week",
        "n police only hold two logs on him",
        "n only school and his nan ever call",
        "n school only ring when he is late",
        "n only police officers attended",
        "n contact (supervised only)",
        "n seen on Mondays only",
        "n only one phone was found",
    ],
)
def test_only_within_a_sentence_restricts_nothing(line: str) -> None:
    reading = read(line)
    assert (reading.sharing, reading.warnings) == (None, ())


@pytest.mark.parametrize(
    ("line", "agencies", "by", "text"),
    [
        ("n police only phone seized from his bag", "Police", None, "Phone seized from his bag"),
        ("police only phone seized", "Police", None, "Phone seized"),
        ("note police only Police: phone seized", "Police", "Police", "Phone seized"),
        ("n POLICE ONLY phone seized", "Police", None, "Phone seized"),
        ("n police-only phone seized", "Police", None, "Phone seized"),
        ('n "police only" phone seized', "Police", None, "Phone seized"),
        ("n police and yjs only phone seized", "Police, Youth justice service", None,
         "Phone seized"),
        ("n police/yjs only: phone seized", "Police, Youth justice service", None, "Phone seized"),
        ("n police and chair only: phone seized", "Police", None, "Phone seized"),
        ("n just police: phone seized", "Police", None, "Phone seized"),
        ("n phone seized, restricted to police", "Police", None, "Phone seized"),
        ("n Police police only phone seized", "Police", "Police", "Phone seized"),
    ],
)  # fmt: skip
def test_a_line_may_begin_with_who_alone_may_read_it(line, agencies, by, text) -> None:
    reading = read(line)
    assert reading.sharing is Sharing.NAMED_AGENCIES
    assert ", ".join(one.name for one in reading.agencies) == agencies
    assert (reading.agency.name if reading.agency else None, reading.text) == (by, text)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("line", "sharing", "agency"),
    [
        ("note not for the minutes Health: mum drinks", "not minuted", "Health (ICB safeguarding)"),
        ("note chair only Police: mum drinks", "chair only", "Police"),
        ("n police, chair only mum drinks", "chair only", "Police"),
        ("n health chair only mum drinks", "chair only", "Health (ICB safeguarding)"),
        ("n health not for the minutes mum drinks", "not minuted", "Health (ICB safeguarding)"),
    ],
)
def test_a_mark_beside_the_speaker_takes_neither_away(line, sharing, agency) -> None:
    reading = read(line)
    assert reading.sharing is not None
    assert reading.agency is not None
    assert (reading.sharing.value, reading.agency.name) == (sharing, agency)
    assert reading.text == "Mum drinks"


@pytest.mark.parametrize(
    ("line", "chip"),
    [
        ("a police only Owen Baines to visit by Fri", "Police only"),
        ("a Owen Baines to visit by Fri, chair only", "chair only"),
        ("d police only CAWN on Pike", "Police only"),
        ("lin police only Aidan associates with Pike", "Police only"),
        ("rec chair only home to be reviewed", "chair only"),
    ],
)
def test_every_kind_shows_who_may_read_it_before_enter(line: str, chip: str) -> None:
    assert [one.value for one in read(line).chips if one.label == "sharing"] == [chip]


@pytest.mark.parametrize(
    "line",
    [
        'voice: he said "it was my lifestyle choice',
        "voice: I absconded because of him",
        "child's voice: I absconded, chair only",
        'n mum says it was his "lifestyle choice"',
    ],
)
def test_the_words_of_child_and_parent_are_their_own(line: str) -> None:
    assert read(line).warnings == ()


def test_words_that_blame_are_named_where_nobody_is_quoted() -> None:
    assert any("absconded" in one for one in read("n he absconded").warnings)


@pytest.mark.parametrize(
    "line",
    [
        "n Social care: don't put this in the minutes, dad has a new partner",
        "n this mustn't go in the minutes: mum has a new partner",
        "n shouldn't be minuted, mum has a new partner",
        "n please don't write this down, mum is unwell",
        "n mum is unwell, between these four walls",
        "n mum is unwell, not to leave this room",
        "n for your ears only: mum is unwell",
        "n I would not want mum to know that he rang",
        "n Health sensitive: mum is unwell",
        "n Police: sensitive, source in the group",
        "n Police: this is operational, watching the garages",
    ],
)
def test_what_is_asked_not_to_go_further_never_goes_to_everybody(line: str) -> None:
    reading = read(line)
    assert reading.sharing in (Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED)


@pytest.mark.parametrize(
    "line",
    [
        "n She does not want mum to know about the test",
        "n He is not on the record of that school",
        "n School did not write to the parents about it",
        "n Sensitive child, cries easily",
        "n He was not recorded as missing",
        "n Car is not in his name",
        "n Mum stays in the room with him",
    ],
)
def test_what_only_speaks_of_not_and_of_notes_is_for_the_panel(line: str) -> None:
    assert read(line).sharing is None
