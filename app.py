"""贵州六大产业基地指标看板: the application factory and the command line."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from callbacks.settings import SettingError, Settings, from_environment
from indicators.clock import today

if TYPE_CHECKING:
    from dash import Dash


def create_app(settings: Settings | None = None) -> "Dash":
    """Build a dashboard of its own; several may live in one process."""
    # Not at the top: a load needs no Dash, and starts in half the time without it.
    from flask import Flask

    from callbacks import compression
    from callbacks.dashboard import Dashboard
    from callbacks.site import Site

    settings = settings or from_environment()
    server = Flask("sixbases")
    server.config["MAX_CONTENT_LENGTH"] = 2**20  # no form and no callback sends as much
    site = Site(settings)
    compression.register(server)
    _register_files(server, site)
    return Dashboard(server, site)


def _register_files(server: Any, site: Any) -> None:
    """What is no page: health, downloads, pictures, reports, embeds."""
    from callbacks import error_answers
    from callbacks.files import downloads, embeds, health, pictures, reports
    from callbacks.selection import named_chart

    for room in (health, downloads, pictures, reports):
        room.register(server, site)
    embeds.register(server, site, named_chart.chart)
    error_answers.register(server, site.settings)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line: serve, load, check, export. Return the exit code."""
    try:
        settings = from_environment()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    options = _parser(settings).parse_args(arguments)
    return int(options.run(options, settings))


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py")
    commands = parser.add_subparsers(required=True)
    serve = commands.add_parser("serve")
    serve.set_defaults(run=_serve)
    load = commands.add_parser("load")
    load.add_argument("folder", nargs="?", type=Path, default=settings.data)
    load.set_defaults(run=_load)
    check = commands.add_parser("check")
    check.add_argument("paths", nargs="*", type=Path, default=[settings.data])
    check.set_defaults(run=_check)
    export = commands.add_parser("export")
    export.add_argument("what", choices=("base", "region", "charts"))
    export.add_argument("codes", nargs="+")
    export.add_argument("--title", default="")
    export.add_argument("--format", choices=("docx", "pptx", "xlsx"), default="docx")
    export.add_argument("--out", type=Path)
    export.set_defaults(run=_export)
    return parser


def _serve(_: argparse.Namespace, settings: Settings) -> int:
    from callbacks.serving import refusal, serve  # gunicorn is only needed here

    if reason := refusal(settings):
        print(reason, file=sys.stderr)
        return 1
    return serve(create_app(settings), settings)


def _load(options: argparse.Namespace, settings: Settings) -> int:
    from loaders.console import load_command  # pandas is only needed here

    day = today(settings.zone)
    return load_command(options.folder, settings.database, settings.lang, day)


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from loaders.console import check_command

    day = today(settings.zone)
    return check_command(options.paths, settings.data, settings.lang, day)


def _export(options: argparse.Namespace, settings: Settings) -> int:
    from callbacks.export_command import ExportRequest, export_command

    request = ExportRequest(options.what, options.codes, options.format, options.out, options.title)
    return export_command(request, settings)


if __name__ == "__main__":
    sys.exit(main())
