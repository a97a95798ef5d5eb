"""Open the desk (cchc office); on first use set up what it needs. Started by office.cmd, office.sh.

Nothing but Python's own library: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
OLDEST_NODE = 20
VENV = Path(".venv")
MARK = VENV / ".ban-lam-viec"
LOG = Path(".cache/setup/office.log")
NEEDED = ("requirements.txt", "pyproject.toml")
WEB = Path(".cache/web/assets/cchc/search.js")
# What programs say of a failure, and what a person should know of it.
NETWORK = (
    "name resolution|name or service not known|getaddrinfo|NewConnectionError|unreachable|timed out"
    "|connection refused|connection reset|ProxyError|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET"
    "|ETIMEDOUT|ENETUNREACH|could not resolve|failed to establish"
)
REASONS = (
    (
        "no space left|ENOSPC|not enough space|winerror 112",
        "ổ đĩa đã đầy",
        "Dọn bớt ổ đĩa rồi mở lại.",
    ),
    (
        "certificate_verify_failed|self.signed.certificate|CERT_",
        "không tin được chứng chỉ của máy chủ",
        "Kiểm tra ngày giờ của máy; mạng cơ quan có chứng chỉ riêng thì nhờ người quản trị mạng.",
    ),
    (
        NETWORK,
        "không nối được mạng",
        "Lần đầu cần Internet. Kiểm tra mạng (và proxy của cơ quan) rồi mở lại.",
    ),
    (
        "do not match the hashes|EINTEGRITY",
        "gói tải về không khớp mã băm đã khóa",
        "Mở lại; nếu vẫn vậy, báo người phụ trách phần mềm.",
    ),
    (
        r"permission denied|access is denied|winerror 5\b",
        "không có quyền ghi vào thư mục này",
        "Chép cả thư mục của trang vào Tài liệu (Documents) rồi mở lại.",
    ),
)


def stop(what: str, *way_out: str) -> NoReturn:
    """Say what is wrong and the way out, and end."""
    print(f"\nKhông làm tiếp được: {what}")
    for line in way_out:
        print(f"  {line}")
    sys.exit(1)


def check_python(version: tuple[int, int]) -> None:
    """Stop where Python is too old."""
    if version < OLDEST:
        have, want = (".".join(map(str, each)) for each in (version, OLDEST))
        stop(f"Python {have} quá cũ, cần từ {want} trở lên.",
             "Cài bản mới từ https://www.python.org/downloads/ rồi mở lại.")  # fmt: skip


def python_of(venv: Path) -> Path:
    """Give the interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def expected() -> str:
    """Give what the mark of a set-up in order holds: the folder, and what was to be installed."""
    wanted = hashlib.sha256(b"".join(Path(name).read_bytes() for name in NEEDED)).hexdigest()
    return f"{Path.cwd()}\n{wanted}\n"


def in_order() -> bool:
    """Tell whether everything is installed for this folder, by this script or by make."""
    if not python_of(VENV).exists():
        return False
    if MARK.is_file():
        return MARK.read_text(encoding="utf-8") == expected()
    made, installed = VENV / ".made-in", VENV / ".installed"
    if not (made.is_file() and installed.is_file()):
        return False
    newest = max(Path(name).stat().st_mtime for name in NEEDED)
    here = made.read_text(encoding="utf-8").splitlines()[:1] == [str(Path.cwd())]
    return here and installed.stat().st_mtime >= newest


def run(*command: str) -> bool:
    """Run a program, its words in the log; tell whether it succeeded."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    scripts = str(python_of(VENV).parent.absolute())
    path = os.pathsep.join((os.environ.get("PATH", ""), scripts))
    # A person's own "always --user" setting would refuse to install into .venv.
    environ = {**os.environ, "PATH": path, "PIP_USER": "0", "PYTHONUTF8": "1"}
    with LOG.open("wb") as log:
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                  env=environ, check=False)  # fmt: skip
        except OSError as error:
            log.write(str(error).encode())
            return False
    return done.returncode == 0


def explain(what: str) -> NoReturn:
    """Stop after a step that failed: say why, as far as its log tells."""
    said = LOG.read_text(encoding="utf-8", errors="replace")
    for pattern, reason, way_out in REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            stop(f"{what}: {reason}.", way_out, f"Nhật ký: {LOG}")
    last = [line for line in said.splitlines() if line.strip()][-3:]
    stop(f"{what}.", *last, f"Nhật ký: {LOG}. Gửi tệp này cho người phụ trách phần mềm.")


def make_venv() -> None:
    """Make the environment anew: a copied or moved folder leaves one that points elsewhere."""
    print("Lần đầu mở: cài đặt vào thư mục này, vài phút, cần Internet …")
    shutil.rmtree(VENV, ignore_errors=True)
    if not run(sys.executable, "-m", "venv", str(VENV)):
        shutil.rmtree(VENV, ignore_errors=True)
        explain("không tạo được môi trường Python trong .venv")


def install(what: str, *arguments: str) -> bool:
    """Install with pip."""
    print(f"  {what} …")
    pip = (str(python_of(VENV)), "-m", "pip", "install", "--quiet", "--no-input",
           "--disable-pip-version-check", "--retries", "2")  # fmt: skip
    return run(*pip, *arguments)


def install_packages() -> None:
    """Install the locked packages, then the project itself."""
    if not install("các gói Python", "--require-hashes", "-r", "requirements.txt"):
        explain("cài các gói Python không thành")
    if not install("gói cchc", "--no-deps", "--no-build-isolation", "-e", "."):
        explain("cài gói cchc không thành")


def node_fits() -> bool:
    """Tell whether a Node new enough, with npm, can be run."""
    found = shutil.which("node"), shutil.which("npm")
    if not all(found):
        return False
    said = subprocess.run([str(found[0]), "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)", said.stdout)
    return version is not None and int(version[1]) >= OLDEST_NODE


def make_web_parts() -> None:
    """Make fonts and search; without them the desk works all the same, and says so."""
    if WEB.is_file():
        return
    fits = node_fits() or install("Node.js", "--require-hashes", "-r", "requirements-node.txt")
    npm = shutil.which("npm") or shutil.which("npm", path=str(python_of(VENV).parent.absolute()))
    print("  phông chữ và tìm kiếm …")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
    if not (fits and npm and run(npm, "ci", "--omit=dev", *quiet) and run(npm, "run", "build")):
        print(f"  Chưa làm được phông chữ và tìm kiếm; bàn làm việc vẫn chạy. Nhật ký: {LOG}")


def set_up() -> None:
    """Install everything; the mark is written last."""
    make_venv()
    install_packages()
    make_web_parts()
    MARK.write_text(expected(), encoding="utf-8")
    print("Đã cài đặt xong.\n")


def hand_over(command: list[str]) -> int:
    """Run the desk: in place of this process where the system can, else below it."""
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    return subprocess.call(command)


def main() -> int:
    """Set up where needed, then run the desk to its end."""
    os.chdir(Path(__file__).resolve().parents[2])
    check_python(sys.version_info[:2])
    try:
        if not in_order():
            set_up()
        command = [str(python_of(VENV)), "-X", "utf8", "-m", "cchc.cli.entry", "office"]
        return hand_over([*command, *sys.argv[1:]])
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        stop(f"{error.filename or 'tệp'}: {error.strerror}.", "Kiểm tra quyền ghi của thư mục này.")


if __name__ == "__main__":
    sys.exit(main())
