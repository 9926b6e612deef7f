"""Immediate danger is never kept as just another line, in whatever words it is typed."""

import pytest

from models.rules.capture import CaptureKind
from models.rules.capture.reading import CaptureReading, Chip
from tests.models.rules.capture.room import read

URGENT = Chip("perhaps", "urgent", sure=False)

NOW = """
URGENT she's texted saying she'll kill herself tonite
says she'll kill herself tonight
she's on the bridge saying she is going to jump
going to jump
has a knife on him now
urgent not seen since 6pm
not seen since 6pm, urgent
Mum just rang, he has taken 20 paracetamol
mum says he's got a knife and is going to stab his brother
he's threatening to kill himself
she is texting her friends goodbye messages now
he is being attacked outside the home now
mum texted - he's going to top himself
she's taken an overdose this morning
just been stabbed outside school
he is saying he wants to die
gang are outside his house with a machete
threat to life, osman warning issued today
sat on the railway line now, says she'll end it all
she says she does not want to live
999 - overdose
Police: he has a knife on him now
chair only - he has a knife on him now
""".strip().splitlines()
ASKED = """
not safe to go home tonight - csc aware 10.05
she isn't safe at home tonight
he is at high risk tonight, dad knows that he talked
not seen since 6pm
hasn't been seen since last night
still missing
he may be carrying a knife
said he wants to kill himself
yesterday she said she would jump off the bridge
Mum says he sleeps with a knife
she is suicidal
whereabouts not known
said she'd kill herself if she goes back
URGENT need a placement
n she'll kill herself tonight
voice: I am going to kill myself
risk high, says she'll kill herself tonight
Varley to ring mum now, he says he'll kill himself tonight
""".strip().splitlines()
QUIET = """
does not feel safe at the bus station
it was unsafe at home last year
safe at home tonight
last year she said she'd kill herself
Last year, at her old school, she said she would kill herself
no longer suicidal
denies wanting to kill herself
denies any thoughts of suicide
no evidence he has a knife
history of overdose
he used to carry a knife
carried a knife to school in October
took an overdose in March
says he would never kill himself
mum was stabbed in 2019
dad killed himself when she was six
knife crime work in school
suicide prevention work with CAMHS
knife arch at school on Friday
has not said she will kill herself
if she says she'll kill herself ring 999
previously threatened to jump off the bridge
was missing since Friday, found safe and well
missing 3 times since September
he is not going to hurt anyone
suicidal thoughts denied
told school in May she wanted to kill herself
nobody thinks he will kill himself
two months ago he had a knife on him
not at risk of suicide
overdose in 2023, none since
urgent appointment with CAMHS on Monday
""".strip().splitlines()


def _asks(reading: CaptureReading) -> bool:
    return URGENT in reading.chips and any("immediate risk" in one for one in reading.warnings)


@pytest.mark.parametrize("line", NOW)
def test_danger_now_is_urgent_without_being_called_so(line: str) -> None:
    assert read(line).kind is CaptureKind.URGENT


@pytest.mark.parametrize("line", ASKED)
def test_what_may_be_danger_is_asked(line: str) -> None:
    reading = read(line)
    assert reading.kind is not CaptureKind.URGENT
    assert _asks(reading)


@pytest.mark.parametrize("line", QUIET)
def test_history_denials_and_what_is_only_supposed_are_not(line: str) -> None:
    reading = read(line)
    assert reading.kind is not CaptureKind.URGENT
    assert not _asks(reading)


def test_the_word_that_cries_is_not_kept_twice() -> None:
    assert read("URGENT not seen since 6pm").text == "Not seen since 6pm"
