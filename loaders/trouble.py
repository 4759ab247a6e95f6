"""What a command says when it can do nothing: the database or a file forbids it."""

from collections.abc import Callable
from typing import Any

from store.engine import DatabaseError
from store.migrations import MigrationError, NewerDatabaseError
from store.snapshot import NoReleaseError
from wording.words import Words

Said = Callable[[Any, Words], str]
SENTENCES: dict[type[Exception], Said] = {
    NewerDatabaseError: lambda error, say: say("database.newer", revision=error.revision),
    MigrationError: lambda error, say: say("database.older", reason=str(error)),
    DatabaseError: lambda error, say: say("loaders.database", reason=str(error.orig)),
    NoReleaseError: lambda _, say: say("loaders.no_release"),
    OSError: lambda error, say: say("loaders.file_system", reason=str(error)),
}
TROUBLES = tuple(SENTENCES)  # to be caught


def trouble(error: Exception, say: Words) -> str:
    """The sentence of one of `TROUBLES`."""
    nearest = next(kind for kind in type(error).__mro__ if kind in SENTENCES)
    return SENTENCES[nearest](error, say)
