"""Half-typed words are whose they are: a user's, and of their windows the one they stand in."""

import pytest
from sqlalchemy import insert

from models.clock import SetClock
from models.marks import Role
from models.storage.drafts import NOBODY
from models.storage.sealing import Cost
from models.storage.tables import draft
from models.workspace import Workspace
from tests.models.storage.sample import MORNING

WORDS, THEIRS, KEY = "three quiet words", "four quieter words here", "capture.1.1"
CHEAP = Cost(64, 1, 1)


@pytest.fixture
def sign_in(tmp_path):
    """Opens another window on one file, with a passphrase; two administrators are its users."""
    path, opened = tmp_path / "panel.mace", []
    first = Workspace.create(path, WORDS, "Ann Example", clock=SetClock(MORNING), cost=CHEAP)
    first.users.add("Ben Example", Role.ADMINISTRATOR, THEIRS, cost=CHEAP)
    opened.append(first)

    def again(words):
        opened.append(Workspace.open(path, words, clock=SetClock(MORNING)))
        return opened[-1].store

    yield again
    for one in opened:
        one.close()


def test_two_administrators_neither_read_nor_overwrite_each_others_words(sign_in):
    ann, ben = sign_in(WORDS), sign_in(THEIRS)
    ann.keep_draft(KEY, "chair only: her stepdad")
    assert ben.draft(KEY) is None and ben.drafted() == ()
    ben.keep_draft(KEY, "action Khan")
    assert (ann.draft(KEY), ben.draft(KEY)) == ("chair only: her stepdad", "action Khan")
    ben.drop_draft(KEY)
    assert ann.draft(KEY) == "chair only: her stepdad"
    assert ben.drafted_by_others() == (KEY,) and ann.drafted_by_others() == ()


def test_a_window_opened_after_a_stop_takes_up_its_users_words_and_lets_them_go(sign_in):
    sign_in(WORDS).keep_draft(KEY, "action Khan")
    sign_in(THEIRS).keep_draft(KEY, "note health")
    again = sign_in(WORDS)
    assert again.draft(KEY) == "action Khan"
    again.keep_draft(KEY, "action Khan to visit")
    again.drop_draft(KEY)
    assert again.draft(KEY) is None and sign_in(WORDS).draft(KEY) is None
    assert sign_in(THEIRS).draft(KEY) == "note health"


def test_of_two_windows_of_one_user_neither_overwrites_what_the_other_typed_on(sign_in):
    one, other = sign_in(WORDS), sign_in(WORDS)
    one.keep_draft(KEY, "action Khan")
    assert other.draft(KEY) == "action Khan"
    one.keep_draft(KEY, "action Khan to visit")
    other.keep_draft(KEY, "note health")
    other.drop_draft(KEY)
    assert one.draft(KEY) == "action Khan to visit"


def test_words_of_before_they_were_anybodys_go_to_who_opens_the_file_first(sign_in):
    old = sign_in(WORDS)
    with old.unit() as (session, _):
        left = {"key": KEY, "whose": NOBODY, "sitting": "", "text": "half", "at": MORNING}
        session.execute(insert(draft).values(left))
    first, later = sign_in(THEIRS), sign_in(WORDS)
    assert first.draft(KEY) == "half" and later.draft(KEY) is None
