"""Whom several children share: by links that stood on the day, counted pair by pair."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.shared_links import Tie, of_many, sharing

ON = date(2026, 9, 30)
DAYS = st.none() | st.integers(-3, 3).map(lambda n: ON + timedelta(days=n))
TIES = st.lists(
    st.builds(Tie, st.integers(1, 5), st.integers(10, 14), st.sampled_from(["place", "person"]),
              DAYS, DAYS),
    max_size=30,
)  # fmt: skip


def test_a_link_stands_from_its_record_until_the_day_before_its_end() -> None:
    assert Tie(1, 10, "place", ON, None).stood(ON)
    assert not Tie(1, 10, "place", ON + timedelta(days=1), None).stood(ON)
    assert not Tie(1, 10, "place", None, ON).stood(ON)


@given(TIES)
def test_both_are_what_counting_each_pair_by_hand_gives(ties: list[Tie]) -> None:
    now = {(one.child, one.other) for one in ties if one.stood(ON)}
    kids = sorted({child for child, _ in now})
    by_hand = [
        one for one in kids
        if any(len({o for c, o in now if c == one} & {o for c, o in now if c == two}) >= 2
               for two in kids if two != one)
    ]  # fmt: skip
    assert sharing(ties, ON) == by_hand
    places = {(one.child, one.other) for one in ties if one.stood(ON) and one.kind == "place"}
    three = {o for _, o in places if len({c for c, p in places if p == o}) >= 3}
    assert set(of_many(ties, "place", ON)) == three
