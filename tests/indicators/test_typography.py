import pytest

from indicators.typography import chinese


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("原煤产量(政府/能源部门口径)", "原煤产量（政府/能源部门口径）"),
        ("核心,铜仁", "核心，铜仁"),
        ("“一核两区”:以贵阳贵安为核心", "“一核两区”：以贵阳贵安为核心"),
        ("贵州茅台(600519)上市公司", "贵州茅台（600519）上市公司"),
        ("电能利用效率（PUE)", "电能利用效率（PUE）"),
        ("产值1,204.4亿元", "产值1,204.4亿元"),  # a number keeps its own signs
        ("Xinhua (Beijing), 2023", "Xinhua (Beijing), 2023"),
        ("10%, of GDP", "10%, of GDP"),
        ("(GDP)增速", "（GDP）增速"),
        ("", ""),
    ],
)
def test_signs_between_chinese_characters_are_wide(written: str, printed: str) -> None:
    assert chinese(written) == printed
    assert chinese(printed) == printed
