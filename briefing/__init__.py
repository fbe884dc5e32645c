"""Living briefings: who, who said what, when, how many and what is still open, each line with its passage."""

__version__ = "0.1.0"
