"""A paper that nobody recognises is read as what a person says it is, and its form from then on."""

from io import BytesIO

from docx import Document
from sqlalchemy import select

from models.entities import Child, PaperContent
from models.services.papers.looking import NOT_KNOWN, NOTHING_READ
from tests.blank_paper import blank_paper
from tests.models.services.papers.made import child_form


def odd(*texts: str) -> bytes:
    document, made = blank_paper(), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def asked(name: str, born: str) -> bytes:
    return odd(
        "Hello all", "What do they go by?", name, "Born?", born, "Any news?", "Lads in cars."
    )


def test_a_paper_nobody_recognises_is_read_as_what_a_person_says(papers, rows) -> None:
    looked = papers.preview([("odd.docx", asked("Ellie Marsh", "04/05/2011"))])
    assert looked[0].refused == NOT_KNOWN
    (told,) = papers.read_as(looked, 0, "child")
    assert (told.kind, told.refused, len(told.paper.records)) == ("child", None, 1)
    papers.keep([told], {("odd.docx", 0, "name"): "Ellie Marsh"})
    assert [one.label for one in rows(Child)] == ["Ellie Marsh"]


def test_the_next_paper_of_that_form_is_recognised_and_others_are_not(papers) -> None:
    looked = papers.preview([("odd.docx", asked("Ellie Marsh", "04/05/2011"))])
    papers.keep(papers.read_as(looked, 0, "child"), {("odd.docx", 0, "name"): "Ellie Marsh"})
    next_one, other, usual = papers.preview(
        [
            ("b.docx", asked("Tomas Reed", "09/08/2012")),
            ("c.docx", odd("Minutes of the choir", "Born?", "Nobody")),
            ("d.docx", child_form()),
        ]
    )
    assert (next_one.kind, next_one.paper.records[0].get("name")) == ("child", "Tomas Reed")
    assert other.refused == NOT_KNOWN
    assert (usual.kind, usual.refused) == ("child", None)


def test_what_stands_in_brackets_is_no_label_on_a_form_whose_kind_was_told(papers) -> None:
    looked = papers.preview([("odd.docx", asked("Ellie Marsh", "04/05/2011"))])
    papers.keep(papers.read_as(looked, 0, "child"))
    (next_one,) = papers.preview([("b.docx", asked("(Tomas)", "09/08/2012"))])
    assert {one.name for one in next_one.paper.records[0].fields} == {"dob"}


def test_read_as_something_it_is_not_it_stays_refused_and_can_be_said_again(papers, rows) -> None:
    looked = papers.preview([("odd.docx", asked("Ellie Marsh", "04/05/2011"))])
    wrong = papers.read_as(looked, 0, "members")
    assert wrong[0].refused == NOTHING_READ
    assert papers.keep(wrong)[0].status == "refused"
    assert not rows(Child)
    assert papers.read_as(wrong, 0, "child")[0].refused is None


def test_what_is_not_shared_goes_once_a_paper_is_said_to_be_a_return(papers, store) -> None:
    secret = "Mum is the source."
    data = odd(
        "Hello", "Ellie Marsh, DOB 04/05/2011", f"{secret} [not to be shared]", "Fact: Well."
    )
    looked = papers.preview([("odd.docx", data)])
    (told,) = papers.read_as(looked, 0, "return")
    assert (told.refused, told.lines_removed) == (None, 1)
    assert secret not in f"{told.paper}{told.content}"
    papers.keep([told])
    with store.reading() as session:
        kept = list(session.scalars(select(PaperContent.content)))
    assert [
        secret in "".join(p.text for p in Document(BytesIO(one)).paragraphs) for one in kept
    ] == [False]
