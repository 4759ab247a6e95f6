"""Why no picture was made: each reason knows the words that say what to do about it."""

from collections.abc import Sequence

from wording.words import Words


class RefusalError(Exception):
    """No picture: `message` says why; `retry_after` is in seconds, None where waiting is vain."""

    key = "picture.failed"
    retry_after: int | None = None

    def __init__(self, **values: str) -> None:
        super().__init__(*values.values())
        self.values = values


class NoBrowserError(RefusalError):
    """The server has no Chromium."""

    key = "picture.no_browser"


class BusyError(RefusalError):
    """More pictures are waiting than may wait."""

    key = "picture.busy"
    retry_after = 5


class FailedError(RefusalError):
    """The browser broke twice over this picture, or plotly cannot draw it."""

    retry_after = 30


class UndrawnError(RefusalError):
    """The chart itself cannot be drawn."""

    key = "chart.failed"


class NoFontError(RefusalError):
    """The server has no Chinese font, or cannot say which fonts it has."""

    key = "picture.no_font"


class GlyphError(RefusalError):
    """No font of the server has this character."""

    key = "picture.no_glyph"

    def __init__(self, character: str) -> None:
        super().__init__(character=character, code=f"U+{ord(character):04X}")
        self.character = character


class OptionError(RefusalError):
    """A parameter of a picture that cannot be met: its name, its value, and what is allowed."""

    key = "picture.option"

    def __init__(self, name: str, value: str, known: Sequence[str]) -> None:
        # An address may hold anything at any length; the answer repeats its beginning only.
        super().__init__(name=name, value=value[:40], known=" · ".join(known))
        self.name, self.value, self.known = name, value, tuple(known)


def message(refusal: RefusalError, words: Words) -> str:
    """Say in the language of `words` why there is no picture, and what helps."""
    return words(refusal.key, **refusal.values)
