"""Our bounds beside those of the `edtf` package, an independent reading of the same specification.

Differences that are meant, and so not drawn here:
- winter and southern summer end in the February after; the package ends them on 31 December;
- an unknown end has no bound; the package guesses ten years;
- `XXXX` has no bounds; the package takes the years 0 to 9999;
- times go to the minute and count in UTC; the package wants seconds and keeps the day as written;
- impossible days and intervals that end before they begin are refused; the package takes some of them.
"""

from __future__ import annotations

from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dates import lower_date, parse, upper_date

edtf = pytest.importorskip("edtf", reason="the edtf package, the oracle of these tests, is not installed")

YEARS = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
CIVIL = st.integers(1, 9999).map(lambda year: f"{year:04d}")
MONTHS = st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12))
DAYS = st.builds("{}-{:02d}".format, MONTHS, st.integers(1, 28))
SEASONS = st.builds(
    "{}-{}".format, CIVIL, st.sampled_from([code for code in range(21, 42) if code not in (24, 28, 30)])
)
UNSPECIFIED = st.one_of(
    CIVIL.map(lambda year: year[:3] + "X"),
    CIVIL.map(lambda year: year[:2] + "XX"),
    CIVIL.map(lambda year: year + "-XX"),
    CIVIL.map(lambda year: year + "-XX-XX"),
    st.builds("{}-{:02d}-XX".format, CIVIL, st.integers(1, 12)),
    st.builds("{}X-{:02d}".format, CIVIL.map(lambda year: year[:3]), st.integers(1, 12)),
    st.builds("{}X-{:02d}-{:02d}".format, CIVIL.map(lambda year: year[:3]), st.integers(1, 12), st.integers(1, 28)),
)
LONG_YEARS = st.integers(10_000, 999_999_999).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
QUALIFIED = st.builds("{}{}".format, YEARS | MONTHS | DAYS, st.sampled_from("~?%"))
SINGLE = YEARS | MONTHS | DAYS
INTERVALS = st.tuples(SINGLE, SINGLE).map(lambda pair: "/".join(sorted(pair, key=lambda text: parse(text).sort_key)))
OPEN = st.one_of(SINGLE.map("{}/..".format), SINGLE.map("../{}".format))
SETS = st.tuples(st.lists(CIVIL, min_size=2, max_size=4), st.sampled_from(["[]", "{}"])).map(
    lambda drawn: drawn[1][0] + ",".join(drawn[0]) + drawn[1][1]
)


def _theirs(text: str) -> tuple[Any, Any]:
    found = edtf.parse_edtf(text)
    bounds = (found.lower_strict(), found.upper_strict())
    lower, upper = (None if bound in (inf, -inf) else tuple(bound[:3]) for bound in bounds)
    return lower, upper


def _ours(text: str) -> tuple[Any, Any]:
    date = parse(text)
    return lower_date(date), upper_date(date)


@settings(max_examples=300, deadline=None)
@given(st.one_of(YEARS, MONTHS, DAYS, SEASONS, UNSPECIFIED, LONG_YEARS, QUALIFIED, INTERVALS, OPEN, SETS))
def test_bounds_are_those_of_the_oracle(text: str) -> None:
    assert _ours(text) == _theirs(text)


EXAMPLES = """
    2004-06~-11 2004?-06-11 2004-06-~11 1984?/2004-06~ 2024-21/2024-23 15XX-12-XX 1XXX-XX 2004-XX-XX/2005 2000-02-29
    1900-02 [1667,1668,1670..1672] {1960,1961-12} [..1760-12-03] [1984..] ../1985-04-12 1985-04-12/.. Y-170000002
"""


@pytest.mark.parametrize("text", EXAMPLES.split())
def test_the_examples_of_the_specification_have_the_bounds_of_the_oracle(text: str) -> None:
    assert _ours(text) == _theirs(text)


@pytest.mark.parametrize("text", ["2024-24", "2024/", "/2024", "XXXX", "2024-11-30T01:20:00+03:00"])
def test_the_differences_that_are_meant_are_still_there(text: str) -> None:
    assert _ours(text) != _theirs(text)
