"""All the names of an article: in the body, and in a headline that is not printed in title case."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.derive.layers import Block, Document, Kind, Mention, Role
from briefing.derive.names import Finder

_NAMED = frozenset({Role.BODY, Role.PULLED})


def mentions(document: Document) -> tuple[Mention, ...]:
    """Returns the names in the body, in order; those of a headline only where it is not printed in title case."""
    finder = Finder(document)
    found = list(_in_marks(document))
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    for block in document.blocks:
        if block.role in _NAMED or (block.role is Role.HEADLINE and not _title_case(document, block)):
            for sentence in document.sentences_of(block):
                found += [one for one in finder.names(sentence) if one.first not in taken]
    return tuple(sorted(found))


def _title_case(document: Document, block: Block) -> bool:
    """True when hardly any longer word of the headline is in lower case, so that capitals say nothing."""
    words = [token for token in document.tokens[block.first : block.last] if len(token.text) > 3 and token.is_word]
    small = [
        token for token in words if token.text[0].islower() and token.lower not in document.lexicon.words("starters")
    ]
    return len(small) * 4 < len(words)


def _in_marks(document: Document) -> Iterator[Mention]:
    """Yields the names in quotation marks behind a word for a body or a user: the website “Northern Watch”."""
    bodies, people = document.lexicon.words("thing_nouns"), document.lexicon.words("naming_people")
    for span in document.spans:
        before = document.tokens[span.before - 1].lower if span.before else ""
        own = document.tokens[span.first : span.last]
        if (
            0 < len(own) < 5
            and before in bodies | people
            and all(token.text[0].isupper() for token in own)
            and span.depth == 0
        ):
            first, last = span.first, span.last
            start, end = own[0].start, own[-1].end
            yield Mention(
                start, end, first, last, document.text[start:end], "", Kind.ORGANISATION, "name in quotation marks"
            )
