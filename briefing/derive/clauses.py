"""The part of a sentence that says one thing, as words to show."""

from __future__ import annotations

import re

from briefing.derive.layers import Document, Sentence

_LONGEST = 220
_SHORTEST = 4
_BLANKS = re.compile(r"\s+")


def clause(document: Document, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Returns the tokens of the clause around tokens `[first, last)`: cut at semicolons, “, while”, “, but”."""
    parting = document.lexicon.closed("clauses parting")
    tokens = document.tokens
    begin, end = sentence.first, sentence.last
    for at in range(first - 1, sentence.first, -1):
        if document.quoted[at]:
            continue
        if tokens[at].text == ";" or (tokens[at].lower in parting and tokens[at - 1].text == ","):
            begin = at + 1
            break
    for at in range(last, sentence.last - 1):
        if document.quoted[at]:
            continue
        if tokens[at].text == ";" or (tokens[at].text == "," and tokens[at + 1].lower in parting):
            end = at
            break
    return (begin, end) if end - begin >= _SHORTEST else (sentence.first, sentence.last)


def shown(document: Document, first: int, last: int, without: tuple[int, int] = (0, 0)) -> str:
    """Returns tokens `[first, last)` as one line without the tokens of `without`, a final stop, and loose commas."""
    cut_first, cut_last = without
    parts = [(first, last)] if cut_last <= first or cut_first >= last else [(first, cut_first), (cut_last, last)]
    text = " ".join(document.words(begin, end) for begin, end in parts if end > begin)
    text = _BLANKS.sub(" ", text).replace(" ,", ",").strip(" ,;:–—-")
    text = _balanced(text)
    text = text[:-1] if text.endswith(".") and not text.endswith("..") else text
    return shortened(text[:1].upper() + text[1:])


def _balanced(text: str) -> str:
    """Returns the text without quotation marks whose partner is not in it."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text.replace('"', "") if text.count('"') % 2 else text


def shortened(text: str) -> str:
    """Returns a text of at most 220 characters, cut between words, quotation marks left whole."""
    if len(text) <= _LONGEST:
        return text
    return _balanced(text[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:–—-")) + " …"
