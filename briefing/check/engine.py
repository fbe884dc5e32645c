"""Runs the rules over a briefing."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.check.case import Case, Finding
from briefing.check.rules import RULES, Rule
from briefing.model import Article, Briefing
from briefing.problems import Problem, excerpt
from briefing.sources import Articles


def run(briefing: Briefing, text: str, path: str, articles: Mapping[str, Article]) -> tuple[Problem, ...]:
    """Returns what the rules find in `briefing`, in the order of the file.

    `text` is the text it was loaded from and `path` how that file is called in the problems. `articles` are the
    texts of its sources by slug; with `Articles`, as `read_all` returns them, it is also told why some are missing.
    """
    read = articles if isinstance(articles, Articles) else Articles(articles)
    case = Case(briefing, text, read)
    found = [(finding, rule) for rule in RULES for finding in rule.find(case)]
    found.sort(key=lambda pair: pair[0].offset)
    return tuple(_problem(finding, rule, case, path) for finding, rule in found)


def _problem(finding: Finding, rule: Rule, case: Case, path: str) -> Problem:
    lines = case.briefing.lines
    shown, caret = excerpt(case.text, lines, finding.offset)
    where = lines.position(finding.offset)
    return Problem(path, where, rule.severity, rule.code, finding.message, finding.fix, shown, caret)
