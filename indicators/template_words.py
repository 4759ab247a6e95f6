"""The words by which a load knows a template that an office has filled in.

They are data format, not interface: a template writes them, a load passes them over by name.
"""

from dataclasses import astuple, dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class HelpColumns:
    """Headers of the columns that help an office to fill in a row, and that no load reads."""

    last_year: str
    held: str
    goal: str
    due: str


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The names of a template's sheets and help columns in one language."""

    table: str
    guide: str
    lists: str
    help: HelpColumns


TEMPLATE_WORDS = MappingProxyType(
    {
        "zh": TemplateWords(
            "填报表",
            "填报说明",
            "填报清单",
            HelpColumns(
                "去年同期（参考）", "已有数据（参考）", "对应目标（参考）", "目标到期（参考）"
            ),
        ),
        "en": TemplateWords(
            "Figures",
            "How to fill in",
            "Lists to choose from",
            HelpColumns(
                "Same period last year (help)",
                "On record (help)",
                "Target (help)",
                "Target due (help)",
            ),
        ),
    }
)
HELP_COLUMNS = frozenset(word for each in TEMPLATE_WORDS.values() for word in astuple(each.help))
UNREAD_SHEETS = frozenset(
    name for each in TEMPLATE_WORDS.values() for name in (each.guide, each.lists)
)
