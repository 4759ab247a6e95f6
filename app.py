"""贵州六大产业基地指标看板: the application factory and the command line."""

import sys
from typing import TYPE_CHECKING, Any

import command_line
from callbacks.settings import SettingError, Settings, from_environment
from indicators.clock import today

if TYPE_CHECKING:
    from dash import Dash

    from review.prospect import Look, Prospect
    from wording.words import Words


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
    site = Site(settings, _prospect(settings))
    compression.register(server)
    _register_files(server, site)
    return Dashboard(server, site)


def _prospect(settings: Settings) -> "Look | None":
    """What looks at what a load would publish, where the settings allow it."""
    if not settings.publish:
        return None

    def look(words: "Words") -> "Prospect":
        # Not at the top: pages need no pandas.
        from loaders.prospect import look_ahead
        from targets.rules import rule_book

        day, rules = today(settings.zone), rule_book(settings.rules)
        return look_ahead(settings.data, settings.database, day, rules, words)

    return look


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
    """Run a command of `command_line.py`; return the exit code."""
    try:
        settings = from_environment()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    return command_line.run(arguments, settings)


if __name__ == "__main__":
    sys.exit(main())
