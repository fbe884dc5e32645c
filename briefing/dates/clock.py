"""The time of a date: `14:20`, `14:20Z`, `14:20:05+03:00`."""

from __future__ import annotations

from briefing.dates.edtf import EdtfError, NotEdtfError


def read_clock(text: str) -> tuple[int, str, str]:
    """Returns the minutes since midnight (of UTC, where there is a zone), the time as `hh:mm`, and the zone as written.

    Seconds are checked and left out; a leap second is the last of its minute. Raises `EdtfError` for a time or a
    zone that can't be, `NotEdtfError` for anything that is not a time.
    """
    time, ahead = _without_zone(text)
    parts = time.split(":")
    if len(parts) not in (2, 3) or not all(_is_pair(part) for part in parts):
        raise NotEdtfError
    if parts[0] > "23" or parts[1] > "59" or parts[2:] > ["60"]:
        raise EdtfError(f"there is no time {time}: a day runs from 00:00 to 23:59")
    return int(parts[0]) * 60 + int(parts[1]) - ahead, time[:5], text[len(time) :]


def _without_zone(text: str) -> tuple[str, int]:
    """The time alone, and the minutes by which its zone is ahead of UTC."""
    if text.endswith("Z"):
        return text[:-1], 0
    at = max(text.rfind("+"), text.rfind("-"))
    if at < 0:
        return text, 0
    hours, colon, minutes = text[at + 1 :].partition(":")
    if not _is_pair(hours) or (colon and not _is_pair(minutes)):
        raise NotEdtfError
    ahead = int(hours) * 60 + int(minutes or 0)
    ahead = -ahead if text[at] == "-" else ahead
    if not -12 * 60 <= ahead <= 14 * 60 or minutes > "59":
        raise EdtfError(f"there is no time zone {text[at:]}: they run from -12:00 to +14:00")
    return text[:at], ahead


def _is_pair(digits: str) -> bool:
    return len(digits) == 2 and digits.isdigit()
