"""The words that a recipe knows, and the units of the catalogue."""

from loaders.adopting.names import Names
from loaders.adopting.phrases import cleaned, plain, split_marks
from loaders.adopting.reading import Said, said, units_in
from loaders.adopting.recipe import Recipe


class Known:
    """A recipe's words as they are compared: plain."""

    def __init__(self, recipe: Recipe, names: Names) -> None:
        self.names = names
        self.indicators = {plain(name): key for name, key in recipe.indicators.items()}
        self.regions = {plain(name): key for name, key in recipe.regions.items()}
        self.not_taken = {plain(name) for name in recipe.not_taken}
        self._units = {plain(name): key for name, key in recipe.units.items()}

    def unit(self, word: str) -> str:
        """The unit that a plain word means; "" for none."""
        return self._units.get(word, "") or self.names.unit(word)

    def units(self, text: str) -> tuple[str, ...]:
        """The units that a text lists; none if any part of it is no unit."""
        return units_in(plain(text), self.unit)

    def name(self, text: str) -> Said:
        """What the name of an indicator says."""
        return said(text, lambda word: word in self.indicators or word in self.not_taken, self.unit)

    def place(self, text: str) -> Said:
        """What the name of a region says."""
        word, marks = split_marks(plain(text))
        word, more = split_marks(cleaned(word))
        return Said(word, marks=marks + more)
