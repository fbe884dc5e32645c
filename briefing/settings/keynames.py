"""Names of keys: how people write them, how textual calls them, how the screen shows them, and what terminals send.

What a terminal sends was read off textual's own parser of terminal input (8.2.8) for every name here; the tests do it
again. Without an extension that few terminals have, a control key is a letter and nothing else, alt is known with
letters only, and shift only with tab, arrows and the like.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.document.nearest import nearest

_SIGNS = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk",
    "+": "plus", ",": "comma", "-": "minus", ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon",
    "<": "less_than_sign", "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent",
    "_": "underscore", "`": "grave_accent", "{": "left_curly_bracket", "|": "vertical_line",
    "}": "right_curly_bracket", "~": "tilde",
}  # fmt: skip
_SIGN_OF = {name: sign for sign, name in _SIGNS.items()}

_NAMED = {
    "enter": "enter", "tab": "tab", "space": "space", "backspace": "backspace", "delete": "delete",
    "insert": "insert", "home": "home", "end": "end", "up": "up", "down": "down", "left": "left", "right": "right",
    "escape": "escape", "esc": "escape", "pageup": "pageup", "pgup": "pageup", "pagedown": "pagedown",
    "pgdn": "pagedown", "del": "delete", "ins": "insert", "return": "enter",
    "↑": "up", "↓": "down", "←": "left", "→": "right",
} | {f"f{number}": f"f{number}" for number in range(1, 13)}  # fmt: skip

_SHOWN = {"escape": "esc", "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "pgup", "pagedown": "pgdn"}
_MOVING = frozenset(("up", "down", "left", "right", "home", "end", "pageup", "pagedown"))
_MODIFIERS = ("ctrl", "alt", "shift")

NAMES = (*_SIGNS, *_SIGN_OF, *_NAMED)
"""Every name of a key without a modifier, letters and digits excepted."""

_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "esc"}
_TAKEN = {"ctrl+c": "interrupts programs", "ctrl+z": "stops programs", "ctrl+backslash": "kills programs"}
_SHARED = {
    "ctrl+b": "begins the keys of tmux",
    "ctrl+a": "begins the keys of screen",
    "ctrl+s": "holds the output of many terminals",
    "ctrl+q": "lets the output of many terminals go on",
}


class KeyProblem(NamedTuple):
    """Why a key can't be used, or may not arrive. `code` is one of `settings.codes.CODES`."""

    code: str
    message: str
    fix: str = ""


class Key(NamedTuple):
    """A key that was understood: textual's names of it, and what is to be said about it all the same."""

    names: tuple[str, ...]
    problem: KeyProblem | None = None


def read(word: str) -> Key | KeyProblem:
    """Returns the key that a person writes as `word`: `q`, `G`, `?`, `esc`, `ctrl+d`, `shift+tab`, `alt+v`."""
    *modifiers, last = _parts(word)
    if not last:
        return KeyProblem("key-unknown", "a key has a name")
    modifiers = [modifier.lower() for modifier in modifiers]
    strange = next((modifier for modifier in modifiers if modifier not in _MODIFIERS), None)
    if strange is not None:
        near = {"control": "ctrl", "c": "ctrl", "meta": "alt", "m": "alt", "option": "alt"}.get(strange, "")
        fix = f"write {near}+{last}" if near else "use ctrl+, alt+ or shift+"
        return KeyProblem("key-unknown", f"{strange} is no key that is held down", fix)
    name = _plain(last)
    if name is None:
        return _unknown(word, last)
    if not modifiers:
        return Key(with_alias(name))
    return _held("+".join(sorted(set(modifiers), key=_MODIFIERS.index)), name)


def shown(keys: tuple[str, ...]) -> str:
    """Returns textual's names of the keys of one command as a person reads them: the first, and after an arrow the
    second too; "" when there is none."""
    seen = [key for key in keys if not is_alias(key)]
    return " ".join(_show(key) for key in seen[: 2 if seen and seen[0] in _SHOWN and len(_show(seen[0])) == 1 else 1])


def is_alias(key: str) -> bool:
    """True for the second name of a capital letter, `shift+g` for `G`, which some terminals send instead."""
    return key.startswith("shift+") and len(key) == len("shift+g")


def arrives(keys: Iterable[str]) -> bool:
    """True when one of textual's names of keys is of a key that nothing takes before the program."""
    return any(key not in _SHARED and key not in _TAKEN and not is_alias(key) for key in keys)


def with_alias(name: str) -> tuple[str, ...]:
    """Returns textual's names of a key without modifiers: two for a capital letter, which terminals send as either."""
    return (name, f"shift+{name.lower()}") if len(name) == 1 and name.isupper() else (name,)


def spelled(key: str) -> str:
    """Returns textual's name of a key as it is written in a file of keys."""
    before, plus, last = key.rpartition("+")
    return before + plus + ("esc" if last == "escape" else _SIGN_OF.get(last, last))


def _show(key: str) -> str:
    before, plus, last = key.rpartition("+")
    return before + plus + (_SHOWN.get(last) or _SIGN_OF.get(last) or last)


def _parts(word: str) -> list[str]:
    """Splits at `+`, which may be the last key itself."""
    if word == "+" or word.endswith("++"):
        return [*word[:-1].rstrip("+").split("+"), "+"] if len(word) > 1 else ["+"]
    return word.split("+")


def _plain(word: str) -> str | None:
    """Returns textual's name of a key without a modifier, or None."""
    if len(word) == 1 and word.isalnum():
        return word
    return _SIGNS.get(word) or _NAMED.get(word.lower()) or (word if word in _SIGN_OF else None)


def _held(held: str, name: str) -> Key | KeyProblem:
    """A key with modifiers, `held` being them in order."""
    letter = len(name) == 1 and name.isascii() and name.isalpha()
    if held == "shift" and letter:
        return Key(with_alias(name.upper()))
    if held == "ctrl" and letter:
        return _control(name.lower())
    if held == "ctrl" and name in ("left_square_bracket", "backslash"):
        return _control(_SIGN_OF[name] if name == "left_square_bracket" else name)
    if held == "alt" and letter:
        return Key((f"alt+shift+{name.lower()}" if name.isupper() else f"alt+{name}",))
    if held == "alt+shift" and letter:
        return Key((f"alt+shift+{name.lower()}",))
    if name in _MOVING and held in _MODIFIERS:
        return Key((f"{held}+{name}",))
    if (held, name) == ("shift", "tab"):
        return Key(("shift+tab",))
    return KeyProblem(
        "key-impossible",
        f"terminals do not send {held}+{_show(name)}, or not as a key of its own",
        "use a letter or a sign; ctrl and alt go with letters and arrows",
    )


def _control(letter: str) -> Key | KeyProblem:
    name = f"ctrl+{letter}"
    if name in _SAME:
        return KeyProblem("key-impossible", f"{name} is {_SAME[name]} to a terminal", f"write {_SAME[name]}")
    if name in _TAKEN:
        return KeyProblem("key-taken", f"{name} {_TAKEN[name]}; it is not given away", "use another key")
    if name in _SHARED:
        return Key((name,), KeyProblem("key-shared", f"{name} {_SHARED[name]}", "add a second key that always arrives"))
    return Key((name,))


def _unknown(word: str, last: str) -> KeyProblem:
    if len(last) == 2 and last.isalnum():
        return KeyProblem("key-unknown", f"{word} would be two keys, one after the other; a command has single keys")
    near = nearest(last, NAMES)
    fix = f"write {word[: len(word) - len(last)]}{near}" if near else "write a letter, a sign, or a name such as enter"
    return KeyProblem("key-unknown", f"no key is called {last}", fix)
