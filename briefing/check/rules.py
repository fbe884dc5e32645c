"""The table of rules. Documentation and explanations are made from it; a rule that is not in it does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.check import passages, quotes, sources
from briefing.check.case import Case, Finding
from briefing.problems import Severity


class Rule(NamedTuple):
    """One thing that is checked. `find` yields each place where a briefing breaks it.

    `title` says in a few words what is wrong; `explanation` says why that matters and what to do.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    find: Callable[[Case], Iterator[Finding]]


# What can't be checked at all, or leads nowhere, is an error. What stands elsewhere or a little differently is a
# warning: the difference is shown beside it, and a person can judge it at a glance.
RULES: tuple[Rule, ...] = (
    Rule(
        "source-text-missing",
        "error",
        "The text of a source is not there",
        "A source names a file that does not exist, so nothing that cites it can be checked or read in its place. "
        "Put the text there, correct the path, or leave `text` out.",
        sources.missing,
    ),
    Rule(
        "source-outside",
        "error",
        "The text of a source lies outside the folder",
        "A briefing may come from anybody. It reads texts in its own folder and in that of its library only, links "
        "followed, so that opening it can't show a private file. Copy the text into the folder.",
        sources.outside,
    ),
    Rule(
        "source-unreadable",
        "error",
        "The text of a source can't be read",
        "Only ordinary text files in UTF-8, of at most 8 MiB, named .txt or .md or without a suffix, are read.",
        sources.unreadable,
    ),
    Rule(
        "source-changed",
        "warning",
        "The text of a source is not the one that was recorded",
        "`sha256` was recorded for another text. The paragraphs may have moved: look at what cites the source, then "
        "record the new sum.",
        sources.changed,
    ),
    Rule(
        "anchor-range",
        "error",
        "A paragraph that is cited is not there",
        "The source has fewer paragraphs. They are separated by empty lines and count from 1, the headline included; "
        "a text without any empty line has one paragraph a line.",
        passages.out_of_range,
    ),
    Rule(
        "quote-missing",
        "error",
        "A quotation does not stand in its source",
        "The words were found neither word for word nor nearly so. Copy them from the source; mark what is left out "
        "with … or […] and what is put in with [brackets]; words of ours belong under `claims`.",
        quotes.missing,
    ),
    Rule(
        "quote-altered",
        "warning",
        "A quotation differs from its source",
        "Nearly these words stand in the source. A quotation is verbatim: take the words of the source, or mark the "
        "change with […] and [brackets]. Typographic quotation marks, dashes and blanks are no difference.",
        quotes.altered,
    ),
    Rule(
        "quote-moved",
        "warning",
        "A quotation stands in another paragraph",
        "The words stand in the source, but not in the paragraph that is cited. Correct the anchor.",
        quotes.moved,
    ),
    Rule(
        "quote-ambiguous",
        "warning",
        "A quotation stands in several paragraphs",
        "The words stand in more than one place, and the anchor does not say which is meant. Cite the paragraph.",
        quotes.ambiguous,
    ),
    Rule(
        "dated-by-missing",
        "warning",
        "The words that date an event do not stand in its source",
        "`dated_by` keeps the source's own words for the date, so that a reader can check how it was worked out. "
        "They do not stand in the paragraphs that the event cites.",
        passages.undated,
    ),
)
