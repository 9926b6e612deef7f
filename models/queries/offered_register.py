"""What can be read of the register: people, places, groups, links, and who may be the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.queries.later import Later
from models.queries.reading import reading
from models.records.reader import Reader
from models.storage.store import Store

if TYPE_CHECKING:
    from models.queries import children as children_queries
    from models.queries import concern as concern_queries
    from models.queries import duplicates as duplicates_queries
    from models.queries import find as find_queries
    from models.queries import groups as groups_queries
    from models.queries import history as history_queries
    from models.queries import joined_records as joined_records_queries
    from models.queries import learning as learning_queries
    from models.queries import links as links_queries
    from models.queries import local as local_queries
    from models.queries import looking as looking_queries
    from models.queries import matching as matching_queries
    from models.queries import matching_things as matching_things_queries
    from models.queries import mentions as mentions_queries
    from models.queries import moving as moving_queries
    from models.queries import named_tonight as named_tonight_queries
    from models.queries import new_links as new_links_queries
    from models.queries import people as people_queries
    from models.queries import perhaps_named as perhaps_named_queries
    from models.queries import places as places_queries
    from models.queries import register_check as register_check_queries
    from models.queries import same_things as same_things_queries
    from models.queries import side_by_side as side_by_side_queries
    from models.queries import timelines as timelines_queries
    from models.queries import tracker as tracker_queries
    from models.queries import tracker_changed as tracker_changed_queries
    from models.queries import tracker_listed as tracker_listed_queries
    from models.queries import tracker_views as tracker_views_queries
    from models.queries import unlisted as unlisted_queries
    from models.queries.assessment_board import assessment_board
    from models.queries.assessment_due import in_date_through
    from models.queries.assessment_history import assessment_history
    from models.queries.case_holders import case_holders
    from models.queries.clocks import clocks
    from models.queries.everybody import everybody
    from models.queries.flows import flows_of, open_steps
    from models.queries.map import map_places, place_postcodes
    from models.queries.meant import meant
    from models.queries.network import network
    from models.queries.noticed import noticed
    from models.queries.nrm import nrm_of
    from models.queries.outlines import outlines
    from models.queries.philomena import missing_paper
    from models.queries.place_assessments import guardians, place_assessments
    from models.queries.place_figures import place_figures
    from models.queries.strategy import strategy_proposals
    from models.queries.tellings import tellings_of
else:
    children_queries = Later("children")
    concern_queries = Later("concern")
    duplicates_queries = Later("duplicates")
    find_queries = Later("find")
    groups_queries = Later("groups")
    history_queries = Later("history")
    joined_records_queries = Later("joined_records")
    links_queries = Later("links")
    learning_queries = Later("learning")
    local_queries = Later("local")
    looking_queries = Later("looking")
    matching_queries = Later("matching")
    matching_things_queries = Later("matching_things")
    mentions_queries = Later("mentions")
    moving_queries = Later("moving")
    named_tonight_queries = Later("named_tonight")
    new_links_queries = Later("new_links")
    people_queries = Later("people")
    perhaps_named_queries = Later("perhaps_named")
    places_queries = Later("places")
    unlisted_queries = Later("unlisted")
    register_check_queries = Later("register_check")
    same_things_queries = Later("same_things")
    side_by_side_queries = Later("side_by_side")
    timelines_queries = Later("timelines")
    tracker_queries = Later("tracker")
    tracker_changed_queries = Later("tracker_changed")
    tracker_listed_queries = Later("tracker_listed")
    tracker_views_queries = Later("tracker_views")
    assessment_board = Later("assessment_board").assessment_board
    assessment_history = Later("assessment_history").assessment_history
    flows_of = Later("flows").flows_of
    open_steps = Later("flows").open_steps
    in_date_through = Later("assessment_due").in_date_through
    case_holders = Later("case_holders").case_holders
    everybody = Later("everybody").everybody
    map_places = Later("map").map_places
    meant = Later("meant").meant
    outlines = Later("outlines").outlines
    place_postcodes = Later("map").place_postcodes
    guardians = Later("place_assessments").guardians
    place_assessments = Later("place_assessments").place_assessments
    place_figures = Later("place_figures").place_figures
    noticed = Later("noticed").noticed
    network = Later("network").network
    clocks = Later("clocks").clocks
    nrm_of = Later("nrm").nrm_of
    missing_paper = Later("philomena").missing_paper
    strategy_proposals = Later("strategy").strategy_proposals
    tellings_of = Later("tellings").tellings_of


class RegisterReadings:
    """The register as one reader may know it; each query is imported when it is first asked."""

    def __init__(self, store: Store, reader: Callable[[], Reader]) -> None:
        self.store = store
        self.reader = reader

    children = reading(children_queries.children)
    child = reading(children_queries.child)
    tracker = reading(tracker_queries.tracker)
    tracked_count = reading(tracker_queries.tracked_count)
    compared_lists = reading(tracker_listed_queries.compared_lists)
    tracker_views = reading(tracker_views_queries.tracker_views)
    tracker_touched = reading(tracker_changed_queries.tracker_touched)
    history = reading(history_queries.history)
    champions = reading(learning_queries.champions)
    without_champion = reading(learning_queries.without_champion)
    trainings = reading(learning_queries.trainings)
    teams = reading(local_queries.teams)
    team = reading(local_queries.team)
    services_of = reading(local_queries.services_of)
    fora_of = reading(local_queries.fora_of)
    districts_of_actions = reading(local_queries.districts_of_actions)
    overlap_of = reading(local_queries.overlap_of)
    authorities = reading(local_queries.authorities)
    transitions = reading(moving_queries.transitions)
    transition = reading(moving_queries.transition)
    moves = reading(moving_queries.moves)
    clocks = reading(clocks)
    nrm_of = reading(nrm_of)
    missing_paper = reading(missing_paper)
    strategy_proposals = reading(strategy_proposals)
    tellings_of = reading(tellings_of)
    assessment_history = reading(assessment_history)
    assessment_board = reading(assessment_board)
    in_date_through = reading(in_date_through)
    flows_of = reading(flows_of)
    open_steps = reading(open_steps)
    timeline = reading(timelines_queries.timeline)
    beside = reading(timelines_queries.beside)
    on_agenda = reading(timelines_queries.on_agenda)
    people = reading(people_queries.people)
    person = reading(people_queries.person)
    concern_decisions = reading(concern_queries.concern_decisions)
    next_review = reading(concern_queries.next_review)
    places = reading(places_queries.places)
    place = reading(places_queries.place)
    place_assessments = reading(place_assessments)
    guardians = reading(guardians)
    place_figures = reading(place_figures)
    map_places = reading(map_places)
    outlines = reading(outlines)
    place_postcodes = reading(place_postcodes)
    groups = reading(places_queries.groups)
    group = reading(groups_queries.group)
    case_holders = reading(case_holders)
    themes = reading(places_queries.themes)
    things = reading(places_queries.things)
    links_of = reading(links_queries.links_of)
    network = reading(network)
    ended_links = reading(new_links_queries.ended_links)
    link_detail = reading(new_links_queries.link_detail)
    new_links = reading(new_links_queries.new_links)
    spoken_of_before = reading(new_links_queries.spoken_of_before)
    find = reading(find_queries.find)
    meant = reading(meant)
    named_tonight = reading(named_tonight_queries.named_tonight)
    look_up = reading(looking_queries.look_up)
    everybody = reading(everybody)
    possible_matches = reading(matching_queries.possible_matches)
    possible_things = reading(matching_things_queries.possible_things)
    same_person = reading(register_check_queries.same_person)
    same_things = reading(same_things_queries.same_things)
    duplicates = reading(duplicates_queries.duplicates)
    joined_records = reading(joined_records_queries.joined_records)
    told_apart = reading(joined_records_queries.told_apart)
    mentions = reading(mentions_queries.mentions)
    denied_mentions = reading(mentions_queries.denied_mentions)
    named_in = reading(mentions_queries.named_in)
    named_or_perhaps = reading(perhaps_named_queries.named_or_perhaps)
    unlisted = reading(unlisted_queries.unlisted)
    noticed = reading(noticed)
    side_by_side = reading(side_by_side_queries.side_by_side)
