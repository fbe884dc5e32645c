"""The value of a figure is read as bounds, and shown as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quantities import Quantity, parse


@pytest.mark.parametrize(
    ("text", "lower", "upper", "approximate"),
    [
        ("311", 311, 311, False),
        ("311+", 311, None, False),
        ("500 +", 500, None, False),
        ("<500", None, 500, False),
        ("≤ 500", None, 500, False),
        ("<=500", None, 500, False),
        (">300", 300, None, False),
        (">= 300", 300, None, False),
        ("~300", 300, 300, True),
        ("≈ 300", 300, 300, True),
        ("300-350", 300, 350, False),
        ("300 – 350", 300, 350, False),
        ("1.2m", 1.2e6, 1.2e6, False),
        ("1.2 M", 1.2e6, 1.2e6, False),
        ("3-5k", 3e3, 5e3, False),
        ("800k-1.2m", 8e5, 1.2e6, False),
        ("2bn", 2e9, 2e9, False),
        ("1,234,567", 1234567, 1234567, False),
        ("10 000", 10_000, 10_000, False),
        ("10\u00a0000", 10_000, 10_000, False),
        ("10\u202f000", 10_000, 10_000, False),
        ("12,34,567", 1234567, 1234567, False),
        ("12\u2009345.5", 12345.5, 12345.5, False),
        ("50%", 50, 50, False),
        ("50 per cent", 50, 50, False),
        ("$5m", 5e6, 5e6, False),
        ("USD 5m", 5e6, 5e6, False),
        ("€1.5bn+", 1.5e9, None, False),
        (".5", 0.5, 0.5, False),
        (" 7 ", 7, 7, False),
    ],
)
def test_values_are_read_as_people_write_them(
    text: str, lower: float | None, upper: float | None, approximate: bool
) -> None:
    value = parse(text)
    assert (value.lower, value.upper, value.approximate) == (
        pytest.approx(lower) if lower is not None else None,
        pytest.approx(upper) if upper is not None else None,
        approximate,
    )
    assert value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dozens",
        "unknown",
        "many+",
        "350-300",
        "<300-350",
        "300-350+",
        "1.2.3",
        "3 of 5",
        "-",
        "5 apples",
        "1" * 70,
        "--5",
        "12,5",
        "1,2",
        "3 4",
        "1,,000",
    ],
)
def test_what_is_no_number_has_no_bounds_and_keeps_its_text(text: str) -> None:
    assert parse(text) == Quantity(text)
    assert not parse(text).known


@given(st.text(max_size=80))
def test_any_text_has_a_value(text: str) -> None:
    value = parse(text)
    assert value.text == text
    assert value.lower is None or value.upper is None or value.lower <= value.upper


@given(st.text(st.sampled_from("0123456789.,-–+<>~kmbnt% \u00a0$USD"), max_size=20))
def test_text_made_of_digits_and_signs_never_fails(text: str) -> None:
    value = parse(text)
    assert value.known == (value.lower is not None or value.upper is not None)


@given(st.integers(0, 10**12))
def test_a_whole_number_is_itself_with_or_without_separators(number: int) -> None:
    assert parse(str(number)).lower == parse(f"{number:,}").upper == number
