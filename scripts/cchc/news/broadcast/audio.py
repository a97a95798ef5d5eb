"""A script as sound, by the speech programs that the machine has: espeak-ng, or piper.

espeak-ng speaks Vietnamese after one installation and sounds like a machine; piper sounds better
and needs a voice file (.onnx), named in the settings as the voice. An .mp3 needs lame or ffmpeg.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.news.broadcast.script import Script

VOICE_FILE = ".onnx"
ENDINGS = frozenset({".mp3", ".wav"})
# A script of an hour is spoken in seconds; what takes longer hangs.
PATIENCE = 600
# espeak-ng counts a word's length as in English: measured, 128 of its words are 165 tiếng.
ESPEAK_WORD = 128 / 165
NO_SPEECH = (
    "máy chưa có chương trình đọc tiếng Việt; cài espeak-ng (Debian, Ubuntu: sudo apt install"
    " espeak-ng lame; Windows: tải bộ cài espeak-ng) rồi chạy lại, hoặc chỉ in bản đọc: -o tệp.docx"
)
NO_PIPER = (
    "giong_doc là tệp giọng của piper mà máy chưa có piper hoặc không thấy tệp giọng; cài piper"
    " (pip install piper-tts), xem lại đường dẫn, hoặc ghi giong_doc: vi để dùng espeak-ng"
)
NO_MP3 = (
    "máy chưa có chương trình nén .mp3; cài lame hoặc ffmpeg (Debian, Ubuntu: sudo apt install"
    " lame) rồi chạy lại, hoặc ghi --audio tệp.wav"
)


def check_audio(path: Path, voice: str) -> None:
    """Raise `Refused` where the sound cannot be made, before anything is written."""
    if path.suffix.lower() not in ENDINGS:
        message = f"“{path.name}” không dùng được; --audio nhận tên tệp .mp3 hoặc .wav"
        raise Refused([Problem(str(path), 0, message)])
    if _speaker(voice) is None:
        message = NO_PIPER if voice.endswith(VOICE_FILE) else NO_SPEECH
        raise Refused([Problem(str(path), 0, message)])
    if path.suffix.lower() == ".mp3" and _packer() is None:
        raise Refused([Problem(str(path), 0, NO_MP3)])


def speak(script: Script, path: Path, voice: str) -> str:
    """Write the sound of what is read, whole or not at all; give the program's name.

    Raise `Refused` where a program is missing or fails.
    """
    check_audio(path, voice)
    with tempfile.TemporaryDirectory() as folder:
        words, wave = Path(folder) / "ban-doc.txt", Path(folder) / "ban-doc.wav"
        words.write_text(spoken_text(script), encoding="utf-8")
        name = _speak(words, wave, voice, script)
        write_atomically(path, _packed(wave, path))
    return name


def spoken_text(script: Script) -> str:
    """Give what the program reads: a paragraph a line, no marks; empty lines make a pause."""
    return "\n\n".join(each.text for each in script.paragraphs) + "\n"


def _speaker(voice: str) -> str | None:
    """Choose the program: piper for a voice file, else espeak-ng; None: not there."""
    if voice.endswith(VOICE_FILE):
        return "piper" if shutil.which("piper") and Path(voice).is_file() else None
    return next(filter(shutil.which, ("espeak-ng", "espeak")), None)


def _speak(words: Path, wave: Path, voice: str, script: Script) -> str:
    name = _speaker(voice) or ""
    if name == "piper":
        _run([name, "--model", voice, "--output_file", str(wave)], words)
    else:
        rate = round((script.slow + script.quick) / 2 * ESPEAK_WORD)
        _run([name, "-v", voice, "-s", str(rate), "-b", "1", "-w", str(wave), "-f", str(words)])
    return name


def _packer() -> str | None:
    return next(filter(shutil.which, ("lame", "ffmpeg")), None)


def _packed(wave: Path, path: Path) -> bytes:
    if path.suffix.lower() == ".wav":
        return wave.read_bytes()
    packed, name = wave.with_suffix(".mp3"), _packer() or ""
    if name == "lame":
        _run([name, "--quiet", "-b", "64", str(wave), str(packed)])
    else:
        _run([name, "-loglevel", "error", "-i", str(wave), "-b:a", "64k", str(packed)])
    return packed.read_bytes()


def _run(command: list[str], given: Path | None = None) -> None:
    """Run a program without a shell; its failure is told in its own last words."""
    try:
        subprocess.run(  # noqa: S603 - fixed programs; files and settings are single arguments
            command,
            input=given.read_bytes() if given else b"",
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused([Problem(command[0], 0, _why(error))]) from None


def _why(error: Exception) -> str:
    told = getattr(error, "stderr", None) or b""
    last = told.decode(errors="replace").strip().rpartition("\n")[2][:200]
    return f"chương trình đọc không làm được ({last or type(error).__name__}); xem giong_doc"
