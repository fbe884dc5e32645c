"""Seeing the timeline: its order, how far away, which events, and the way to a date."""

from __future__ import annotations

from briefing import dates
from briefing.dates import Edtf
from briefing.tui.rows.periods import ONLY, ONLY_WORDS, SCALES, Manner, Period
from briefing.tui.screens.asking import Asking
from briefing.tui.widgets.rowlist import RowList

_SCALE_WORDS = {"day": "By day", "month": "By month", "year": "By year"}


class Timing(Asking):
    """The keys of the timeline."""

    def _timeline(self) -> RowList | None:
        """Returns the timeline where it has the focus, and says where it is where it has not."""
        rows = self.lists["timeline"]
        if self.current is rows:
            return rows
        self.speak("That is for the timeline; 3 goes there")
        return None

    def see(self, manner: Manner, words: str) -> None:
        """Shows the timeline in another manner; the selection stays on the same event."""
        rows = self.lists["timeline"]
        selected = rows.selected_at
        self.manner = manner
        rows.fill(rows.pane, self.story, self.rows_of(rows))
        if selected is not None:
            rows.choose_at(selected)
        self.speak(words)

    def action_timeline_turn(self) -> None:
        if self._timeline():
            oldest_first = not self.manner.oldest_first
            self.see(
                self.manner._replace(oldest_first=oldest_first), "Oldest first" if oldest_first else "Newest first"
            )

    def _scale(self, by: int) -> None:
        if not self._timeline():
            return
        at = SCALES.index(self.manner.scale) + by
        if not 0 <= at < len(SCALES):
            self.speak("There is nothing nearer than days" if by < 0 else "There is nothing further than years")
            return
        self.see(self.manner._replace(scale=SCALES[at]), _SCALE_WORDS[SCALES[at]])

    def action_timeline_nearer(self) -> None:
        self._scale(-1)

    def action_timeline_further(self) -> None:
        self._scale(1)

    def nearer(self, period: Period) -> None:
        """Shows the events of a month or a year one by one, from the newest of them on."""
        self.remember()
        self.see(self.manner._replace(scale="day"), _SCALE_WORDS["day"])
        self.lists["timeline"].choose_at(period.offset)

    def action_timeline_only(self) -> None:
        if self._timeline():
            only = ONLY[(ONLY.index(self.manner.only) + 1) % len(ONLY)]
            self.see(self.manner._replace(only=only), ONLY_WORDS[only])

    def action_timeline_date(self) -> None:
        """Asks for a date to go to."""
        self.view.open_pane("timeline")
        self.show()
        self.ask("date ", [("", "27 Nov, 2024-11, 2024"), ("enter", "go"), ("esc", "back")], self._go_to_date)

    def _go_to_date(self, text: str) -> None:
        """Selects the event nearest to a date."""
        from briefing.dates.typed import as_typed

        try:
            wanted = as_typed(text, self.surroundings.today(), self.story.briefing.as_of)
        except dates.EdtfError as error:
            self.speak(f"{error.message}{'; write ' + error.fix if error.fix else ''}")
            return
        rows = self.lists["timeline"]
        found = [
            (*_distance(date, wanted), row.value.offset)
            for row in rows.every_row
            if row.kind == "item" and (date := _date_of(row.value)) is not None
        ]
        if not found:
            self.speak("Nothing dated yet")
            return
        away, _, offset = min(found)
        self.remember()
        rows.choose_at(offset)
        self.speak("" if away == 0 else "Nothing on that date; this is the nearest")


def _date_of(value: object) -> Edtf | None:
    date = value.events[0].date if isinstance(value, Period) else getattr(value, "date", None)
    return date if isinstance(date, Edtf) else None


def _distance(date: Edtf, wanted: Edtf) -> tuple[int, int]:
    """Returns how many minutes lie between two dates, 0 where they overlap, and how long the first one is."""
    far = 1 << 60
    length = date.upper - date.lower if date.lower is not None and date.upper is not None else far
    if dates.overlaps(date, wanted):
        return 0, length
    edges = [edge for edge in (date.lower, date.upper) if edge is not None]
    aims = [edge for edge in (wanted.lower, wanted.upper) if edge is not None]
    return min((abs(a - b) for a in edges for b in aims), default=far), length
