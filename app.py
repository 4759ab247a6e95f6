"""贵州六大产业基地指标看板: the application factory and the command line."""

import argparse
import sys
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, Request, Response, request
from flask_compress import Compress

from callbacks import downloads, health, wiring
from callbacks.settings import ROOT, SettingError, Settings, from_environment
from callbacks.site import Site

YEAR_SECONDS = 365 * 24 * 3600

INDEX = """<!DOCTYPE html>
<html lang="{%lang%}">
  <head>
    {%metas%}
    <title>{%title%}</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
    {%css%}
    <link rel="preload" href="/_dash-layout" as="fetch" crossorigin="anonymous">
    <link rel="preload" href="/_dash-dependencies" as="fetch" crossorigin="anonymous">
    <link rel="preload" href="/_dash-component-suites/dash/dcc/async-graph.js" as="script">
    <link rel="preload" href="/_dash-component-suites/dash/dcc/async-dropdown.js" as="script">
  </head>
  <body>
    {%app_entry%}
    <footer>{%config%}{%scripts%}{%renderer%}</footer>
  </body>
</html>"""


def create_app(settings: Settings | None = None) -> Dash:
    """Build a dashboard of its own; several may live in one process."""
    settings = settings or from_environment()
    server: Any = Flask("sixbases")  # Dash is typed to take a bool
    app = Dash(
        "sixbases",
        server=server,
        assets_folder=str(ROOT / "assets"),
        index_string=INDEX,
        suppress_callback_exceptions=True,  # pages hold different filters
        update_title="",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    site = Site(settings)
    _compress(app.server)
    wiring.register(app, site)
    health.register(app.server, site)
    downloads.register(app.server, site)
    return app


class _Kept(dict[str, bytes]):
    """Compressed assets, kept for the life of the process: they are the same for everyone."""

    def set(self, key: str, value: bytes) -> None:
        if not key.endswith(";"):
            self[key] = value


def _compress(server: Flask) -> None:
    server.config |= {
        "COMPRESS_ALGORITHM": ["br", "gzip"],
        "COMPRESS_BR_LEVEL": 5,  # a tenth smaller than 4, and hardly slower
        "COMPRESS_STREAMS": False,
        "COMPRESS_CACHE_BACKEND": _Kept,
        "COMPRESS_CACHE_KEY": _cache_key,
        "SEND_FILE_MAX_AGE_DEFAULT": YEAR_SECONDS,  # assets carry their version in the address
    }
    Compress(server)
    server.after_request(_whole)  # the last one registered is the first to run


def _whole(response: Response) -> Response:
    """Read an asset into memory: only what is no stream is kept compressed."""
    if response.direct_passthrough and _cache_key(request):
        response.direct_passthrough = False
        response.get_data()
    return response


def _cache_key(asked: Request) -> str:
    fixed = asked.path.startswith(("/assets/", "/_dash-component-suites/"))
    return asked.full_path if fixed else ""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line: serve, load, check. Return the exit code."""
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
    return parser


def _serve(_: argparse.Namespace, settings: Settings) -> int:
    from callbacks.serving import serve  # gunicorn is only needed here

    return serve(create_app(settings), settings)


def _load(options: argparse.Namespace, settings: Settings) -> int:
    from loaders.console import load_command  # pandas is only needed here

    return load_command(options.folder, settings.database, settings.lang)


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from loaders.console import check_command

    return check_command(options.paths, settings.data, settings.lang)


if __name__ == "__main__":
    sys.exit(main())
