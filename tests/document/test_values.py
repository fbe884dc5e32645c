"""What people type for a value is understood, or answered with what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.load import load
from briefing.document.nearest import nearest
from briefing.document.values import anchor, anchor_fix, is_slug, is_web_address, pair, propose_slug
from briefing.model import Anchor
from briefing.problems import Problem

FRAME = "title: x\nsources:\n  bbc: BBC\n  ap: AP\nactors:\n  khalifa: Dareen Khalifa\nsides:\n  gov: G\n"


def problems(lines: str) -> list[Problem]:
    return list(load(FRAME + lines, "x.yaml").problems)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bbc", Anchor("bbc")),
        ("bbc#12", Anchor("bbc", 12)),
        ("bbc#12-13", Anchor("bbc", 12, 13)),
        ("a-b_c#1", Anchor("a-b_c", 1)),
    ],
)
def test_an_anchor_is_a_source_and_paragraphs(written: str, meant: Anchor) -> None:
    assert anchor(written) == meant


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("bbc #12", "bbc#12"), ("bbc# 12", "bbc#12"), ("bbc:12", "bbc#12"), ("bbc 12", "bbc#12"), ("bbc¶12", "bbc#12"),
        ("bbc#12-10", "bbc#10-12"), ("bbc#12–13", "bbc#12-13"), ("bbc#", "bbc"), ("bbc#0", "bbc"), ("BBC#12", "bbc#12"),
        ("bbc#p12", "bbc#12"), ("(bbc#12)", "bbc#12"), ("bbc#one", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_is_nearly_an_anchor_is_answered_with_the_anchor(written: str, fix: str) -> None:
    assert anchor(written) is None
    assert anchor_fix(written) == fix


@pytest.mark.parametrize(
    "written", ["bbc #12", "[bbc #12]", "'bbc #12'", "bbc#", "bbc#0", "bbc#12-10", "bbc:12", "bbc 12", "bbc¶12"]
)
def test_a_wrong_anchor_is_one_error_with_a_fix(written: str) -> None:
    found = problems(f"next:\n  - todo: a\n    src: {written}\n")
    assert [problem.code for problem in found] == ["anchor-syntax"]
    assert found[0].fix.startswith("write ")


def test_an_unknown_slug_is_answered_with_the_nearest_wherever_it_stands() -> None:
    found = problems(
        "quotes:\n  - kalifa: a\n    src: bcc#1\n    with: [khalifa, khalfa]\n"
        "timeline:\n  - 2024: b\n    who: khalifaa\n"
        "relations:\n  - khalifa -> khalifax: c\nfigures:\n  - d: 1\n    per: kahlifa\n"
    )
    assert [problem.code for problem in found] == ["slug-unknown"] * 6
    assert [problem.fix for problem in found].count("write khalifa") == 5
    assert found[1].fix == "write bbc"


def test_a_slug_may_be_used_before_it_is_defined() -> None:
    text = "title: x\nquotes:\n  - a: words\n    src: s#1\nsources: {s: S}\nactors: {a: A}\n"
    assert load(text, "x.yaml").problems == ()


def test_every_use_of_an_unknown_slug_is_reported() -> None:
    found = problems("quotes:\n" + "  - nobody: a\n    src: none#1\n" * 3)
    assert len(found) == 6


def test_words_with_a_blank_are_a_speaker_without_a_name() -> None:
    assert problems("quotes:\n  - a senior US official: words\nclaims:\n  - two officials: words\n") == []


@pytest.mark.parametrize("written", ["true", "True", "yes", "on"])
def test_truth_is_understood_in_the_words_of_yaml(written: str) -> None:
    briefing = load(f"{FRAME}quotes:\n  - khalifa: a\n    key: {written}\n", "x.yaml").briefing
    assert briefing.quotes[0].key is True


def test_a_word_is_known_in_any_case() -> None:
    loaded = load(f"{FRAME}claims:\n  - khalifa: a\n    status: Denied\n", "x.yaml")
    assert (loaded.briefing.claims[0].status, loaded.problems) == ("denied", ())


@pytest.mark.parametrize(
    ("written", "start", "end", "mutual", "fix"),
    [
        ("a -> b", "a", "b", False, ""),
        ("a <-> b", "a", "b", True, ""),
        ("a->b", "a", "b", False, "a -> b"),
        ("a → b", "a", "b", False, "a -> b"),
        ("a ↔ b", "a", "b", True, "a <-> b"),
        ("a => b", "a", "b", False, "a -> b"),
        ("a --> b", "a", "b", False, "a -> b"),
    ],
)
def test_an_arrow_of_any_make_is_understood(written: str, start: str, end: str, mutual: bool, fix: str) -> None:
    assert pair(written) == (start, end, mutual, fix)


@pytest.mark.parametrize("written", ["a", "a ->", "-> b", "a and b"])
def test_without_two_ends_there_is_no_relation(written: str) -> None:
    assert pair(written) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "ftp://a.b/c",
        "http://",
        "https:///x",
        "http://a b",
        "http://a\u202eb",
        "//a.b",
        "http://[",
        'https://a/"b',
    ],
)
def test_only_addresses_of_the_web_are_kept(address: str) -> None:
    assert not is_web_address(address)


@pytest.mark.parametrize("address", ["https://example.org", "http://example.org:80/a?b=c#d", "HTTPS://Example.org/ä"])
def test_addresses_of_the_web_are_kept(address: str) -> None:
    assert is_web_address(address)


@given(st.text(max_size=40))
def test_a_proposed_slug_is_one(text: str) -> None:
    assert is_slug(propose_slug(text))


@given(st.text(max_size=30))
def test_an_anchor_is_written_as_it_is_read(text: str) -> None:
    found = anchor(text)
    assert found is None or anchor(str(found)) == found


@given(st.text(max_size=30))
def test_a_proposed_anchor_is_one(text: str) -> None:
    fix = anchor_fix(text)
    assert not fix or anchor(fix) is not None


@pytest.mark.parametrize(
    ("word", "near"),
    [("watsch", "watch"), ("WATCH", "watch"), ("wathc", "watch"), ("scr", "src"), ("nothing like it", ""), ("", "")],
)
def test_the_nearest_word_is_the_one_that_was_meant(word: str, near: str) -> None:
    assert nearest(word, ["src", "watch", "answer"]) == near


def test_a_wrong_anchor_in_a_list_leaves_the_others() -> None:
    loaded = load(f"{FRAME}next:\n  - todo: a\n    src: [bbc#1, ap-2, 'ap #3', ap#4]\n", "x.yaml")
    assert loaded.briefing.next[0].src == (Anchor("bbc", 1), Anchor("ap-2"), Anchor("ap", 4))
    assert [problem.code for problem in loaded.problems] == ["slug-unknown", "anchor-syntax"]
