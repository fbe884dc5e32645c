"""Dates are understood as people type them who have a calendar on the wall."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dates
from briefing.dates import EdtfError
from briefing.dates.typed import as_typed

SUNDAY = date(2026, 11, 22)
NEAR = dates.parse("2024-11-30")


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2024-11-27", "2024-11-27"),
        ("2024-11-27~", "2024-11-27~"),
        ("27 Nov", "2024-11-27"),
        ("Nov 27", "2024-11-27"),
        ("2 Jan", "2025-01-02"),
        ("29 Feb", "2024-02-29"),
        ("27-30 Nov", "2024-11-27/2024-11-30"),
        ("27 Nov - 2 Dec", "2024-11-27/2024-12-02"),
        ("since 27 Nov", "2024-11-27/.."),
        ("about 27 Nov", "2024-11-27~"),
        ("May", "2025-05"),
        ("27 November 2011", "2011-11-27"),
        ("today", "2026-11-22"),
        ("Yesterday", "2026-11-21"),
        ("tomorrow", "2026-11-23"),
        ("3 days ago", "2026-11-19"),
        ("a week  ago", "2026-11-15"),
        ("Friday", "2026-11-20"),
        ("on Sunday", "2026-11-22"),
        ("last Sunday", "2026-11-15"),
    ],
)
def test_a_date_as_people_type_it(typed: str, edtf: str) -> None:
    assert as_typed(typed, SUNDAY, NEAR).text == edtf


def test_without_a_date_nearby_the_year_is_that_of_today_or_next_to_it() -> None:
    assert as_typed("27 Nov", SUNDAY).text == "2026-11-27"
    assert as_typed("3 Jan", SUNDAY).text == "2027-01-03"
    assert as_typed("3 Jan", SUNDAY, dates.parse("../2024-02")).text == "2024-01-03"


@pytest.mark.parametrize("typed", ["", "soon", "late November", "31 Nov", "1/2/2024", "next friday", "2024-13-41"])
def test_what_is_no_date_is_said(typed: str) -> None:
    with pytest.raises(EdtfError) as found:
        as_typed(typed, SUNDAY, NEAR)
    assert found.value.message


def _meant(typed: str, day: date, near: str = "") -> str:
    """The date that is understood, or the sentence that says why there is none."""
    try:
        return as_typed(typed, day, dates.parse(near) if near else None).text
    except EdtfError as error:
        return f"! {error.message}"


@given(st.text(max_size=70), st.dates(), st.sampled_from(["0001", "9999-12-31", "2024-11-30", "../2024", "Y12024"]))
def test_nothing_typed_does_anything_but_mean_a_date_or_not(typed: str, day: date, near: str) -> None:
    found = _meant(typed, day, near)
    assert len(found) > 2 if found.startswith("!") else dates.parse(found).text == found


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("typed", ["yesterday", "tomorrow", "99 weeks ago", "27 Nov", "Monday", "last Sunday"])
def test_the_ends_of_the_calendar_are_no_trap(typed: str, day: date) -> None:
    assert _meant(typed, day)
