"""What is told in confidence is kept for the chair, however it is said or typed."""

import pytest

from models.marks import Sharing
from models.rules.capture.restricting import KEPT_SHORT, TWO_MARKS
from tests.models.rules.capture.room import read

IN_CONFIDENCE = (
    "n just between police and health: he has a new phone",
    "n off the record and dont tell housing: the flat is cuckooed",
    "n this goes no further than us",
    "n for the nurses ears: pregnant",
    "n pls keep it schtum",
    "n for your ears only",
    "n sssh mum has a new partner",
    "n don't let on to dad that he was seen",
    "n mum isn't to find out",
    "n he begged us not to say anything to his nan",
    "n hush hush there's a raid planned",
    "n not to be repeated outside: source is the shop owner",
    "n i shouldn't be telling you this but he is on tag",
    "n strictly off limits to the family: address is 4 Mill Lane",
    "n keep dad out of the loop on this",
    "n leave this out: SW is pregnant",
    "n wouldn't want this getting back to the family",
    "n please treat as confidential",
    "n sensitive - he has HIV",
    "n this is for professionals, not family",
    "n police know but the school doesn't and shouldn't",
    "n everyone except licensing: the owner is his uncle",
    "n none of this to the school",
    "n not minuted please, and not for housing: tenancy ending",
    "n keep schl out of this",
    "n without it being minuted: he's been sectioned",
    "n delete after: source is a neighbour",
    "n no notes on this pls",
    "n stop writing: he named the officer",
    "n pause the minutes - he was raped",
    "n put your pens down, he is an informant",
    "n not one for the record",
    "n only DI Yates to see this: he's a source",
    "n safeguarding leads only",
    "n 4 police eyes",
    "n lets not record that",
    "n can we not write that bit down, mum is pregnant",
    "n I'd ask that we don't note that",
    "n cant go in the mins",
    "n this isnt going in the minutes",
    "n nto to be shared w/ parents",
    "n plz dont shre",
    "n privileged: legal advice is to issue",
    "n need this kept quiet",
    "n under no circumstances tell dad",
    "n do not on any account tell dad",
    "n on no account is dad to know",
    "n family unaware and must stay so",
    "n dad doesnt know and must not",
    "n anonymous source - protect identity",
    "n she told me in confidence",
    "n confidentially he's gay",
    "n pls redact: address is 12 Low Road",
    "n (not for the family) he is on a placement list",
    "n what I say next stays here",
    "n for internal use: staff sickness",
    "n police sensitive: covert cameras at the shop",
    "n between you me and the gatepost",
    "n don't quote me but he's leaving",
    "n unofficially, the home is closing",
    "n informally: the offer is withdrawn",
    "n off teh record mum drinks",
    "n betwen us the carer cant cope",
    "n btwn us mum is moving",
    "n keep ths in the room - dad on bail",
    "n dnt tell mum he has a girlfriend",
    "n Chloe asked us not to write down the name of the hotel",
    "n Nobody outside this meeting should know that a warrant is planned",
    "n Health would rather mum did not know that he was at the clinic",
)
TOLD_TO_ALL = (
    "n he did not tell mum where he had been",
    "n he told nobody where the phone came from",
    "n school were not told he had moved",
    "n he won't say who drives the car",
    "n she does not want to talk to the police",
    "n mum asked him not to go out after ten",
    "n dad asked police not to come to the house",
    "n he stays in his room all day",
    "n she has to stay in the room when contact takes place",
    "n he keeps his phone private",
    "n he keeps it to weekends",
    "n secret relationship with an older male",
    "n he is confident and chatty in school",
    "n growing in confidence since the mentor started",
    "n private number rang six times",
    "n private tutor twice a week",
    "n number withheld on all calls",
    "n seen between us and the bus station",
    "n seen between the room and the car",
    "n no one has seen him since Friday",
    "n nobody answered the door",
    "n mum cannot say who he is with",
    "n he is not in school",
    "n not for want of trying, no contact made",
    "n the record shows three episodes",
    "n he was off the school roll in May",
    "n left the room when asked about Daz",
    "n kept in the police station overnight",
    "n she was told not to meet him",
    "n bail conditions: not to contact Maisie",
    "n do not attend means three missed appointments",
    "n social worker does not know the new address",
    "n mum does not want him moved",
    "n dad mustn't come within 100m of the house",
    "n he should not be travelling alone",
    "n he mentions a man called Fish",
    "n recording of the call was passed to police",
    "n ears pierced by an older friend",
    "n the parents' meeting is on Friday",
    "n the family can't manage without support",
    "n he never mentions home",
    "n police shared the plate with licensing",
    "n all but two lessons missed",
    "n everyone except his dad came to the conference",
    "n no one but the nan rang",
    "n he asked whether he could tell his nan",
    "n wants to know who will tell mum",
    "n wants no contact with dad",
    "n prefers not to be seen at home",
    "n strategy discussion outside the meeting on Monday",
    "n kept within the area",
    "n restricted diet",
    "n sensitive teeth, dentist booked",
    "n he keeps this in his bag",
    "n inside the room were two phones",
    "n carer will keep him in the house",
    "a Lowther not to visit before the strategy meeting by Fri",
    "a Varley to record the meeting by Fri",
    "a Varley to write to the family about the room by Fri",
    "n he does not share a bedroom",
    "n they don't share a bedroom",
    "n the mother and father do not talk",
    "n never named his supplier",
    "n Aidan does not name anyone",
    "n Not named in the report",
    "n Health: never told us of the clinic",
    "n not mentioned at the school meeting",
    "n The only room left is at Travel Inn",
    "n Don't know where he is",
    "n can't say when he will be back",
    "n mum rather likes the worker",
    "n shared house with two adults",
    "n he may not know he is being exploited",
    "n she can not learn in a big class",
    "n he should know by Friday",
    "n conf is on 3 dec",
    "n not to school since Monday",
    "n not with mum since May",
)


@pytest.mark.parametrize("line", IN_CONFIDENCE)
def test_words_of_confidence_keep_a_line_for_the_chair(line: str) -> None:
    reading = read(line)
    assert reading.sharing in (Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED), reading
    assert reading.sharing is Sharing.NOT_MINUTED or KEPT_SHORT in reading.warnings


@pytest.mark.parametrize("line", TOLD_TO_ALL)
def test_words_that_only_look_so_keep_nothing_back(line: str) -> None:
    reading = read(line)
    assert reading.sharing in (None, Sharing.ALL_PANEL)
    assert not any("restricted" in one for one in reading.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "n police only, not for the minutes: warrant on sat",
        "n health: police only, off the record - gunshot wound",
        "n warrant on sat (police only, not minuted)",
    ],
)
def test_for_some_only_and_not_minuted_is_for_the_chair(line: str) -> None:
    reading = read(line)
    assert reading.sharing is Sharing.CHAIR_ONLY
    assert reading.agencies == ()
    assert TWO_MARKS in reading.warnings
    assert ("sharing", "chair only") in [(one.label, one.value) for one in reading.chips]


def test_chair_only_stays_so_when_it_is_not_for_the_minutes_either() -> None:
    assert read("n chair only, not for minutes: a second phone").sharing is Sharing.CHAIR_ONLY


def test_a_mark_that_says_less_than_its_line_is_narrowed() -> None:
    reading = read("n off the record and dont tell housing: the flat is cuckooed")
    assert reading.sharing is Sharing.CHAIR_ONLY
    assert KEPT_SHORT in reading.warnings
