"""Old fonts: what they show is read as Unicode."""

from __future__ import annotations

import pytest

from cchc.base.old_fonts import OldFont, old_font_of, to_unicode

TCVN3 = "QuyÕt ®Þnh vÒ viÖc c«ng bè Danh môc thñ tôc hµnh chÝnh míi ban hµnh lÜnh vùc hé tÞch, t\u00ad ph¸p"
VNI = "Quyeát ñònh veà vieäc coâng boá Danh muïc thuû tuïc haønh chính môùi ban haønh lónh vöïc hoä tòch, tö phaùp"
SHOWN = (
    "Quyết định về việc công bố Danh mục thủ tục hành chính mới ban hành lĩnh vực hộ tịch, tư pháp"
)


@pytest.mark.parametrize(("font", "typed"), [(OldFont.TCVN3, TCVN3), (OldFont.VNI, VNI)])
def test_old_text_is_recognised_and_read(font: OldFont, typed: str) -> None:
    assert old_font_of(typed) is font
    assert to_unicode(typed, font) == SHOWN


@pytest.mark.parametrize(("typed", "shown"), [
    ("ÑAÊNG KYÙ, ÖÙNG DUÏNG, AÁP, NGÖÔØI", "ĐĂNG KÝ, ỨNG DỤNG, ẤP, NGƯỜI"),
    ("aên, aéc, naèm, thaúng, maüu, ñaëc", "ăn, ắc, nằm, thẳng, mẵu, đặc"),
    ("kyø, kyû, kyõ, mî, æ, í, ì", "kỳ, kỷ, kỹ, mỵ, ỉ, í, ì"),
])  # fmt: skip
def test_every_sign_of_vni_has_its_letter(typed: str, shown: str) -> None:
    assert to_unicode(typed, OldFont.VNI) == shown


def test_unicode_is_no_old_font_and_stays() -> None:
    assert old_font_of(SHOWN * 3) is None
    assert to_unicode(SHOWN, OldFont.TCVN3) == SHOWN
