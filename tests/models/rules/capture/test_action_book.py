"""Actions are found by number and by words, whether put in at once or one after another."""

from hypothesis import given
from hypothesis import strategies as st

from models.rules.capture.action_book import ActionBook
from models.rules.capture.refs import ActionRef

REFS = ("A001", "A1", "A002", "R001", "002")
TEXTS = ("Visit the address", "visit the address.", "Refer to CAMHS", "Mend the street lighting")
refs = st.builds(
    ActionRef,
    ref=st.sampled_from(REFS),
    text=st.sampled_from(TEXTS),
    finished=st.sampled_from(("", "done")),
)
steps = st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), refs)), max_size=25)


@given(steps)
def test_what_has_changed_is_as_if_it_had_been_so_from_the_first(
    steps: list[tuple[int, ActionRef | None]],
) -> None:
    book, stands = ActionBook(), dict[int, ActionRef]()
    for key, action in steps:
        stands.pop(key, None)
        if action is None:
            book.drop(key)
        else:
            book.put(key, action)
            stands[key] = action
    fresh = ActionBook(stands.values())
    assert book.letters == fresh.letters
    for number in (1, 2):
        assert book.numbered("A", number) == fresh.numbered("A", number)
    for text in TEXTS:
        assert book.saying(text) == fresh.saying(text)
    assert sorted(book.still_open(), key=repr) == sorted(fresh.still_open(), key=repr)
    assert sorted(book.open_refs()) == sorted(fresh.open_refs())
    assert set(book.open_refs()) == {one.ref for one in stands.values() if not one.finished}


def test_an_open_action_of_a_number_comes_before_a_finished_one() -> None:
    done, still = ActionRef("A1", "One", finished="done"), ActionRef("A001", "Another")
    assert ActionBook((done, still)).numbered("A", 1) == still
    assert ActionBook((done,)).numbered("A", 1) == done


def test_a_finished_action_is_not_one_that_says_the_same() -> None:
    assert ActionBook((ActionRef("A1", "Visit", finished="done"),)).saying("visit") is None
