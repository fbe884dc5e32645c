"""Big briefings for measuring: realistic lines, every section, the same text for the same seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

_PLACES = ("Aleppo", "Idlib", "Hama", "Homs", "Saraqib", "Tell Rifaat", "Manbij", "Damascus", "Deir ez-Zor", "Qamishli")
_ACTS = (
    "take the villages west of {}",
    "shell the road to {}",
    "withdraw from the outskirts of {}",
    "open talks about {}, says an official",
    "cut the supply line near {} before dawn",
    "deny that they lost {}",
)
_WORDS = (
    "Regime lines around {} have collapsed at an astonishing rate",
    "We don’t expect {} to hold beyond the week",
    "Nobody in {} believed that it would come to this",
    "a test of whether Turkey will engage fully in {}",
)
_TOPICS = ("the army", "Turkey", "Russia", "rebel aims", "civilians", "talks")
_ROLES = ("Interior Ministry", "monitor", "army spokesman", "analyst", "governor", "aid agency")
_SHARES = (("timeline", 45), ("quotes", 25), ("claims", 12), ("questions", 8), ("figures", 6), ("relations", 2))
_START = date(2011, 3, 15)


def briefing_text(items: int, seed: int = 0) -> str:
    """Returns a briefing with about `items` list items in all sections, 146 characters an item.

    Sources, sides and actors come to it: one source for 50 items, one actor for 25, at least four of each.
    """
    random = Random(seed)
    sources = [f"s{number}" for number in range(max(4, items // 50))]
    actors = [f"actor-{number}" for number in range(max(4, items // 25))]
    parts = ["title: Fighting spreads to the south of the country\nas_of: 2024-11-30\n"]
    parts.append("bottom_line: |\n  The front has moved for the first time in years.\n  Nobody knows where it stops.\n")
    parts.append("why: A conflict thought frozen is not.\ntags: [syria, conflict]\n\nsources:\n")
    parts += [_source(slug, number, random) for number, slug in enumerate(sources)]
    parts.append("\nsides:\n  gov: Government and its allies\n  opp: Opposition\n  out: Outside parties\n\nactors:\n")
    parts += [_actor(slug, number, random) for number, slug in enumerate(actors)]
    left = items
    for section, share in _SHARES:
        count = items * share // 100
        left -= count
        parts.append(f"\n{section}:\n")
        parts += [_ITEMS[section](number, sources, actors, random) for number in range(count)]
    parts.append("\njudgements:\n")
    parts += [_judgement(number, sources, random) for number in range(left // 2)]
    parts.append("\nnext:\n")
    parts += [_step(number, random) for number in range(left - left // 2)]
    parts.append("\nnotes: |\n  Invented for measuring.\n")
    return "".join(parts)


def _source(slug: str, number: int, random: Random) -> str:
    place = random.choice(_PLACES)
    if number % 3 == 0:
        return f"  {slug}: sources/{slug}.txt\n"
    if number % 3 == 1:
        return f"  {slug}: Fighting near {place}, report {number}\n"
    fields = (
        f"    title: What is known about {place}\n    publisher: AP\n    published: {_day(random)}\n    kind: wire\n"
    )
    return f"  {slug}:\n{fields}"


def _actor(slug: str, number: int, random: Random) -> str:
    role = random.choice(_ROLES)
    if number % 2:
        return f"  {slug}: Person {number} ({role})\n"
    return f"  {slug}: {{ name: Person {number}, role: {role}, side: {random.choice(('gov', 'opp', 'out'))} }}\n"


def _day(random: Random) -> str:
    return str(_START + timedelta(days=random.randrange(5_000))) + random.choice(("", "", "", "~"))


def _anchors(sources: list[str], random: Random) -> str:
    one = f"{random.choice(sources)}#{random.randint(1, 40)}"
    if random.random() < 0.8:
        return one
    return f"[{one}, {random.choice(sources)}#{random.randint(1, 40)}]"


def _event(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    act = random.choice(_ACTS).format(random.choice(_PLACES))
    who = ", ".join(random.sample(actors, 2))
    return (
        f"  - {_day(random)}: Fighters {act}, the {number}th report of the day\n"
        f"    src: {_anchors(sources, random)}\n    who: [{who}]\n"
        f"    dated_by: On Friday\n    rating: {random.randint(1, 6)}\n"
    )


def _quote(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    words = random.choice(_WORDS).format(random.choice(_PLACES))
    key = "    key: true\n" if random.random() < 0.1 else ""
    return (
        f"  - {random.choice(actors)}: {words}, which was reported as number {number}\n"
        f"    src: {_anchors(sources, random)}\n    topic: {random.choice(_TOPICS)}\n{key}"
    )


def _claim(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    return (
        f"  - {random.choice(actors)}: Attacks on {random.choice(_PLACES)} number {number} must end before talks\n"
        f"    src: {_anchors(sources, random)}\n    rating: {random.randint(1, 6)}\n"
    )


def _question(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    place = random.choice(_PLACES)
    return (
        f"  - {random.choice(('open', 'open', 'watching', 'answered'))}: Who holds {place} after day {number}?\n"
        f"    watch:\n      - convoys on the road to {place}\n      - a statement by the governor\n"
        f"    src: {_anchors(sources, random)}\n"
    )


def _figure(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    return (
        f"  - killed in {random.choice(_PLACES)}: {random.randint(3, 4_000)}{random.choice(('', '+'))}\n"
        f"    per: {random.choice(actors)}\n    as_of: {_day(random)}\n    src: {_anchors(sources, random)}\n"
    )


def _relation(number: int, sources: list[str], actors: list[str], random: Random) -> str:
    one, other = random.sample(actors, 2)
    return f"  - {one} -> {other}: backs with supplies since day {number}\n    src: {_anchors(sources, random)}\n"


def _judgement(number: int, sources: list[str], random: Random) -> str:
    return (
        f"  - {random.choice(('likely', 'unlikely'))}: {random.choice(_PLACES)} holds for {number} days\n"
        f"    confidence: low\n    because: [{random.choice(sources)}#2]\n    review: {_day(random).rstrip('~')}\n"
    )


def _step(number: int, random: Random) -> str:
    return f"  - {random.choice(('todo', _day(random).rstrip('~')))}: Call the monitor about toll {number}\n"


_ITEMS = {
    "timeline": _event,
    "quotes": _quote,
    "claims": _claim,
    "questions": _question,
    "figures": _figure,
    "relations": _relation,
}
