"""Reminders between meetings: each agency its own open actions, nobody another's."""

import io
import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import docx
import pytest
from msoffcrypto import OfficeFile

from exports.reminding import write_reminders
from exports.sending import How
from models.clock import SetClock
from models.entities import Issue
from models.errors import Refusal
from models.marks import Sharing
from tests.exports import reading
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    record = made.workspace.conduct.record_action
    record(made.child_item, "Meet Robin weekly", owner_id=made.manager)
    record(made.person_item, "Visit the address", owner_id=made.detective)
    done = record(made.person_item, "Check the plates", owner_id=made.detective)
    record(
        made.child_item, "Ask the nurse", owner_id=made.nurse, sharing=Sharing.NAMED_AGENCIES,
        shared_with=(made.health,),
    )  # fmt: skip
    made.workspace.actions.update(done, "complete", text="Checked", changed="Nothing yet")
    return made


def said(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_each_agency_gets_its_own_open_actions_and_nothing_else(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.panel.set("reply_to", "mace@northmoor.example")
    names = write_reminders(room.workspace, How(tmp_path))
    assert len(names) == 3 and all("Robin" not in name for name in names)
    police = said(tmp_path / next(name for name in names if "police" in name))
    assert "Visit the address" in police
    assert "Return to: mace@northmoor.example" in police and "Lawful basis: " in police
    for other in ("Meet Robin", "Ask the nurse", "Check the plates", "Robin Ashdown"):
        assert other not in police
    health = said(tmp_path / next(name for name in names if "health" in name))
    assert "Ask the nurse" in health and "Visit the address" not in health


def test_nobody_is_reminded_of_what_they_said_is_done(room: RunningRoom, tmp_path: Path) -> None:
    actions = {one.text: one.id for one in room.workspace.read.actions()}
    room.workspace.actions.update(actions["Ask the nurse"], "in progress", text="Done 10 Nov")
    room.workspace.actions.update(actions["Visit the address"], "in progress", text="Done 10 Nov")
    room.workspace.conduct.record_action(
        room.person_item, "Ring the landlord", owner_id=room.detective
    )
    names = write_reminders(room.workspace, How(tmp_path))
    assert not [name for name in names if "health" in name]
    document = docx.Document(str(tmp_path / next(name for name in names if "police" in name)))
    said_so = " ".join(reading.under(document, "Said to be done, to be confirmed (1)"))
    assert "Visit the address" in said_so and "Ring the landlord" not in said_so
    left = " ".join(reading.under(document, "Open (1)"))
    assert "Ring the landlord" in left and "Visit the address" not in left


def test_reminders_are_logged_as_issued(room: RunningRoom, tmp_path: Path) -> None:
    names = write_reminders(room.workspace, How(tmp_path, reason="Agreed by telephone"))
    with room.workspace.store.reading() as session:
        logged = {row.document for row in session.query(Issue)}
    assert set(names) <= logged


def test_where_nothing_is_open_nobody_is_reminded(clock: SetClock, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nobody to remind"):
        write_reminders(running_room(clock).workspace, How(tmp_path))
    assert not list(tmp_path.iterdir())


def test_reminders_go_as_mails_that_say_nothing_but_what_they_are(
    room: RunningRoom, tmp_path: Path
) -> None:
    panel = room.workspace.panel
    panel.change_member(room.detective, email="j.khan@police.example")
    panel.change_member(room.nurse, email="ann@health.example")
    panel.change_agency(room.police, secure_mail=True, email_domain="police.example")
    told: list[str] = []
    names = write_reminders(
        room.workspace,
        How(tmp_path, by_mail=True, passphrase="correct horse", reason="A", tell=told.append),
    )
    mails = {str(one["To"]): one for one in (read(tmp_path / name) for name in names)}
    assert set(mails) == {"j.khan@police.example", "ann@health.example"}
    assert any("e-mail address" in one for one in told), told
    for mail in mails.values():
        assert re.fullmatch(
            r"OFFICIAL-SENSITIVE: Northmoor MACE, Thu 12 Nov 2026, [0-9A-F]{8}",
            str(mail["Subject"]),
        )
        text = f"{mail.get_body().get_content()} {mail['Subject']}"
        assert not [word for word in ("Robin", "nurse", "address", "action") if word in text]
    police, health = (one_paper(mails[to]) for to in sorted(mails, reverse=True))
    (tmp_path / "police.docx").write_bytes(police)
    assert "Visit the address" in said(tmp_path / "police.docx")
    assert is_encrypted(health)


def test_a_reminder_is_not_mailed_open_to_an_address_that_is_not_secure(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.panel.change_member(room.nurse, email="ann@health.example")
    with pytest.raises(Refusal, match="passphrase"):
        write_reminders(room.workspace, How(tmp_path, by_mail=True, reason="Agreed"))
    assert not list(tmp_path.iterdir())


def read(file: Path) -> EmailMessage:
    return message_from_bytes(file.read_bytes(), policy=default)


def one_paper(mail: EmailMessage) -> bytes:
    (attached,) = mail.iter_attachments()
    content = attached.get_content()
    assert isinstance(content, bytes)
    return content


def is_encrypted(blob: bytes) -> bool:
    return bool(OfficeFile(io.BytesIO(blob)).is_encrypted())
