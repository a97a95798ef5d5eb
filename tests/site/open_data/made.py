"""A portal with everything that open data must get right, and its files."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

from cchc.base.ward import Ward
from cchc.procedures.decision import Decision
from cchc.procedures.life_events import LifeEvent, LifeStep
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.files import open_data
from cchc.site.portal import Portal
from tests.site.samples import WARD, portal_of, procedure, version

FORMULAS = ("=1+1", "+84 234", "-2+3", "@SUM(A1)", "＝1+1")
NUMBER = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
FULL = procedure(
    name=unicodedata.normalize("NFD", "Thủ tục đăng ký khai sinh"),
    ten_goi_khac=["Làm giấy khai sinh"],
    tom_tat="Làm Giấy khai sinh cho trẻ.",
    doi_tuong=["Công dân Việt Nam"],
    co_quan={"thuc_hien": ["Ủy ban nhân dân cấp xã"], "tham_quyen": ["UBND phường Hương An"]},
    cach_nop=[
        {"hinh_thuc": "truc_tiep", "thoi_han": {"gia_tri": 5, "don_vi": "ngay_lam_viec"},
         "phi": [{"loai": "le_phi", "so_tien": 8000, "loi": "8.000 đồng/bản"}]},
        {"hinh_thuc": "truc_tuyen", "thoi_han": {"gia_tri": 15, "don_vi": "ngay"},
         "dia_chi": "https://dvc.example/nop",
         "phi": [{"loai": "phi", "so_tien": 0, "loi": "Theo quy định của Hội đồng nhân dân"}]},
    ],
    ho_so=[{"giay_to": [{"ten": "Tờ khai", "ban_chinh": 1, "bat_buoc": False},
                        {"ten": "Giấy chứng sinh", "ban_chinh": 1, "ban_sao": 0}]}],
    ket_qua=[{"ten": "Giấy khai sinh", "ma": "KQ.G15.000031"}],
    yeu_cau=["Có mặt người đi đăng ký"],
    can_cu=[{"so": "60/2014/QH13", "ten": "Luật Hộ tịch", "ngay": "2014-11-20"}, {"ten": "Luật A"}],
    lien_quan=["2.000815"],
    quyet_dinh={"so": "163/QĐ-BTP", "ngay": "2026-02-05"},
    nguon=[{"ten": "Cổng Dịch vụ công quốc gia", "ngay": "2026-10-03"}],
    xac_nhan={"nguoi": "Công chức tư pháp", "ngay": "2026-11-20"},
)  # fmt: skip
OTHER = procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực",
                  co_quan={"thuc_hien": ["Ủy ban nhân dân cấp xã"]})  # fmt: skip
# The last zero of a code is what a spreadsheet takes away.
BARE = procedure("1.013040", "Thủ tục chưa rõ gì", linh_vuc="")
ENDED = procedure(
    "3.000323", "Thủ tục cũ",
    bai_bo={"ngay": "2026-11-20", "quyet_dinh": NUMBER, "thay_bang": ["1.001193"]},
    lich_su=[{"ngay": "2026-11-20", "loai": "bai_bo", "quyet_dinh": NUMBER}],
)  # fmt: skip
TO_COME = version(procedure("1.004222", "Đăng ký thường trú"), "2027-03-01")
CHANGED = version(procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực",
                            yeu_cau=["Có bản chính"]), "2027-01-01")  # fmt: skip
HOSTILE = tuple(procedure(f"1.00000{n}", words, linh_vuc="") for n, words in enumerate(FORMULAS, 1))
CONFIRMED = Decision.model_validate({
    "so": NUMBER["so"], "ngay_ky": NUMBER["ngay"], "hieu_luc": "2026-11-20",
    "trang_thai": "da_xac_nhan", "trich_yeu": "Về việc công bố Danh mục",
    "xac_nhan": {"nguoi": "Lãnh đạo phường", "ngay": "2026-11-18", "ghi_chu": "đã gọi hỏi"},
    "nguon": {"tep": "3582.pdf", "dia_chi": "https://qd.example/3582.pdf"},
    "nhat_ky": [{"viec": "xac_nhan", "ngay": "2026-11-18", "nguoi": "Lãnh đạo phường"}],
    "van_de": [{"noi_dung": "dòng không rõ"}],
    "muc": [
        {"loai": "bai_bo", "ma": "3.000323", "ten": "Thủ tục cũ", "nguyen_van": "1 | 3.000323"},
        {"loai": "moi", "ten": "Thủ tục chưa có mã", "cap": ["xa"]},
        {"loai": "moi", "ma": "5.000001", "ten": "Quy trình nội bộ"},
        {"loai": "moi", "ma": "1.009999", "ten": "Dòng bỏ ngoài", "khong_ap_dung": True},
    ],
})  # fmt: skip
PROPOSED = Decision.model_validate({"so": "9/QĐ-UBND", "trich_yeu": "Chưa ai xác nhận"})
INTERNAL = Decision.model_validate({
    "so": "7/QĐ-UBND", "hieu_luc": "2026-11-01", "trang_thai": "da_xac_nhan",
    "loai_van_ban": "quy_trinh_noi_bo",
})  # fmt: skip
LIFE = LifeEvent(
    key="sinh-con", name="Sinh con", steps=(LifeStep(code="1.001193", why="Làm trước tiên."),)
)


def made_portal(site_url: str = "https://huongan.example/", ward: Ward = WARD) -> Portal:
    """Make the portal: eight in force, one to come, one ended, one without any agency."""
    decisions = (CONFIRMED, PROPOSED, INTERNAL)
    made = portal_of(
        FULL, OTHER, CHANGED, BARE, ENDED, TO_COME, *HOSTILE, ward=ward, decisions=decisions
    )
    return replace(made, site_url=site_url, lives=(LIFE,))


def made_files(portal: Portal | None = None) -> dict[str, DataFile]:
    """Give the files by name."""
    return {each.name: each for each in open_data(portal or made_portal())}


def parsed(name: str, portal: Portal | None = None) -> Any:  # noqa: ANN401 - JSON
    """Read one of the files as another program would."""
    return json.loads(made_files(portal)[name].content)


def written(folder: Path, portal: Portal | None = None) -> Path:
    """Write the files into a folder."""
    for name, file in made_files(portal).items():
        (folder / name).write_bytes(file.content)
    return folder
