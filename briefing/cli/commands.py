"""The one table of commands and options.

The parser, the help texts, the completion scripts and the page docs/commands.md are all made from it.
"""

from __future__ import annotations

from briefing.cli.command import HELP, Argument, Command, Example, Option
from briefing.cli.program_commands import PROGRAM


def sections() -> tuple[str, ...]:
    """Returns the names that `--section` takes, besides their beginnings."""
    from briefing.export.parts import PARTS

    return tuple(part.name for part in PARTS)


OPEN = Command(
    "",
    "open",
    "open the dashboard",
    (Argument("FILE", "a briefing, or a folder with briefings", "briefing", required=False, many=True),),
    (
        Option("ascii", "flag", "draw with ASCII characters only"),
        Option("plain", "flag", "say the selected item in words on the last line, with the cursor on it"),
        Option("version", "flag", "print the version"),
        HELP,
    ),
    "Without FILE it opens the briefings of this folder (*.yaml here and one level below), and where there are none "
    "the sample that comes with the program. Where there is no terminal, as in a pipe, the briefing is printed as "
    "text. A file that is called like a command is opened with its folder: ./show",
    (
        Example("briefing", "look around in the sample, or open this folder's briefings"),
        Example("briefing aleppo.yaml", "open one briefing; ? shows the keys, q leaves"),
        Example("briefing ~/stories", "choose among the briefings of a folder"),
        Example("briefing new strike.yaml", "start a briefing of your own"),
        Example("briefing show aleppo.yaml | less", "read one as plain text"),
    ),
)
"""What runs when no command is named."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "derive",
        "derive",
        "make a draft briefing from an article",
        (Argument("ARTICLE", "an article as text, Markdown or HTML; - reads standard input", "file", many=True),),
        (
            Option(
                "output",
                "text",
                "the .yaml file or the folder to write to; never over a file",
                "PATH",
                "o",
                default="stdout",
            ),
            Option("published", "text", "the day of publication", "DATE", "p", default="the one that the text prints"),
            Option("source", "text", "the short name of the source", "SLUG", "s", default="made from the file's name"),
            Option("title", "text", "the title", "TEXT", "t", default="the headline"),
            Option("url", "text", "the address of the article", "URL"),
            Option("publisher", "text", "who published it", "NAME"),
            Option("explain", "flag", "say on stderr why each item was proposed"),
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("yaml", "json"), "yaml"),
            HELP,
        ),
        "Reads who, who said what, when, how many and what is open out of an English news text, offline, by rules. "
        "Every item names its paragraph and is marked draft: true; deleting that line accepts it. With -o the text of "
        "the article is kept beside the draft, under sources.",
        (
            Example("briefing derive article.txt", "look at the draft"),
            Example("briefing derive article.txt -o strike.yaml", "write it, and the text beside it"),
            Example("briefing derive *.html -o drafts", "many articles into a folder"),
            Example("briefing derive article.txt --published 2024-11-30", "so that “on Friday” gets a date"),
            Example("briefing derive article.txt --explain > draft.yaml", "with the reason for each item"),
        ),
    ),
    Command(
        "show",
        "show",
        "print a whole briefing as text",
        (Argument("FILE", "the briefing", "briefing"),),
        (
            Option("section", "list", "only this section; may be given several times", "NAME", "s", sections),
            Option(
                "width",
                "number",
                "wrap lines at N characters",
                "N",
                "w",
                default="the terminal's, 80 at most; 72 in a pipe",
            ),
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("text", "json"), "text"),
            HELP,
        ),
        "Prints everything in the file in reading order, without colours, for pipes, mail and screen readers. "
        "Problems in the file go to stderr; what could be read is printed all the same.",
        (
            Example("briefing show aleppo.yaml", "the whole briefing"),
            Example("briefing show aleppo.yaml --section quotes", "only the key quotes"),
            Example("briefing show aleppo.yaml --width 72 > mail.txt", "wrapped for a mail"),
            Example("briefing show aleppo.yaml --format json | jq -r '.questions[].question'", "for scripts"),
        ),
    ),
    Command(
        "changes",
        "changes",
        "tell what changed since you last read a briefing",
        (Argument("FILE", "the briefing", "briefing"),),
        (
            Option(
                "since",
                "text",
                "last (what you marked as read), a date, or a git revision",
                "WHEN",
                "s",
                default="last",
            ),
            Option("mark", "flag", "mark everything as read afterwards", short="m"),
            Option("unmark", "flag", "only take the last marking back"),
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("text", "json"), "text"),
            HELP,
        ),
        "One line for each thing that was added, reworded, answered, superseded, retracted or removed, section by "
        "section. The exit status is 0 when nothing changed and 1 when something did. A date such as 2024-11-30 or "
        "yesterday stands for the newest git revision from before it begins. What you have read is kept in your state "
        "folder, in words, and never in the briefing's file.",
        (
            Example("briefing changes aleppo.yaml", "what is new to you"),
            Example("briefing changes aleppo.yaml --mark", "and mark it as read"),
            Example("briefing changes aleppo.yaml --since yesterday", "with the file in git"),
            Example("briefing changes aleppo.yaml --since v2", "since a revision, tag or branch"),
            Example("briefing changes aleppo.yaml --format json | jq -r '.differences[].told'", "for scripts"),
        ),
    ),
    Command(
        "diff",
        "diff",
        "compare two briefings item by item",
        (
            Argument("A", "the old briefing; /dev/null for none", "briefing"),
            Argument("B", "the new briefing; /dev/null for none", "briefing", required=False),
            Argument("GIT", "what git adds when this is its diff driver", "file", required=False, many=True),
        ),
        (
            Option("format", "text", "how to print it", "FORMAT", "f", lambda: ("text", "json"), "text"),
            HELP,
        ),
        "Tells in an editor's words what became of each item. An item that was moved, dated anew or reworded is known "
        "again. A file with errors is told of, and its plain text compared as well. The exit status is 0 when there "
        "is no difference and 1 when there is one.\n"
        "So that git diff tells it this way: git config diff.briefing.command 'briefing diff --', and in "
        ".gitattributes the line *.yaml diff=briefing. The exit status is then always 0.",
        (
            Example("briefing diff monday.yaml tuesday.yaml", "what one has and the other has not"),
            Example("briefing diff /dev/null monday.yaml", "everything in it, as something new"),
            Example("briefing diff monday.yaml tuesday.yaml --format json | jq '.developments'", "for scripts"),
        ),
    ),
    Command(
        "new",
        "new",
        "start a briefing: a small valid file with comments that teach",
        (Argument("FILE", "the file to write; .yaml is added where it is missing, - prints instead", "file"),),
        (
            Option("title", "text", "the news in one line", "TEXT", "t", default="made from the file's name"),
            HELP,
        ),
        "Writes one file and nothing else; an existing file is never overwritten.",
        (
            Example("briefing new harbour-strike.yaml", "a file with the title Harbour strike"),
            Example('briefing new strike.yaml --title "Dockers walk out"', "with a title of your own"),
            Example("briefing new - | less", "only look"),
        ),
    ),
    Command(
        "merge",
        "merge",
        "bring together what two people changed in one briefing",
        (
            Argument("BASE", "the briefing that both began with", "briefing"),
            Argument("OURS", "one version; the result is written here", "briefing"),
            Argument("THEIRS", "the other version", "briefing"),
        ),
        (
            Option("stdout", "flag", "print the result instead of writing OURS"),
            Option("path", "text", "the name that messages use", "NAME", default="OURS"),
            HELP,
        ),
        "Merges by item and by field, not by line, and leaves every line of OURS that nobody changed as it is. Where "
        "both changed the same value, OURS keeps its own and the item gets a line `conflict: field = value` with the "
        "other one, which is a problem until it is deleted. The exit status is 1 then. As git's merge driver it is "
        "set up as docs/git.md says.",
        (
            Example("briefing merge base.yaml mine.yaml hers.yaml", "bring her changes into mine.yaml"),
            Example("briefing merge --stdout base.yaml mine.yaml hers.yaml | diff mine.yaml -", "only look"),
            Example("briefing merge --path aleppo.yaml .base .ours .theirs", "as git calls it: docs/git.md"),
        ),
    ),
    Command(
        "kept",
        "kept",
        "list the texts that edits have replaced, and get one back",
        (Argument("FILE", "the briefing; it need not be there any more", "briefing"),),
        (
            Option("number", "number", "print text N of the list, 1 being the newest", "N", "n"),
            Option("output", "text", "write it to a file, byte for byte; never over a file", "PATH", "o"),
            HELP,
        ),
        "Before the dashboard saves an edit, it keeps the text that is replaced for a week, under the state folder, "
        "for you only. The briefing itself is not touched.",
        (
            Example("briefing kept aleppo.yaml", "what is kept, the newest first"),
            Example("briefing kept aleppo.yaml -n 3 | diff - aleppo.yaml", "what has changed since then"),
            Example("briefing kept aleppo.yaml -n 3 -o before.yaml", "get it back, under another name"),
        ),
    ),
    *PROGRAM,
)

BY_NAME = {command.name: command for command in COMMANDS}
