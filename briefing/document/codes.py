"""Every code that reading a file may report, with its severity and what it means.

An error is what makes the file mean something other than it says, lose something, or that cannot be used as it
stands. A warning is what was understood all the same: a line that was repaired (its code begins `repaired-`), a name
that is kept although nobody reads it, a value that is shown as it was written.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.problems import Severity


class Code(NamedTuple):
    """How bad it is, and one line for the documentation."""

    severity: Severity
    meaning: str


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


CODES: dict[str, Code] = {
    "no-such-file": _error("There is no file of that name."),
    "is-a-folder": _error("A folder was given where a file is wanted."),
    "no-permission": _error("The file may not be read by this user."),
    "not-a-file": _error("It is a pipe, a device or a socket, which is never opened."),
    "read-failed": _error("The system could not read the file."),
    "too-large": _error("The file is larger than 8 MiB."),
    "not-utf-8": _error("The bytes are not UTF-8 text."),
    "utf-16": _error("The file is UTF-16, which has to be saved as UTF-8."),
    "empty": _error("There is nothing in the file, or only comments."),
    "no-parser": _error("PyYAML was installed without its C parser."),
    "not-a-briefing": _error("The file does not consist of `name: value` lines such as `title: …`."),
    "unreadable-rest": _error("From this place on nothing could be read, even after repair."),
    "too-deep": _error("Lists and maps stand in each other more than 64 deep; reading stopped there."),
    "too-many-nodes": _error("The file has more than 200,000 values; reading stopped there."),
    "too-many-problems": _warning("More problems were found than are listed."),
    "title-missing": _error("A briefing needs a title."),
    "version-newer": _warning("A newer program wrote the file; it opens read-only."),
    "version-unknown": _error("The version of the format is not a whole number."),
    "directive": _error("A line that begins with % speaks to the YAML parser; a briefing has none."),
    "several-documents": _error("A line `---` begins a second document in the file."),
    "conflict-marker": _error("git has left both versions of a passage in the file."),
    "unsettled": _error("Two people changed the same thing, and a merge kept both values; one has to go."),
    "alias": _error("`*name` repeats a value by reference; it has to be written out."),
    "anchor-mark": _error("`&name` marks a value for reference; it is kept as text."),
    "merge-key": _error("`<<` merges another map; its fields have to be written out."),
    "tag": _error("`!name` gives a value a type; it is kept as text."),
    "section-shape": _error("A section is a string, a list or a map where it should be another of them."),
    "section-repeated": _error("A section stands twice; the items of both are kept."),
    "field-unknown": _warning("No field of that name is known here; it is kept and not shown."),
    "field-repeated": _error("A field stands twice; the first is kept."),
    "field-shape": _error("The value of a field is a list or a map where it should be something else."),
    "slug-repeated": _error("Two entries have the same slug; the first is kept."),
    "slug-invalid": _error("A slug has small letters, digits, - and _ only."),
    "slug-unknown": _error("Nothing in the file has this slug."),
    "item-shape": _error("An item is a list where it should be a line `head: text`."),
    "head-first": _error("An item begins with a field; its head has to come first."),
    "head-missing": _error("An item has no head; its text is kept."),
    "head-unknown": _error("The head is none of the words that may stand there."),
    "head-shape": _error("A head is a list or a map where it should be a word or a date."),
    "text-empty": _error("Nothing stands behind the head."),
    "text-shape": _error("The text of an item is a list or a map; its source is kept as text."),
    "text-after-comment": _warning("What follows ` #` on a line of text is a comment and is not shown."),
    "date-invalid": _error("It is no date, or one that does not exist."),
    "anchor-syntax": _error("An anchor is written source#paragraph."),
    "word-unknown": _error("The value is none of the words that may stand there."),
    "flag-unknown": _error("The value is neither true nor false."),
    "figure-value": _warning("The value is not understood as a number; it is shown as written."),
    "relation-arrow": _error("The head of a relation is written a -> b or a <-> b."),
    "url-unsafe": _error("An address begins http:// or https:// and has a host."),
    "byte-order-mark": _warning("The file begins with a byte order mark, which other tools may show or stumble over."),
    "line-ends": _warning("Lines end in CR or CRLF; some of them, or all."),
    "character": _warning("A control character or half a character, which is shown as a stand-in."),
    "line-lost": _error("A line could not be read and was left out."),
    "repaired-quotes": _warning("YAML reads these characters as its own; the line was read as text."),
    "repaired-space": _warning("The blank after a colon is missing; it was read as if it stood there."),
    "repaired-indent": _warning("A line stands too far left or right; it was read where it belongs."),
    "repaired-dash": _warning("The dash of an item is missing; the line was read as an item."),
    "repaired-fields": _warning("Fields stand below an entry of one line; it was read as the first of them."),
    "repaired-tab": _warning("A tab stands where YAML wants blanks; it was read as blanks."),
    "repaired-blank": _warning("A no-break space or the like indents a line; it was read as a blank."),
    "repaired-comment": _warning("The whole text begins with # and was read as text."),
    "repaired-head": _warning("The head that a bare line stands for was added."),
}  # fmt: skip
