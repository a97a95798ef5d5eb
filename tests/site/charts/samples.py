"""Two charts of made-up figures."""

from __future__ import annotations

from decimal import Decimal

from cchc.site.charts.bars import bars
from cchc.site.charts.lines import lines

LONG = "Thực hiện công khai kết quả giải quyết thủ tục hành chính đúng hạn tại bộ phận một cửa"


def some_bars(*, mark_sample: bool = False) -> bytes:
    rows = [
        ("Công tác chỉ đạo, điều hành", Decimal("9.25"), "trong 10 điểm"),
        (LONG, Decimal(4), "trong 12 điểm; mất 8"),
        ("Thể chế <nhóm> & rà soát", None, "dưới 5 phiếu, không công bố"),
        ("Tài chính", 0, ""),
    ]
    words = "Điểm từng tiêu chí năm 2026", "Điểm tự chấm bốn tiêu chí."
    return bars(*words, rows, "điểm", full=12, mark_sample=mark_sample)


def some_lines(*, mark_sample: bool = False) -> bytes:
    points = [("2021", 22), ("2022", 14), ("2023", None), ("2024", 9), ("2025", 5), ("2026", 3)]
    targets = [("Mục tiêu, trong nhóm đầu", 3)]
    words = "Hạng cải cách hành chính trong thành phố", "Hạng từ 22 năm 2021 lên 3 năm 2026."
    return lines(*words, points, targets, best_first=True, least=1, mark_sample=mark_sample)
