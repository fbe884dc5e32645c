"""What is not EDTF: never anything but an `EdtfError`, quickly, with what to write instead."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.dates import Edtf, EdtfError, parse, words
from tests.test_dates import EVERY

FIXES = [
    ("30.11.2024", "2024-11-30"),
    ("2024/11/30", "2024-11-30"),
    ("2024.11.30", "2024-11-30"),
    ("2024-1-5", "2024-01-05"),
    ("11/2024", "2024-11"),
    ("2024/11", "2024-11"),
    ("20241130", "2024-11-30"),
    ("2024-30-11", "2024-11-30"),
    ("2024-11-00", "2024-11"),
    ("2024-00-00", "2024"),
    ("13/04/2024", "2024-04-13"),
    ("04/13/2024", "2024-04-13"),
    ("04/04/2024", "2024-04-04"),
    ("Nov 30 2024", "2024-11-30"),
    ("November 30, 2024", "2024-11-30"),
    ("30 November 2024", "2024-11-30"),
    ("30th of November 2024", "2024-11-30"),
    ("Friday, 29 Nov. 2024", "2024-11-29"),
    ("30-Nov-2024", "2024-11-30"),
    ("Sept 2024", "2024-09"),
    ("Spring 2024", "2024-21"),
    ("winter 2023-24", "2023-24"),
    ("Q1 2024", "2024-33"),
    ("2024-11-30 14:20", "2024-11-30T14:20"),
    ("2024-11-30t14:20z", "2024-11-30T14:20Z"),
    ("30 November 2024, 9:05 UTC", "2024-11-30T09:05Z"),
    ("2024-11-30T14:20+0300", "2024-11-30T14:20+03:00"),
    ("2024-11-30T14", "2024-11-30T14:00"),
    ("2024−11−30", "2024-11-30"),
    ("2024-11-3O", "2024-11-30"),
    ("２０２４", "2024"),
    ("c. 2015", "2015~"),
    ("circa 2015", "2015~"),
    ("≈2015", "2015~"),
    ("about 30 November 2024", "2024-11-30~"),
    ("perhaps 2015", "2015?"),
    ("2015 (?)", "2015?"),
    ("2015?~", "2015%"),
    ("perhaps about 2015", "2015%"),
    ("2010s", "201X"),
    ("the 1990's", "199X"),
    ("201x", "201X"),
    ("199u", "199X"),
    ("2024-11-??", "2024-11-XX"),
    ("20th century", "19XX"),
    ("1st century BC", "-00XX"),
    ("44 BC", "-0043"),
    ("1 BCE", "0000"),
    ("AD 79", "0079"),
    ("824", "0824"),
    ("-44", "-0044"),
    ("12024", "Y12024"),
    ("Y2024", "2024"),
    ("Y-00044~", "-0044~"),
    ("-0000-01", "0000-01"),
    ("since 2015", "2015/.."),
    ("since about 2015", "2015~/.."),
    ("2015 – present", "2015/.."),
    ("2015..", "2015/.."),
    ("until 30 Nov 2024", "../2024-11-30"),
    ("2011-2024", "2011/2024"),
    ("2011–2024", "2011/2024"),
    ("2023–24", "2023/2024"),
    ("27-30 November 2024", "2024-11-27/2024-11-30"),
    ("27–30 Nov 2024", "2024-11-27/2024-11-30"),
    ("Nov 27-30, 2024", "2024-11-27/2024-11-30"),
    ("27 November – 2 December 2024", "2024-11-27/2024-12-02"),
    ("November 27 to December 2, 2024", "2024-11-27/2024-12-02"),
    ("2024-11-27..2024-11-30", "2024-11-27/2024-11-30"),
    ("2024-11-27/30", "2024-11-27/2024-11-30"),
    ("2024-11-27/12-02", "2024-11-27/2024-12-02"),
    ("2024-11-30/2024-11-27", "2024-11-27/2024-11-30"),
    ("[2021..2020,2024]", "[2020..2021,2024]"),
    ("[2024-00-00,2025]", "[2024,2025]"),
    ("2015 or 2016", "[2015,2016]"),
]

MESSAGES = [
    ("", "the date is missing"),
    ("2024-11-31", "November 2024 has 30 days"),
    ("31 November 2024", "November 2024 has 30 days"),
    ("2024-11-27/2024-11-31", "November 2024 has 30 days"),
    ("2023-02-29", "February 2023 has 28 days"),
    ("-0044-02-30", "February has 29 days"),
    ("201X-02-30", "February has 29 days"),
    ("2024-13", "there is no month 13"),
    ("2024-42", "there is no month 42"),
    ("2024-XX-30", "a day means nothing while its month is unknown"),
    ("2024-11-30T25:00", "there is no time 25:00: a day runs from 00:00 to 23:59"),
    ("2024-11-30T24:00", "there is no time 24:00: a day runs from 00:00 to 23:59"),
    ("2024-11-30T14:20+15:00", "there is no time zone +15:00: they run from -12:00 to +14:00"),
    ("2024-11-XXT14:20", "a time needs a whole date before it"),
    ("../..", "an interval needs a date on at least one side"),
    ("30 Nov", "the year is missing"),
    ("30.11.24", "the year needs its four digits"),
    ("early 2024", "EDTF has no early, mid or late: write a season, an interval, or the date with ~"),
    ("yesterday", "“yesterday” depends on when it is read: write the date, and these words under dated_by"),
    ("On Friday", "“On Friday” depends on when it is read: write the date, and these words under dated_by"),
    ("Y1234567890123", "a year has at most 12 digits, this has 13"),
    ("2024-11-30\x1b[31m", "“2024-11-30�[31m” is not a date such as 2024-11-30, 2024-11 or 2024"),
]


@pytest.mark.parametrize(("text", "fix"), FIXES)
def test_what_somebody_meant_is_offered_as_the_fix(text: str, fix: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.fix == fix
    assert parse(fix).text == fix


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_what_is_wrong_is_said_where_no_fix_can_be_known(text: str, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.fix) == (message, "")


def test_a_date_that_may_be_two_names_both_and_offers_neither() -> None:
    for text in ("03/04/2024", "3.4.2024", "3-4-2024"):
        with pytest.raises(EdtfError) as caught:
            parse(text)
        assert "ambiguous" in caught.value.message
        assert "2024-04-03" in caught.value.message
        assert "2024-03-04" in caught.value.message
        assert caught.value.fix == ""


LOOKALIKES = """
    T - ~ [ ] [] {,} [2020 {2020] [2020..2021..2022] [2020..,2021] [2020,,2021] 2024- 2024--11 2024-11- --2024 2024~~
    20~24 2X24 2024-X1 Y Y- Y~ 2024T T14:20 ~T14:20 2024-11-30TZ 2024-11-30T14:20+ 2024-11-30T14:20+03:
    2024-11-30T14:20ZZ 2024/2025/2026 ²024
"""


@pytest.mark.parametrize("text", LOOKALIKES.split())
def test_what_only_looks_like_edtf_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)


NEAR = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789-/~?%XYTZ:.[]{},+ ", max_size=40),
    st.lists(
        st.sampled_from(
            [*EVERY, *(text for text, _ in FIXES), "/", "..", "~", "-", " ", "to", "Nov", "31", "00", "13"]
        ),
        max_size=5,
    ).map("".join),
    st.tuples(st.sampled_from(EVERY), st.integers(0, 30), st.characters()).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] + 1 :]
    ),
)


@given(NEAR)
@example("-")
@example("\udcff")
@example("٢٠٢٤")
def test_any_text_is_a_date_or_an_edtf_error_whose_fix_is_a_date(text: str) -> None:
    found = _outcome(text)
    if isinstance(found, Edtf):
        assert found.text == text.strip()
        assert found.lower is None or found.upper is None or found.lower <= found.upper
        assert words(found).isprintable()
        return
    assert found.message == str(found) != ""
    assert len(found.message) < 200
    assert found.message.isprintable()
    if found.fix:
        assert parse(found.fix).text == found.fix


def _outcome(text: str) -> Edtf | EdtfError:
    try:
        return parse(text)
    except EdtfError as error:
        return error


UNITS = [
    "-",
    "X",
    "2",
    "2024-",
    "[",
    "[2020,",
    "..",
    "/",
    "~",
    "2024 ",
    "c. ",
    " to ",
    "since ",
    "é",
    "\x1b",
    "T:",
    "+",
]


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_texts_cost_next_to_nothing(unit: str) -> None:
    texts = [(unit * 10_000)[:size] for size in (80, 81, 250, 251, 10_000)]
    start = process_time()
    for text in texts:
        with pytest.raises(EdtfError):
            parse(text + "!")
    # Generous for a slow machine: all five take about a millisecond; a quadratic step would take seconds.
    assert process_time() - start < 0.25
