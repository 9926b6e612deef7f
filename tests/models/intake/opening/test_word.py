"""What a Word document holds, made plain: forms as councils really build them."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from models.intake.opening import open_paper
from models.intake.papers import Block, Cell, Content, Table
from tests.models.intake.opening.made import links, p, r, sdt, tbl, tc, word

DEMO = Path(__file__).parents[4] / "resources" / "demo"
BOLD = "<w:b/>"
UNDERLINED = '<w:u w:val="single"/>'


def opened(body: str, **more: str) -> Content:
    return open_paper("form.docx", word(body, **more))


def only(body: str) -> Block:
    parts = opened(body).parts
    assert len(parts) == 1
    assert isinstance(parts[0], Block)
    return parts[0]


def table(body: str, number: int = 0) -> Table:
    found = [part for part in opened(body).parts if isinstance(part, Table)]
    return found[number]


def texts(read: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read.rows]


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def legacy(data: str, result: str = "", name: str = "FORMTEXT") -> str:
    return (
        run(f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>')
        + run(f"<w:instrText> {name} </w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>')
        + result
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def test_a_paragraph_keeps_its_place_and_bold_lead() -> None:
    body = p("") + f"<w:p>{r('Name: ', BOLD)}{r('Aidan')}</w:p>" + p("Next")
    assert opened(body).parts == (
        Block("Name: Aidan", "paragraph 1", 0, "Name:"),
        Block("Next", "paragraph 2"),
    )


def test_tabs_breaks_and_hyphens_stay() -> None:
    pieces = "<w:t>DOB:</w:t><w:tab/><w:t>3/3/10</w:t><w:br/><w:t>NK19</w:t><w:noBreakHyphen/>"
    assert only(f"<w:p>{run(pieces)}</w:p>").text == "DOB:\t3/3/10\nNK19-"


def test_headings_are_known_by_style_and_by_standing_out() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="Council section"/>'
        '<w:basedOn w:val="Kop2"/></w:style></w:styles>'
    )
    body = (
        p("Section A", '<w:pStyle w:val="House"/>')
        + f"<w:p>{r('Reason for referral', BOLD)}</w:p>"
        + f"<w:p>{r('The voice of the child', UNDERLINED)}</w:p>"
        + f"<w:p>{r('She has been seen with older men.', BOLD)}</w:p>"
        + p("A level", '<w:outlineLvl w:val="0"/>')
    )
    rels = links(("styles", "styles.xml", False))
    parts = opened(body, word__styles_dot_xml=styles, word___rels__document_dot_xml_dot_rels=rels)
    assert [part.heading for part in parts.parts if isinstance(part, Block)] == [2, 3, 3, 0, 1]


def test_a_table_gives_cells_with_row_and_column() -> None:
    read = table(tbl((tc(p("Name")), tc(p("Aidan") + p("Ravenscroft")))))
    assert read == Table(
        (
            (
                Cell("Name", "table 1, row 1, column 1"),
                Cell("Aidan\nRavenscroft", "table 1, row 1, column 2"),
            ),
        ),
        "table 1",
    )


def test_merged_cells_give_their_text_once_and_keep_their_width() -> None:
    wide = tc(p("Child"), '<w:gridSpan w:val="2"/>')
    first = tc(p("Bea"), '<w:vMerge w:val="restart"/>')
    below = tc(p(""), "<w:vMerge/>")
    read = table(
        tbl((wide, tc(p("Line"))), (first, tc(p("a")), tc(p("b"))), (below, tc(p("c")), tc(p("d"))))
    )
    assert [cell.span for cell in read.rows[0]] == [2, 1]
    assert read.rows[0][1].where == "table 1, row 1, column 3"
    continued = [cell.where for row in read.rows for cell in row if cell.continues]
    assert continued == ["table 1, row 3, column 1"]
    assert texts(read)[2] == ["", "c", "d"]


def test_bold_cells_and_bold_leads_in_cells_are_told_apart() -> None:
    lead = f"<w:p>{r('DOB', BOLD)}{r(' 3 March 2010')}</w:p>"
    row = table(tbl((tc(f"<w:p>{r('Name', BOLD)}</w:p>"), tc(lead)))).rows[0]
    assert (row[0].bold, row[0].bold_lead) == (True, "")
    assert (row[1].bold, row[1].bold_lead) == (False, "DOB")


def test_a_table_inside_a_cell_follows_its_table() -> None:
    inner = tbl((tc(p("Darren")), tc(p("Daz"))))
    parts = opened(tbl((tc(p("Associates")), tc(inner + p(""))))).parts
    assert [part.where for part in parts] == ["table 1", "table 1, row 1, column 2, table 1"]


def test_a_frame_of_one_cell_is_read_as_the_page_it_frames() -> None:
    frame = tbl((tc(p("Section B") + tbl((tc(p("Name")), tc(p("Bea")))) + p("Signed")),))
    assert [part.where for part in opened(frame).parts] == [
        "table 1, row 1, paragraph 1",
        "table 1, row 1, table 1",
        "table 1, row 1, paragraph 2",
    ]


def test_content_controls_of_every_kind_are_read() -> None:
    box = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
    choice = '<w:dropDownList><w:listItem w:displayText="Pick one" w:value=""/></w:dropDownList>'
    body = (
        f"<w:p>{r('Name: ')}{sdt(r('Aidan'), '<w:text/>')}</w:p>"
        f"<w:p>{r('DOB: ')}{sdt(r('03/03/2010'), '<w:date/>')}</w:p>"
        f"<w:p>{r('Plan: ')}{sdt(r('CP'), choice)}</w:p>"
        f"<w:p>{r('Risk: ')}{sdt(r('Pick one'), choice)}</w:p>"
        f"<w:p>{sdt(r('x'), box.format(1))}{r(' Yes ')}{sdt(r('x'), box.format(0))}{r(' No')}</w:p>"
        f"<w:p>{r('School: ')}{sdt(r('Click or tap here to enter text.'))}</w:p>"
        f"<w:p>{r('GP: ')}{sdt(r('whatever'), '<w:showingPlcHdr/>')}</w:p>"
    )
    found = [part.text for part in opened(body).parts if isinstance(part, Block)]
    assert found == [
        "Name: Aidan",
        "DOB: 03/03/2010",
        "Plan: CP",
        "Risk:",
        "☒ Yes ☐ No",
        "School:",
        "GP:",
    ]


def test_controls_around_rows_cells_and_paragraphs_are_read() -> None:
    in_row = "<w:tbl>" + sdt(f"<w:tr>{tc(p('Name'))}{sdt(tc(p('Bea')))}</w:tr>") + "</w:tbl>"
    blank = f"<w:tbl><w:tr>{tc(p('GP'))}{sdt(tc(p('Choose an item.')))}</w:tr></w:tbl>"
    body = in_row + sdt(p("A whole paragraph")) + blank
    parts = opened(body).parts
    assert isinstance(parts[0], Table)
    assert texts(parts[0]) == [["Name", "Bea"]]
    assert parts[1] == Block("A whole paragraph", "paragraph 1")
    assert isinstance(parts[2], Table)
    assert texts(parts[2]) == [["GP", ""]]


def test_a_date_control_shown_month_first_gives_the_date_it_keeps() -> None:
    kept = '<w:date w:fullDate="2010-03-04T00:00:00Z"><w:dateFormat w:val="M/d/yyyy"/></w:date>'
    assert only(f"<w:p>{sdt(r('3/4/2010'), kept)}</w:p>").text == "2010-03-04"


def test_legacy_form_fields_are_read() -> None:
    ticked = legacy("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")
    default = legacy("<w:checkBox><w:default w:val='1'/></w:checkBox>", "", "FORMCHECKBOX")
    unticked = legacy("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>")
    entries = '<w:listEntry w:val="CIN"/><w:listEntry w:val="CLA"/>'
    choice = legacy(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "", "FORMDROPDOWN")
    text = legacy("<w:textInput/>", r("Aidan"))
    empty = legacy("<w:textInput/>", r("\u2002\u2002\u2002\u2002\u2002"))
    body = "".join(
        f"<w:p>{r('A ')}{each}</w:p>" for each in (ticked, default, unticked, choice, text, empty)
    )
    found = [part.text for part in opened(body).parts if isinstance(part, Block)]
    assert found == ["A ☒", "A ☒", "A ☐", "A CLA", "A Aidan", "A"]


def test_a_field_that_is_never_ended_hides_nothing_after_it() -> None:
    begun = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>PAGE</w:instrText>")
    assert only(f"<w:p>{begun}</w:p>" + p("Aidan")).text == "Aidan"


def test_tick_signs_of_every_font_become_two() -> None:
    sym = '<w:sym w:font="Wingdings" w:char="{}"/>'
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    body = (
        f"<w:p>{run(sym.format('F0FE'))}{r('Yes')}{run(sym.format('F0A8'))}{r('No')}</w:p>"
        f"<w:p>{r('þ', fonts)}{r('Yes')}{r('o', fonts)}{r('No')}</w:p>"
        + p("☑ Yes □ No")
        + p("[x] Yes [ ] No")
        + p("✔ Male")
        + p("Please tick (✓) the boxes")
    )
    found = [part.text for part in opened(body).parts if isinstance(part, Block)]
    assert found == [
        "☒Yes☐No",
        "☒Yes☐No",
        "☒ Yes ☐ No",
        "☒ Yes ☐ No",
        "☒ Male",
        "Please tick (✓) the boxes",
    ]


def test_a_cell_that_is_one_tick_knows_whether_it_is_ticked() -> None:
    row = table(tbl((tc(p("Going missing")), tc(p("✓")), tc(p("☐")), tc(p("yes"))))).rows[0]
    assert [cell.checked for cell in row] == [None, True, False, None]


def test_a_lone_cross_is_a_yes_unless_ticks_are_the_yes() -> None:
    crosses = table(tbl((tc(p("Missing")), tc(p("✗")), tc(p("")))))
    both = table(tbl((tc(p("Missing")), tc(p("✗"))), (tc(p("Drugs")), tc(p("✓")))))
    assert crosses.rows[0][1].checked is True
    assert (both.rows[0][1].checked, both.rows[1][1].checked) == (False, True)


def test_deleted_and_hidden_text_is_left_out_and_said_so() -> None:
    body = (
        f"<w:p>{r('Risk: ')}<w:del>{run('<w:delText>low</w:delText>')}</w:del>"
        f"<w:ins>{r('high')}</w:ins>{r(' secret', '<w:vanish/>')}</w:p>"
    )
    content = opened(body)
    assert content.parts == (Block("Risk: high", "paragraph 1"),)
    assert content.notes == (
        "A tracked deletion was left out: paragraph 1.",
        "A tracked insertion was taken in: paragraph 1.",
        "Hidden text was left out: paragraph 1.",
    )


def test_text_boxes_are_read_once_where_they_stand() -> None:
    inside = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    shape = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    assert [
        (part.where, getattr(part, "text", ""))
        for part in opened(f"<w:p>{r('Before')}{run(shape)}</w:p>").parts
    ] == [("paragraph 1", "Before"), ("paragraph 1, text box, paragraph 1", "In the box")]


def test_headers_notes_and_comments_come_after_the_body_and_say_what_they_are() -> None:
    root = (
        '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{1}</w:{0}>'
    )
    rels = links(
        ("header", "header1.xml", False),
        ("footer", "footer1.xml", False),
        ("footnotes", "footnotes.xml", False),
        ("comments", "comments.xml", False),
    )
    rule = '<w:footnote w:type="separator">' + p("") + "</w:footnote>"
    content = opened(
        p("Body"),
        word___rels__document_dot_xml_dot_rels=rels,
        word__header1_dot_xml=root.format("hdr", p("OFFICIAL SENSITIVE")),
        word__footer1_dot_xml=root.format("ftr", p("Version 3")),
        word__footnotes_dot_xml=root.format(
            "footnotes", rule + f'<w:footnote w:id="2">{p("See file")}</w:footnote>'
        ),
        word__comments_dot_xml=root.format(
            "comments", f'<w:comment w:id="1" w:author="Someone">{p("Check this")}</w:comment>'
        ),
    )
    assert [part.where for part in content.parts] == [
        "paragraph 1",
        "header, paragraph 1",
        "footer, paragraph 1",
        "footnote 1, paragraph 1",
        "comment 1, paragraph 1",
    ]


def test_links_pictures_and_a_template_on_the_share_are_only_noted() -> None:
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )
    content = opened(
        p("Body") + f"<w:p>{run('<w:drawing><a:blip/></w:drawing>')}</w:p>",
        word___rels__document_dot_xml_dot_rels=links(
            ("hyperlink", "https://council.example/", True),
            ("image", "https://a.example/", True),
            ("settings", "settings.xml", False),
        ),
        word__settings_dot_xml=settings,
        word___rels__settings_dot_xml_dot_rels=links(
            ("attachedTemplate", "file:///S:/Forms/Referral.dotx", True)
        ),
    )
    assert content.notes == (
        "A picture kept outside the paper was not fetched.",
        "The template this paper was made from was not opened.",
        "A picture was not read: paragraph 2.",
    )


def test_a_document_of_the_usual_library_is_read_exactly() -> None:
    document = docx.Document()
    document.add_heading("Referral", 1)
    grid = document.add_table(2, 2)
    for cell, text in zip(grid._cells, ("Name", "Aidan", "DOB", "21/01/2011"), strict=True):
        cell.text = text
    kept = BytesIO()
    document.save(kept)
    content = open_paper("x.docx", kept.getvalue())
    assert content.form == "docx"
    assert content.notes == ()
    assert content.parts[0] == Block("Referral", "paragraph 1", 1)
    assert isinstance(content.parts[1], Table)
    assert texts(content.parts[1]) == [["Name", "Aidan"], ["DOB", "21/01/2011"]]


def test_every_sample_referral_and_return_opens_without_a_note() -> None:
    papers = [*DEMO.glob("referrals/*.docx"), *DEMO.glob("returns/*.docx")]
    assert len(papers) == 23
    for paper in papers:
        content = open_paper(paper.name, paper.read_bytes())
        assert content.notes == ()
        assert content.parts[0].where == "paragraph 1"


def test_struck_out_text_is_no_answer_and_that_is_said() -> None:
    content = opened(f"<w:p>{r('CIN / ', '<w:strike/>')}{r('CP')}</w:p>")
    assert content.parts == (Block("CP", "paragraph 1"),)
    assert content.notes == ("Struck-out text was left out: paragraph 1.",)


@pytest.mark.parametrize(
    "mark", ['<w:highlight w:val="yellow"/>', '<w:u w:val="single"/>', "<w:b/>"]
)
def test_the_one_option_that_stands_out_is_the_ticked_one(mark: str) -> None:
    options = f"{r('Low')}{r(' / ')}{r('Medium', mark)}{r(' / ')}{r('High')}"
    assert only(f"<w:p>{r('Risk: ')}{options}</w:p>").text == "Risk: ☐ Low  ☒ Medium  ☐ High"


def test_options_of_which_none_or_all_stand_out_stay_as_they_are() -> None:
    assert only(p("Yes / No")).text == "Yes / No"
    assert only(f"<w:p>{r('Yes / No', '<w:b/>')}</w:p>").text == "Yes / No"


def test_a_full_circle_among_empty_ones_is_ticked_and_by_itself_a_bullet() -> None:
    assert only(p("○ Low ● Medium ○ High")).text == "☐ Low ☒ Medium ☐ High"
    assert only(p("● seen at the arcade")).text == "● seen at the arcade"
