"""Papers that came by e-mail: kept with their message, its sender and its time."""

from datetime import date, datetime
from io import BytesIO

from sqlalchemy import select

from models.entities import (
    Agency,
    Child,
    InformationLine,
    Paper,
    PaperContent,
    PaperSubject,
    Referral,
)
from models.intake.opening import open_paper
from tests.blank_paper import blank_paper
from tests.models.intake.opening.made_mail import eml
from tests.models.services.papers.made import child_form, listed


def kept_bytes(papers) -> list[bytes]:
    with papers._store.reading() as session:
        return list(session.scalars(select(PaperContent.content)))


def test_a_message_is_kept_once_and_its_papers_name_it(papers, rows) -> None:
    mail = eml(referral_dot_docx=child_form())
    told = papers.import_files([("a.eml", mail)])
    assert [(one.file, one.kind, one.status) for one in told] == [
        ("a.eml", "message", "imported"),
        ("referral.docx", "child", "imported"),
    ]
    paper, message = rows(Paper)
    assert (message.parent_id, paper.parent_id) == (None, message.id)
    assert paper.sender == "Zoë Marsh <z.marsh@school.example>"
    assert paper.sent_at == message.sent_at == datetime(2026, 11, 12, 8, 15)
    again = papers.import_files([("a.eml", mail)])
    assert [one.status for one in again] == ["duplicate", "duplicate"]


def test_a_message_speaks_of_whom_its_papers_speak_of(papers, rows) -> None:
    papers.import_files([("a.eml", eml(referral_dot_docx=child_form()))])
    paper, message = rows(Paper)
    spoken = {(one.paper_id, one.subject_id) for one in rows(PaperSubject)}
    about = {subject for held, subject in spoken if held == paper.id}
    assert about and about == {subject for held, subject in spoken if held == message.id}


def test_sender_and_date_stand_in_only_where_the_paper_does_not_say(papers, rows) -> None:
    unsaid = child_form(referral_date="", referrer="")
    (_, one) = papers.preview([("a.eml", eml(referral_dot_docx=unsaid))])
    noted = {field.name for field in one.paper.records[0].fields if "e-mail" in field.note}
    assert noted == {"referrer", "received"}
    papers.keep([one])
    (referral,) = rows(Referral)
    assert referral.received_on == date(2026, 11, 12)
    assert referral.referrer_name == "Zoë Marsh"
    (_, stated) = papers.preview([("b.eml", eml(referral_dot_docx=child_form()))])
    assert not any("e-mail" in field.note for field in stated.paper.records[0].fields)


def test_the_address_is_that_of_the_sender_who_is_named_in_the_paper(papers) -> None:
    for referrer, told in (("Zoë Marsh", "z.marsh@school.example"), ("Wren Hale", None)):
        form = child_form(referrer=referrer)
        (_, one) = papers.preview([("a.eml", eml(referral_dot_docx=form))])
        record = one.paper.records[0]
        assert record.get("referrer") == referrer
        assert record.get("referrer_email") == told


def test_what_an_agency_does_not_share_is_not_in_the_message_kept_either(papers, rows) -> None:
    secret = "He told his nurse about the debt"
    sheet = listed(
        [
            ("Agency", "Name", "DOB", "Date", "Information", "Sharing"),
            ("Health", "Aidan Holt", "12/03/2011", "01/11/2026", "Seen on 1 November", "All panel"),
            ("Health", "Aidan Holt", "12/03/2011", "02/11/2026", secret, "Not to be shared"),
        ]
    )
    papers.import_files([("a.eml", eml(return_dot_csv=sheet))])
    kept = kept_bytes(papers)
    assert len(kept) == 2 and not any(secret.encode() in one for one in kept)
    assert not any(secret in str(open_paper("a", one).parts) for one in kept)


def test_a_return_that_names_no_agency_is_of_the_one_that_sent_it(papers, rows) -> None:
    members = listed([
        ("Name", "Agency", "Role", "Email"),
        ("Zoë Marsh", "Fell View Academy", "DSL", "z.marsh@school.example"),
    ])  # fmt: skip
    papers.import_files([("members.csv", members)])
    sheet = listed(
        [
            ("Return to", "mace@council.example", "", "", ""),
            ("Name", "DOB", "Date", "Information", "Sharing"),
            ("Aidan Holt", "12/03/2011", "01/11/2026", "Seen on 1 November", "All panel"),
        ]
    )
    (_, one) = papers.preview([("a.eml", eml(return_dot_csv=sheet))])
    assert one.kind == "return"
    papers.keep([one])
    (agency,) = rows(Agency)
    (line,) = rows(InformationLine)
    assert agency.name == "Fell View Academy"
    assert line.agency_id == agency.id


BODY = (
    "Hi all,\nPlease find attached our return.\n"
    "Also Maisie Hartley rang us on Thursday, wants to talk\nKind regards\nZoë\nLead nurse"
)


def test_what_an_e_mail_says_beside_its_papers_is_left_to_be_read(papers) -> None:
    (message, _) = papers.preview([("a.eml", eml(BODY, referral_dot_docx=child_form()))])
    said = [one.text for one in message.paper.not_understood]
    assert said == ["Also Maisie Hartley rang us on Thursday, wants to talk"]
    (only, _) = papers.preview([("b.eml", eml(referral_dot_docx=child_form()))])
    assert only.paper.not_understood == ()


def test_its_words_become_lines_of_a_child_for_the_chair(papers, rows) -> None:
    members = [("Name", "Agency", "Email"), ("Zoë Marsh", "Fell View", "z.marsh@school.example")]
    papers.import_files([("members.csv", listed(members))])
    read = papers.preview([("a.eml", eml(BODY, referral_dot_docx=child_form()))])
    papers.keep(papers.read_as(read, 0, "return"))
    (line,) = rows(InformationLine)
    assert line.text == "Also Maisie Hartley rang us on Thursday, wants to talk"
    assert line.sharing == "chair only"
    assert "Maisie Hartley" in {one.label for one in rows(Child)}


def test_a_school_that_an_e_mail_speaks_of_is_no_child(papers) -> None:
    said = "Leaford High School rang about Maisie Hartley on Thursday."
    read = papers.preview([("a.eml", eml(said, referral_dot_docx=child_form()))])
    (message, _) = papers.read_as(read, 0, "return")
    assert [one.get("name") for one in message.paper.records] == ["Maisie Hartley"]


def test_a_covering_letter_about_the_referral_is_no_child_of_its_own(papers, rows) -> None:
    body = "Hello,\n\nplease find the referral attached. He was arrested with cannabis.\n\nMarta"
    told = papers.import_files([("a.eml", eml(body, referral_dot_docx=child_form()))])
    assert [one.kind for one in told] == ["message", "child"]
    assert len(rows(Referral)) == len(rows(Child)) == 1
    assert any("arrested" in text for _, text in told[0].not_understood)


RETURN = """Hi

Agency information return: Youth justice
Meeting: 26 November 2026

Robin Ashdown: has missed two appointments (fact, all panel).
Faith Long: nothing known.
Ivy Marsh: opinion, for the chair only: mum may be covering for him.
Tia Cole: seen by the covert team (intelligence, not shared).

Abdul
"""


def test_an_email_that_says_it_is_a_return_is_read_line_by_line(papers, rows) -> None:
    (told,) = papers.preview([("a.eml", eml(RETURN))])
    assert told.refused is None and told.kind == "return"
    said = {one.get("name"): one for one in told.paper.records}
    first = said["Robin Ashdown"]
    assert (first.get("agency"), first.get("meeting")) == ("Youth justice", date(2026, 11, 26))
    assert (first.get("text"), first.get("kind"), first.get("sharing")) == (
        "has missed two appointments", "fact", "all panel",
    )  # fmt: skip
    assert said["Faith Long"].get("nothing_known") and not first.get("nothing_known")
    assert said["Ivy Marsh"].get("sharing") == "chair only"
    assert said["Ivy Marsh"].get("text") == "mum may be covering for him."


def test_of_a_line_in_an_email_that_is_not_shared_nothing_is_kept(papers, rows) -> None:
    (told,) = papers.preview([("a.eml", eml(RETURN))])
    papers.keep([told])
    assert not any("covert" in (one.text or "") for one in rows(InformationLine))
    assert not any(b"covert" in one for one in kept_bytes(papers))


def test_papers_of_the_panels_own_become_no_childs_referral(papers, rows) -> None:
    for title, end, said in (
        ("Northmoor MACE: minutes", "End of the minutes of 26 November 2026.", "From Word"),
        ("Information for the child's file", "End of the extract.", "extract"),
    ):
        made = blank_paper()
        made.add_heading(title, 0)
        for text in ("Name: Robin Ashdown", "Date of birth: 21/01/2011", end):
            made.add_paragraph(text)
        out = BytesIO()
        made.save(out)
        (told,) = papers.import_files([("back.docx", out.getvalue())])
        assert told.status == "refused" and said in (told.reason or "")
    assert rows(Child) == []
