"""The script as sound, by the real programs where the machine has them."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.news.broadcast.audio import check_audio, speak
from tests.news.broadcast.test_script import script_of

ESPEAK = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="máy không có espeak-ng")
MP3 = pytest.mark.skipif(
    shutil.which("lame") is None and shutil.which("ffmpeg") is None,
    reason="máy không có lame hay ffmpeg",
)
TEN = "một hai ba bốn năm sáu bảy tám chín mười."


@ESPEAK
def test_wave_is_about_as_long_as_the_script_says(tmp_path: Path) -> None:
    script = script_of(*[TEN] * 10)
    assert speak(script, tmp_path / "a.wav", "vi") == "espeak-ng"
    with wave.open(str(tmp_path / "a.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    quick, slow = script.seconds
    assert quick * 0.75 < seconds < slow * 1.35


@ESPEAK
@MP3
def test_mp3_is_one(tmp_path: Path) -> None:
    speak(script_of(TEN), tmp_path / "a.mp3", "vi")
    raw = (tmp_path / "a.mp3").read_bytes()
    assert raw[:3] == b"ID3" or raw[0] == 0xFF
    assert list(tmp_path.iterdir()) == [tmp_path / "a.mp3"]


@ESPEAK
def test_voice_that_is_not_there_is_told_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="giong_doc"):
        speak(script_of(TEN), tmp_path / "a.wav", "khong-co-giong-nay")
    assert list(tmp_path.iterdir()) == []


def test_without_a_program_the_way_to_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="cài espeak-ng"):
        check_audio(tmp_path / "a.mp3", "vi")


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.mp3 hoặc \.wav"):
        check_audio(tmp_path / "a.ogg", "vi")


def test_voice_file_of_piper_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="xem lại đường dẫn"):
        check_audio(tmp_path / "a.wav", str(tmp_path / "giong.onnx"))
