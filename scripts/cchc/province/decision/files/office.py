"""Old Word and Excel files by way of LibreOffice, where the machine has it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cchc.province.content import refuse

PROGRAMS = ("soffice", "libreoffice")
# A decision takes a few seconds; a file that takes longer is no decision or a trap.
LONGEST = 120
MISSING = (
    "tệp Word hoặc Excel kiểu cũ (.doc, .xls, .rtf) và máy này không có LibreOffice để chuyển; cài"
    " LibreOffice rồi chạy lại, hoặc mở bằng Word, Excel và lưu thành .docx, .xlsx"
)
# The converter opens strangers' files: no macros, nothing fetched from other hosts.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Give LibreOffice's path on this machine; None where there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@contextlib.contextmanager
def converted(path: Path, wanted: str) -> Iterator[Path]:
    """Convert a file to `docx`, `xlsx` or `pdf` for the time of the block.

    Raise `Refused` where LibreOffice is missing, takes too long or makes nothing.
    """
    office = program()
    if office is None:
        raise refuse(path, MISSING)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # A name of our own: LibreOffice takes some names as options or addresses.
        source = work / f"nguon{path.suffix.lower() or '.doc'}"
        shutil.copyfile(path, source)
        _run(path, office, work, source, wanted)
        made = work / "ra" / f"nguon.{wanted}"
        if not made.is_file():
            raise refuse(path, "LibreOffice không mở được tệp; mở bằng Word, Excel rồi lưu bản mới")
        yield made


def _run(path: Path, office: str, work: Path, source: Path, wanted: str) -> None:
    profile = work / "ho-so"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", wanted, "--outdir", str(work / "ra"), str(source),
    ]  # fmt: skip
    try:
        subprocess.run(command, timeout=LONGEST, check=False, capture_output=True, cwd=work)  # noqa: S603 - fixed words, a file of our own name
    except subprocess.TimeoutExpired:
        raise refuse(
            path, f"LibreOffice chuyển tệp quá {LONGEST} giây; lưu bản .docx rồi thử lại"
        ) from None
    except OSError as error:
        raise refuse(path, f"không chạy được LibreOffice ({error.strerror})") from None
