"""The command line's grammar."""

import argparse
import datetime as dt
import sys
from typing import Any, NoReturn

from desktop_app import __version__
from desktop_app.cli import argparse_words
from desktop_app.cli.output import say
from desktop_app.domain.reporting import ProblemError
from desktop_app.support.i18n import _


class Parser(argparse.ArgumentParser):
    """A parser that reports wrong use as every other error is reported."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        # "--js" must not be taken for "--json", nor "--show" for "--show-withheld".
        super().__init__(allow_abbrev=False, **settings)

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - argparse's own
        """Help that cannot be printed is an error like any other; argparse passes over it."""
        if message:
            say(message, file or sys.stderr, end="")

    def error(self, message: str) -> NoReturn:
        """Raise ``usage`` instead of leaving the program."""
        reason = _("{message}. See: {program} --help").format(message=message, program=self.prog)
        raise ProblemError("usage", reason=reason)


def parser() -> Parser:
    """The whole grammar. ``command`` names what is asked for; it is missing where nothing is."""
    argparse_words.translate()
    top = Parser(prog="undersigned", description=_("Sign-on letters: addressed, counted, checked for names."))
    version = f"undersigned {__version__}"
    top.add_argument("--version", action="version", version=version, help=_("show the version and exit"))
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)
    _campaign_commands(commands)
    _recipient_commands(commands)
    _list_commands(commands)
    _signing(commands)
    _handing_over(commands)
    _ending(commands)
    return top


_MOST_DIGITS = 9
_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name


def _add(commands: "_Commands[Parser]", name: str, text: str, *, password: bool = False) -> Parser:
    made = commands.add_parser(name, help=text, description=text)
    made.add_argument("--json", action="store_true", help=_("one JSON object on standard output"))
    if password:
        made.add_argument(
            "--password-stdin", action="store_true", help=_("read the list's password from standard input")
        )
    return made


def _campaign_commands(commands: "_Commands[Parser]") -> None:
    _add(commands, "templates", _("the starter templates"))
    new = _add(commands, "new", _("make a campaign folder from a template"))
    new.add_argument("folder", metavar="DIR")
    source = new.add_mutually_exclusive_group()
    source.add_argument("--template", metavar="NAME", default="")
    source.add_argument("--sample", action="store_true", help=_("the invented sample, filled in"))
    old = _add(commands, "import", _("make a campaign folder from an existing letter"))
    old.add_argument(
        "letter", metavar="LETTER", help=_("a .docx, .odt, .doc, .rtf, .pdf, .html, .md or .txt")
    )
    old.add_argument("folder", metavar="DIR")
    old.add_argument(
        "--as",
        dest="way",
        default="model",
        metavar="model|same",
        help=_("a model for a new letter, whose signatories are to be asked; or the same letter again"),
    )
    new_text = _add(commands, "text", _("give the campaign a new text, its fields put back"), password=True)
    new_text.add_argument("folder", metavar="DIR")
    new_text.add_argument(
        "file", metavar="FILE", nargs="?", default="", help=_("the new text, as for “import”")
    )
    new_text.add_argument(
        "--language", metavar="XX", default="", help=_("which of the letter's languages it is")
    )
    new_text.add_argument(
        "--undo", action="store_true", help=_("take the last new text back; once more, the one before it")
    )
    new_text.add_argument(
        "--confirm", action="store_true", help=_("yes, change a text that was opened for signature")
    )
    for name, text in (
        ("status", _("where a campaign stands")),
        ("check", _("what must be settled, what deserves a look")),
    ):
        _add(commands, name, text, password=True).add_argument("folder", metavar="DIR")


def _whom(made: Parser, *, required: bool) -> None:
    made.add_argument(
        "--to", nargs="+", action="extend", default=[], metavar="BODY|ISO3|FILE", required=required
    )
    made.add_argument(
        "--on", type=_day, metavar="DATE", help=_("the day whose members are meant, such as 2024-02-01")
    )
    made.add_argument("--language", metavar="auto|xx", default="")
    made.add_argument("--office", metavar="O", default="")
    made.add_argument("--seat", metavar="S", default="")


def _recipient_commands(commands: "_Commands[Parser]") -> None:
    recipients = _add(commands, "recipients", _("who gets the letter, and how each is addressed"))
    recipients.add_argument("folder", metavar="DIR", nargs="?", default="")
    _whom(recipients, required=False)
    recipients.add_argument("--as", dest="way", default="", metavar="each|body|president")
    recipients.add_argument("--leave-out", type=_codes, default=(), metavar="ISO3,...")
    address = _add(commands, "address", _("how one state is addressed"))
    address.add_argument("iso3", metavar="ISO3")
    for name in ("office", "seat", "language", "gender", "name"):
        address.add_argument(f"--{name}", default="", metavar={"gender": "m|f"}.get(name, name.upper()))


def _list_commands(commands: "_Commands[Parser]") -> None:
    signatories = commands.add_parser("signatories", help=_("the list of signatories"))
    inner = signatories.add_subparsers(
        dest="subcommand", metavar=_("COMMAND"), parser_class=Parser, required=True
    )
    listed = _add(inner, "list", _("the rows of the list"), password=True)
    listed.add_argument("folder", metavar="DIR")
    listed.add_argument("--show-withheld", action="store_true", help=_("print withheld names, too"))
    _add(inner, "count", _("the figures of the list"), password=True).add_argument("folder", metavar="DIR")
    _list_changes(inner)
    named = _add(commands, "list", _("the named signatories as a file of their own"), password=True)
    named.add_argument("folder", metavar="DIR")
    named.add_argument("--out", metavar="FILE", required=True, help=_("a new .xlsx, .docx, .txt or .html"))


def _change(inner: "_Commands[Parser]", name: str, text: str) -> Parser:
    """A command that saves the list."""
    made = _add(inner, name, text, password=True)
    made.add_argument("folder", metavar="DIR")
    made.add_argument(
        "--even-if-open", action="store_true", help=_("save although Excel or LibreOffice has the list open")
    )
    return made


def _list_changes(inner: "_Commands[Parser]") -> None:
    _form_import(inner)
    added = _change(inner, "add", _("add one signatory by hand"))
    added.add_argument("name", metavar="NAME", help=_("as the organisation writes it"))
    added.add_argument("--country", default="", metavar="COUNTRY")
    added.add_argument(
        "--listed", default="pending", metavar="named|anonymous|pending", help=_("how it shall appear")
    )
    added.add_argument("--source", default="", metavar="TEXT", help=_("what that rests on"))
    disclosure = _change(inner, "set", _("change how one signatory is listed"))
    disclosure.add_argument("row", metavar="ROW", type=_row, help=_("its row in the spreadsheet"))
    disclosure.add_argument(
        "--listed", required=True, metavar="named|anonymous|pending|withdrawn", help=_("how it shall appear")
    )
    disclosure.add_argument("--source", default="", metavar="TEXT", help=_("what that rests on"))
    undo = _change(inner, "undo", _("take the last step back"))
    for made in (added, disclosure, undo):
        made.add_argument("--confirm", action="store_true", help=_("yes, name one that was not to be named"))
    _duplicates(inner)
    password = _change(inner, "password", _("lock the list with a password, or with another one"))
    password.epilog = _(
        "With --password-stdin the first line is the present password, empty where there is none; the second "
        "is the new one."
    )


def _form_import(inner: "_Commands[Parser]") -> None:
    form = _change(inner, "import", _("the answers of a form: what is new, changed, taken back, doubtful"))
    form.add_argument("file", metavar="FILE")
    form.add_argument(
        "--apply", action="store_true", help=_("change the list; without it nothing is changed")
    )
    form.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=COLUMN",
        help=_("what a column is for: a header of the list, “consent”, “anonymity”, “sharing” or “ignore”"),
    )
    form.add_argument(
        "--listed",
        default="",
        metavar="pending|named|anonymous",
        help=_("how those appear who were not asked; pending where you do not say"),
    )
    form.add_argument(
        "--sheet", default="", metavar="NAME", help=_("which sheet of a workbook holds the answers")
    )
    form.add_argument("--show-withheld", action="store_true", help=_("print withheld names, too"))


def _duplicates(inner: "_Commands[Parser]") -> None:
    twice = _change(inner, "duplicates", _("rows that are probably one signatory"))
    twice.add_argument("--show-withheld", action="store_true", help=_("print withheld names, too"))
    decided = twice.add_mutually_exclusive_group()
    decided.add_argument(
        "--not-the-same", nargs=2, type=_row, metavar=("A", "B"), help=_("ask no more about these two rows")
    )
    decided.add_argument(
        "--merge", nargs=2, type=_row, metavar=("KEEP", "OTHER"), help=_("make one row of these two")
    )


def _signing(commands: "_Commands[Parser]") -> None:
    opens = _add(commands, "open", _("open the letter for signature: keep its text"), password=True)
    opens.add_argument("folder", metavar="DIR")
    opens.add_argument(
        "--until", metavar="DATE|TIME", required=True, help=_("such as 2024-01-30 or 2024-01-30T18:00")
    )
    changes = _add(commands, "changes", _("what changed in text and list since"), password=True)
    changes.add_argument("folder", metavar="DIR")
    changes.add_argument(
        "--since", metavar="DATE|EXPORT", default="", help=_("the list, since a day or an export")
    )
    changes.add_argument("--show-withheld", action="store_true", help=_("print withheld names, too"))


def _handing_over(commands: "_Commands[Parser]") -> None:
    export = _add(commands, "export", _("write the letters, search them, hand them over"), password=True)
    export.add_argument("folder", metavar="DIR")
    _whom(export, required=False)
    export.add_argument("--as", dest="way", default="", metavar="each|body|president")
    export.add_argument(
        "--formats",
        default="docx",
        metavar="docx,pdf,eml,zip,html,txt",
        help=_("what is handed over; eml are e-mail drafts, html and txt a public copy"),
    )
    export.add_argument("--leave-out", type=_codes, default=(), metavar="ISO3,...")
    export.add_argument(
        "--draft", action="store_true", help=_("let prompts through; every page says “Draft”")
    )
    export.add_argument("--out", default="", metavar="OUT")
    scan = _add(commands, "scan", _("search any files for this campaign's withheld names"), password=True)
    scan.add_argument("folder", metavar="DIR")
    scan.add_argument("paths", metavar="PATH", nargs="+")
    _settling(commands)


def _settling(commands: "_Commands[Parser]") -> None:
    settle = _change(commands, "settle", _("let a withheld name stand in one sentence of the letter"))
    settle.add_argument("row", metavar="ROW", type=_row, help=_("whose name it is"))
    settle.add_argument("--in", dest="file", metavar="FILE", required=True, help=_("such as letter.docx"))
    settle.add_argument("--paragraph", metavar="N", type=int, required=True, help=_("as “check” says it"))
    settle.add_argument("--part", choices=("body", "footnotes"), default="body", help=_("where it stands"))
    settle.add_argument(
        "--sentence", metavar="N", type=int, help=_("which of the paragraph, where it stands in several")
    )
    why = settle.add_mutually_exclusive_group(required=True)
    why.add_argument(
        "--why",
        choices=("public", "common"),
        help=_("it speaks of it publicly, not as a signatory; or they are common words"),
    )
    why.add_argument("--ask-again", action="store_true", help=_("take it back"))


def _ending(commands: "_Commands[Parser]") -> None:
    close = _add(commands, "close", _("end a campaign: erase what could give anybody away"), password=True)
    close.add_argument("folder", metavar="DIR")
    close.add_argument("--confirm", action="store_true", help=_("do it; without, it is only told"))
    close.add_argument("--archive", metavar="FILE", default="", help=_("keep the list there, locked"))
    close.add_argument("--no-export", action="store_true", help=_("without a last export"))


def _row(text: str) -> int:
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise ProblemError("row-unknown", given=text[:60])
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ProblemError("date-wrong", given=text) from None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())
