"""Whose hand it is: the account that runs a command."""

import getpass
import os
from collections.abc import Mapping

# Who asked for another account's rights is behind that account.
VARIABLES = ("SUDO_USER", "LOGNAME")


def account(environment: Mapping[str, str] = os.environ) -> str:
    """The name of the account; empty where the system knows none."""
    named = (environment.get(name, "") for name in VARIABLES)
    return next((name for name in named if name), "") or _of_system()


def _of_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no variable, and no entry in the table of accounts
        return ""
