"""Known errors of sources: what a publication states, and what is right."""

from dataclasses import dataclass

from indicators.typography import chinese


@dataclass(frozen=True, slots=True)
class Correction:
    """A known error in one `field` of an observation (value, unit, qualifier or status).

    `stated` is the cell as the source has it, `corrected` what stands there instead since `date`.
    """

    field: str
    stated: str
    corrected: str
    reason_zh: str
    reason_en: str
    date: str

    def reason(self, lang: str) -> str:
        """Why it is an error."""
        return self.reason_en if lang == "en" else chinese(self.reason_zh)
