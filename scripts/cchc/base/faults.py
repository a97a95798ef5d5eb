"""What the system says of a file, in the clerk's words."""

from __future__ import annotations

import errno
import re

REASONS = {
    errno.ENOSPC: "đĩa đầy; xóa bớt tệp rồi chạy lại",
    errno.EDQUOT: "hết dung lượng được cấp; xóa bớt tệp rồi chạy lại",
    errno.EACCES: "không có quyền; nhờ người quản trị máy",
    errno.EPERM: "không có quyền; nhờ người quản trị máy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "là thư mục, không phải tệp; xóa hoặc đổi tên thư mục ấy",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.ENOENT: "không có tệp hay thư mục này",
}
# `.questions.yml.8x22be77.tmp` is questions.yml on its way.
ON_ITS_WAY = re.compile(r"\.([^/\\]+)\.[a-z0-9_]{8}\.tmp")


def told(error: OSError) -> str:
    """Say which file could not be read or written, why, and what to do."""
    name = ON_ITS_WAY.sub(r"\1", str(error.filename2 or error.filename or "tệp"))
    reason = REASONS.get(error.errno or 0, error.strerror or "lý do không rõ")
    return f"{name}: không đọc hay ghi được: {reason}"
