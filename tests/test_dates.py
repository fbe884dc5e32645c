"""EDTF: what each form means in bounds, in order, and beside other dates."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates
from briefing.dates import Edtf, EdtfError, Kind, parse

BOUNDS = [
    # text, first day, last day
    ("2024-11-30", (2024, 11, 30), (2024, 11, 30)),
    ("2024-11", (2024, 11, 1), (2024, 11, 30)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("1900-02", (1900, 2, 1), (1900, 2, 28)),
    ("2024", (2024, 1, 1), (2024, 12, 31)),
    ("2024-11-30~", (2024, 11, 30), (2024, 11, 30)),
    ("2024-11?", (2024, 11, 1), (2024, 11, 30)),
    ("2024%", (2024, 1, 1), (2024, 12, 31)),
    ("2004-06~-11", (2004, 6, 11), (2004, 6, 11)),
    ("2004-?06-11", (2004, 6, 11), (2004, 6, 11)),
    ("~-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
    ("201X", (2010, 1, 1), (2019, 12, 31)),
    ("20XX", (2000, 1, 1), (2099, 12, 31)),
    ("1XXX", (1000, 1, 1), (1999, 12, 31)),
    ("-004X", (-49, 1, 1), (-40, 12, 31)),
    ("2024-XX", (2024, 1, 1), (2024, 12, 31)),
    ("2024-1X", (2024, 10, 1), (2024, 12, 31)),
    ("2024-11-XX", (2024, 11, 1), (2024, 11, 30)),
    ("2024-11-2X", (2024, 11, 20), (2024, 11, 29)),
    ("2023-02-2X", (2023, 2, 20), (2023, 2, 28)),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
    ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
    ("2024-21", (2024, 3, 1), (2024, 5, 31)),
    ("2024-24", (2024, 12, 1), (2025, 2, 28)),
    ("2023-24", (2023, 12, 1), (2024, 2, 29)),
    ("2024-29", (2024, 9, 1), (2024, 11, 30)),
    ("2024-36", (2024, 10, 1), (2024, 12, 31)),
    ("2024-38", (2024, 5, 1), (2024, 8, 31)),
    ("2024-40", (2024, 1, 1), (2024, 6, 30)),
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
    ("Y-13800000000", (-13800000000, 1, 1), (-13800000000, 12, 31)),
    ("-0043", (-43, 1, 1), (-43, 12, 31)),
    ("0000", (0, 1, 1), (0, 12, 31)),
    ("2024-11-27/2024-11-30", (2024, 11, 27), (2024, 11, 30)),
    ("2011/2024-11", (2011, 1, 1), (2024, 11, 30)),
    ("2023-10~/2024-11-30", (2023, 10, 1), (2024, 11, 30)),
    ("2024-11-27/..", (2024, 11, 27), None),
    ("2024-11-27/", (2024, 11, 27), None),
    ("../2024-11-30", None, (2024, 11, 30)),
    ("/2024-11-30", None, (2024, 11, 30)),
    ("[2020,2021,2024-11]", (2020, 1, 1), (2024, 11, 30)),
    ("[1667, 1668, 1670..1672]", (1667, 1, 1), (1672, 12, 31)),
    ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
    ("[..1984]", None, (1984, 12, 31)),
    ("[1984..]", (1984, 1, 1), None),
    ("[2024-11-30]", (2024, 11, 30), (2024, 11, 30)),
    ("XXXX", None, None),
]

KINDS = [
    ("2024-11-30", Kind.EXACT, "day"),
    ("2024-11-30T14:20", Kind.EXACT, "minute"),
    ("2024-11", Kind.COARSE, "month"),
    ("2024-11-XX", Kind.COARSE, "month"),
    ("2024-21", Kind.COARSE, "season"),
    ("2024-XX", Kind.COARSE, "year"),
    ("2024", Kind.COARSE, "year"),
    ("201X", Kind.COARSE, "decade"),
    ("201X-05", Kind.COARSE, "decade"),
    ("20XX", Kind.COARSE, "century"),
    ("2XXX", Kind.COARSE, "millennium"),
    ("[2024-11-27,2024-11-30]", Kind.COARSE, "day"),
    ("[2024-11-30]", Kind.EXACT, "day"),
    ("2024-11-30~", Kind.APPROXIMATE, "day"),
    ("2015~", Kind.APPROXIMATE, "year"),
    ("2015?", Kind.UNCERTAIN, "year"),
    ("2015%", Kind.UNCERTAIN, "year"),
    ("2024-11-27~/2024-11-30?", Kind.INTERVAL, "day"),
    ("2011/2024-11-30", Kind.INTERVAL, "year"),
    ("2024-11-27/..", Kind.SINCE, "day"),
    ("../2024-11-30", Kind.UNTIL, "day"),
]


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_every_form_has_the_days_that_it_means(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    edtf = parse(text)
    assert (dates.lower_date(edtf), dates.upper_date(edtf)) == (first, last)
    assert str(edtf) == text
    if edtf.lower is not None:
        assert edtf.lower % 1440 == 0
    if edtf.upper is not None:
        assert edtf.upper % 1440 == 1439


@pytest.mark.parametrize(("text", "kind", "precision"), KINDS)
def test_a_date_says_how_exact_it_is(text: str, kind: Kind, precision: str) -> None:
    assert (parse(text).kind, parse(text).precision) == (kind, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024", False, False),
        ("2024~", True, False),
        ("2024?", False, True),
        ("2024%", True, True),
        ("2004-06~-11", True, False),
        ("2004-?06-~11", True, True),
        ("2023-10~/2024-11-30", True, False),
        ("[2020?,2021]", False, True),
        ("Y17000~", True, False),
        ("2024-11-30T14:20?", False, True),
    ],
)
def test_a_qualifier_anywhere_qualifies_the_whole_date(text: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("2024-11-30T14:20", (2024, 11, 30, 14, 20)),
        ("2024-11-30T14:20:59", (2024, 11, 30, 14, 20)),
        ("2016-12-31T23:59:60Z", (2016, 12, 31, 23, 59)),
        ("2024-11-30T14:20Z", (2024, 11, 30, 14, 20)),
        ("2024-11-30T14:20+03:00", (2024, 11, 30, 11, 20)),
        ("2024-11-30T14:20+03", (2024, 11, 30, 11, 20)),
        ("2024-11-30T14:20-03:30", (2024, 11, 30, 17, 50)),
        ("2024-11-30T01:20+03:00", (2024, 11, 29, 22, 20)),
        ("2024-12-31T23:20-05:00", (2025, 1, 1, 4, 20)),
    ],
)
def test_a_time_is_a_minute_in_utc_where_it_has_a_zone_and_as_written_where_not(
    text: str, minute: tuple[int, int, int, int, int]
) -> None:
    edtf = parse(text)
    assert edtf.lower == edtf.upper == dates.to_minutes(*minute)
    assert dates.from_minutes(dates.to_minutes(*minute)) == minute


def test_blanks_around_a_date_are_not_part_of_it() -> None:
    assert parse(" 2024-11-30 ") == parse("2024-11-30")


def test_a_calendar_day_becomes_a_date() -> None:
    assert dates.from_day(2024, 11, 30) is parse("2024-11-30")
    assert dates.from_day(-43, 3, 15).text == "-0043-03-15"
    with pytest.raises(EdtfError, match="November 2024 has 30 days"):
        dates.from_day(2024, 11, 31)


@given(st.dates(), st.integers(0, 1439))
def test_minutes_agree_with_the_calendar_of_the_standard_library(day: dt.date, of_day: int) -> None:
    minutes = dates.to_minutes(day.year, day.month, day.day, of_day // 60, of_day % 60)
    assert minutes == (day - dt.date(1970, 1, 1)).days * 1440 + of_day
    assert dates.from_minutes(minutes) == (day.year, day.month, day.day, of_day // 60, of_day % 60)


@given(st.integers(-(10**15), 10**15))
def test_minutes_survive_the_way_to_a_calendar_and_back(minutes: int) -> None:
    assert dates.to_minutes(*dates.from_minutes(minutes)) == minutes


EVERY = [text for text, *_ in BOUNDS] + [text for text, *_ in KINDS]
SOME = st.sampled_from(EVERY).map(parse)


@given(SOME, SOME, SOME)
def test_the_order_of_dates_is_total(a: Edtf, b: Edtf, c: Edtf) -> None:
    assert (a.sort_key == b.sort_key) == (a == b)
    assert a.sort_key <= b.sort_key or b.sort_key <= a.sort_key
    low, middle, high = sorted((a, b, c), key=lambda edtf: edtf.sort_key)
    assert low.sort_key <= middle.sort_key <= high.sort_key
    assert sorted((c, a, b), key=lambda edtf: edtf.sort_key) == [low, middle, high]


def test_dates_stand_in_the_order_of_their_bounds_with_open_starts_first() -> None:
    texts = ["../2024", "2011", "2015-01", "2015", "2024-11-29", "2024-11-30", "2024-11-30/..", "2024-12"]
    shuffled = texts[1::2] + texts[::2]
    assert sorted(shuffled, key=lambda text: parse(text).sort_key) == texts


@given(SOME, SOME)
def test_how_two_dates_stand_to_each_other_is_consistent(a: Edtf, b: Edtf) -> None:
    assert dates.overlaps(a, a)
    assert dates.overlaps(a, b) == dates.overlaps(b, a)
    if dates.contains(a, b):
        assert dates.overlaps(a, b)
    assert dates.before(a, b) + dates.before(b, a) + dates.overlaps(a, b) == 1
    if dates.certainly_before(a, b):
        assert dates.before(a, b)
        assert not dates.certainly_before(b, a)
    if dates.overlaps(a, b):
        assert dates.days_between(a, b) == 0
    assert dates.days_between(a, b) == dates.days_between(b, a) >= 0


@pytest.mark.parametrize(
    ("earlier", "later", "certain"),
    [
        ("2024-11-29", "2024-11-30", True),
        ("2024-11-29", "2024-11", False),
        ("2024-11-29", "2024-11-30~", False),
        ("2024-11-28", "2024-11-30~", True),
        ("2014", "2015~", False),
        ("2013", "2015~", True),
        ("2011", "2024?", False),
        ("2011%", "2024", False),
        ("2024-11-30T14:20~", "2024-11-30T15:00", False),
        ("2024-11-30T14:20~", "2024-11-30T15:30", True),
        ("../2024-11-29", "2024-11-30", True),
        ("2024-11-27/..", "2024-11-30", False),
        ("2024-11-27~/2024-11-28", "2024-11-29/..", True),
        ("2024-11-27/2024-11-28~", "2024-11-29", False),
        ("[2020,2021~]", "2022", False),
        ("[2019~,2021]", "2022", True),
        ("[2021,2020?]", "2022", False),
        ("2024-11-30T01:20+03:00", "2024-11-30", True),
        ("XXXX", "2024", False),
    ],
)
def test_before_is_certain_only_when_no_reading_of_a_qualifier_says_otherwise(
    earlier: str, later: str, certain: bool
) -> None:
    assert dates.certainly_before(parse(earlier), parse(later)) is certain


def test_overlap_and_containment_go_by_what_is_written() -> None:
    assert dates.overlaps(parse("2024-11-27/2024-11-30"), parse("2024-11-30/.."))
    assert not dates.overlaps(parse("2024-11-30~"), parse("2024-11-29"))
    assert dates.contains(parse("2024-11"), parse("2024-11-30?"))
    assert dates.contains(parse("2024/.."), parse("2024-11/.."))
    assert not dates.contains(parse("2024-11"), parse("2024-11/.."))


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2024-11-29", "2024-11-30", 0),
        ("2024-11-27", "2024-11-30", 2),
        ("2024-11-30T23:59", "2024-12-02T00:00", 1),
        ("2015", "2024-11-27", 3253),
        ("2024-11-27/..", "2024-12-30", 0),
        ("../2024-11-27", "2024-11-29", 1),
    ],
)
def test_a_gap_is_counted_in_whole_days(a: str, b: str, days: int) -> None:
    assert dates.days_between(parse(a), parse(b)) == days


def test_readers_find_an_open_start_by_the_end_that_is_known() -> None:
    texts = ["../2024-11-27", "2011", "2024-11-28", "2024-11-27", "2024-11-27/.."]
    ordered = sorted(map(parse, texts), key=dates.reading_key)
    assert [edtf.text for edtf in ordered] == ["2011", "2024-11-27", "2024-11-27/..", "../2024-11-27", "2024-11-28"]


@given(SOME, SOME)
def test_but_for_open_starts_readers_and_machines_agree_on_the_order(a: Edtf, b: Edtf) -> None:
    if a.lower is not None and b.lower is not None:
        assert (dates.reading_key(a) < dates.reading_key(b)) == (a.sort_key < b.sort_key)


def test_the_year_of_a_date_is_that_of_its_first_known_bound() -> None:
    texts = ("2015/2024", "../2024-11", "-0043", "XXXX")
    assert [dates.year_of(parse(text)) for text in texts] == [2015, 2024, -43, None]


@given(SOME)
def test_bounds_are_never_the_wrong_way_round(edtf: Edtf) -> None:
    assert edtf.lower is None or edtf.upper is None or edtf.lower <= edtf.upper


def test_an_interval_and_its_ends_have_the_same_bounds() -> None:
    ordered = sorted((parse(text) for text in ("2011", "2015-06", "2024-11-30")), key=lambda edtf: edtf.sort_key)
    for start, end in pairwise(ordered):
        whole = parse(f"{start}/{end}")
        assert (whole.lower, whole.upper, whole.parts) == (start.lower, end.upper, (start, end))


def test_a_date_that_is_right_does_not_load_what_explains_mistakes() -> None:
    code = "import sys; from briefing import dates; dates.words(dates.parse('2024-11-30~')); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "briefing.dates.parsing" in loaded
    assert not {"briefing.dates.mistakes", "briefing.model", "datetime", "locale"} & loaded
