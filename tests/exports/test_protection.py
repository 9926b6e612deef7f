"""What stands at the head and foot of each document, by what is in it, and in a mail's subject."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest

from exports import issue
from tests.exports import reading
from tests.exports.issued_room import approve, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
NAMED, INTELLIGENCE = "for its named readers alone", "Holds intelligence"


@pytest.fixture
def folder(room: RunningRoom, tmp_path: Path) -> Iterator[Path]:
    """The papers of a panel that marks what it writes OFFICIAL; the annex holds intelligence."""
    room.workspace.panel.set("marking", "OFFICIAL")
    room.workspace.panel.set("handling", "OFFICIAL. Not to be copied.")
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, reason="Agreed")
    yield tmp_path


def edges(file: Path) -> str:
    return " ".join(reading.edges(docx.Document(str(file))))


def test_minutes_without_anything_restricted_carry_the_panels_own_marking(folder: Path) -> None:
    told = edges(folder / "minutes.docx")
    assert "OFFICIAL. Not to be copied." in told
    assert "SENSITIVE" not in told and NAMED not in told and INTELLIGENCE not in told


def test_an_annex_with_intelligence_is_marked_higher_in_head_foot_and_properties(
    folder: Path,
) -> None:
    file = folder / "minutes-annex-health.docx"
    opened = docx.Document(str(file))
    for edge in (opened.sections[0].header, opened.sections[0].footer):
        assert "OFFICIAL-SENSITIVE" in "".join(one.text for one in edge.paragraphs)
    assert "OFFICIAL-SENSITIVE. Not to be copied." in edges(file)
    assert NAMED in edges(file) and INTELLIGENCE in edges(file)
    assert opened.core_properties.subject == "OFFICIAL-SENSITIVE"


def test_a_mails_subject_and_body_have_the_highest_marking_of_its_papers(
    room: RunningRoom, folder: Path
) -> None:
    names = issue.write_drafts(
        room.workspace, room.meeting, folder, passphrase="correct horse", reason="Agreed"
    )
    mails = [message_from_bytes((folder / one).read_bytes(), policy=default) for one in names]
    by_reader = {str(one["To"]): one for one in mails}
    annexed = by_reader["ann@health.example"]
    assert str(annexed["Subject"]).startswith("OFFICIAL-SENSITIVE: ")
    body = annexed.get_body()
    assert body is not None and body.get_content().startswith("OFFICIAL-SENSITIVE\r\n")


def test_a_mail_with_nothing_restricted_has_the_panels_own_marking(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.panel.set("marking", "OFFICIAL")
    names = issue.write_drafts(
        room.workspace, room.meeting, tmp_path, before=True, audiences=["requests"],
        passphrase="correct horse", reason="Agreed",
    )  # fmt: skip
    mails = [message_from_bytes((tmp_path / one).read_bytes(), policy=default) for one in names]
    assert mails and all(str(one["Subject"]).startswith("OFFICIAL: ") for one in mails)
