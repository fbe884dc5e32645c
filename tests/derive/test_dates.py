"""Expressions of time become dates of honest precision. The day of publication is Saturday, 30 November 2024."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dates import parse
from briefing.derive import calendar
from tests.derive.conftest import Derive


def dates(derive: Derive, text: str, published: dt.date | None = dt.date(2024, 11, 30)) -> list[str]:
    return [mention.edtf for mention in derive(text, published).document.dates]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It began on Friday.", "2024-11-29"),
        ("It began on Saturday.", "2024-11-30"),
        ("It will begin on Friday.", "2024-12-06"),
        ("It began last Saturday.", "2024-11-23"),
        ("They met this week.", "2024-11-25/2024-11-30"),
        ("They met last week.", "2024-11-18/2024-11-24"),
        ("They met last month.", "2024-10"),
        ("They will meet next year.", "2025"),
        ("It happened two days ago.", "2024-11-28"),
        ("It happened seventeen years ago.", "2007"),
        ("It happened three weeks ago.", "2024-11-04/2024-11-10"),
        ("It happened in 2015.", "2015"),
        ("It happened in March 2015.", "2015-03"),
        ("It happened on July 3, 2014.", "2014-07-03"),
        ("It happened on 3 July 2014.", "2014-07-03"),
        ("It happened on September 24.", "2024-09-24"),
        ("It happened on January 5.", "2025-01-05"),
        ("It happened in the 1990s.", "199X"),
        ("It happened in the 19th century.", "18XX"),
        ("It was built between July 2003 and December 2004.", "2003-07/2004-12"),
        ("It rose over the past 30 days.", "2024-10-31/2024-11-30"),
        ("They have fought for more than 13 months.", "2023-10~/2024-11-30"),
        ("It happened yesterday.", "2024-11-29"),
        ("It opened on Sunday night (November 24).", "2024-11-24"),
        ("It grew in the third quarter of 2010.", "2010-07/2010-09"),
        ("It happened last summer.", "2024-22"),
        ("It happened in mid-2015.", "2015"),
        ("It opened in the summer of 2009.", "2009-22"),
        ("It will stay shut until spring.", "2025-21"),
        ("It grew in the first half of 2011.", "2011-01/2011-06"),
        ("It rained over the weekend.", "2024-11-30/2024-12-01"),
        ("It rained on the 14th.", "2024-11-14"),
        ("It moved in March of last year.", "2023-03"),
        ("It will open in the third quarter of next year.", "2025-07/2025-09"),
        ("It was shut on May 3 this year.", "2024-05-03"),
        ("It will open in 18 months.", "2026-05"),
        ("It was built in the mid-19th century.", "18XX"),
        ("It was sold before Christmas.", "2024-12-25"),
        ("It was sold on New Year's Eve.", "2024-12-31"),
        ("A hearing will be held on Monday.", "2024-12-02"),
        ("They meet again when parliament returns in March.", "2025-03"),
        ("She offered to pay by Tuesday.", "2024-12-03"),
        ("A vote is expected this week.", "2024-11-30/2024-12-01"),
        ("He lost the 2001-02 season.", "2001/2002"),
    ],
)
def test_an_expression_becomes_the_days_it_means(derive: Derive, text: str, edtf: str) -> None:
    assert dates(derive, text) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in step for a second.",
        "The M5 motorway has 1709 lamps.",
        "He lost 3-1 and paid $2015 for it.",
        "The 2,000 people in room 1984 left.",
        "A 19-year-old won the prize of a lifetime.",
        "She rings the bell every Sunday.",
        "He was jailed for four years.",
        "The bug was in Voyager 9 all along.",
    ],
)
def test_words_and_numbers_that_only_look_like_dates_are_none(derive: Derive, text: str) -> None:
    assert dates(derive, text) == []


def test_the_same_day_points_to_the_date_before_it(derive: Derive) -> None:
    assert dates(derive, "The war began on 3 July 2014. A truce ended the same day.") == ["2014-07-03", "2014-07-03"]


def test_a_year_later_counts_from_the_date_before_it(derive: Derive) -> None:
    assert dates(derive, "It opened in 2010. A year later it closed.") == ["2010", "2011"]


def test_without_a_day_of_publication_relative_dates_stay_open_and_absolute_ones_do_not(derive: Derive) -> None:
    assert dates(derive, "It began on Friday. It ended in 2015.", None) == ["", "2015"]
    assert derive("It began on Friday.", None).unresolved == ["Friday"]


def test_a_dateline_gives_the_day_of_publication(derive: Derive) -> None:
    text = "A headline\n\nFriday, July 21, 2017\n\nThe team won on Tuesday in front of a large crowd."
    assert derive(text, None).document.published == dt.date(2017, 7, 21)


def test_an_event_is_bounded_by_its_preposition(derive: Derive) -> None:
    (event,) = derive("The bridge was closed until last week.").events
    assert (event.edtf, event.dated_by) == ("../2024-11-24", "until last week")


def test_a_clause_does_not_inherit_the_date_of_its_neighbour(derive: Derive) -> None:
    text = "On Friday, the minister resigned, while the mayor denied everything."
    (event,) = derive(text).events
    assert event.text == "The minister resigned"


def test_the_first_sentence_is_dated_by_the_day_of_publication_when_nothing_else_dates_it(derive: Derive) -> None:
    (event,) = derive("A ferry sank off the coast in heavy seas, police said.").events
    assert (event.edtf, event.dated_by) == ("2024-11-30", "")


@given(st.dates(), st.integers(-9999, 9999), st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_every_shifted_stretch_is_a_date_that_the_format_understands(day: dt.date, count: int, unit: str) -> None:
    stretch = calendar.at_precision(calendar.shifted(day, count, unit), unit)
    assert stretch.lower is not None
    assert stretch.upper is not None
    assert stretch.lower <= stretch.upper
    parse(stretch.edtf)


def test_a_year_before_a_month_is_a_month_and_before_a_quarter_a_quarter(derive: Derive) -> None:
    assert dates(derive, "Its share fell in April from what it was a year earlier.") == ["2024-04", "2023-04"]
    text = "It lost money in the third quarter of 2011, against a profit a year earlier."
    assert dates(derive, text) == ["2011-07/2011-09", "2010-07/2010-09"]


def test_what_opened_on_a_day_runs_from_it(derive: Derive) -> None:
    events = derive("The fair opened on Thursday and runs until 7 December.").events
    assert [one.edtf for one in events] == ["2024-11-28", "2024-11-28/2024-12-07"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The shop must close by the end of the week.", "2024-11-30/2024-12-01"),
        ("He has lived there since 2010.", "2010/.."),
        ("It was the worst storm since 1953.", "1953"),
        ("New staff will pay more starting in 2026.", "2026/.."),
    ],
)
def test_since_until_and_by_open_an_end(derive: Derive, text: str, edtf: str) -> None:
    assert [one.edtf for one in derive(f"It was so.\n\n{text}").events if one.dated_by] == [edtf]


def test_the_number_of_a_product_dates_nothing(derive: Derive) -> None:
    assert [one for one in derive("Support for Windows 2000 was dropped.").events if one.dated_by] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Prices have fallen over the past 30 days.", "2024-10-31/2024-11-30"),
        ("It has been raining for a month.", "2024-10~/2024-11-30"),
        ("He has led the club for nearly two decades.", "2004~/2024-11-30"),
        ("She has been on strike for three weeks.", "2024-11-09~/2024-11-30"),
        ("It ended a siege of 15 years of war.", "2009~/2024-11-30"),
        ("Sales have doubled in the last two years.", "2022~/2024-11-30"),
        ("They have waited for more than 13 months.", "2023-10~/2024-11-30"),
        ("Ten died in the past 24 hours.", "2024-11-29/2024-11-30"),
        ("It has been shut for six days.", "2024-11-24/2024-11-30"),
    ],
)
def test_a_duration_that_lasts_until_publication_is_an_interval(derive: Derive, text: str, edtf: str) -> None:
    assert dates(derive, text) == [edtf]


def test_before_an_event_that_the_text_has_dated_is_up_to_its_day(derive: Derive) -> None:
    text = "The attack was launched on Wednesday. Traffic rose prior to the attack. They left before the meeting."
    assert dates(derive, text) == ["2024-11-27", "../2024-11-27"]


def test_at_that_time_is_the_date_before(derive: Derive) -> None:
    assert dates(derive, "It was sold in 2009. At that time nobody noticed.") == ["2009", "2009"]
