"""What can be read, noun by noun; each query is imported when it is first asked."""

from typing import TYPE_CHECKING

from models.queries.later import Later
from models.queries.offered_register import RegisterReadings
from models.queries.reading import reading

if TYPE_CHECKING:
    from models.queries import actions as actions_queries
    from models.queries import asking as asking_queries
    from models.queries import breakdown as breakdown_queries
    from models.queries import by_authority as by_authority_queries
    from models.queries import coming as coming_queries
    from models.queries import contributions as contributions_queries
    from models.queries import declarations as declarations_queries
    from models.queries import disruption as disruption_queries
    from models.queries import disruption_plans as plan_queries
    from models.queries import documents as documents_queries
    from models.queries import equality as equality_queries
    from models.queries import grounds as grounds_queries
    from models.queries import improvements as improvement_queries
    from models.queries import inspection as inspection_queries
    from models.queries import items as items_queries
    from models.queries import line_questions as line_questions_queries
    from models.queries import measures_report as measures_report_queries
    from models.queries import meetings as meetings_queries
    from models.queries import minutes as minutes_queries
    from models.queries import minutes_written as minutes_written_queries
    from models.queries import own_indicators as own_indicator_queries
    from models.queries import panel as panel_queries
    from models.queries import papers as papers_queries
    from models.queries import performance as performance_queries
    from models.queries import pool as pool_queries
    from models.queries import public_reports as public_report_queries
    from models.queries import quarterly as quarterly_queries
    from models.queries import readiness as readiness_queries
    from models.queries import recommendations as recommendations_queries
    from models.queries import referrals as referrals_queries
    from models.queries import retention as retention_queries
    from models.queries import retention_log as retention_log_queries
    from models.queries import running_order as running_order_queries
    from models.queries import season as season_queries
    from models.queries import subject_file as subject_file_queries
    from models.queries import submissions as submissions_queries
    from models.queries import tiers as tier_queries
    from models.queries import today as today_queries
    from models.queries import turned_away as turned_away_queries
    from models.queries import urgent as urgent_queries
    from models.queries import wording as wording_queries
    from models.queries.action_history import updates_of
    from models.queries.back_from_word import returned_file
    from models.queries.capturing import capture_context
    from models.queries.child_actions import actions_of_child
    from models.queries.code_book import code_book
    from models.queries.comments import approved_items, comments, left_edits, no_extracts
    from models.queries.contradictions import contradictions
    from models.queries.escalations import escalations
    from models.queries.finishing import extracts_gone
    from models.queries.half_typed_today import half_typed
    from models.queries.invitations import invitations
    from models.queries.inviting import calendar_news
    from models.queries.item_extras import item_extras
    from models.queries.log import done_by, log
    from models.queries.measure_details import measure_detail
    from models.queries.named_measures import named_measures
    from models.queries.open_points import open_before_approval, open_before_issue
    from models.queries.own_template import own_template, template_content
    from models.queries.past import past_of_item, past_states
    from models.queries.reach import measure_fits
    from models.queries.silent import chased
    from models.queries.spoken_actions import subjects_of_actions
    from models.queries.spoken_of import spoken_around, spoken_of
    from models.queries.subjects_tonight import subjects_tonight
    from models.queries.version_book import flow_book, scheme_book
    from models.queries.working import closed_days

else:
    actions_queries = Later("actions")
    asking_queries = Later("asking")
    breakdown_queries = Later("breakdown")
    by_authority_queries = Later("by_authority")
    coming_queries = Later("coming")
    contributions_queries = Later("contributions")
    declarations_queries = Later("declarations")
    disruption_queries = Later("disruption")
    plan_queries = Later("disruption_plans")
    documents_queries = Later("documents")
    equality_queries = Later("equality")
    grounds_queries = Later("grounds")
    inspection_queries = Later("inspection")
    items_queries = Later("items")
    line_questions_queries = Later("line_questions")
    measures_report_queries = Later("measures_report")
    meetings_queries = Later("meetings")
    minutes_queries = Later("minutes")
    minutes_written_queries = Later("minutes_written")
    own_indicator_queries = Later("own_indicators")
    panel_queries = Later("panel")
    papers_queries = Later("papers")
    performance_queries = Later("performance")
    pool_queries = Later("pool")
    quarterly_queries = Later("quarterly")
    public_report_queries = Later("public_reports")
    turned_away_queries = Later("turned_away")
    readiness_queries = Later("readiness")
    recommendations_queries = Later("recommendations")
    referrals_queries = Later("referrals")
    retention_queries = Later("retention")
    retention_log_queries = Later("retention_log")
    running_order_queries = Later("running_order")
    season_queries = Later("season")
    subject_file_queries = Later("subject_file")
    submissions_queries = Later("submissions")
    improvement_queries = Later("improvements")
    tier_queries = Later("tiers")
    today_queries = Later("today")
    urgent_queries = Later("urgent")
    wording_queries = Later("wording")
    updates_of = Later("action_history").updates_of
    actions_of_child = Later("child_actions").actions_of_child
    returned_file = Later("back_from_word").returned_file
    capture_context = Later("capturing").capture_context
    subjects_tonight = Later("subjects_tonight").subjects_tonight
    code_book = Later("code_book").code_book
    scheme_book = Later("version_book").scheme_book
    flow_book = Later("version_book").flow_book
    approved_items = Later("comments").approved_items
    comments = Later("comments").comments
    no_extracts = Later("comments").no_extracts
    left_edits = Later("comments").left_edits
    open_before_approval = Later("open_points").open_before_approval
    open_before_issue = Later("open_points").open_before_issue
    contradictions = Later("contradictions").contradictions
    escalations = Later("escalations").escalations
    extracts_gone = Later("finishing").extracts_gone
    invitations = Later("invitations").invitations
    calendar_news = Later("inviting").calendar_news
    half_typed = Later("half_typed_today").half_typed
    item_extras = Later("item_extras").item_extras
    done_by = Later("log").done_by
    log = Later("log").log
    measure_detail = Later("measure_details").measure_detail
    named_measures = Later("named_measures").named_measures
    measure_fits = Later("reach").measure_fits
    past_of_item = Later("past").past_of_item
    past_states = Later("past").past_states
    chased = Later("silent").chased
    closed_days = Later("working").closed_days
    subjects_of_actions = Later("spoken_actions").subjects_of_actions
    spoken_of = Later("spoken_of").spoken_of
    spoken_around = Later("spoken_of").spoken_around
    own_template = Later("own_template").own_template
    template_content = Later("own_template").template_content


class Readings(RegisterReadings):
    """Everything that can be read, for one reader."""

    panel = reading(panel_queries.panel)
    panel_of = reading(panel_queries.panel_of)
    settings = reading(panel_queries.settings)
    series = reading(tier_queries.series)
    seats = reading(tier_queries.seats)
    own_settings = reading(tier_queries.kept_by)
    escalations = reading(escalations)
    improvements = reading(improvement_queries.improvements)
    priorities = reading(improvement_queries.priorities)
    strategy_of = reading(improvement_queries.strategy_of)
    setting = reading(panel_queries.setting)
    setting_at = reading(panel_queries.setting_at)
    wording = reading(panel_queries.wording)
    agencies = reading(panel_queries.agencies)
    members = reading(panel_queries.members)
    members_at = reading(panel_queries.members_at)
    users = reading(panel_queries.users)
    districts = reading(panel_queries.districts)
    closed_days = reading(closed_days)
    code_book = reading(code_book)
    scheme_book = reading(scheme_book)
    flow_book = reading(flow_book)
    done_by = reading(done_by)
    log = reading(log)
    own_template = reading(own_template)
    template_content = reading(template_content)

    referrals = reading(referrals_queries.referrals)
    referral = reading(referrals_queries.referral)
    match_questions = reading(referrals_queries.match_questions)
    papers_of = reading(papers_queries.papers_of)
    unread = reading(papers_queries.unread)

    submissions = reading(submissions_queries.submissions)
    submission = reading(submissions_queries.submission)
    submissions_naming = reading(submissions_queries.naming)
    submissions_saying = reading(submissions_queries.saying)

    meetings = reading(meetings_queries.meetings)
    meeting = reading(meetings_queries.meeting)
    meeting_on = reading(meetings_queries.meeting_on)
    following_day = reading(meetings_queries.following_day)
    preceding_day = reading(meetings_queries.preceding_day)
    next_meeting = reading(meetings_queries.next_meeting)
    timetable = reading(season_queries.timetable)
    preview_season = reading(season_queries.preview_season)
    calendar_entries = reading(season_queries.calendar_entries)
    panel_name = reading(coming_queries.panel_name)
    running_meeting = reading(coming_queries.running_meeting)
    attendance = reading(meetings_queries.attendance)
    declarations = reading(declarations_queries.declarations)
    quorum = reading(meetings_queries.quorum)
    running_order = reading(running_order_queries.running_order)
    pool = reading(pool_queries.pool)
    readiness = reading(readiness_queries.readiness)
    asked = reading(asking_queries.asked)
    returns = reading(readiness_queries.returns)
    waiting_returns = reading(readiness_queries.waiting_returns)
    line_questions = reading(line_questions_queries.line_questions)
    item = reading(items_queries.item)
    items_of = reading(items_queries.items_of)
    contributions = reading(contributions_queries.contributions)
    contradictions = reading(contradictions)
    ground = reading(grounds_queries.ground)
    grounds = reading(grounds_queries.grounds)
    invitations = reading(invitations)
    calendar_news = reading(calendar_news)
    item_extras = reading(item_extras)
    capture_context = reading(capture_context)
    subjects_tonight = reading(subjects_tonight)
    subjects_of_actions = reading(subjects_of_actions)
    spoken_of = reading(spoken_of)
    spoken_around = reading(spoken_around)

    actions = reading(actions_queries.actions)
    actions_of_child = reading(actions_of_child)
    past_of_item = reading(past_of_item)
    past_states = reading(past_states)
    updates_of = reading(updates_of)
    recommendations = reading(recommendations_queries.recommendations)
    chased = reading(chased)
    plans = reading(plan_queries.plans)
    plan = reading(plan_queries.plan)
    measures = reading(disruption_queries.measures)
    measure_detail = reading(measure_detail)
    named_measures = reading(named_measures)
    measure_fits = reading(measure_fits)
    catalogue = reading(disruption_queries.catalogue)

    minutes = reading(minutes_queries.minutes)
    kept_words = reading(minutes_written_queries.kept_words)
    minutes_steps = reading(minutes_written_queries.minutes_steps)
    returned_file = reading(returned_file)
    written = reading(minutes_written_queries.written)
    is_written = reading(minutes_written_queries.is_written)
    written_signs = reading(minutes_written_queries.written_signs)
    issues = reading(minutes_queries.issues)
    confirmations = reading(minutes_queries.confirmations)
    comments = reading(comments)
    left_edits = reading(left_edits)
    open_before_approval = reading(open_before_approval)
    open_before_issue = reading(open_before_issue)
    no_extracts = reading(no_extracts)
    extracts_gone = reading(extracts_gone)
    approved_items = reading(approved_items)
    meeting_papers = reading(documents_queries.meeting_papers)
    extract_papers = reading(documents_queries.extract_papers)
    known_names = reading(documents_queries.known_names)

    subject_file = reading(subject_file_queries.subject_file)
    disclosures = reading(subject_file_queries.disclosures)
    retention = reading(retention_queries.retention)
    to_review = reading(retention_queries.to_review)
    goes = reading(retention_queries.goes)
    holds = reading(retention_log_queries.holds)
    hold_scopes = reading(retention_log_queries.hold_scopes)
    review_months = reading(retention_log_queries.review_months)
    certificates = reading(retention_log_queries.certificates)

    quarterly = reading(quarterly_queries.quarterly)
    quarterly_by_authority = reading(by_authority_queries.quarterly_by_authority)
    turned_away = reading(turned_away_queries.turned_away)
    performance = reading(performance_queries.performance)
    own_indicators = reading(own_indicator_queries.own_indicators)
    tried = reading(own_indicator_queries.tried)
    equality = reading(equality_queries.equality)
    performance_by = reading(breakdown_queries.performance_by)
    inspection = reading(inspection_queries.inspection)
    inspection_report = reading(inspection_queries.inspection_report)
    measures_report = reading(measures_report_queries.measures_report)
    public_reports = reading(public_report_queries.public_reports)
    today = reading(today_queries.today)
    half_typed = reading(half_typed)
    urgent_lines = reading(urgent_queries.urgent_lines)
    words_in_question = reading(wording_queries.words_in_question)
