"""The copy of a record holds nothing of anybody else, and says what it leaves out."""

import json
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import msoffcrypto
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from exports import disclosing, subject_copy
from exports.pseudonyms import Net
from models.clock import SetClock
from models.entities import Paper, PaperSubject, Redaction
from models.errors import Refusal
from models.marks import Information, Role, Sharing
from models.queries.subject_fields import held_back
from models.records.disclosure import FileLine
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from tests.exports import accessibility
from tests.exports.generated_panels import Builder
from tests.exports.generated_record import PERSONS
from tests.exports.plain_text import plain, words_of
from tests.models.services.rooms import running_room

SEEDS = st.integers(min_value=0, max_value=2**32)
FEW = settings(max_examples=4)
OWN = ("presentation", "analysis", "view", "why", "risk", "all panel fact")
NOW = datetime(2026, 11, 12, 14, 5)
DAY = NOW.date()


def desk_of(store):
    return Workspace(store, Person(None, "Petra Lund", Role.ADMINISTRATOR))


def copies(workspace, subject_id):
    """The copy and its log of one subject, as text, as they are before and after confirming."""
    asked = begun(workspace, subject_id)
    made = disclosing.prepare(workspace, asked)
    sheets = (
        subject_copy.compose(made, asked, confirmed=True),
        subject_copy.compose_log(made, asked, confirmed=True),
    )
    return plain(" ".join(words_of("one.docx", one.to_bytes()) for one in sheets))


def begun(workspace, subject_id, asker="authorised"):
    number = workspace.disclosure.begin(subject_id, "The young person's solicitor", asker=asker)
    return next(one for one in workspace.read.disclosures(subject_id) if one.id == number)


def forbidden(made, child):
    """What stands in no copy for that child, as compared: all but what was said of it for all."""
    item = made.items[child]
    own = {
        one.text
        for one in made.told
        if one.item == item and not one.tactic and one.text.startswith(OWN)
    }
    secrets = [one for one in made.secrets if one not in own]
    found = [*secrets, *made.tactics, *made.identifiers, *made.mentions[child]]
    for other, name in made.children.items():
        if other != child:
            found += [name, name.split(" ", 1)[1], made.system_ids[other]]
    for name in PERSONS:
        found += [name, name.split(" ", 1)[1]]
    return [plain(one) for one in found]


@FEW
@given(seed=SEEDS)
def test_no_copy_holds_anything_of_somebody_else(seed):
    store = Store.memory(SetClock(NOW))
    made = Builder(store, seed).build()
    workspace = desk_of(store)
    for child in made.children:
        text = copies(workspace, child)
        held = [one for one in forbidden(made, child) if one in text]
        assert not held, f"the copy of {made.children[child]} holds {held}"
    store.close()


def test_what_is_looked_for_is_there_without_the_net(monkeypatch):
    monkeypatch.setattr(Net, "clean", lambda self, text, where="", *, marks=True: text)
    store = Store.memory(SetClock(NOW))
    made = Builder(store, 1).build()
    workspace = desk_of(store)
    for child in made.children:
        text = copies(workspace, child)
        assert [one for one in forbidden(made, child) if one in text]
    store.close()


@pytest.fixture
def room():
    made = running_room(SetClock(NOW))
    conduct, item = made.workspace.conduct, made.child_item
    conduct.write(item, "presentation", "Robin was calm. Darren Pike waited outside.", "")
    conduct.say(item, made.health, "Sleeps better since July", information=Information.FACT,
                sharing=Sharing.ALL_PANEL)  # fmt: skip
    conduct.say(item, made.police, "Intelligence words", information=Information.INTELLIGENCE,
                sharing=Sharing.ALL_PANEL)  # fmt: skip
    conduct.say(item, made.police, "Chairs secret", information=Information.FACT,
                sharing=Sharing.CHAIR_ONLY)  # fmt: skip
    conduct.say(item, made.council, "Named words", information=Information.FACT,
                sharing=Sharing.NAMED_AGENCIES, shared_with=(made.police,))  # fmt: skip
    yield made
    made.workspace.close()


def prepared(room):
    asked = begun(room.workspace, room.child)
    return asked, disclosing.prepare(room.workspace, asked)


def test_what_is_held_of_the_child_goes_and_others_stand_under_pseudonyms(room):
    text = " ".join(line.text for line in prepared(room)[1].lines)
    assert "Sleeps better since July" in text and "Robin was calm" in text
    assert "Pike" not in text and "Person 1 waited outside" in text


def test_what_is_restricted_is_counted_by_reason_and_not_read(room):
    asked, made = prepared(room)
    assert made.file.withheld == {"crime": 1, "originator": 1, "restricted": 1, "third party": 1}
    read = " ".join(line.text for line in made.file.lines)
    assert "Intelligence words" not in read and "Chairs secret" not in read
    told = words_of("one.docx", subject_copy.compose(made, asked).to_bytes())
    assert "Named words" not in told
    assert "Would prejudice the prevention or detection of crime" in told


def test_it_is_worded_for_whom_it_is_written(room):
    workspace, conduct = room.workspace, room.workspace.conduct
    seen = workspace.read.child(room.child).ethnicity
    workspace.register.change(room.child, "ethnicity", "BAFR", seen)
    workspace.register.add_alias(room.person, "Daz")
    conduct.write(room.child_item, "analysis", "Led by Darren Pike, also called Daz.", None)
    action = conduct.record_action(room.child_item, "Visit Robin", owner_id=room.nurse)
    workspace.actions.update(action, "in progress", text="Seen on 3 Nov")
    recommended = conduct.recommend(room.child_item, "Offer Robin mentoring")
    workspace.recommendations.reply(recommended, "rejected", reason="No mentor is free", on=DAY)
    asked, made = prepared(room)
    told = words_of("one.docx", subject_copy.compose(made, asked).to_bytes())
    log = words_of("one.docx", subject_copy.compose_log(made, asked).to_bytes())
    assert "Not to be copied" not in told + log
    assert "Issued to: The young person's solicitor" in told
    assert "Ethnicity: African" in told and "BAFR" not in told
    assert "Person 1." in told and "another name" not in told
    assert "What was done: Visit Robin: Seen on 3 Nov" in told
    assert "Reason given: No mentor is free" in told


def test_what_a_relative_said_is_asked_about_as_somebody_elses(room):
    conduct = room.workspace.conduct
    conduct.write(room.child_item, "parents_view", "Worried about debts.", None)
    conduct.say(room.child_item, room.health, "Mother says he sleeps badly",
                information=Information.FACT, sharing=Sharing.ALL_PANEL)  # fmt: skip
    _, made = prepared(room)
    held = {one.text: one.withheld for one in made.file.lines if one.withheld}
    assert held["Worried about debts."] == held["Mother says he sleeps badly"] == "third party"


def test_papers_of_one_kind_and_day_are_one_line():
    one = FileLine("paper.1.kind", "Papers", "What an agency told", NOW.date())
    other = replace(one, text="Referral form", on=None)
    assert list(subject_copy._papers([one, other, one, one])) == [
        "12 November 2026: What an agency told (3)", "Referral form",
    ]  # fmt: skip


def test_the_log_counts_once_what_was_taken_out_and_what_was_left(room):
    conduct = room.workspace.conduct
    room.workspace.register.add_alias(room.person, "Daz")
    conduct.write(room.child_item, "analysis", "Daz waits. So does Wolfram.", None)
    _, made = prepared(room)
    assert (made.doubts, made.left) == (2, 1)
    counted = sum(times for where, _, _, times in made.redactions() if where.startswith("Meetings"))
    assert counted == sum(one.where.startswith("Meetings") for one in made.findings) - 1


def test_a_person_holds_a_line_back_or_gives_it_after_all(room):
    asked, made = prepared(room)
    line = next(one for one in made.lines if "Sleeps" in one.text)
    named = next(one for one in made.file.lines if one.withheld == "originator")
    room.workspace.disclosure.withhold(asked.id, [line.key], "harm")
    room.workspace.disclosure.withhold(asked.id, [named.key], "")
    again = disclosing.prepare(room.workspace, asked)
    assert again.file.withheld["harm"] == 1 and "originator" not in again.file.withheld
    text = " ".join(one.text for one in again.lines)
    assert "Named words" in text and "Sleeps" not in text
    room.workspace.store.undo()
    assert "originator" in disclosing.prepare(room.workspace, asked).file.withheld


def confirmed(room):
    asked, made = prepared(room)
    disclosing.confirm(room.workspace, asked, disclosing.digest(room.workspace, made, asked))
    return asked


def test_it_goes_only_once_a_person_has_confirmed_these_very_words(room, tmp_path):
    workspace = room.workspace
    asked, made = prepared(room)
    with pytest.raises(Refusal, match="confirm"):
        disclosing.write(workspace, asked.id, room.child, tmp_path)
    seen = disclosing.digest(workspace, made, asked)
    workspace.conduct.write(room.child_item, "voice", "Wants to move", "")
    with pytest.raises(Refusal, match="changed"):
        disclosing.confirm(workspace, asked, seen)
    asked = confirmed(room)
    workspace.conduct.write(room.child_item, "protective", "A good aunt", "")
    with pytest.raises(Refusal, match="changed"):
        disclosing.write(workspace, asked.id, room.child, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_goes_is_logged_with_its_hash_and_the_redaction_log_is_kept(room, tmp_path):
    asked = confirmed(room)
    names = disclosing.write(room.workspace, asked.id, room.child, tmp_path)
    assert [name.rpartition("/")[2] for name in names] == ["copy.docx", "taken-out.docx",
                                                           "manifest.json"]  # fmt: skip
    manifest = (tmp_path / names[-1]).read_bytes()
    told = json.loads(manifest)
    row = room.workspace.read.disclosures(room.child)[0]
    assert (row.state, row.to_whom, row.files) == ("sent", "The young person's solicitor", 3)
    assert row.sha256 == disclosing.filing.sha256(manifest)
    assert told["withheld"]["restricted"] == 1
    assert "Robin" not in manifest.decode()
    with room.workspace.store.reading() as session:
        kept = session.scalars(select(Redaction)).all()
    assert {one.disclosure_id for one in kept} == {asked.id}
    assert all(one.reason and one.times for one in kept)
    assert not any("Pike" in f"{one.place} {one.what} {one.reason}" for one in kept)
    for name in names[:2]:
        blob = (tmp_path / name).read_bytes()
        assert accessibility.broken(blob) == []
        assert "Pike" not in words_of("one.docx", blob)
    log = words_of("one.docx", (tmp_path / names[1]).read_bytes())
    assert "Approved by:" in log and "another person" in log


def test_sent_it_is_settled(room, tmp_path):
    asked = confirmed(room)
    disclosing.write(room.workspace, asked.id, room.child, tmp_path)
    with pytest.raises(Refusal):
        room.workspace.disclosure.withhold(asked.id, ["x"], "harm")
    with pytest.raises(Refusal, match="undone"):
        room.workspace.store.undo()


def test_it_is_encrypted_with_a_passphrase(room, tmp_path):
    asked = confirmed(room)
    names = disclosing.write(room.workspace, asked.id, room.child, tmp_path, passphrase="a b c d")
    for name in names[:2]:
        opened = msoffcrypto.OfficeFile(BytesIO((tmp_path / name).read_bytes()))
        assert opened.is_encrypted()


def test_a_folder_that_cannot_be_written_leaves_it_confirmed_and_not_sent(room, tmp_path):
    from models.errors import Trouble

    asked = confirmed(room)
    (tmp_path / "subject-access" / "copy.docx").mkdir(parents=True)
    with pytest.raises(Trouble):
        disclosing.write(room.workspace, asked.id, room.child, tmp_path)
    assert room.workspace.read.disclosures(room.child)[0].state == "confirmed"


def test_a_person_of_concern_reads_nothing_of_children(room):
    asked = begun(room.workspace, room.person)
    made = disclosing.prepare(room.workspace, asked)
    told = words_of("one.docx", subject_copy.compose(made, asked).to_bytes())
    assert "Darren Pike" in told and "Robin" not in told and "Ashdown" not in told


def test_only_who_may_discloses(room):
    member = Workspace(room.workspace.store, replace(room.workspace.person, role=Role.MEMBER))
    assert member.read.disclosures(room.child) == ()
    with pytest.raises(Refusal):
        member.disclosure.begin(room.child, "Somebody")
    with pytest.raises(Refusal):
        member.read.subject_file(room.child)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Not to be told yet, carer may tip off a man", "harm"),
        ("Mother must not know", "harm"),
        ("She may be pregnant; not confirmed.", "harm"),
        ("She is pregnant and well supported", ""),
        ("Her nan says she is safe", "third party"),
        ("She was told of the plan", ""),
    ],
)
def test_what_may_warn_or_is_health_in_doubt_is_looked_at_before_it_goes(
    text: str, reason: str
) -> None:
    assert held_back(text) == reason


def test_an_entry_whose_words_are_held_back_leaves_nothing_of_it() -> None:
    lines = [
        FileLine("recommendation.1.text", "Recommendations", "Move her", withheld="crime"),
        FileLine("recommendation.1.reply_reason", "Recommendations", "no reason given yet"),
        FileLine("recommendation.2.reply_reason", "Recommendations", "Agreed"),
        FileLine("telling.3.whom", "Meetings", "parents"),
        FileLine("telling.3.text", "Meetings", "Not to be told", withheld="harm"),
    ]
    held = [one.withheld for one in subject_copy._together(lines)]
    assert held == ["crime", "crime", "", "harm", "harm"]


def test_a_paper_that_nominates_somebody_is_told_a_child_as_a_paper_alone() -> None:
    room = running_room(SetClock(NOW))
    with room.workspace.store.work("file", "File papers") as session:
        for number, kind in enumerate(("person_of_concern", "child"), 1):
            paper = Paper(
                sha256=str(number), kept_sha256=str(number), name="a.docx", kind=kind, size=1,
                lines_removed=0, fingerprint="", received_at=NOW,
            )  # fmt: skip
            session.add(paper)
            session.flush()
            for subject in (room.child, room.person):
                session.add(PaperSubject(paper_id=paper.id, subject_id=subject))
    told = {
        subject: [
            line.text
            for line in desk_of(room.workspace.store).read.subject_file(subject).lines
            if line.section == "Papers"
        ]
        for subject in (room.child, room.person)
    }
    assert sorted(told[room.child]) == ["Paper", "Referral form"]
    assert sorted(told[room.person]) == ["Nomination form", "Referral form"]
    room.workspace.close()
