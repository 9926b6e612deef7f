"""Who was there for an item alone is sent that item's paper, and nothing of the whole meeting."""

import random
from dataclasses import dataclass, field, replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest

from exports import issue
from exports.audience import Audiences, Document
from exports.permitted import Audience, reader
from exports.recipients import Recipients
from models.marks import Sharing
from models.rules.recipients import ENTITLED, OUTSIDE
from tests.exports import reading
from tests.exports.issued_room import WORDS, approve, confirm_all, log, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
FINLEY, ADDRESS = "Finley Jankowski", "finley@council.example"
NEXT = date(2026, 12, 24)
BY_NAME = {Audience.GUESTS, Audience.OWNER, Audience.FILE, Audience.CARRIER}
"""What may go to somebody who is sent nothing of the whole."""
CODES = "PRDANXIOC"


def guest(room: RunningRoom, *items: int, core: bool = False, code: str = "I") -> int:
    """Somebody of social care who is invited to these items, with what is kept for their agency."""
    work = room.workspace
    member = work.panel.add_member(
        FINLEY, room.council, "Youth worker", core=core, email=ADDRESS
    )  # fmt: skip
    for item in items:
        work.agenda.invite(item, member_id=member)
    work.conduct.open_item(room.person_item)
    for agency in (room.council, room.police):
        work.conduct.say(
            room.person_item, agency, "For social care alone",
            sharing=Sharing.NAMED_AGENCIES, shared_with=(room.council,),
        )  # fmt: skip
    work.conduct.record_action(room.person_item, "Ring the school", owner_id=room.manager)
    work.conduct.attend(room.meeting, member, code)
    return member


def sent(room: RunningRoom, name: str = FINLEY, *, before: bool = False) -> set[str]:
    """The papers that somebody is sent, after or before the meeting."""
    of = issue.before if before else issue.documents
    to = Recipients(Audiences(room.workspace, room.meeting))
    found = of(room.workspace, room.meeting)
    return {one.name for one in found if any(who.name == name for who in to.of(one))}


def attached(folder: Path) -> set[str]:
    """What lies in the mail to the guest."""
    mails = (message_from_bytes(one.read_bytes(), policy=default) for one in folder.rglob("*.eml"))
    return {
        one.get_filename() or ""
        for mail in mails
        if mail["To"] == ADDRESS
        for one in mail.iter_attachments()  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("core", [False, True])
def test_of_the_whole_meeting_nothing_goes_by_mail_to_who_came_for_an_item(
    room: RunningRoom, tmp_path: Path, core: bool
) -> None:
    guest(room, room.child_item, core=core)
    approve(room)
    confirm_all(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS, reason="Agreed")
    assert attached(tmp_path) == {"minutes-item-V1.docx"}
    assert {one.document for one in log(room) if one.recipient == FINLEY} == attached(tmp_path)


def test_nor_where_nobody_else_of_the_agency_was_there(room: RunningRoom) -> None:
    guest(room, room.child_item, core=True)
    room.workspace.conduct.attend(room.meeting, room.manager, "X")
    assert sent(room) == {"minutes-item-V1.docx"}
    assert {"actions-childrens-social-care.docx", "minutes-annex-childrens-social-care.docx"} <= (
        sent(room, "Sam Lee")
    )
    documents = issue.documents(room.workspace, room.meeting)
    told = issue.doubts(room.workspace, room.meeting, documents)
    assert "Neither present nor sent information: Sam Lee." in told


def test_each_of_two_items_gives_its_paper(room: RunningRoom) -> None:
    guest(room, room.child_item, room.person_item)
    assert sent(room) == {"minutes-item-V1.docx", "minutes-item-O1.docx"}


def test_who_stays_for_the_rest_is_present_and_has_the_whole(room: RunningRoom) -> None:
    member = guest(room, room.child_item)
    room.workspace.conduct.attend(room.meeting, member, "P")
    assert {"minutes.docx", "actions.docx"} <= sent(room)
    assert "minutes-annex-childrens-social-care.docx" in sent(room)
    assert "minutes-item-V1.docx" not in sent(room)


def test_an_interest_gives_no_papers_to_who_came_for_an_item(room: RunningRoom) -> None:
    member = guest(room, room.child_item, room.person_item, core=True)
    room.workspace.conduct.declare(room.meeting, member, "An uncle", room.person_item)
    assert sent(room) == {"minutes-item-V1-without-O1.docx"}
    assert {one.partition("/")[0] for one in sent(room, before=True)} == {"invitations"}


def test_an_items_paper_says_nothing_of_whom_its_guest_has_an_interest_in(
    room: RunningRoom, tmp_path: Path
) -> None:
    work = room.workspace
    other = work.register.add_child("Mica Quayle", system_id="LCS77")
    seen = work.agenda.add(room.meeting, other)
    work.register.link(room.child, "associates", other, confidence="suspected", source="A")
    work.conduct.say(room.child_item, room.police, "Robin was seen with Mica Quayle and with Mica")
    apart, free = guest(room, room.child_item), work.panel.add_member("Gwen Free", room.health)
    work.agenda.invite(room.child_item, member_id=free)
    work.conduct.attend(room.meeting, free, "I")
    work.conduct.declare(room.meeting, apart, "Her aunt", seen)
    assert sent(room, "Gwen Free") == {"minutes-item-V1.docx"}
    (theirs,) = sent(room)
    reference = room.item(seen).row.reference
    assert theirs == f"minutes-item-V1-without-{reference}.docx"
    issue.write_meeting(work, room.meeting, tmp_path)
    told = {name: body(tmp_path / name) for name in ("minutes-item-V1.docx", theirs)}
    for tell in ("Mica", "M.Q.", "LCS77", reference):
        assert tell not in told[theirs]
    assert "M.Q." in told["minutes-item-V1.docx"]
    issued = {name: words.rpartition("Issued to")[2] for name, words in told.items()}
    assert FINLEY in issued[theirs] and "Gwen Free" not in issued[theirs]
    assert "Gwen Free" in issued["minutes-item-V1.docx"]
    assert FINLEY not in issued["minutes-item-V1.docx"]


def test_an_interest_holds_for_a_guest_of_whom_nobody_noted_how_they_came(
    room: RunningRoom,
) -> None:
    member = room.workspace.panel.add_member(FINLEY, room.council)
    room.workspace.agenda.invite(room.child_item, member_id=member)
    room.workspace.conduct.open_item(room.child_item)
    assert sent(room) == {"minutes-item-V1.docx"}
    room.workspace.conduct.declare(room.meeting, member, "An uncle", room.person_item)
    assert sent(room) == {"minutes-item-V1-without-O1.docx"}
    doubts = issue.doubts(
        room.workspace, room.meeting, issue.documents(room.workspace, room.meeting)
    )
    assert any(f"{FINLEY} (V1)" in one for one in doubts)


def test_who_looks_on_is_sent_nothing(room: RunningRoom) -> None:
    guest(room, core=True, code="O")
    assert sent(room) == sent(room, before=True) == set()


def test_who_came_for_an_item_that_nobody_named_is_told_of_before_the_issue(
    room: RunningRoom,
) -> None:
    member = guest(room)
    note = (
        f"{FINLEY} stands as having come for an item alone, and for none:"
        " invite them to it, or no paper goes to them."
    )
    assert note in notes(room) and sent(room) == set()
    room.workspace.agenda.invite(room.child_item, member_id=member)
    assert note not in notes(room) and sent(room) == {"minutes-item-V1.docx"}


def body(path: Path) -> str:
    """What stands in a paper, from its top to its end."""
    return reading.text(docx.Document(str(path)))


def notes(room: RunningRoom) -> tuple[str, ...]:
    """What whoever issues the minutes is told beside them."""
    (whole,) = [
        one for one in issue.documents(room.workspace, room.meeting) if one.name == "minutes.docx"
    ]
    return whole.notes


def test_an_action_of_another_item_comes_to_its_owner_by_a_notice(room: RunningRoom) -> None:
    member = guest(room, room.child_item)
    room.workspace.conduct.record_action(room.child_item, "Of theirs", owner_id=member)
    assert sent(room) == {"minutes-item-V1.docx"}
    room.workspace.conduct.record_action(room.person_item, "Of another", owner_id=member)
    (notice,) = sent(room) - {"minutes-item-V1.docx"}
    assert notice.startswith("notices/")


def test_the_next_pack_has_no_minutes_of_a_meeting_attended_for_an_item(room: RunningRoom) -> None:
    member, work = guest(room, room.child_item, core=True), room.workspace
    work.conduct.close(room.meeting, NEXT)
    following = work.read.meeting_on(NEXT)
    assert following is not None
    work.agenda.add(following.id, room.child)
    named = "agenda-pack-without-last-minutes.docx"
    after = replace(room, meeting=following.id)
    assert named in sent(after, before=True) and "agenda-pack.docx" not in sent(after, before=True)
    work.conduct.attend(following.id, member, "I")
    assert sent(after, before=True) == set()


@dataclass
class Seats:
    """How people attended, by name; and who of them is a member."""

    codes: dict[str, str] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)


def seated(room: RunningRoom, seed: int) -> Seats:
    """A meeting whose people attend in any way, invited to items or not, with interests or not."""
    dice, work, seats = random.Random(seed), room.workspace, Seats()
    known = {"Jane Khan": room.detective, "Ann Patel": room.nurse, "Sam Lee": room.manager}
    agencies = (room.police, room.health, room.council)
    for number in range(5):
        name = f"Robin Seat{chr(97 + number)}"
        known[name] = work.panel.add_member(
            name, dice.choice(agencies), core=dice.random() < 0.5,
            email=f"{name[-1]}@seat.example",
        )  # fmt: skip
    work.conduct.open_item(room.person_item)
    for agency in agencies:
        work.conduct.say(
            room.person_item, agency, "Kept", sharing=Sharing.NAMED_AGENCIES, shared_with=agencies
        )
    for name, member in known.items():
        items = dice.sample((room.child_item, room.person_item), dice.choice((0, 1, 2)))
        for item in items:
            work.agenda.invite(item, member_id=member)
        if dice.random() < 0.25:
            item = dice.choice((room.child_item, room.person_item))
            work.conduct.declare(room.meeting, member, "An interest", item)
        work.conduct.record_action(room.child_item, f"By {name}", owner_id=member)
        for code in dice.sample(CODES, dice.choice((1, 2))):
            work.conduct.attend(room.meeting, member, code)
            seats.codes[name] = code
    seats.members = known
    for name in ("Gita Guesta", "Gita Guestb"):
        code = seats.codes[name] = dice.choice(CODES)
        work.conduct.attend_guest(room.meeting, name, code, dice.choice((*agencies, None)))
    return seats


@pytest.mark.parametrize("seed", range(12))
def test_however_people_attend_each_has_what_the_distribution_list_says(
    room: RunningRoom, seed: int
) -> None:
    seats, work = seated(room, seed), room.workspace
    audiences = Audiences(work, room.meeting)
    to = Recipients(audiences)
    documents = [*issue.before(work, room.meeting), *issue.documents(work, room.meeting)]
    outside = {name for name, code in seats.codes.items() if code in OUTSIDE}
    for one in documents:
        names = {who.name for who in to.of(one)}
        assert reader(one.name) in BY_NAME or not names & outside, one.name
    minutes = [one for one in documents if one.kind == "minutes" and one.item_id is None]
    present = sorted(name for name, code in seats.codes.items() if code in ENTITLED)
    assert sorted(who.name for one in minutes for who in to.of(one)) == present
    papers = audiences.panel.meeting_papers(room.meeting)
    printed = [name for name, _ in papers.distribution]
    assert sorted(printed) == sorted(who.name for who in to.of(minutes[0]))
    _no_interest_is_told(audiences, documents, to)


def _no_interest_is_told(audiences: Audiences, documents: list[Document], to: Recipients) -> None:
    """An agency's paper that holds all goes to nobody who declared an interest."""
    held = {name for one in audiences.conflicted if one.item_ids for name in one.names}
    free = {one.name for one in audiences.panel.agencies() if one.id in audiences.free}
    for one in documents:
        if one.audience in free:
            assert not {who.name for who in to.of(one)} & held, one.name


@pytest.mark.parametrize("code", ["P", "I", "X"])
def test_how_another_guest_attends_says_nothing_of_one_of_whom_it_was_not_noted(
    room: RunningRoom, code: str
) -> None:
    work, name = room.workspace, "Gita Guesta"
    work.agenda.invite(room.child_item, name=name)
    work.conduct.open_item(room.child_item)
    work.conduct.attend_guest(room.meeting, "Gita Guestb", code, room.police)
    found = Audiences(work, room.meeting).panel.invited(room.meeting)
    assert [one.names for one in found] == [(name,)]


@pytest.mark.parametrize("code", ["X", "N", None])
def test_nothing_is_written_for_who_declared_an_interest_and_did_not_come(
    room: RunningRoom, tmp_path: Path, code: str | None
) -> None:
    work = room.workspace
    away = work.panel.add_member("Nia Farr", room.police, core=True)
    for member in (away, room.nurse):
        work.conduct.declare(room.meeting, member, "Knows the family", room.child_item)
    work.conduct.record_action(room.person_item, "Visit the address", agency_id=room.police)
    if code:
        work.conduct.attend(room.meeting, away, code)
    approve(room)
    written = issue.write_meeting(work, room.meeting, tmp_path)
    apart = {one for one in written if "-without-" in one}
    assert apart == {"minutes-without-V1.docx", "actions-without-V1.docx"}
    for name in apart:
        (named,) = [one for one in issue.documents(work, room.meeting) if one.name == name]
        assert named.audience == "Ann Patel"
        assert "Nia Farr" not in reading.edges(docx.Document(str(tmp_path / name)))[1]
    assert not sent(room, "Nia Farr")


@pytest.mark.parametrize("seed", range(4))
def test_every_paper_of_the_meeting_is_somebodys(room: RunningRoom, seed: int) -> None:
    seated(room, seed)
    to = Recipients(Audiences(room.workspace, room.meeting))
    papers = issue.documents(room.workspace, room.meeting)
    assert [one.name for one in papers if not to.of(one)] == []


def test_a_notice_reaches_its_owner_whatever_interest_they_have_in_another(
    room: RunningRoom,
) -> None:
    work = room.workspace
    away = work.panel.add_member("Nia Farr", room.police, core=True)
    work.conduct.declare(room.meeting, away, "Knows the family", room.child_item)
    work.conduct.record_action(room.person_item, "Visit the address", owner_id=away)
    (notice,) = sent(room, "Nia Farr")
    assert notice.startswith("notices/")
