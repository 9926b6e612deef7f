"""How an agency's lines are marked unless said otherwise: never wider than they would be."""

from dataclasses import replace

import pytest

from models import codes
from models.codes import AgencyKind
from models.marks import Information, Sharing
from models.records.panel import AgencyRecord
from models.rules.capture import AgencyRef, CaptureContext, as_usual, read_line
from models.rules.usual import NARROWEST, PLAIN, Usual, usual_of
from tests.models.rules.capture.room import ROOM


def agency(number: int, name: str, **said: object) -> AgencyRecord:
    plain = AgencyRecord(
        number,
        str(number),
        name,
        None,
        None,
        None,
        True,
        None,
        False,
        None,
        False,
        None,
        None,
        True,
    )
    return replace(plain, **said)  # type: ignore[arg-type]


PANEL = (agency(1, "Children's social care"), agency(2, "Police"), agency(3, "Health"),
         agency(4, "Sexual health service"), agency(5, "Licensing"))  # fmt: skip


def test_police_intelligence_is_for_the_chair_and_other_police_lines_for_all() -> None:
    usual = usual_of(PANEL[1], PANEL)
    assert usual.shared(Information.INTELLIGENCE) == (Sharing.CHAIR_ONLY, ())
    assert usual.shared(Information.FACT) == (Sharing.ALL_PANEL, ())


def test_what_a_sexual_health_service_says_is_for_social_care_health_and_itself() -> None:
    assert usual_of(PANEL[3], PANEL).shared(Information.NOT_STATED) == (
        Sharing.NAMED_AGENCIES,
        (4, 1, 3),
    )


def test_what_comes_from_a_register_is_fact_and_nothing_else_is_taken_for_it() -> None:
    kinds = {one.name: usual_of(one, PANEL).information for one in PANEL}
    assert kinds.pop("Licensing") is Information.FACT
    assert set(kinds.values()) == {Information.NOT_STATED}


def test_what_the_panel_set_for_an_agency_goes_before_its_kind() -> None:
    own = replace(PANEL[1], default_sharing="not minuted", default_information="opinion")
    usual = usual_of(own, PANEL)
    assert (usual.information, usual.sharing) == (Information.OPINION, Sharing.NOT_MINUTED)
    assert usual.shared(Information.INTELLIGENCE)[0] is Sharing.CHAIR_ONLY


def test_intelligence_is_never_for_more_than_other_lines() -> None:
    for plain in NARROWEST:
        for intelligence in NARROWEST:
            found, _ = Usual(sharing=plain, intelligence=intelligence).shared(
                Information.INTELLIGENCE
            )
            assert NARROWEST.index(found) <= NARROWEST.index(plain)


@pytest.mark.parametrize("kind", codes.rows_of("agency_kinds", AgencyKind), ids=lambda k: k.code)
def test_the_readers_of_a_shipped_kind_are_kinds_of_agency(kind: AgencyKind) -> None:
    known = {one.code for one in codes.load("agency_kinds")}
    assert set(kind.line_readers) <= known
    assert bool(kind.line_readers) == (kind.line_sharing == "named agencies")


POLICE = AgencyRef(2, "Police", (), usual_of(PANEL[1], PANEL))
CONTEXT = CaptureContext(ROOM.today, people=ROOM.people, agencies=(POLICE, *ROOM.agencies[2:]))


@pytest.mark.parametrize(
    ("line", "sharing"),
    [
        ("n Police intel: second phone in use", Sharing.CHAIR_ONLY),
        ("n Police intel all panel: second phone in use", None),
        ("n Police intel not minuted: second phone in use", Sharing.NOT_MINUTED),
        ("n Police: second phone in use", None),
        ("n second phone in use", None),
        ("urg Police intel: taken to a house now", None),
    ],
)
def test_a_line_of_the_bar_is_marked_as_usual_unless_it_says_so(line, sharing) -> None:
    [reading] = read_line(line, CONTEXT)
    assert as_usual(reading, CONTEXT).sharing is sharing


def test_what_is_taken_as_usual_shows_as_not_sure() -> None:
    [reading] = read_line("n Police intel: second phone in use", CONTEXT)
    chips = {one.label: (one.value, one.sure) for one in as_usual(reading, CONTEXT).chips}
    assert chips["sharing"] == ("chair only", False)
    assert reading.sharing is None


def test_an_agency_that_nobody_knows_the_kind_of_is_as_it_was() -> None:
    assert usual_of(agency(9, "Harbour Trust"), PANEL).shared(Information.INTELLIGENCE) == (
        PLAIN.sharing,
        (),
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("n Police: second phone in use, all panel", None),
        ("a Khan to visit by Fri, all panel", None),
        ("n Police intel all panel: second phone in use", "all panel"),
        ("n do not share with parents: she is pregnant, all panel", "all panel"),
        ("n second phone in use, chair only", "chair only"),
    ],
)
def test_for_all_the_panel_is_said_only_where_it_widens_something(
    line: str, told: str | None
) -> None:
    [reading] = read_line(line, CONTEXT)
    chips = [one.value for one in as_usual(reading, CONTEXT).chips if one.label == "sharing"]
    assert chips == ([told] if told else [])
