"""Seeing the timeline: its order, how far away, which events, and the way to a date."""

from __future__ import annotations

from briefing import dates
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
        self.ask("date ", [("", "2024-11-27 or 2024-11 or 2024"), ("enter", "go"), ("esc", "back")], self._go_to_date)

    def _go_to_date(self, text: str) -> None:
        """Selects the event nearest to a date."""
        try:
            wanted = dates.parse(text)
        except dates.EdtfError as error:
            self.speak(f"{error.message}{'; write ' + error.fix if error.fix else ''}")
            return
        rows = self.lists["timeline"]
        aim = wanted.lower if wanted.lower is not None else wanted.upper
        nearest: tuple[int, int] | None = None
        for row in rows.every_row:
            date = row.value.events[0].date if isinstance(row.value, Period) else getattr(row.value, "date", None)
            if row.kind != "item" or date is None or aim is None:
                continue
            away = (
                0
                if dates.overlaps(date, wanted)
                else min(abs(aim - e) for e in (date.lower, date.upper, 1 << 60) if e is not None)
            )
            if nearest is None or away < nearest[0]:
                nearest = (away, row.value.offset)
        if nearest is None:
            self.speak("Nothing dated yet")
            return
        self.remember()
        rows.choose_at(nearest[1])
        self.speak("" if nearest[0] == 0 else "Nothing on that date; this is the nearest")
