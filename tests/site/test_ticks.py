from __future__ import annotations

from cchc.site.procedure.ticks import dossier
from tests.site.samples import procedure

BIRTH = {"ten": "Giấy chứng sinh", "ban_chinh": 1}
FORM = {"ten": "Tờ khai", "ban_chinh": 1}


def keys(*papers: dict[str, object], case: str = "") -> list[str]:
    each = procedure(ho_so=[{"truong_hop": case, "giay_to": list(papers)}])
    return [tick.key for _, ticks in dossier(each) for tick in ticks]


def test_a_tick_stays_with_its_paper_when_others_come_before_it() -> None:
    assert keys(BIRTH)[0] in keys(FORM, BIRTH)[1:]


def test_changed_words_are_another_paper() -> None:
    assert keys(BIRTH) != keys({**BIRTH, "ghi_chu": "Bản có ký số."})


def test_the_same_paper_twice_has_two_keys() -> None:
    assert len(set(keys(BIRTH, BIRTH))) == 2
    assert keys(BIRTH, case="Sinh ở nhà") != keys(BIRTH, case="Sinh ở bệnh viện")


def test_counts_may_change_and_the_tick_stays() -> None:
    assert keys(BIRTH) == keys({**BIRTH, "ban_chinh": 2})


def test_a_case_without_papers_is_left_out() -> None:
    each = procedure(ho_so=[{"truong_hop": "A", "luu_y": ["Không cần giấy tờ."]},
                            {"truong_hop": "B", "giay_to": [FORM]}])  # fmt: skip
    assert [case.name for case, _ in dossier(each)] == ["B"]
