"""The command line: a row a command, with what it takes and what runs it.

What runs a command is imported when it is asked for: a load needs no Dash, a server no pandas.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from callbacks.settings import Settings
from indicators.clock import today

if TYPE_CHECKING:
    from store.releases import Entry

Options = argparse.Namespace
Runner = Callable[[Options, Settings], int]  # returns the exit code


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `arguments` adds what it takes to its parser."""

    run: Runner
    arguments: Callable[[argparse.ArgumentParser, Settings], None]


def _nothing(parser: argparse.ArgumentParser, settings: Settings) -> None:
    del parser, settings


def _serve(_: Options, settings: Settings) -> int:
    from app import create_app
    from callbacks.serving import refusal, serve

    if reason := refusal(settings):
        print(reason, file=sys.stderr)
        return 1
    return serve(create_app(settings), settings)


def _load_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=settings.data)
    parser.add_argument("--accept", action="extend", type=_names, default=[])
    _entry_arguments(parser, settings)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _load(options: Options, settings: Settings) -> int:
    from loaders.console import load_command
    from targets.rules import rule_book

    day, rules = today(settings.zone), rule_book(settings.rules)
    return load_command(
        options.folder, settings.database, settings.lang, day, options.accept, rules,
        _entry(options),
    )  # fmt: skip


def _entry_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    """What the row of a release says beside its facts."""
    parser.add_argument("--note", default="")
    parser.add_argument("--who", default=settings.who)


def _entry(options: Options) -> "Entry":
    from loaders.account import account
    from store.releases import Entry

    return Entry(options.note, options.who or account())


def _watch_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=settings.data)
    _entry_arguments(parser, settings)


def _watch(options: Options, settings: Settings) -> int:
    from loaders.watch_command import watch_command
    from targets.rules import rule_book

    return watch_command(
        options.folder, settings.database, settings.lang, lambda: today(settings.zone),
        rule_book(settings.rules), _entry(options),
    )  # fmt: skip


def _rollback_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("release", type=int)
    _entry_arguments(parser, settings)


def _rollback(options: Options, settings: Settings) -> int:
    from loaders.release_commands import rollback_command

    return rollback_command(options.release, settings.database, settings.lang, _entry(options))


def _withdraw_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("release", type=int)
    parser.add_argument("--reason", required=True)
    parser.add_argument("--who", default=settings.who)


def _withdraw(options: Options, settings: Settings) -> int:
    from loaders.account import account
    from loaders.release_commands import withdraw_command

    who = options.who or account()
    return withdraw_command(options.release, options.reason, settings.database, settings.lang, who)


def _releases_arguments(parser: argparse.ArgumentParser, _: Settings) -> None:
    parser.add_argument("release", nargs="?", type=int)


def _releases(options: Options, settings: Settings) -> int:
    from loaders.release_commands import releases_command

    return releases_command(options.release, settings.database, settings.lang, settings.zone)


def _check_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("paths", nargs="*", type=Path, default=[settings.data])
    parser.add_argument("--against-current", action="store_true")
    parser.add_argument("--xlsx", type=Path)


def _check(options: Options, settings: Settings) -> int:
    from loaders.check_console import Comparison, check_command
    from targets.rules import rule_book

    comparison = Comparison(
        settings.database, rule_book(settings.rules), options.against_current, options.xlsx
    )
    day = today(settings.zone)
    return check_command(options.paths, settings.data, settings.lang, day, comparison)


def _adopt_arguments(parser: argparse.ArgumentParser, _: Settings) -> None:
    parser.add_argument("file", type=Path)
    for name in ("source", "region", "indicator", "unit", "status", "period", "sheet", "recipe"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--save", "--name", nargs="?", const="", metavar="NAME")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--replace", action="store_true")


def _adopt(options: Options, settings: Settings) -> int:
    from loaders.adopting.command import adopt_command
    from loaders.adopting.request import Request

    asked = {name: value for name, value in vars(options).items() if name != "run"}
    request = Request(data=settings.data, **asked)
    return adopt_command(request, settings.lang, today(settings.zone))


def _export_arguments(parser: argparse.ArgumentParser, _: Settings) -> None:
    parser.add_argument("what", choices=("base", "region", "charts"))
    parser.add_argument("codes", nargs="+")
    parser.add_argument("--title", default="")
    parser.add_argument("--format", choices=("docx", "pptx", "xlsx"), default="docx")
    parser.add_argument("--out", type=Path)


def _export(options: Options, settings: Settings) -> int:
    from callbacks.export_command import ExportRequest, export_command

    request = ExportRequest(options.what, options.codes, options.format, options.out, options.title)
    return export_command(request, settings)


def _template_arguments(parser: argparse.ArgumentParser, _: Settings) -> None:
    parser.add_argument("base")
    time = parser.add_mutually_exclusive_group()
    time.add_argument("--month", default="")
    time.add_argument("--period", default="")
    parser.add_argument("--region", default="")
    parser.add_argument("--out", type=Path)


def _template(options: Options, settings: Settings) -> int:
    from callbacks.template_command import TemplateRequest, template_command

    request = TemplateRequest(
        options.base, options.month, options.period, options.region, options.out
    )
    return template_command(request, settings)


COMMANDS = MappingProxyType(
    {
        "serve": Command(_serve, _nothing),
        "load": Command(_load, _load_arguments),
        "check": Command(_check, _check_arguments),
        "watch": Command(_watch, _watch_arguments),
        "rollback": Command(_rollback, _rollback_arguments),
        "withdraw": Command(_withdraw, _withdraw_arguments),
        "releases": Command(_releases, _releases_arguments),
        "adopt": Command(_adopt, _adopt_arguments),
        "export": Command(_export, _export_arguments),
        "template": Command(_template, _template_arguments),
    }
)


def run(arguments: list[str] | None, settings: Settings) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="app.py")
    commands = parser.add_subparsers(required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name)
        command.arguments(one, settings)
        one.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    with _logged():
        return int(options.run(options, settings))


@contextmanager
def _logged() -> Iterator[None]:
    """Write the log of what is published to standard error, a line of JSON an event."""
    log = logging.getLogger("sixbases.releases")
    handler, level = logging.StreamHandler(sys.stderr), log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
