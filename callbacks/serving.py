"""Gunicorn around the application; it prints the address it serves."""

from dash import Dash
from gunicorn.app.base import BaseApplication

from callbacks.settings import Settings
from store.engine import DatabaseError, connect
from store.migrations import MigrationError, NewerDatabaseError
from store.releases import prepare
from wording.words import words

THREADS = 8  # readers wait for the database and the network, not for each other


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, app: Dash, options: dict[str, object]) -> None:
        self.app, self.options = app, options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        return self.app.server


def refusal(settings: Settings) -> str:
    """Bring the database to this version; say why it cannot be served, empty when it can.

    One that cannot be read at all is served: every page then says so, and loading it mends it.
    """
    say = words(settings.lang)
    engine = connect(settings.database)
    try:
        prepare(engine)
    except NewerDatabaseError as error:
        return say("database.newer", revision=error.revision)
    except MigrationError as error:
        return say("database.older", reason=str(error))
    except DatabaseError:
        return ""
    finally:
        engine.dispose()
    return ""


def serve(app: Dash, settings: Settings) -> int:
    """Serve until stopped."""
    address = f"http://{settings.host}:{settings.port}"
    ready = words(settings.lang)("serve.ready", address=address)
    options: dict[str, object] = {
        "bind": f"{settings.host}:{settings.port}",
        "workers": settings.workers,
        "threads": THREADS,
        "worker_class": "gthread",
        "loglevel": "warning",
        "limit_request_line": 0,  # our own answer to a long address names the parameter
        "when_ready": lambda _: print(ready, flush=True),
    }  # fmt: skip
    _Server(app, options).run()
    return 0
