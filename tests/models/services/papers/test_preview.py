"""Looking at papers before they are kept: nothing is written, mending is remembered."""

from datetime import date
from threading import Thread

import pytest

from models.entities import Child, LabelMemory, Paper, Referral, UnreadText
from models.intake.understanding.rows import UNDERSTANDING
from tests.models.services.papers.made import CHILD, child_form, form, listed


def test_a_preview_writes_nothing(papers, store, rows) -> None:
    before = store.last_operation
    (one,) = papers.preview([("one.docx", child_form())])
    assert (one.kind, one.refused, one.duplicate) == ("child", None, False)
    assert store.last_operation == before and not rows(Paper)


def test_a_preview_may_run_beside_the_window(papers) -> None:
    found: list = []
    thread = Thread(target=lambda: found.extend(papers.preview([("one.docx", child_form())])))
    thread.start()
    thread.join()
    assert [one.kind for one in found] == ["child"]


def test_a_preview_says_who_is_on_record_and_who_may_be(papers) -> None:
    papers.import_files([("one.docx", child_form())])
    (same,) = papers.preview([("two.docx", child_form(plan="CLA"))])
    assert [(place, one.label) for place, one in same.matches] == [(0, "Aidan Ravenscroft")]
    assert "On record already" in same.matches[0][1].why
    (near,) = papers.preview(
        [("x.docx", child_form(full_name="A. Ravenscroft", date_of_birth="", system=""))]
    )
    assert "only a person can tell" in near.matches[0][1].why
    (twice,) = papers.preview([("one.docx", child_form())])
    assert twice.kind == "child"


def test_a_preview_asks_about_those_alike_within_the_papers_as_keeping_them_will(papers) -> None:
    rows = [
        ("LCS No", "Name", "DOB", "Category", "Plan"),
        ("LCS100001", "Tia Kerr", "17/02/2009", "CSE1", "CP"),
        ("LCS100002", "Tia Kerr", "17/03/2009", "CSE1", "CP"),
    ]
    previews = papers.preview(
        [
            ("tracker.csv", listed(rows)),
            ("one.docx", child_form(full_name="Tia Ker", date_of_birth="17/02/2009", system="")),
        ]
    )
    (kept, form_kept) = papers.keep(previews)
    for before, after in zip(previews, (kept, form_kept), strict=True):
        assert [one.label for _, one in before.matches] == [one.label for one in after.matches]
    asked = [one for before in previews for _, one in before.matches]
    assert asked and all("Also in these papers" in one.why for one in asked)


def test_a_paper_whose_people_are_looked_up_later_does_not_say_nobody(papers) -> None:
    (log,) = papers.preview(
        [("missing.csv", listed([("System ID", "Child", "Reported missing", "Returned"),
                                 ("LCS620625", "Aidan Ravenscroft", "05/10/2026 14:45", "")]))]
    )  # fmt: skip
    assert log.kind == "missing" and not log.compared


def test_a_bad_file_keeps_no_other_out(papers, rows) -> None:
    kept = papers.import_files(
        [("bad.docx", b"PK\x03\x04 broken"), ("one.docx", child_form()),
         ("holiday.csv", listed([("Flour", "Eggs"), ("2", "3")]))]
    )  # fmt: skip
    assert [one.status for one in kept] == ["refused", "imported", "refused"]
    assert all(one.reason for one in kept if one.status == "refused")
    assert len(rows(Paper)) == 1


def test_a_mended_field_is_filed_as_mended(papers, rows) -> None:
    previews = papers.preview([("one.docx", child_form(date_of_birth="31/02/2011"))])
    papers.keep(previews, {("one.docx", 0, "dob"): "1 February 2011"})
    assert rows(Child)[0].birth_date == date(2011, 2, 1)


def test_an_impossible_date_is_kept_as_written_and_marked(papers, rows) -> None:
    papers.import_files([("one.docx", child_form(date_of_birth="31/02/2011"))])
    (child,) = rows(Child)
    assert child.birth_date is None and "31/02/2011" in child.birth_date_note


def test_mending_is_remembered_for_that_form(papers, rows) -> None:
    fields = CHILD | {"Zebedee": "Hill School"}
    del fields["School or provision"]
    previews = papers.preview([("one.docx", form(fields))])
    assert previews[0].paper.records[0].get("school") is None
    papers.keep(previews, {("one.docx", 0, "school"): "Hill School"})
    assert [(one.label, one.field) for one in rows(LabelMemory)] == [("zebedee", "school")]
    assert rows(Child)[0].school == "Hill School"
    next_child = fields | {"Zebedee": "Park School", "Child's full name": "Tia Kerr",
                           "System ID": "CL2", "Date of birth": "17/02/2009"}  # fmt: skip
    (again,) = papers.preview([("two.docx", form(next_child))])
    assert again.paper.records[0].get("school") == "Park School"


def test_a_text_put_into_a_field_with_its_label_is_kept_without_it_and_remembered(
    papers, rows
) -> None:
    fields = CHILD | {"Zebedee": "Hill School"}
    del fields["School or provision"]
    previews = papers.preview([("one.docx", form(fields))])
    papers.keep(previews, {("one.docx", 0, "school"): "Zebedee: Hill School"})
    assert rows(Child)[0].school == "Hill School"
    assert [(one.label, one.field) for one in rows(LabelMemory)] == [("zebedee", "school")]


def test_what_was_not_understood_is_kept_with_its_place(papers, rows) -> None:
    papers.import_files([("one.docx", form(CHILD | {"Zebedee": "Something only they know"}))])
    assert any("Something only they know" in one.text for one in rows(UnreadText))
    unread = next(one for one in rows(UnreadText) if "only they know" in one.text)
    assert "table 1" in unread.place
    papers.settle_unread(unread.id)
    assert next(one for one in rows(UnreadText) if one.id == unread.id).settled


def test_records_are_told_in_the_form_of_the_command_line(papers) -> None:
    (kept,) = papers.import_files([("one.docx", child_form())])
    (told,) = kept.records
    assert (told["dob"], told["types"], told["immediate_risk"]) == (
        "2011-01-21", ["County lines"], False,
    )  # fmt: skip
    assert told["associates"] == [] and told["mash_ref"] is None


def test_opening_a_paper_is_logged_and_changes_nothing(papers, store) -> None:
    from models.entities import ReadingLog

    data = child_form()
    papers.import_files([("one.docx", data)])
    before, label = store.last_operation, store.undo_label
    assert papers.content(1) == data
    assert (store.last_operation, store.undo_label) == (before, label)
    with store.reading() as session:
        assert session.query(ReadingLog).count() == 1


def test_progress_is_told_for_each_file(papers) -> None:
    told: list[tuple[int, int]] = []
    papers.preview(
        [("one.docx", child_form()), ("two.docx", child_form(plan="CLA"))],
        progress=lambda done, of, name: told.append((done, of)),
    )
    assert told == [(0, 2), (1, 2), (2, 2)]


def long_list() -> bytes:
    rows = [(f"Ada Tarn{at}", "04/04/2011", f"LCS{at}", "CIN") for at in range(400)]
    return listed([("Child", "DOB", "LA ID", "Plan"), *rows])


def test_a_long_list_tells_within_how_far_it_is_read(papers) -> None:
    told: list[tuple[int, int, str]] = []
    papers.preview([("t.csv", long_list())], within=lambda *said: told.append(said))
    assert told == [(199, 400, UNDERSTANDING), (399, 400, UNDERSTANDING)]
    papers.preview([("t.csv", long_list())])
    assert len(told) == 2


def test_a_long_list_is_stopped_within(papers) -> None:
    def stop(*_: object) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        papers.preview([("t.csv", long_list())], within=stop)
    with pytest.raises(InterruptedError):
        papers.keep(papers.preview([("t.csv", long_list())]), tell=stop)
    assert len(papers.keep(papers.preview([("t.csv", long_list())]))) == 1


def test_keeping_tells_how_many_records_are_filed(papers, rows) -> None:
    told: list[tuple[int, int]] = []
    previews = papers.preview([("t.csv", long_list()), ("one.docx", child_form())])
    papers.keep(previews, tell=lambda done, of: told.append((done, of)))
    assert told == [(at, 401) for at in range(0, 401, 50)]
    assert len(rows(Child)) == 401


def test_a_cancelled_preview_stops(papers) -> None:
    assert papers.preview([("one.docx", child_form())], cancelled=lambda: True) == ()


def test_one_referral_each(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    assert len(rows(Referral)) == 1
