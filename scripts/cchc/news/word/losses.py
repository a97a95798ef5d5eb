"""What of a Word file is not in the post, each in a sentence with the way out."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.news.word.repack import Repacked

SHOWN = 80


def losses(packed: Repacked, links: tuple[str, ...], *, has_macros: bool) -> tuple[str, ...]:
    """Tell what was dropped, turned or could not be read."""
    return (
        *_dropped(packed, has_macros=has_macros),
        *_unread(packed),
        *(f"liên kết không an toàn, chỉ giữ chữ: {_cut(link)}" for link in links),
    )


def _dropped(packed: Repacked, *, has_macros: bool) -> Iterator[str]:
    if packed.tracked:
        yield (
            f"{packed.tracked} chỗ sửa theo dõi (Track Changes) coi như đã chấp nhận hết; xem lại"
            " những chỗ ấy"
        )
    if packed.comments:
        yield f"đã bỏ {packed.comments} ghi chú (Comments) trong tệp Word"
    if packed.hidden:
        yield f"đã bỏ {packed.hidden} đoạn chữ ẩn"
    if has_macros:
        yield "tệp Word có macro; macro không được đọc. Nếu không rõ ai viết thì báo người quản trị"
    for font in packed.old_fonts:
        yield f"chữ gõ bằng {font.value} đã chuyển sang Unicode; đọc lại cả bài"


def _unread(packed: Repacked) -> Iterator[str]:
    for words in packed.boxes:
        yield f"hộp chữ (Text Box) không có trong bài; nếu cần thì chép vào: “{_cut(words)}”"
    for name, count in sorted(packed.lost.items()):
        yield f"{count} {name} không đọc được; nếu cần thì chụp thành ảnh rồi chèn vào bài"
    if packed.formulas:
        yield f"{packed.formulas} công thức toán viết thành chữ; xem lại hoặc chụp thành ảnh"
    if packed.torn:
        yield f"{packed.torn} ảnh không có trong tệp (chép thiếu?); chèn lại ảnh rồi nhập lại"
    for address in packed.outside:
        yield f"ảnh nằm ngoài tệp ({_cut(address)}), không tải về; chèn ảnh vào bài rồi nhập lại"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
