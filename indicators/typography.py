"""Chinese text as it is printed: full-width signs between Chinese characters."""

import re
from functools import lru_cache

WIDE = str.maketrans(",;:?!()", "，；：？！（）")
HAN = "\u3400-\u9fff"
ANY = re.compile(f"[{HAN}]")
# A sign beside a Chinese character or beside another sign of Chinese text; "5,000" keeps its own.
SIGN = re.compile(rf"(?<=[{HAN}”’》）%])[,;:?!()] ?|[,;:?!()](?=[{HAN}“‘《（])")
# One of the two is full-width: so is the other.
PAIR = re.compile(r"（([^（）()]*)\)|\(([^（）()]*)）")


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return ANY.search(text) is not None


@lru_cache(maxsize=8192)
def chinese(text: str) -> str:
    """Return `text` with the signs that Chinese text has; text without Chinese stays as it is."""
    if not is_chinese(text):
        return text
    wide = SIGN.sub(lambda sign: sign[0].rstrip().translate(WIDE) or sign[0], text)
    return PAIR.sub(r"（\1\2）", wide)
