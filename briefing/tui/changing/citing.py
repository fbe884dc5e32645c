"""Where something stands, as somebody types it: `12`, `bbc 12`, `b12-13`, or words of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model import Anchor, Article, Source
from briefing.tui.changing.form import Choice, Told
from briefing.tui.folding import fold

_PLACE = re.compile(r"(?P<source>.*?)[\s#¶]*(?P<first>\d{1,6})(?:\s*[-–]\s*¶?(?P<last>\d{1,6}))?")
_LEAST_WORDS = 3
"""Characters from which on what is typed is looked for in the paragraphs."""
_MOST_FOUND = 20
_SHOWN = 160
CITE = "paragraph, as in 12; or words of it; or nothing"
"""What may be typed, for a line that asks for a source."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Sources:
    """The sources of a briefing, for typing. `usual` is the slug of the one that a bare number means."""

    def __init__(self, sources: Mapping[str, Source], articles: Mapping[str, Article], usual: str = "") -> None:
        self.sources, self.articles = sources, articles
        self.usual = usual if usual in sources else next(iter(sources), "")
        self._folded: list[tuple[str, int, str]] | None = None

    def read(self, text: str) -> Told:
        """Returns the anchors that are meant, as `bbc#12, ap#3`, and the first words of the paragraph."""
        value: list[str] = []
        words = ""
        for part in filter(None, (part.strip() for part in text.split(","))):
            anchor = self._anchor(part, value)
            if isinstance(anchor, str):
                return Told(None, anchor)
            value.append(str(anchor))
            words = words or self._words(anchor)
        more = f", and {len(value) - 1} more" if len(value) > 1 else ""
        return Told(", ".join(value), words + more)

    def choices(self, text: str) -> Sequence[Choice]:
        """Returns the sources while nothing, or the beginning of one, is typed; else the paragraphs with the words."""
        head, _, last = text.rpartition(",")
        before = f"{head.strip()}, " if head.strip() else ""
        wanted = fold(last).strip()
        if any(character.isdigit() for character in last.rpartition("#")[2]) and " " not in wanted:
            return ()
        found = [
            Choice(f"{before}{slug}#", f"{_letter(number)} {slug}", f"{source.text}, {_size(self.articles.get(slug))}")
            for number, (slug, source) in enumerate(self.sources.items())
            if slug.startswith(wanted.rstrip("#")) or _letter(number).strip() == wanted
        ]
        if found or len(wanted) < _LEAST_WORDS:
            return found
        terms = wanted.split()
        hits = [place for place in self._paragraphs() if all(term in place[2] for term in terms)][:_MOST_FOUND]
        return [Choice(f"{before}{slug}#{number}", *self._shown(slug, number)) for slug, number, _ in hits]

    def _anchor(self, part: str, before: Sequence[str]) -> Anchor | str:
        """Returns the anchor, or in one sentence why there is none."""
        slug = self._slug(part.rstrip("#").strip())
        if slug:
            return Anchor(slug)
        match = _PLACE.fullmatch(part)
        name = match["source"].strip() if match else part
        # Behind bbc#12 a bare number goes on in the same source.
        slug = self._slug(name) if name else before[-1].partition("#")[0] if before else self.usual
        if not slug:
            if not self.sources:
                return "there is no source yet; I adds one"
            words = " " in name or not match
            return f"no source has the words {name}" if words else f"no source is called {name}; I adds one"
        if match is None:
            return "type the number of the paragraph"
        first, last = int(match["first"]), int(match["last"] or match["first"])
        article = self.articles.get(slug)
        if last < first or first == 0:
            return f"{part} is no run of paragraphs"
        if article is not None and last > len(article.paragraphs):
            return f"{slug} has {len(article.paragraphs)} paragraphs"
        return Anchor(slug, first, last)

    def _slug(self, name: str) -> str:
        if name in self.sources:
            return name
        number = LETTERS.find(name.lower()) if len(name) == 1 else -1
        if 0 <= number < len(self.sources):
            return list(self.sources)[number]
        begun = [slug for slug in self.sources if name and slug.startswith(name.lower())]
        return begun[0] if len(begun) == 1 else ""

    def _words(self, anchor: Anchor) -> str:
        if anchor.source not in self.articles:
            return f"{anchor}; its text is not here"
        if anchor.first is None:
            return f"the whole of {anchor.source}; a number behind it is a paragraph"
        return " ".join(self._shown(anchor.source, anchor.first))

    def _shown(self, slug: str, number: int) -> tuple[str, str]:
        return f"{slug} ¶{number}", self.articles[slug].paragraph(number)[:_SHOWN]

    def _paragraphs(self) -> list[tuple[str, int, str]]:
        if self._folded is None:
            self._folded = [
                (slug, number, fold(article.text[start:end]))
                for slug, article in self.articles.items()
                for number, start, end in article.paragraphs
            ]
        return self._folded


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else " "


def _size(article: Article | None) -> str:
    return f"{len(article.paragraphs)} paragraphs" if article is not None else "no text here"


def anchors(value: str) -> tuple[str, ...]:
    """Returns the anchors of `bbc#12, ap#3` one by one."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def written(values: tuple[str, ...]) -> str | tuple[str, ...]:
    """Returns values as a file has them: a single one stands for itself, several are a list."""
    return values[0] if len(values) == 1 else values
