"""Words and the passages they stand in: find, say how sure, point at it.

A quotation is looked for word for word; typographic marks may differ, and the quotation's own `…`, `[…]` and
`[insertions]` are understood. Anything further is reported as altered, never accepted. Offsets are computed anew
each time and never stored, so they cannot go stale.
"""

from briefing.anchors.find import find, locate
from briefing.anchors.fold import normalise
from briefing.anchors.match import Difference, Match, Status
from briefing.anchors.passages import Passage, passages
from briefing.anchors.selectors import text_position_selector, text_quote_selector
from briefing.anchors.words import in_words

__all__ = [
    "Difference",
    "Match",
    "Passage",
    "Status",
    "find",
    "in_words",
    "locate",
    "normalise",
    "passages",
    "text_position_selector",
    "text_quote_selector",
]
