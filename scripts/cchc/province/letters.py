"""Capital letters of Vietnamese, for patterns: `À-Ỹ` would take the small ones along."""

from __future__ import annotations

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
# The inside of a character class: use as f"[{CAPITALS}]".
CAPITALS = "A-Z" + _VOWELS.upper().translate({ord(letter): None for letter in "AEIOUY"})
