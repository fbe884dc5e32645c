"""What is wrong between a briefing and its sources: one rule a function, all in the table `rules.RULES`."""

from briefing.check.engine import run
from briefing.check.rules import RULES, Rule

__all__ = ["RULES", "Rule", "run"]
