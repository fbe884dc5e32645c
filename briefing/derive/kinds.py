"""What sort of thing a name is, as far as its own words and its neighbours say: a first guess for each place."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.derive.capitals import Capitals
from briefing.derive.layers import Document, Kind
from briefing.derive.wordset import word_set

_COMPASS = word_set("north south east west northern southern eastern western central upper lower inner outer greater")


class Kinds:
    """The word lists of one document that tell a person from a body, a place, an event or a product."""

    def __init__(self, document: Document, capitals: Capitals) -> None:
        lexicon = document.lexicon
        self.tokens = document.tokens
        self.of = capitals
        self.crafts = lexicon.words("craft_nouns")
        self.sole = lexicon.words("sole_bodies")
        self.bodies = lexicon.words("bodies")
        self.products = lexicon.words("products")
        self.press = lexicon.words("press")
        self.place_nouns = lexicon.words("place_nouns")
        self.other_nouns = lexicon.words("other_nouns")

    def known(self, words: Sequence[str]) -> tuple[Kind, str] | None:
        """Returns the kind of a name that a list has, and the rule; None for any other name."""
        name = " ".join(words)
        if name in self.of.states:
            return Kind.STATE, "state"
        if name in self.of.seats:
            return Kind.STATE, "seat"
        if name in self.of.capitals:
            return Kind.STATE, "capital"
        if name in self.of.places or self._is_region(words):
            return Kind.PLACE, "place"
        if name in self.of.demonyms:
            return Kind.STATE, "people"
        if name in self.bodies:
            return Kind.ORGANISATION, "known body"
        if name in self.products:
            return Kind.OTHER, "product"
        return None

    def _is_region(self, words: Sequence[str]) -> bool:
        """True for “North Africa” and “eastern Germany”: a part of a place that is known."""
        rest = " ".join(words[1:])
        return words[0] in _COMPASS and (rest in self.of.places or rest in self.of.states or rest in self.of.capitals)

    def known_end(self, words: Sequence[str]) -> tuple[Kind, str] | None:
        """Returns the kind of a well-known body with its state before it, “U.S. Geological Survey”; else None."""
        known = len(words) > 2 and words[0] in self.of.states and " ".join(words[1:]) in self.bodies
        return (Kind.ORGANISATION, "known body") if known else None

    def headed(self, words: Sequence[str]) -> bool:
        """True for “Bank of …” and “Centre for …”: a word for a body and what it is for."""
        bodies = any(word in self.of.organisations for word in words)
        located = len(words) > 2 and (words[-1] in self.of.places or words[-1] in self.of.capitals)
        return bodies and (located or any(word in ("of", "for") for word in words))

    def guess(self, words: Sequence[str], begin: int, last: int, titled: bool) -> tuple[Kind, str]:
        """Returns the kind of the name in tokens `[begin, last)` and the rule; `titled`: titles stand before."""
        final = words[-1]
        if (
            titled
            and any(self.tokens[n].lower in self.of.titles for n in range(max(0, begin - 3), begin))
            and final not in self.of.organisations
            and final not in self.other_nouns
        ):
            return Kind.PERSON, "behind a title"
        if len(words) == 1 and final in self.press:
            return Kind.ORGANISATION, "news outlet"
        if len(words) == 1 and final in self.sole:
            return Kind.ORGANISATION, "known body"
        if len(words) == 1 and final in self.of.organisations:
            return Kind.ORGANISATION, "word for an organisation alone"
        if final in self.of.organisations or final.removesuffix("s") in self.of.organisations or self.headed(words):
            return Kind.ORGANISATION, "word for an organisation"
        if words[-2:] == ["school", "district"]:
            return Kind.ORGANISATION, "word for an organisation"
        named = words[1:] if words[0] in self.of.first_names else words
        if (len(words) > 1 and any(word in self.other_nouns for word in named)) or final in self.other_nouns:
            return Kind.OTHER, "word for an event or a thing"
        if self._versioned(last):
            return Kind.OTHER, "before the number of a version"
        following = self.tokens[last].lower if last < len(self.tokens) else ""
        if following in self.place_nouns and following not in self.of.organisations:
            return Kind.PLACE, "before a word for a place"
        before = self.tokens[begin - 1].lower if begin else ""
        called = before in ("called", "named", "dubbed", "christened") and begin > 2
        back = begin - 3 if called and self.tokens[begin - 2].text == "," else begin - 2
        if (
            before in self.crafts
            or (following in self.crafts and words[0] not in self.of.first_names)
            or (called and self.tokens[back].lower in self.crafts)
        ):
            return Kind.OTHER, "name of a thing"
        if len(words) > 1 and following in self.other_nouns and words[0] not in self.of.first_names:
            return Kind.OTHER, "before a word for an event or a thing"
        if len(words) == 2 and final in self.place_nouns and self._is_somebody(begin, following):
            return (Kind.PERSON, "known first name") if words[0] in self.of.first_names else (Kind.UNKNOWN, "capitals")
        if final in self.place_nouns and (len(words) > 1 or final not in self.of.inside):
            return Kind.PLACE, "word for a place"
        if words[0] in self.of.first_names and 1 < len(words) < 5:
            return Kind.PERSON, "known first name"
        if begin > 0 and self.tokens[begin - 1].lower in self.of.roles and len(words) > 1:
            return Kind.PERSON, "behind a role"
        text = self.tokens[begin].text
        if last - begin == 1 and text.isupper() and 1 < len(text) < 8:
            return Kind.ORGANISATION, "acronym"
        if "." in text[1:-1] and text[-1] != ".":
            return Kind.ORGANISATION, "address of a website"
        return Kind.UNKNOWN, "capitals"

    def _is_somebody(self, begin: int, following: str) -> bool:
        """True where a name such as “Anna Hill” speaks or explains a role, and so is that of no hill."""
        explains = begin > 1 and self.tokens[begin - 1].text == ","
        role = self.tokens[begin - 2].lower if explains else ""
        return following in self.of.cues or role in self.of.roles or role in self.of.titles

    def _versioned(self, last: int) -> bool:
        """True before the number of a version: “Kestrel 3.6”, “Kestrel 4 starts”; not before a count or a score."""
        if last + 1 >= len(self.tokens):
            return False
        number, after = self.tokens[last].text, self.tokens[last + 1]
        if not number[0].isdigit() or len(number) == 4:
            return False
        if "." in number and number.replace(".", "").isdigit():
            return True
        plural = after.lower.endswith("s") and after.lower not in self.of.verbs
        return number.isdigit() and len(number) < 3 and (after.text[0].islower() or after.text == ".") and not plural
