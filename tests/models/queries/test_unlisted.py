"""Who stands in others' papers and was never referred: with the evidence, and nothing hidden."""

import pytest

from models.entities import Paper, PaperSubject, UnreadText
from models.errors import Refusal
from models.marks import Role, Sharing
from models.queries.unlisted import unlisted
from models.records.reader import Reader
from models.records.unlisted import Band
from models.services.referrals import ReferralService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

ADA = Person(1, "Ada Abbot", Role.ADMINISTRATOR)


class Panel:
    """Three children who were referred, and what their papers say."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.register, self.referrals = RegisterService(store, ADA), ReferralService(store, ADA)
        self.children = [self.register.add_child(name) for name in
                         ("Ivy Ashdown", "Tia Oakes", "Bea High")]  # fmt: skip
        self.waiting = [self.referrals.add(child) for child in self.children]

    def link(self, relation: str, other: int, *, of=(0, 1), turned=False, **more) -> None:
        for at in of:
            ends = (other, relation, self.children[at])
            self.register.link(*(ends if turned else ends[::-1]), **more)

    def bands(self, role: Role = Role.ADMINISTRATOR, **hidden):
        with self.store.reading() as session:
            reader = Reader(now=self.store.clock.now(), role=role, agency_ids=(1,), **hidden)
            return [(one.band, one.label, one.count) for one in unlisted(session, reader)]

    def rows(self):
        with self.store.reading() as session:
            return unlisted(session, Reader(now=self.store.clock.now(), role=Role.ADMINISTRATOR))


@pytest.fixture
def panel(store: Store) -> Panel:
    return Panel(store)


def test_one_named_by_links_and_texts_of_two_others_is_pointed_out_with_both(panel) -> None:
    person = panel.register.add_person("Dean Pyke")
    panel.link("associates", person, of=(0,))
    assert panel.bands() == []
    panel.register.change(panel.children[1], "note", "Often with Dean Pyke.", seen=None)
    (row,) = panel.rows()
    assert (row.band, row.label, row.count) == (Band.NAMED, "Dean Pyke", 2)
    assert [one.words for one in row.evidence] == [
        "Ivy Ashdown associates with Dean Pyke", "Often with “Dean Pyke”.",
    ]  # fmt: skip
    assert [one.of_label for one in row.evidence] == ["Ivy Ashdown", "Tia Oakes"]


def test_who_was_referred_or_is_on_the_tracker_is_listed(panel) -> None:
    friend = panel.register.add_child("Liv Marsh")
    panel.link("associates", friend)
    assert panel.bands() == [(Band.NAMED, "Liv Marsh", 2)]
    panel.register.set_status(friend, panel.store.clock.today(), plan="CiN plan")
    assert panel.bands() == []


def test_a_name_said_not_to_be_meant_is_no_evidence(panel) -> None:
    person = panel.register.add_person("Dean Pyke")
    for child in panel.children[:2]:
        panel.register.change(child, "note", "With Dean Pyke.", seen=None)
    assert len(panel.bands()) == 1
    panel.register.not_meant("subject", panel.children[0], person)
    assert panel.bands() == []


def test_a_place_of_three_children_and_a_child_harmed_twice(panel) -> None:
    place = panel.register.add_place("Harbour skatepark")
    panel.link("frequents", place)
    one, other = (panel.register.add_person(name) for name in ("Dean Pyke", "Kyle Sorrel"))
    for who in (one, other):
        panel.link("exploits", who, of=(2,), turned=True)
    assert panel.bands() == []
    panel.link("frequents", place, of=(2,))
    panel.referrals.accept(panel.waiting[2])
    assert panel.bands() == [
        (Band.HARMED, "Bea High", 2), (Band.PLACE, "Harbour skatepark", 3),
    ]  # fmt: skip


def test_what_the_reader_may_not_see_changes_no_count(panel) -> None:
    person = panel.register.add_person("Dean Pyke")
    panel.link("associates", person, of=(0, 1))
    panel.link("associates", person, of=(2,), sharing=Sharing.CHAIR_ONLY)
    assert panel.bands() == [(Band.NAMED, "Dean Pyke", 3)]
    assert panel.bands(Role.MEMBER) == [(Band.NAMED, "Dean Pyke", 2)]
    held = frozenset({panel.children[0]})
    assert panel.bands(Role.MEMBER, conflicted_subjects=held) == []


def _keep_paper(panel: Panel, at: int, child: int, text: str) -> None:
    with panel.store.work("keep", "Keep") as session:
        paper = Paper(sha256=f"{at}", name=f"form {at}.docx", kind="referral",
                      received_at=panel.store.clock.now())  # fmt: skip
        session.add(paper)
        session.flush()
        session.add(PaperSubject(paper_id=paper.id, subject_id=child))
        session.add(UnreadText(paper_id=paper.id, place="row 1", text=text))


def test_a_child_who_is_not_on_record_and_whom_two_papers_name(panel) -> None:
    for at, child in enumerate(panel.children[:2]):
        _keep_paper(panel, at, child, "Peer named, not joined: Chloe Barnes")
    assert panel.bands() == [(Band.UNKNOWN, "Chloe Barnes", 2)]
    assert panel.bands(Role.MEMBER) == []
    referral = panel.register.refer(None, "Chloe Barnes", "Named in the papers of 2 others.")
    assert panel.bands() == []
    panel.store.undo()
    assert panel.bands() == [(Band.UNKNOWN, "Chloe Barnes", 2)]
    assert referral


def test_somebody_on_no_record_whom_texts_of_two_name_is_pointed_out_and_begun(panel) -> None:
    for child in panel.children[:2]:
        panel.register.change(child, "note", "Jordan Pickersgill drives her.", seen=None)
    (row,) = panel.rows()
    assert (row.band, row.kind, row.label, row.count) == (
        Band.UNKNOWN, "", "Jordan Pickersgill", 2,
    )  # fmt: skip
    assert {one.words for one in row.evidence} == {"“Jordan Pickersgill” drives her."}
    held = frozenset({panel.children[0]})
    assert panel.bands(conflicted_subjects=held) == []
    assert panel.register.refer(None, row.label, "Named.", "person_of_concern")
    assert panel.bands() == []
    panel.store.undo()
    assert panel.bands() == [(Band.UNKNOWN, "Jordan Pickersgill", 2)]
    with pytest.raises(Refusal):
        panel.register.refer(None, row.label, "Named.", "place")


def test_a_parent_and_who_works_with_the_child_are_not_pointed_out(panel) -> None:
    for child, family in zip(panel.children[:2], ("Ashdown", "Oakes"), strict=True):
        panel.register.change(child, "lead_name", "Amy Holt", seen=None)
        note = f"Amy Holt visits. Sharon {family} agrees."
        panel.register.change(child, "note", note, seen=None)
    assert panel.bands() == []


def test_a_name_that_is_nobody_for_us_is_asked_about_again_when_another_text_gives_it(panel):
    for child in panel.children[:2]:
        panel.register.change(child, "note", "Jordan Pickersgill drives her.", seen=None)
    (row,) = panel.rows()
    with pytest.raises(Refusal):
        panel.register.nobody_for_us(row.label, row.texts, " ")
    panel.register.nobody_for_us(row.label, row.texts, "The school's bus driver")
    (said,) = panel.rows()
    assert (said.band, said.label, said.nobody.reason, said.nobody.answered_by) == (
        Band.NOBODY, "Jordan Pickersgill", "The school's bus driver", "Ada Abbot",
    )  # fmt: skip
    assert said.nobody.answered_at == panel.store.clock.now()
    panel.register.change(panel.children[2], "note", "Seen with Jordan Pickersgill.", seen=None)
    assert panel.bands() == [(Band.UNKNOWN, "Jordan Pickersgill", 3)]
    panel.register.nobody_for_us(row.label, panel.rows()[0].texts, "Still the driver")
    assert panel.bands() == [(Band.NOBODY, "Jordan Pickersgill", 3)]
    panel.store.undo()
    assert panel.bands() == [(Band.UNKNOWN, "Jordan Pickersgill", 3)]


def test_a_name_is_pointed_out_again_and_each_text_is_one_that_is_there(panel) -> None:
    for child in panel.children[:2]:
        panel.register.change(child, "note", "Jordan Pickersgill drives her.", seen=None)
    (row,) = panel.rows()
    panel.register.nobody_for_us(row.label, row.texts, "The school's bus driver")
    panel.register.point_out_again(row.label)
    assert panel.bands() == [(Band.UNKNOWN, "Jordan Pickersgill", 2)]
    with pytest.raises(Refusal):
        panel.register.nobody_for_us(row.label, (("subject", 999),), "Nobody")


def test_nobody_for_one_reader_is_somebody_for_who_reads_more_of_them(panel) -> None:
    for child in panel.children[:2]:
        panel.register.change(child, "note", "Jordan Pickersgill drives her.", seen=None)
    panel.register.nobody_for_us("Jordan Pickersgill", panel.rows()[0].texts, "The bus driver")
    _keep_paper(panel, 1, panel.children[2], "Peer named, not joined: Jordan Pickersgill")
    assert panel.bands() == [(Band.UNKNOWN, "Jordan Pickersgill", 3)]
    assert panel.bands(Role.MEMBER) == [(Band.NOBODY, "Jordan Pickersgill", 2)]
