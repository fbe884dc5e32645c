"""EDTF in words: what a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dates import parse, words
from briefing.dates.names import MONTHS
from tests.test_dates import EVERY

WORDS = [
    # text, in full, short in 2024
    ("2024-11-30", "30 November 2024", "30 Nov"),
    ("2023-11-30", "30 November 2023", "30 Nov 2023"),
    ("2024-11", "November 2024", "Nov"),
    ("2024", "2024", "2024"),
    ("2024-11-30~", "about 30 November 2024", "about 30 Nov"),
    ("2024-11-30?", "perhaps 30 November 2024", "perhaps 30 Nov"),
    ("2024-11-30%", "perhaps about 30 November 2024", "perhaps about 30 Nov"),
    ("2004-06~-11", "about 11 June 2004", "about 11 Jun 2004"),
    ("2024-11-30T14:20", "30 November 2024, 14:20", "30 Nov, 14:20"),
    ("2024-11-30T14:20Z", "30 November 2024, 14:20 UTC", "30 Nov, 14:20 UTC"),
    ("2024-11-30T14:20:05+03:00", "30 November 2024, 14:20 (+03:00)", "30 Nov, 14:20 (+03:00)"),
    ("2024-11-30T14:20~", "about 30 November 2024, 14:20", "about 30 Nov, 14:20"),
    ("2024-21", "spring 2024", "spring 2024"),
    ("2024-29", "southern spring 2024", "southern spring 2024"),
    ("2024-33", "the first quarter of 2024", "the first quarter of 2024"),
    ("201X-22", "summer in the 2010s", "summer in the 2010s"),
    ("201X", "the 2010s", "the 2010s"),
    ("190X", "the 1900s", "the 1900s"),
    ("19XX", "the 20th century", "the 20th century"),
    ("10XX", "the 11th century", "the 11th century"),
    ("20XX", "the 21st century", "the 21st century"),
    ("-01XX", "the 2nd century BC", "the 2nd century BC"),
    ("2XXX", "the 3rd millennium", "the 3rd millennium"),
    ("-004X", "50–41 BC", "50–41 BC"),
    ("001X", "AD 10–19", "AD 10–19"),
    ("000X", "1 BC – AD 9", "1 BC – AD 9"),
    ("XXXX", "an unknown year", "an unknown year"),
    ("2024-XX", "a month in 2024", "a month in 2024"),
    ("2024-1X", "a month between October and December 2024", "a month between Oct and Dec 2024"),
    ("2024-11-XX", "a day in November 2024", "a day in Nov"),
    ("2024-11-0X", "a day between 1 and 9 November 2024", "a day between 1 and 9 Nov"),
    ("2024-11-3X", "30 November 2024", "30 Nov"),
    ("2023-02-2X", "a day between 20 and 28 February 2023", "a day between 20 and 28 Feb 2023"),
    ("1985-XX-XX", "a day in 1985", "a day in 1985"),
    ("156X-12-25", "25 December in the 1560s", "25 Dec in the 1560s"),
    ("15XX-12-XX", "a day in December in the 16th century", "a day in Dec in the 16th century"),
    ("Y170000002", "the year 170,000,002", "the year 170,000,002"),
    ("Y-13800000000", "13,800,000,001 BC", "13,800,000,001 BC"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
    ("0000", "1 BC", "1 BC"),
    ("0079-08-24", "24 August AD 79", "24 Aug AD 79"),
    ("2024-11-27/2024-11-30", "27–30 November 2024", "27–30 Nov"),
    ("2024-11-27/2024-12-02", "27 November – 2 December 2024", "27 Nov – 2 Dec"),
    ("2024-12-27/2025-01-05", "27 December 2024 – 5 January 2025", "27 Dec 2024 – 5 Jan 2025"),
    ("2024-11/2024-12", "November–December 2024", "Nov–Dec"),
    ("2023-11/2024-12", "November 2023 – December 2024", "Nov 2023 – Dec 2024"),
    ("2011/2024", "2011–2024", "2011–2024"),
    ("2011/2024-11", "2011 – November 2024", "2011 – Nov 2024"),
    ("2024-21/2024-23", "spring–autumn 2024", "spring–autumn 2024"),
    ("2023-10~/2024-11-30", "about October 2023 – 30 November 2024", "about Oct 2023 – 30 Nov 2024"),
    ("2024-11-27/2024-11-30~", "27 November – about 30 November 2024", "27 Nov – about 30 Nov"),
    ("2024-11-30T14:20Z/2024-11-30T16:00Z", "30 November 2024, 14:20–16:00 UTC", "30 Nov, 14:20–16:00 UTC"),
    ("2024-11-27/..", "since 27 November 2024", "since 27 Nov"),
    ("2015~/..", "since about 2015", "since about 2015"),
    ("../2024-11-30", "until 30 November 2024", "until 30 Nov"),
    ("2024-11-27/", "27 November 2024 – unknown", "27 Nov – unknown"),
    ("/2024-11-30", "unknown – 30 November 2024", "unknown – 30 Nov"),
    ("[2020,2021,2022]", "one of 2020, 2021 or 2022", "one of 2020, 2021 or 2022"),
    ("[2020,2021]", "2020 or 2021", "2020 or 2021"),
    ("{2020,2021}", "2020 and 2021", "2020 and 2021"),
    ("[1667,1668,1670..1672]", "one of 1667, 1668 or 1670–1672", "one of 1667, 1668 or 1670–1672"),
    ("{1960..1962}", "all of 1960–1962", "all of 1960–1962"),
    ("[2024-11-27..2024-11-30]", "one of 27–30 November 2024", "one of 27–30 Nov"),
    ("[..1984]", "1984 or earlier", "1984 or earlier"),
    ("{1984..}", "1984 and later", "1984 and later"),
    ("[2023-11,2024-11]", "November 2023 or November 2024", "Nov 2023 or Nov 2024"),
    ("[2024-11-30]", "30 November 2024", "30 Nov"),
]


@pytest.mark.parametrize(("text", "full", "short"), WORDS)
def test_a_date_is_said_in_words(text: str, full: str, short: str) -> None:
    assert (words(parse(text)), words(parse(text), short=True, year=2024)) == (full, short)


@given(st.sampled_from(EVERY + [text for text, *_ in WORDS]), st.booleans(), st.none() | st.integers(-9999, 9999))
def test_words_are_never_empty_and_hold_nothing_that_acts(text: str, short: bool, year: int | None) -> None:
    said = words(parse(text), short=short, year=year)
    assert said.strip() == said != ""
    assert said.isprintable()


@given(st.sampled_from(EVERY + [text for text, *_ in WORDS]))
def test_short_words_are_the_long_ones_with_shorter_months(text: str) -> None:
    expected = words(parse(text))
    for month in MONTHS:
        expected = expected.replace(month, month[:3])
    assert words(parse(text), short=True) == expected


def test_different_decades_and_centuries_never_have_the_same_words() -> None:
    texts = [f"{sign}{decade:03d}X" for sign in ("", "-") for decade in range(1000)]
    texts += [f"{sign}{century:02d}XX" for sign in ("", "-") for century in range(100)]
    said = {words(parse(text)) for text in texts}
    assert len(said) == len(texts)
