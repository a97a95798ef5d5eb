"""The board's page: what stands in it before its script runs, or where none does."""

from __future__ import annotations

from cchc.site import addresses
from cchc.site.portal import Portal
from cchc.site.rendering import Heading, PageText, render

TITLE = "Bảng niêm yết"
TEMPLATE = "board.html"


def board_page(portal: Portal) -> PageText:
    """Make the plain list of fields, each a link to its own page; the script puts the board there.

    Search has no row for it: it shows nothing that other pages do not.
    """
    page = addresses.BOARD
    data = {"shelves": portal.shelves(), "page": page}
    return PageText(
        address=page,
        title=TITLE,
        parts=(Heading(1, "Chọn lĩnh vực", "noi-dung"), render("board/plain.html", **data)),
        description="Thủ tục hành chính trên màn hình chạm tại nơi tiếp nhận hồ sơ.",
        listed=False,
        template=TEMPLATE,
    )
