"""A briefing is held against its sources, and what does not agree is told at its place with what to write instead."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from briefing.check import RULES, run
from briefing.document.load import load
from briefing.problems import Problem
from briefing.sources import Articles, from_text, read_all

BBC = (
    "Rebels take the city\n\n"
    "“They believe this is an opportune moment when the Iranians are weakened,” Ms. Khalifa said on Friday.\n\n"
    "The war goes on.\n\nThis week, he said: “The war goes on.”"
)
START = "title: T\nsources:\n  bbc: { title: BBC, text: bbc.txt }\nactors:\n  khalifa: Dareen Khalifa\n"


def checked(body: str, articles: Articles | None = None) -> list[Problem]:
    text = START + dedent(body)
    loaded = load(text, "story.yaml")
    assert not loaded.problems
    return list(
        run(loaded.briefing, text, "story.yaml", Articles({"bbc": from_text(BBC)}) if articles is None else articles)
    )


def only(body: str, articles: Articles | None = None) -> Problem:
    (problem,) = checked(body, articles)
    return problem


def pointed_at(problem: Problem) -> str:
    return problem.excerpt[problem.caret :]


def test_a_briefing_that_agrees_with_its_sources_has_no_problems() -> None:
    body = """
        timeline:
          - 2024-11-29: It was said
            src: bbc#2
            dated_by: on Friday
        quotes:
          - khalifa: They believe this is an opportune moment
            src: bbc#2
    """
    assert checked(body) == []


def test_an_altered_quotation_is_told_at_its_first_wrong_word() -> None:
    words = "They believe this is an excellent moment when the Iranians are weakened"
    problem = only(f"quotes:\n  - khalifa: {words}\n    src: bbc#2\n")
    assert (problem.code, problem.severity) == ("quote-altered", "warning")
    assert problem.message == "1 word differs from bbc ¶2"
    assert pointed_at(problem).startswith("excellent moment")
    assert problem.fix == "source: “an opportune moment”"


@pytest.mark.parametrize(
    "text",
    [
        '"They believe this is an excellent moment when the Iranians are weakened"',
        "'They believe this is an excellent moment when the Iranians are weakened'",
        "|\n      They believe this is an excellent\n      moment when the Iranians are weakened",
        "They believe\n      this is\n      an excellent moment when the Iranians are weakened",
    ],
    ids=["double", "single", "block", "folded"],
)
def test_the_wrong_word_is_found_however_the_quotation_is_written(text: str) -> None:
    problem = only(f"quotes:\n  - khalifa: {text}\n    src: bbc#2\n")
    assert problem.code == "quote-altered"
    assert pointed_at(problem).startswith("excellent")


def test_a_word_that_is_left_out_is_told_where_it_should_stand() -> None:
    problem = only(
        "quotes:\n  - khalifa: They believe this is an moment when the Iranians are weakened\n    src: bbc#2\n"
    )
    assert pointed_at(problem).startswith("moment when")
    assert problem.fix == "source: “an opportune moment”"


def test_a_quotation_that_stands_nowhere_is_an_error() -> None:
    problem = only("quotes:\n  - khalifa: We shall never surrender to anybody\n    src: bbc#2\n")
    assert (problem.code, problem.severity) == ("quote-missing", "error")
    assert problem.message == "these words do not stand in bbc"
    assert pointed_at(problem).startswith("We shall")


def test_a_quotation_without_a_citation_is_missing_only_when_every_source_has_its_text() -> None:
    body = "quotes:\n  - khalifa: We shall never surrender to anybody\n"
    assert only(body).message == "these words do not stand in any source"
    assert checked(body, Articles({})) == []


def test_a_quotation_in_another_paragraph_has_its_anchor_corrected() -> None:
    problem = only("quotes:\n  - khalifa: They believe this\n    src: bbc#3\n")
    assert (problem.code, problem.message) == ("quote-moved", "quotation found in ¶2, cited as ¶3")
    assert pointed_at(problem) == "bbc#3"
    assert problem.fix == "src: bbc#2"


def test_a_quotation_in_two_places_asks_which_is_meant() -> None:
    problem = only("quotes:\n  - khalifa: The war goes on\n    src: bbc\n")
    assert (problem.code, problem.message) == ("quote-ambiguous", "quotation stands in 2 places, ¶3 and ¶4")
    assert problem.fix == "src: bbc#3 or bbc#4"


@pytest.mark.parametrize(("anchor", "shown"), [("bbc#45", "#45"), ("bbc#3-45", "#3-45")])
def test_a_paragraph_that_is_not_there_is_an_error_at_its_anchor(anchor: str, shown: str) -> None:
    problem = only(f"claims:\n  - khalifa: So it is\n    src: [bbc#1, {anchor}]\n")
    assert (problem.code, problem.severity) == ("anchor-range", "error")
    assert problem.message == f"bbc has 4 paragraphs; {shown} is not there"
    assert pointed_at(problem).startswith(anchor)


def test_every_kind_of_anchor_is_followed() -> None:
    body = """
        figures:
          - killed: 311+
            was: {value: 300, src: bbc#50}
        judgements:
          - likely: So be it
            because: bbc#51
            but: [bbc#1, bbc#52]
    """
    assert [problem.message.split("; ")[1] for problem in checked(body)] == [
        "#50 is not there",
        "#51 is not there",
        "#52 is not there",
    ]


def test_words_for_a_date_stand_in_the_paragraph_that_is_cited() -> None:
    problem = only("timeline:\n  - 2024-11-29: It was said\n    src: bbc#3\n    dated_by: on Friday\n")
    assert (problem.code, problem.severity) == ("dated-by-missing", "warning")
    assert problem.message == "“on Friday” does not stand in bbc ¶3"
    assert pointed_at(problem) == "on Friday"


@pytest.mark.parametrize(
    "fields", ["src: bbc#4\n    dated_by: this week", "src: bbc\n    dated_by: never", "dated_by: never"]
)
def test_words_for_a_date_are_taken_in_either_case_and_not_held_against_a_whole_source(fields: str) -> None:
    assert checked(f"timeline:\n  - 2024-11-29: It was said\n    {fields}\n") == []


def test_problems_come_in_the_order_of_the_file() -> None:
    body = """
        quotes:
          - khalifa: We shall never surrender to anybody
            src: bbc#2
          - khalifa: They believe this
            src: bbc#77
        claims:
          - khalifa: So it is
            src: bbc#99
    """
    found = checked(body)
    assert [problem.code for problem in found] == ["quote-missing", "anchor-range", "quote-moved", "anchor-range"]
    assert [problem.where for problem in found] == sorted(problem.where for problem in found)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("lost.txt", "source-text-missing"),
        ("../lost.txt", "source-outside"),
        ("/etc/passwd", "source-outside"),
        ("page.html", "source-unreadable"),
    ],
)
def test_a_text_that_can_not_be_read_is_an_error_at_its_path(tmp_path: Path, file: str, code: str) -> None:
    text = START.replace("bbc.txt", file)
    briefing = load(text, "story.yaml").briefing
    (problem,) = run(briefing, text, "story.yaml", read_all(briefing, tmp_path))
    assert (problem.code, problem.severity) == (code, "error")
    assert pointed_at(problem).startswith(file)


def test_a_text_that_changed_is_told_with_its_new_sum(tmp_path: Path) -> None:
    (tmp_path / "bbc.txt").write_bytes(b"One.")
    text = START.replace("bbc.txt", "bbc.txt, sha256: 00")
    briefing = load(text, "story.yaml").briefing
    (problem,) = run(briefing, text, "story.yaml", read_all(briefing, tmp_path))
    assert (problem.code, problem.severity) == ("source-changed", "warning")
    right = text.replace("sha256: 00", problem.fix.partition("write ")[2].upper().replace("SHA256", "sha256"))
    briefing = load(right, "story.yaml").briefing
    assert run(briefing, right, "story.yaml", read_all(briefing, tmp_path)) == ()


def test_every_rule_has_a_code_of_its_own_and_explains_itself() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.code == rule.code.lower().replace(" ", "-")
        assert not rule.title.endswith(".")
        assert rule.explanation.endswith(".")
        assert rule.explanation.count(" ") > 10


def test_no_rule_shares_its_code_with_the_loader() -> None:
    from briefing.document.codes import CODES

    assert not {rule.code for rule in RULES} & set(CODES)
