"""Which text of a page is its article: blocks of text by the container that holds most of it.

Scripts, navigation, asides, forms and what a class or an id calls comments, related stories or advertising are passed
over. The head of the page says title, date, publisher and address.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser


def word_set(text: str) -> frozenset[str]:
    """Returns the words of `text`, which blanks part."""
    return frozenset(text.split())


_SKIPPED = word_set(
    "script style noscript template svg nav aside form button select iframe figure figcaption footer dialog "
    "menu video audio canvas object math"
)
_BLOCKS = word_set("p h1 h2 h3 h4 li blockquote pre td dd div section article main br tr ul ol table header body hr")
_VOID = word_set("br hr img input meta link area base col embed source track wbr param")
_TEXTUAL = frozenset(("p", "blockquote", "pre", "h2", "h3", "li"))
_NOISE = re.compile(
    r"comment|\bmenu|\bnav|share|social|related|promo|newsletter|cookie|consent|sidebar|advert|\bads?\b|breadcrumb|subscri|paywall|recirc|"
    r"most-?read|trending|caption|credit|skip-|footer|masthead|toolbar|disclaimer|infobox|navbox|catlinks|editsection|noprint|sister|"
    r"reference|toc\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\s+")
_DEEPEST = 400
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LINKED = 0.6


def extract(data: bytes) -> dict[str, str]:
    """Returns `text`, `title`, `published`, `publisher` and `url` of the page `data`; empty where it has none."""
    page = _Page()
    page.feed(_decoded(data))
    page.close()
    title = page.meta.get("og:title") or page.heading or page.title
    paragraphs = page.article()
    if title and title not in paragraphs[:3]:
        paragraphs.insert(0, title)
    return {
        "text": "\n\n".join(paragraphs) + "\n" if paragraphs else "",
        "title": title,
        "published": page.published(),
        "publisher": page.meta.get("og:site_name", ""),
        "url": page.meta.get("og:url", "") or page.meta.get("canonical", ""),
    }


def _decoded(data: bytes) -> str:
    match = _CHARSET.search(data[:4096])
    names = ["utf-8-sig", match[1].decode("ascii") if match else "", "windows-1252"]
    for name in filter(None, names):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


class _Block:
    """One run of text: its words, how many of its characters are links, its element and the container that holds it."""

    __slots__ = ("container", "linked", "parts", "tag")

    def __init__(self, tag: str, container: int) -> None:
        self.tag = tag
        self.container = container
        self.parts: list[str] = []
        self.linked = 0

    def text(self) -> str:
        return _BLANK.sub(" ", "".join(self.parts)).strip()


class _Page(HTMLParser):
    """Collects blocks of text; a container is the element around them, known by its number."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.title = ""
        self.heading = ""
        self._json: list[str] = []
        self._open: list[tuple[str, int, bool]] = []
        self._parents: list[int] = [0]
        self._preferred: dict[int, str] = {}
        self._blocks: list[_Block] = []
        self._current: _Block | None = None
        self._skipping = 0
        self._links = 0
        self._capturing = ""
        self._times: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.meta.setdefault(name.lower()[:60], _BLANK.sub(" ", given.get("content", ""))[:500].strip())
            return
        if tag == "link" and given.get("rel") == "canonical":
            self.meta.setdefault("canonical", given.get("href", "")[:500])
        if tag == "time" and given.get("datetime"):
            self._times.append(given["datetime"][:40])
        if tag == "title" or (tag == "script" and "ld+json" in given.get("type", "")):
            self._capturing = tag
        if tag in _BLOCKS:
            self._current = None
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        noisy = tag in _SKIPPED or (tag not in ("body", "html", "article", "main") and _is_noise(given))
        number = self._parents[-1]
        if tag in ("article", "main", "div", "section", "body", "td"):
            number = len(self._preferred) + 1
            self._preferred[number] = tag
        self._parents.append(number)
        self._open.append((tag, number, noisy))
        self._skipping += noisy
        self._links += tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if tag == self._capturing:
            self._capturing = ""
        if tag in _BLOCKS:
            self._current = None
        if not any(name == tag for name, _, _ in self._open[-30:]):
            return
        while self._open:
            name, _, noisy = self._open.pop()
            self._parents.pop()
            self._skipping -= noisy
            self._links -= name == "a"
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._capturing == "title":
            self.title = self.title or _BLANK.sub(" ", data)[:300].strip()
            return
        if self._capturing:
            if sum(map(len, self._json)) < 200_000:
                self._json.append(data)
            return
        if self._skipping or (not data.strip() and self._current is None):
            return
        if self._current is None:
            tag = next((name for name, _, _ in reversed(self._open) if name in _BLOCKS), "")
            self._current = _Block(tag, self._parents[-1])
            self._blocks.append(self._current)
        self._current.parts.append(data)
        self._current.linked += len(data) * (self._links > 0)
        if self._current.tag == "h1" and not self.heading:
            self.heading = self._current.text()

    def article(self) -> list[str]:
        """Returns the paragraphs of the container with most text, those of its children that hold text included."""
        kept = [
            (block, text) for block in self._blocks if (text := block.text()) and block.linked < _LINKED * len(text)
        ]
        weights: dict[int, int] = {}
        for block, text in kept:
            if block.tag in _TEXTUAL or len(text) > 120:
                weights[block.container] = weights.get(block.container, 0) + len(text)
        if not weights:
            return []
        best = max(
            weights,
            key=lambda number: (weights[number] + (self._preferred.get(number) in ("article", "main")), -number),
        )
        near = [number for number in weights if abs(number - best) <= 40 and weights[number] * 6 >= weights[best]]
        texts = [text for block, text in kept if block.container in near and (block.tag in _TEXTUAL or len(text) > 60)]
        return [text for order, text in enumerate(texts) if order == 0 or text != texts[order - 1]]

    def published(self) -> str:
        """Returns the date of publication that the page states, `2024-11-30`, an empty string when it states none."""
        names = (
            "article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "pubdate",
            "parsely-pub-date",
            "sailthru.date",
        )
        stated = [self.meta.get(name, "") for name in names] + _json_dates("".join(self._json)) + self._times
        return next((match[0] for value in stated if (match := _DATE.search(value))), "")


def _is_noise(given: dict[str, str]) -> bool:
    marks = f"{given.get('class', '')} {given.get('id', '')} {given.get('role', '')}"[:400]
    return (
        _NOISE.search(marks) is not None
        or "hidden" in given
        or "display:none" in given.get("style", "").replace(" ", "")
    )


def _json_dates(text: str) -> list[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        match = re.search(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{4,40})\"", text)
        return [match[1]] if match else []
    waiting: list[object] = [data]
    found: list[str] = []
    while waiting and len(found) < 9:
        one = waiting.pop()
        if isinstance(one, dict):
            found += [value for key, value in one.items() if key == "datePublished" and isinstance(value, str)]
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
        elif isinstance(one, list):
            waiting += one[:100]
    return found
