"""The board of assessments, and asking whoever made the last one."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from exports import assessment_requests
from exports.sending import How
from models.clock import SetClock
from models.errors import Refusal
from models.records.assessing import Entered
from models.rules.assessed import standing, whom
from models.workspace import Workspace

TODAY = date(2026, 11, 12)


@pytest.fixture
def panel():
    made = Workspace.memory("Ada Administrator", SetClock(datetime(2026, 11, 12, 9, 30)))
    made.panel.make("Northmoor MACE")
    agency = made.panel.add_agency("Children's Social Care")
    made.panel.add_member("Kim Hart", agency, "Social worker", email="kim@northmoor.gov.uk")
    yield made
    made.close()


def child(panel, name, on=None, author="Kim Hart", **fields):
    made = panel.register.add_child(name, since=date(2026, 6, 1), **fields)
    if on is not None:
        panel.register.assess(made, Entered(
            scheme_code="cumbria", assessed_on=on, judgement="Category 2", author=author,
        ))  # fmt: skip
    return made


@pytest.mark.parametrize(
    ("assessed", "until", "word", "words"),
    [
        (None, None, "never assessed", "never assessed"),
        (date(2026, 9, 1), date(2026, 10, 1), "overdue", "42 days overdue"),
        (date(2026, 10, 11), date(2026, 11, 11), "overdue", "1 day overdue"),
        (date(2026, 10, 12), TODAY, "due soon", "due today"),
        (date(2026, 10, 26), date(2026, 11, 26), "due soon", "14 days left"),
        (date(2026, 10, 27), date(2026, 11, 27), "in date", "15 days left"),
    ],
)
def test_an_assessment_stands_by_its_scheme_s_period(assessed, until, word, words) -> None:
    assert standing(assessed, until, TODAY) == (word, words)


@pytest.mark.parametrize(
    ("author", "lead", "name"),
    [("Kim Hart", "Lee Dale", "Kim Hart"), (None, "Lee Dale", "Lee Dale"), (" ", None, None)],
)
def test_the_author_is_asked_before_the_lead(author, lead, name) -> None:
    assert whom(author, lead) == name


def test_the_board_puts_never_and_longest_overdue_first(panel) -> None:
    child(panel, "Ann Ore", TODAY)
    child(panel, "Bea Poe", date(2026, 9, 1))
    child(panel, "Cat Roe")
    child(panel, "Dan Soe", date(2026, 8, 1))
    gone = child(panel, "Eve Toe")
    panel.panel.add_member("Bo Second", None, "Deputy chair")
    panel.register.close(gone, "Moved away with a handover.", "Bo Second")
    rows = panel.read.assessment_board()
    assert [(one.child, one.standing) for one in rows] == [
        ("Cat Roe", "never assessed"), ("Dan Soe", "overdue"), ("Bea Poe", "overdue"),
        ("Ann Ore", "in date"),
    ]  # fmt: skip


def test_an_ask_stands_until_a_new_assessment_comes_and_is_undone(panel) -> None:
    made = child(panel, "Bea Poe", date(2026, 9, 1))
    assert panel.chasing.assessments([made]) == 1
    (row,) = panel.read.assessment_board()
    assert (row.asked, row.asked_on, row.asked_until) == ("Kim Hart", TODAY, date(2026, 11, 26))
    with pytest.raises(Refusal, match="asked already"):
        panel.chasing.assessments([made])
    panel.store.undo()
    assert panel.read.assessment_board()[0].asked is None
    panel.chasing.assessments([made])
    panel.store.clock.move(timedelta(days=3))
    panel.register.assess(made, Entered(
        scheme_code="cumbria", assessed_on=date(2026, 11, 15), judgement="Category 1",
        author="Kim Hart",
    ))  # fmt: skip
    assert panel.read.assessment_board()[0].asked is None


def test_nobody_named_is_said_rather_than_asked(panel) -> None:
    made = child(panel, "Cat Roe")
    with pytest.raises(Refusal, match="who leads"):
        panel.chasing.assessments([made])


def test_each_person_asked_gets_a_page_of_initials_and_numbers(panel, tmp_path) -> None:
    panel.agenda.plan_meeting(date(2026, 11, 26))
    one = child(panel, "Beatrice Poe", date(2026, 9, 1), system_id="CL1234")
    two = child(panel, "Catherine Roe", date(2026, 8, 1), author="Lee Dale")
    with pytest.raises(Refusal, match="ask first"):
        assessment_requests.write_requests(panel, How(tmp_path))
    panel.chasing.assessments([one, two])
    names = assessment_requests.write_requests(panel, How(tmp_path))
    assert sorted(names) == ["notices/assessment-kim-hart.docx", "notices/assessment-lee-dale.docx"]
    path = tmp_path / "notices" / "assessment-kim-hart.docx"
    words = "\n".join(
        cell.text
        for table in Document(BytesIO(path.read_bytes())).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "CL1234" in words and "1 Sep 2026" in words
    assert "Beatrice" not in words and "Roe" not in words


def test_nobody_is_sent_the_name_of_a_child_in_whom_they_have_an_interest(panel, tmp_path):
    both = [child(panel, name, date(2026, 9, 1)) for name in ("Ivy Ashdown", "Bo Reed")]
    agency = panel.read.agencies()[0].id
    panel.panel.add_member("Lee Dale", agency, "Manager")
    kim = next(one.id for one in panel.read.members() if one.name == "Kim Hart")
    meeting = panel.agenda.plan_meeting(TODAY + timedelta(days=7))
    panel.conduct.declare(meeting, kim, "My niece", panel.agenda.add(meeting, both[0]))
    panel.chasing.assessments(both)
    (name,) = assessment_requests.write_requests(panel, How(tmp_path))
    told = "\n".join(cell.text for table in Document(str(tmp_path / name)).tables
                     for row in table.rows for cell in row.cells)  # fmt: skip
    assert "B.R." in told and "I.A." not in told
