"""What a referral leaves open goes to each agency that would know: its own points, one child."""

from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest

from exports import asking_gaps
from exports.asking_gaps import write_gap_requests
from exports.sending import How
from models.clock import SetClock
from models.errors import Refusal
from tests.exports import reading
from tests.exports.issued_room import log
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    workspace = made.workspace
    workspace.register.add_exploitation(made.child, "County lines", role_in_harm="victim")
    for agency, kind in ((made.police, "police"), (made.health, "health")):
        workspace.panel.change_agency(agency, kind=kind)
    workspace.register.add_child("Ivy Marlow")
    return made


@pytest.fixture
def referral(room: RunningRoom) -> int:
    today = room.workspace.store.clock.today()
    return room.workspace.referrals.add(
        room.child, received_on=today, reason="Seen with a knife.", immediate_risk=False
    )


def told(file: Path) -> str:
    document = docx.Document(str(file))
    return "\n".join((reading.text(document), *reading.edges(document)))


def test_each_agency_is_asked_its_own_points_about_that_child(
    room: RunningRoom, referral: int, tmp_path: Path
) -> None:
    room.workspace.chasing.ask_gaps(referral)
    names = write_gap_requests(room.workspace, referral, How(tmp_path, reason="Agreed"))
    asked = ("police", "health", "childrens-social-care")
    assert set(names) == {f"requests/referral-{referral}-{one}.docx" for one in asked}
    police, health = (
        told(tmp_path / f"requests/referral-{referral}-{one}.docx") for one in asked[:2]
    )
    labels = {one.label: one.asked for one in room.workspace.read.referral(referral).checklist}
    for label, asked in labels.items():
        assert (label in police) is (asked == "Police")
        assert (label in health) is (asked == "Health")
    for text in (police, health):
        assert "Robin Ashdown" in text and "Marlow" not in text
        assert "Lawful basis: " in text and "Why it is needed: " in text
        assert "Seen with a knife" not in text
    assert {one.document for one in log(room)} == set(names)


def test_they_go_as_mails_that_name_nobody(
    room: RunningRoom, referral: int, tmp_path: Path
) -> None:
    panel = room.workspace.panel
    panel.change_member(room.detective, email="j.khan@police.example")
    room.workspace.chasing.ask_gaps(referral)
    (name,) = write_gap_requests(
        room.workspace,
        referral,
        How(tmp_path, by_mail=True, passphrase="correct horse", reason="A"),
    )
    mail = message_from_bytes((tmp_path / name).read_bytes(), policy=default)
    body = mail.get_body()
    assert body is not None
    (attached,) = mail.iter_attachments()
    text = f"{mail['Subject']} {body.get_content()} {attached.get_filename()}"
    assert "Robin" not in text and "Ashdown" not in text


def test_nothing_is_written_before_somebody_is_asked(
    room: RunningRoom, referral: int, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="ask for what is missing first"):
        write_gap_requests(room.workspace, referral, How(tmp_path))
    assert not list(tmp_path.iterdir())


def test_an_agency_whose_members_all_have_an_interest_is_written_nothing(
    room: RunningRoom, referral: int, tmp_path: Path
) -> None:
    room.workspace.chasing.ask_gaps(referral)
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    names = write_gap_requests(room.workspace, referral, How(tmp_path, reason="Agreed"))
    assert f"requests/referral-{referral}-police.docx" in names
    assert not [one for one in names if "health" in one]


def test_doubts_are_told_before_it_is_written(room: RunningRoom, referral: int) -> None:
    room.workspace.chasing.ask_gaps(referral)
    assert asking_gaps.doubts(room.workspace, referral) == ()
    room.workspace.panel.change_agency(room.police, agreement_expires=date(2026, 1, 1))
    assert any("agreement" in one for one in asking_gaps.doubts(room.workspace, referral))
