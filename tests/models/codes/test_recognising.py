"""What people write on papers is recognised, and what is doubtful is not."""

import pytest

from models import codes

MEANT = [
    ("plans", "LAC", "CLA"),
    ("plans", "lac (s20)", "CLA"),
    ("plans", "CIN plan", "CIN"),
    ("plans", "Child in Need (CIN)", "CIN"),
    ("plans", "Child-in-need plan", "CIN"),
    ("plans", "C.P. plan – neglect", "CP"),
    ("plans", "Subject to CP plan since 3/3/26", "CP"),
    ("plans", "Open to CSC – CIN plan", "CIN"),
    ("plans", "UASC / LAC", "UASC"),
    ("plans", "Open case", "OPEN"),
    ("plans", "Not open", "NOT_OPEN"),
    ("plans", "Not currently open", "NOT_OPEN"),
    ("plans", "closed to CSC", "NOT_OPEN"),
    ("plans", "Level 3", "EH"),
    ("plans", "EARLY  HELP", "EH"),
    ("categories", "CSE1", "CSE1"),
    ("categories", "CSE 1", "CSE1"),
    ("categories", "Cat. 2", "CSE2"),
    ("categories", "CSE - Evidence or Suspicion of other forms of Exploitation", "OTHER"),
    ("legal_status", "Section 20", "V2"),
    ("legal_status", "Interim Care Order (ICO)", "C1"),
    ("exploitation_types", "Child sexual exploitation", "CSE"),
    ("exploitation_types", "CCE - county lines", "CL"),
    ("exploitation_types", "CSE (online)", "CSE_ONLINE"),
    ("exploitation_types", "gangs / serious youth violence", "GANG"),
    ("ethnicity", "Asian or Asian British – Pakistani", "APKN"),
    ("ethnicity", "Black/Black British - African", "BAFR"),
    ("ethnicity", "White & Black Caribbean", "MWBC"),
    ("ethnicity", "wbri", "WBRI"),
    ("genders", "F", "female"),
    ("risk_levels", "H", "high"),
    ("risk_levels", "Medium risk (14 points)", "medium"),
    ("nrm_statuses", "Positive reasonable grounds", "rg positive"),
    ("nrm_statuses", "Yes – submitted 3/4/26", "referred"),
    ("indicators", "Older associates", "older_associates"),
    ("indicators", "Unexplained money, clothes or phones", "unexplained_money"),
    ("action_statuses", "Circumstances changed", "not possible"),
    ("action_statuses", "Not done", "not done"),
    ("action_statuses", "Completed 28 Oct", "complete"),
    ("information_kinds", "Intel", "intelligence"),
    ("sharing", "ALL PANEL", "all panel"),
    ("sharing", "Not to be minuted", "not minuted"),
    ("sharing", "Chair's eyes only", "chair only"),
    ("place_types", "Kebab shop", "takeaway"),
    ("attendance", "Apologies", "N"),
    ("agency_kinds", "Northmoor Police", "police"),
    ("agency_kinds", "Health (ICB safeguarding)", "health"),
    ("agency_kinds", "Young people’s substance misuse service", "substance"),
    ("police_risk", "No apparent risk", "none"),
    ("rhi_declined", "Could not be contacted", "no contact"),
]

DOUBTFUL = [
    ("plans", "CIN/CP"),
    ("plans", "Not on a CP plan"),
    ("plans", "CIN plan ended"),
    ("plans", "previously LAC"),
    ("plans", "CIN plan refused"),
    ("plans", "purple"),
    ("plans", ""),
    ("plans", None),
    ("plans", "The family asked about early help " + "and said many other things " * 4),
    ("sharing", "All agencies except school"),
    ("sharing", "all but the chair"),
    ("nrm_statuses", "Not yet"),
    ("nrm_statuses", "RG"),
    ("genders", "Male / Female"),
    ("exploitation_types", "no evidence of CSE"),
    ("legal_status", "in"),
]


@pytest.mark.parametrize(("name", "text", "code"), MEANT)
def test_a_wording_on_a_paper_means_a_row(name: str, text: str, code: str) -> None:
    found = codes.recognise(name, text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(("name", "text"), DOUBTFUL)
def test_a_doubtful_wording_means_nothing(name: str, text: str | None) -> None:
    assert codes.recognise(name, text) is None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("LAC", "CLA"),
        ("UASC", "CLA"),
        ("s17", "CiN plan"),
        ("CPP", "CP"),
        ("EHA", "Early Help"),
        ("C&F assessment", "Open case"),
        ("NFA", "Not open"),
        ("no idea", None),
    ],
)
def test_a_worded_plan_counts_under_one_of_six_columns(text: str, column: str | None) -> None:
    assert codes.plan_column(text) == column


@pytest.mark.parametrize("name", codes.names())
def test_every_label_and_code_of_a_list_is_recognised_as_itself(name: str) -> None:
    if name in {"prompts", "decisions"}:
        return
    for row in codes.load(name):
        for word in (row.code, row.label, *row.synonyms):
            known = row if row.active else None
            assert codes.recognise(name, f"  {word.upper()}; ") == known, word


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Child Abduction Warning Notice (CAWN)", "CP10"),
        ("cawn", "CP10"),
        ("Serve a CAWN on him by Friday", "CP10"),
        ("Closure notice / order", "AS07"),
        ("premises closure order (partial)", "AS07"),
        ("Community protection notice", "AS04"),
        ("Public spaces protection order (PSPO)", "AS06"),
        ("Slavery and trafficking risk order (STRO)", "MS06"),
        ("hotel notice", "SX06"),
        ("DDTRO", "VG05"),
        ("CAWN or STRO", None),
        ("have a think", None),
        (None, None),
    ],
)
def test_a_measure_is_found_by_name_or_abbreviation(text: str | None, code: str | None) -> None:
    found = codes.find_measure(text)
    assert (found and found.code) == code
    assert found is None or codes.measure(found.code) is found


def test_a_measure_knows_its_statute() -> None:
    found = codes.find_measure("STRO")
    assert found is not None
    assert found.legal_basis == "Modern Slavery Act 2015 s.23"
    assert found.name == "Slavery and trafficking risk order"
    assert (found.targets, found.way) == (("P",), "direct")


@pytest.mark.parametrize(
    ("text", "subject", "code"),
    [
        ("Remain on panel", "child", "REMAIN"),
        ("Remain on panel, review 24 December", "child", "REMAIN"),
        ("Refer NRM", "child", "REFER_NRM"),
        ("Change of plan recommended", "child", "CHANGE_PLAN"),
        ("Plan agreed", "location", "PLAN_AGREED"),
        ("Disruption plan agreed", "person_of_concern", "DISRUPTION_AGREED"),
        ("Remove", "person_of_concern", "REMOVE_PERSON"),
        ("Close", "child", "CLOSE_REDUCED"),
        ("Close", "location", "CLOSE"),
        ("Do not close", "child", None),
        ("Plan agreed", "person_of_concern", None),
        ("Remain on panel and refer NRM", "child", None),
    ],
)
def test_a_decision_is_found_for_its_kind_of_subject(
    text: str, subject: str, code: str | None
) -> None:
    found = codes.find_decision(text, subject)
    assert (found and found.code) == code


def test_every_measure_named_in_a_line_is_mentioned_once_in_order() -> None:
    line = "PSPO for the interchange, then serve CAWN; licence review; another CAWN if need be"
    assert [row.code for row in codes.mentions("measures", line)] == ["AS06", "CP10", "LI01"]


def test_a_panel_may_recognise_among_its_own_rows() -> None:
    own = codes.Recogniser(
        [
            codes.Code(code="A", label="Tier one", synonyms=("T1",)),
            codes.Code(code="B", label="Tier two", synonyms=("T2", "shared")),
            codes.Code(code="C", label="Tier three", synonyms=("shared",)),
            codes.Code(code="D", label="Tier four", active=False),
        ]
    )
    found = [own.recognise(text) for text in ("t 1", "Tier Two (T2)", "shared", "Tier four")]
    assert [row and row.code for row in found] == ["A", "B", None, None]


@pytest.mark.parametrize(
    ("name", "said", "code"),
    [
        ("ethnicity", "Both seen with older men", None),
        ("ethnicity", "Both", None),
        ("ethnicity", "BOTH", "BOTH"),
        ("exploitation_types", "Unsafe at home", None),
        ("missing_from", "From home", "home"),
    ],
)
def test_a_code_that_is_a_word_is_meant_only_in_capitals(
    name: str, said: str, code: str | None
) -> None:
    found = codes.recognise(name, said)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("text", "kept"),
    [("CiN", "CiN plan"), ("Child in Need plan", "CiN plan"), ("LAC", "CLA"), ("CPP", "CP"),
     ("closed", "Not open"), ("PLO", "Pre-proceedings (PLO)"), ("UASC", None),
     ("CIN plan until June", "CIN plan until June"), ("A plan of our own", "A plan of our own")],
)  # fmt: skip
def test_a_plan_is_kept_by_one_word(text: str, kept: str | None) -> None:
    assert codes.plan_word(text) == (kept or "Unaccompanied asylum-seeking child")
