"""The names of the months, and the codes 21 to 41 that stand where a month would.

EDTF leaves the months of 21 to 24 to the reader's hemisphere. A bound has to be some month, so these are the
meteorological seasons of the north (three whole months, as the WMO counts them): spring is March to May. Winter
follows autumn, as its code does: `2024-24` is December 2024 to February 2025. For the south there are 29 to 32.
"""

from __future__ import annotations

from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Season(NamedTuple):
    """First month (1 to 12), number of months, and name."""

    first: int
    months: int
    name: str


SEASONS: dict[str, Season] = {
    "21": Season(3, 3, "spring"),
    "22": Season(6, 3, "summer"),
    "23": Season(9, 3, "autumn"),
    "24": Season(12, 3, "winter"),
    "25": Season(3, 3, "northern spring"),
    "26": Season(6, 3, "northern summer"),
    "27": Season(9, 3, "northern autumn"),
    "28": Season(12, 3, "northern winter"),
    "29": Season(9, 3, "southern spring"),
    "30": Season(12, 3, "southern summer"),
    "31": Season(3, 3, "southern autumn"),
    "32": Season(6, 3, "southern winter"),
    "33": Season(1, 3, "the first quarter"),
    "34": Season(4, 3, "the second quarter"),
    "35": Season(7, 3, "the third quarter"),
    "36": Season(10, 3, "the fourth quarter"),
    "37": Season(1, 4, "the first four months"),
    "38": Season(5, 4, "the middle four months"),
    "39": Season(9, 4, "the last four months"),
    "40": Season(1, 6, "the first half"),
    "41": Season(7, 6, "the second half"),
}
