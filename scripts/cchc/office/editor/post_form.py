"""The collection “Tin, bài”: the head of a post as `cchc post new` writes it, and its text."""

from __future__ import annotations

from cchc.base.post_head import LONGEST_SUMMARY, PICTURES
from cchc.base.posts import FOLDER
from cchc.base.ward import Ward
from cchc.office.editor.shaping import Field, choose
from cchc.office.editor.widgets import DAY
from cchc.office.folder.wording import POST_LABELS

NAME = "tin-tuc"
# The buttons whose Markdown the site shows well; the title is the only heading of level one.
BUTTONS = (
    "bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list",
    "numbered-list",
)  # fmt: skip


def post_collection(ward: Ward, codes: list[Field]) -> Field:
    """Give the collection: one Markdown file a post, its pictures in a folder beside it."""
    return {
        "name": NAME,
        "label": "Tin, bài",
        "label_singular": "Bài",
        "icon": "article",
        "folder": FOLDER,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{fields.date}}-{{slug}}",
        "identifier_field": "title",
        "summary": "{{title}}",
        "media_folder": "{{slug}}",
        "public_folder": "{{slug}}",
        "duplicate": False,
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": [
            {"label": "Bản nháp", "field": "draft", "eq": True},
            {"label": "Đang ghim", "field": "ghim", "eq": True},
        ],
        "view_groups": [{"label": "Theo năm", "field": "date", "pattern": r"\d{4}"}],
        "editor": {"preview": False},
        "fields": post_fields(ward, codes),
    }


def post_fields(ward: Ward, codes: list[Field]) -> list[Field]:
    """Give the form of a post."""
    about: Field = {
        "name": "thu_tuc",
        "label": POST_LABELS["thu_tuc"],
        "hint": "Thủ tục mà bài nói đến; tìm theo tên hoặc mã",
        "required": False,
    }
    choose(about, codes, multiple=True)
    return [*_head(ward), about, _body()]


def _head(ward: Ward) -> list[Field]:
    choices = list(ward.news_categories)
    return [
        _line("title", "Nói được chuyện gì; không viết HOA cả câu", required=True),
        {
            "name": "date",
            "label": POST_LABELS["date"],
            "hint": "Ngày sau hôm nay: bài tự lên trang vào ngày ấy",
            "default": "{{now}}",
            "required": True,
            **DAY,
        },
        {
            "name": "draft",
            "label": POST_LABELS["draft"],
            "hint": "Bật: chưa ai thấy bài. Tắt rồi Lưu: bài lên trang ở lần đăng tới",
            "widget": "boolean",
            "default": True,
            "required": False,
        },
        {
            "name": "categories",
            "label": POST_LABELS["categories"],
            "hint": "Chọn một hoặc nhiều",
            "widget": "select",
            "multiple": True,
            "options": choices,
            "default": choices[:1],
            "required": False,
        },
        {
            "name": "description",
            "label": POST_LABELS["description"],
            "hint": f"Một, hai câu (tối đa {LONGEST_SUMMARY} ký tự) hiện ở danh sách tin; bản nháp"
            " có thể để trống",
            "widget": "text",
            "maxlength": LONGEST_SUMMARY,
            "required": False,
        },
        _line("tac_gia", "Tên bộ phận, không ghi tên người"),
        *_picture(),
        {
            "name": "het_han",
            "label": POST_LABELS["het_han"],
            "hint": "Sau ngày này bài chuyển vào lưu trữ; để trống nếu không có hạn",
            "required": False,
            **DAY,
        },
        {
            "name": "ghim",
            "label": POST_LABELS["ghim"],
            "hint": "Bài đứng đầu danh sách tin",
            "widget": "boolean",
            "default": False,
            "required": False,
        },
    ]


def _picture() -> list[Field]:
    return [
        {
            "name": "anh",
            "label": POST_LABELS["anh"],
            "hint": "Hiện ở danh sách tin; máy tự thu nhỏ và xóa nơi chụp",
            "widget": "image",
            "accept": ",".join(PICTURES),
            "choose_url": False,
            "required": False,
        },
        _line("anh_mo_ta", "Trong ảnh có gì; có ảnh thì phải viết"),
    ]


def _body() -> Field:
    return {
        "name": "body",
        "label": POST_LABELS["body"],
        "hint": "Đoạn đầu nói chuyện gì, ai làm, ở đâu, khi nào. Cách một dòng trống là sang đoạn"
        " mới; đầu dòng “## ” là tiêu đề nhỏ, “- ” là gạch đầu dòng; **chữ đậm**",
        "widget": "richtext",
        "buttons": list(BUTTONS),
        # Its rich text writes the whole post anew when it is opened: tables, notes and remarks
        # that it does not know would be harmed by a change of the title alone.
        "modes": ["raw"],
        "editor_components": ["image"],
        "linked_images": False,
        "required": False,
    }


def _line(name: str, hint: str, *, required: bool = False) -> Field:
    return {
        "name": name,
        "label": POST_LABELS[name],
        "hint": hint,
        "widget": "string",
        "use_emoji_autocomplete": False,
        "required": required,
    }
