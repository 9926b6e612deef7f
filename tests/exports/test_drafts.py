"""E-mail drafts: one recipient each, a subject that says nothing, attachments protected."""

import io
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import msoffcrypto
import pytest

from exports import issue
from exports.filing import sha256
from exports.recipients import only_chair
from models.errors import Refusal
from models.marks import Role
from models.records.panel import UserRecord
from models.services.issuing import HAND, MAIL
from tests.exports.issued_room import WORDS, approve, confirm_all, log, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
AGREED = "Agreed"


def drafted(room: RunningRoom, folder: Path, **options: object) -> dict[str, EmailMessage]:
    """The drafts by the address that each goes to."""
    names = issue.write_drafts(room.workspace, room.meeting, folder, **options)  # type: ignore[arg-type]
    found = {}
    for name in names:
        message = message_from_bytes((folder / name).read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found[str(message["To"])] = message
    assert len(found) == len(names)
    return found


def attached(message: EmailMessage) -> dict[str, bytes]:
    return {
        one.get_filename() or "": one.get_payload(decode=True)  # type: ignore[misc]
        for one in message.iter_attachments()
    }


def test_each_recipient_has_a_draft_of_their_own(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    found = drafted(room, tmp_path, passphrase=WORDS)
    assert set(found) == {"j.khan@police.example", "ann@health.example"}
    for message in found.values():
        assert message["X-Unsent"] == "1"
        assert message["Cc"] is None and message["Bcc"] is None
    assert "minutes-annex-health.docx" in attached(found["ann@health.example"])
    assert "minutes-annex-health.docx" not in attached(found["j.khan@police.example"])


def test_the_subject_is_marking_panel_day_and_reference(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    reference = room.workspace.read.meeting(room.meeting).uuid[:8].upper()
    for message in drafted(room, tmp_path, passphrase=WORDS).values():
        assert message["Subject"] == (
            f"OFFICIAL-SENSITIVE: Northmoor MACE, Thu 12 Nov 2026, {reference}"
        )


def test_attachments_are_locked_but_for_secure_mail_and_the_passphrase_is_not_in_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    found = drafted(room, tmp_path, passphrase=WORDS)
    locked = attached(found["ann@health.example"])["minutes.docx"]
    assert not locked.startswith(b"PK")
    opened = io.BytesIO()
    office = msoffcrypto.OfficeFile(io.BytesIO(locked))
    office.load_key(password=WORDS)
    office.decrypt(opened)
    assert opened.getvalue().startswith(b"PK")
    assert attached(found["j.khan@police.example"])["minutes.docx"].startswith(b"PK")
    for path in tmp_path.rglob("*.eml"):
        assert WORDS.encode() not in path.read_bytes()
    body = found["ann@health.example"].get_body()
    assert body is not None and "told separately" in body.get_content()


def test_no_child_is_named_outside_the_attachments(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    confirm_all(room)
    for message in drafted(room, tmp_path, passphrase=WORDS).values():
        body = message.get_body()
        told = f"{message['Subject']} {body.get_content() if body else ''}"
        assert "Ashdown" not in told and "Robin" not in told and "LCS1" not in told
    assert not any("Khan" in one.name or "Patel" in one.name for one in tmp_path.rglob("*"))


def test_without_a_passphrase_nothing_is_drafted_to_open_mail(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    with pytest.raises(Refusal, match="passphrase"):
        drafted(room, tmp_path, passphrase="")
    with pytest.raises(Refusal, match="passphrase"):
        drafted(room, tmp_path)
    assert list(tmp_path.iterdir()) == [] and log(room) == ()
    room.workspace.panel.change_agency(room.health, secure_mail=True, email_domain="health.example")
    assert len(drafted(room, tmp_path)) == 2


def test_what_is_not_approved_does_not_go_by_mail(room: RunningRoom, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="approved and confirmed"):
        drafted(room, tmp_path, passphrase=WORDS)


def test_a_doubt_asks_for_a_reason_that_is_kept(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    room.workspace.panel.change_agency(room.health, agreement_expires=None)
    with pytest.raises(Refusal, match="Health.*Give a reason"):
        drafted(room, tmp_path, passphrase=WORDS)
    drafted(room, tmp_path, passphrase=WORDS, reason=AGREED)
    assert {one.reason for one in log(room)} == {AGREED}


def test_the_log_has_a_line_for_each_document_and_recipient(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    told: list[str] = []
    found = drafted(room, tmp_path, passphrase=WORDS, tell=told.append)
    by_hand, where = told
    assert where.startswith(
        "What goes by hand lies beside the drafts in the folder by-hand, protected"
    )
    assert by_hand.startswith("No e-mail address, so to go by hand: Sam Lee (minutes.docx, ")
    assert "The chair (minutes-annex-chair.docx)" in by_hand
    for address, message in found.items():
        rows = [one for one in log(room) if one.address == address]
        sent = attached(message)
        assert {one.document: one.sha256 for one in rows} == {
            name: sha256(blob) for name, blob in sent.items()
        }
        assert {one.way for one in rows} == {MAIL}
        assert {one.encrypted for one in rows} == {address.endswith("health.example")}


def test_papers_before_the_meeting_are_drafted_too(room: RunningRoom, tmp_path: Path) -> None:
    found = drafted(room, tmp_path, before=True, passphrase=WORDS)
    names = attached(found["ann@health.example"])
    assert {"agenda.docx", "agenda-pack.docx", "requests-health.docx"} <= set(names)
    assert "requests-police.docx" not in names


def led(room: RunningRoom) -> None:
    """The nurse leads on the child; the chair has approved, a person has confirmed."""
    room.workspace.register.change(room.child, "lead_member_id", room.nurse, None)
    approve(room)
    confirm_all(room)


def test_whoever_holds_the_plan_gets_the_extract_and_the_sheet(
    room: RunningRoom, tmp_path: Path
) -> None:
    led(room)
    told: list[str] = []
    found = drafted(room, tmp_path, passphrase=WORDS, tell=told.append)
    own = {"extracts-V1.docx", "recommendations-V1.docx"}
    mine = attached(found["ann@health.example"])
    assert own <= set(mine)
    assert not any(mine[name].startswith(b"PK") for name in own)
    assert not own & set(attached(found["j.khan@police.example"]))
    assert not any("LCS1" in one for one in (*told, *mine))
    (row,) = room.workspace.read.recommendations()
    assert row.sent_on is not None


def test_what_no_mail_carries_is_told_with_whom_it_is_for(
    room: RunningRoom, tmp_path: Path
) -> None:
    led(room)
    room.workspace.panel.change_member(room.nurse, email=None)
    told: list[str] = []
    drafted(room, tmp_path, passphrase=WORDS, tell=told.append)
    by_hand, where = (one for one in told if not one.startswith("No address"))
    assert where.endswith("Not protected: care-plan-feed.csv and care-plan-feed.json.")
    mine = by_hand.partition("Ann Patel, Named nurse (")[2] or by_hand.partition("Ann Patel (")[2]
    assert {"extracts/LCS1.docx", "recommendations/LCS1.docx"} <= set(
        mine.partition(")")[0].split(", ")
    )
    assert "care-plan-feed.json" in by_hand.partition("case system")[2]
    (folder,) = tmp_path.glob("mail-*/by-hand")
    lying = {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.*")}
    assert not lying["extracts/LCS1.docx"].startswith(b"PK")
    rows = [one for one in log(room) if one.way == HAND]
    assert {one.document: one.sha256 for one in rows} == {
        name: sha256(blob) for name, blob in lying.items()
    }
    assert all(one.encrypted for one in rows if one.document.endswith(".docx"))
    (row,) = room.workspace.read.recommendations()
    assert row.sent_on is not None


def test_a_holder_with_an_interest_is_sent_nothing_of_it(room: RunningRoom, tmp_path: Path) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Her nephew", item_id=room.child_item)
    led(room)
    found = drafted(room, tmp_path, passphrase=WORDS)
    mine = attached(found["ann@health.example"])
    assert not any(name.startswith(("extracts", "recommendations")) for name in mine)


def test_no_annex_goes_to_whoever_gets_no_minutes(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.conduct.attend(room.meeting, room.nurse, "N")
    approve(room)
    told: list[str] = []
    found = drafted(room, tmp_path, passphrase=WORDS, reason=AGREED, tell=told.append)
    mine = set(attached(found["ann@health.example"])) if "ann@health.example" in found else set()
    assert not any("annex" in name for name in mine)
    assert any("gets no minutes: Ann Patel (minutes-annex-health.docx)" in one for one in told)


def test_the_chairs_papers_are_for_the_one_who_signs_in_as_chair() -> None:
    def user(role: str, member: int | None, *, active: bool = True) -> UserRecord:
        return UserRecord(member or 0, "", "", role, member, active)

    chair, other = user(Role.CHAIR, 4), user(Role.ADMINISTRATOR, 5)
    assert only_chair([chair, other]) == 4
    assert only_chair([chair, user(Role.CHAIR, 6)]) is None
    assert only_chair([chair, user(Role.CHAIR, 6, active=False)]) == 4
    assert only_chair([other]) is None
