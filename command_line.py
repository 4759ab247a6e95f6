"""The command line: a row a command, with what it takes and what runs it.

What runs a command is imported when it is asked for: a load needs no Dash, a server no pandas.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from callbacks.settings import Settings
from indicators.clock import today

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


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _load(options: Options, settings: Settings) -> int:
    from loaders.console import load_command
    from targets.rules import rule_book

    day, rules = today(settings.zone), rule_book(settings.rules)
    return load_command(
        options.folder, settings.database, settings.lang, day, options.accept, rules
    )


def _check_arguments(parser: argparse.ArgumentParser, settings: Settings) -> None:
    parser.add_argument("paths", nargs="*", type=Path, default=[settings.data])


def _check(options: Options, settings: Settings) -> int:
    from loaders.console import check_command

    return check_command(options.paths, settings.data, settings.lang, today(settings.zone))


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
    return int(options.run(options, settings))
