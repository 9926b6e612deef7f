"""Names in free text are offered as links; a person says yes or no, and neither is asked again."""

from datetime import date

import pytest

from models.entities import InformationLine, Link, Mention
from models.errors import Refusal
from models.marks import Information, Origin, Role, Sharing
from models.queries.mentions import denied_mentions, mentions
from models.records.mentions import Harm, Meant
from models.records.reader import Reader
from models.services.referrals import ReferralService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

ADA = Person(1, "Ada Abbot", Role.ADMINISTRATOR)


class Panel:
    """A child, a person of concern, and what papers say of them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.register, self.referrals = RegisterService(store, ADA), ReferralService(store, ADA)
        self.child = self.register.add_child("Ivy Ashdown")
        self.person = self.register.add_person("Dean Pyke", aliases=("Daz",))

    def refer(self, text: str) -> int:
        return self.referrals.add(self.child, reason=text)

    def say(self, text: str, sharing: Sharing = Sharing.ALL_PANEL) -> int:
        with self.store.work("say", "Say") as session:
            row = InformationLine(
                origin=Origin.ROOM.value, subject_id=self.child, text=text, sharing=sharing.value,
                information=Information.INTELLIGENCE.value,
            )  # fmt: skip
            session.add(row)
            session.flush()
            return row.id

    def offered(self, role: Role = Role.ADMINISTRATOR, subject_id=None, **hidden):
        with self.store.reading() as session:
            reader = Reader(now=self.store.clock.now(), role=role, agency_ids=(1,), **hidden)
            return mentions(session, reader, subject_id)


@pytest.fixture
def panel(store: Store) -> Panel:
    return Panel(store)


def test_a_name_in_a_referral_is_offered_with_the_words_around_it(panel: Panel) -> None:
    panel.refer("Seen at noon with Dean Pyke in a car.")
    (one,) = panel.offered()
    assert (one.of_label, one.label, one.where) == ("Ivy Ashdown", "Dean Pyke", "Referral")
    assert (one.before, one.written, one.after) == ("Seen at noon with", "Dean Pyke", "in a car.")
    assert panel.offered(subject_id=panel.child) == (one,)
    assert panel.offered(subject_id=panel.person) == ()


def test_the_words_that_say_harm_are_offered_first_and_with_its_direction(panel: Panel) -> None:
    panel.refer("Seen with Dean Pyke. Ivy is thought to be exploited by Dean Pyke.")
    (one,) = panel.offered()
    assert one.harm == Harm("exploits", by_named=True)
    assert one.before.endswith("exploited by")


def test_harm_that_a_text_says_is_offered_beside_a_link_that_says_less(panel: Panel) -> None:
    panel.register.link(panel.child, "associates", panel.person)
    panel.refer("Seen with Dean Pyke. Ivy is thought to be exploited by Dean Pyke.")
    (one,) = panel.offered()
    assert one.harm == Harm("exploits", by_named=True)
    panel.register.link(panel.person, "exploits", panel.child)
    assert panel.offered() == ()


def test_what_is_linked_already_or_names_the_child_itself_is_not_offered(panel: Panel) -> None:
    panel.refer("Ivy Ashdown was with Daz.")
    assert [one.label for one in panel.offered()] == ["Dean Pyke"]
    panel.register.link(panel.person, "exploits", panel.child)
    assert panel.offered() == ()


def test_yes_makes_a_confirmed_link_as_narrow_as_its_text(panel: Panel) -> None:
    line = panel.say("Daz picks her up.", Sharing.CHAIR_ONLY)
    ends = (panel.child, "associates", panel.person)
    link_id = panel.register.link_mention("information_line", line, panel.person, ends, "Police")
    with panel.store.reading() as session:
        link = session.get_one(Link, link_id)
        assert (link.confirmed, link.sharing, link.information, link.source) == (
            True, "chair only", "intelligence", "Police",
        )  # fmt: skip
        assert session.query(Mention).count() == 0
    assert panel.offered() == ()
    panel.store.undo()
    assert len(panel.offered()) == 1


def test_several_texts_that_say_the_same_make_one_link_and_a_narrower_one_its_own(
    panel: Panel,
) -> None:
    texts = [panel.refer(f"{when} with Dean Pyke.") for when in ("Seen", "Again")]
    line = panel.say("Dean Pyke picks her up.", Sharing.CHAIR_ONLY)
    ends = (panel.child, "associates", panel.person)
    keys = [*(("referral", one, panel.person) for one in texts),
            ("information_line", line, panel.person)]  # fmt: skip
    one, same, narrow = panel.register.link_mentions([Meant(key, ends, "Text") for key in keys])
    assert one == same != narrow and panel.offered() == ()
    with panel.store.reading() as session:
        assert session.get_one(Link, narrow).sharing == "chair only"
    panel.store.undo()
    assert len(panel.offered()) == 3


def test_a_link_made_of_a_text_has_the_texts_day_as_its_sources(panel: Panel) -> None:
    panel.referrals.add(panel.child, reason="With Dean Pyke.", received_on=date(2026, 11, 2))
    (one,) = panel.offered()
    ends = (panel.child, "associates", panel.person)
    panel.register.link_mentions([Meant(one.key, ends, "Referral", one.written, one.day)])
    with panel.store.reading() as session:
        (link,) = session.query(Link).all()
        assert (link.source_date, link.first_seen) == (date(2026, 11, 2), None)


def test_a_handle_on_record_is_offered_and_a_plain_word_is_none(panel: Panel) -> None:
    account = panel.register.add_account("tez_99", "Snapchat")
    panel.register.add_account("tyson", "Snapchat")
    panel.refer("Gets messages from @tez_99 and likes Tyson.")
    assert [(one.subject_id, one.written) for one in panel.offered()] == [(account, "tez_99")]


def test_no_is_remembered_for_that_text_and_no_other(panel: Panel) -> None:
    first = panel.refer("Seen with Dean Pyke.")
    panel.refer("Again with Dean Pyke.")
    panel.register.not_meant("referral", first, panel.person)
    assert [one.before for one in panel.offered()] == ["Again with"]
    with pytest.raises(Refusal):
        panel.register.not_meant("referral", 999, panel.person)


def test_who_may_not_read_a_text_is_offered_no_name_of_it(panel: Panel) -> None:
    panel.say("Daz picks her up.", Sharing.CHAIR_ONLY)
    assert panel.offered(Role.MEMBER) == ()
    panel.refer("Seen with Dean Pyke.")
    assert len(panel.offered(Role.MEMBER)) == 1
    assert panel.offered(Role.MEMBER, conflicted_subjects=frozenset({panel.child})) == ()
    assert panel.offered(Role.MEMBER, conflicted_subjects=frozenset({panel.person})) == ()


def test_two_of_one_name_are_both_offered_and_said_to_be_two(panel: Panel) -> None:
    panel.register.add_person("Dean Pyke")
    panel.refer("Seen with Dean Pyke.")
    assert [one.alike for one in panel.offered()] == [2, 2]


def test_one_man_named_by_three_children_in_three_spellings_is_offered_by_all(panel) -> None:
    spelt = ("Deen Pyke", "Dean Pike", "D. Pyke")
    for name, written in zip(("Tia Oakes", "Bea High", "Liv Marsh"), spelt, strict=True):
        panel.referrals.add(panel.register.add_child(name), reason=f"Gets lifts from {written}.")
    offers = panel.offered()
    assert {one.written for one in offers} == {*spelt}
    assert {one.label for one in offers} == {"Dean Pyke"} and all(one.how for one in offers)
    panel.register.link_mentions([Meant(one.key, (one.of_id, "associates", panel.person), "x")
                                  for one in offers])  # fmt: skip
    assert panel.offered() == ()


def test_a_slip_in_the_subjects_own_name_or_beside_somebodys_name_means_nobody_else(panel) -> None:
    panel.register.add_child("Ivy Ashton")
    panel.register.add_person("Deane Pyke")
    panel.refer("Ivie Ashdown was with Dean Pyke.")
    assert [(one.label, one.how) for one in panel.offered()] == [("Dean Pyke", "")]


def test_a_hidden_person_is_not_perhaps_meant_either(panel: Panel) -> None:
    panel.refer("Seen with Deen Pyke.")
    assert len(panel.offered()) == 1
    assert panel.offered(Role.MEMBER, conflicted_subjects=frozenset({panel.person})) == ()


def test_a_no_stands_with_its_author_until_it_is_taken_back(panel: Panel) -> None:
    panel.say("Daz picks her up.", Sharing.CHAIR_ONLY)
    (one,) = panel.offered()

    def denied(role: Role):
        with panel.store.reading() as session:
            return denied_mentions(session, Reader(now=panel.store.clock.now(), role=role))

    assert denied(Role.ADMINISTRATOR) == ()
    panel.register.not_meant(*one.key)
    (said,) = denied(Role.ADMINISTRATOR)
    assert (said.key, said.denied_by, said.denied_at) == (
        one.key, "Ada Abbot", panel.store.clock.now(),
    )  # fmt: skip
    assert denied(Role.MEMBER) == ()
    panel.register.ask_mention_again(one.key)
    assert panel.offered() == (one,) and denied(Role.ADMINISTRATOR) == ()
    with pytest.raises(Refusal, match="Nobody says"):
        panel.register.ask_mention_again(one.key)
