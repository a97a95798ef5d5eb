"""Find the web servers that the tests start for real (nginx, Caddy); fetch those that are missing.

Debian's packages are unpacked below .cache/servers/, not installed: an installed web server starts
at once, at port 80, and needs root. Where that is not possible the tests skip, and say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(".cache/servers")
LOG = Path(".cache/setup/servers.log")
MODULES = "usr/lib/nginx/modules"
# A program (or module), and the packages it comes in.
WANTED = {
    "nginx": ("nginx",),
    "caddy": ("caddy",),
    "ngx_http_brotli_static_module.so": ("libnginx-mod-http-brotli-static",),
    "ngx_http_brotli_filter_module.so": ("libnginx-mod-http-brotli-filter", "libbrotli1"),
    "wrk": ("wrk", "libluajit-5.1-2", "libluajit2-5.1-2"),
}
FETCH_SECONDS = 300


def found(name: str) -> Path | None:
    """Give a program or a module of nginx: fetched before, or the system's own."""
    own = [HERE / "usr/sbin" / name, HERE / "usr/bin" / name, HERE / MODULES / name]
    usual = [Path("/usr/sbin", name), Path("/", MODULES, name)]
    named = [Path(path)] if (path := shutil.which(name)) else []
    return next((each.absolute() for each in [*own, *named, *usual] if each.is_file()), None)


def run(folder: Path, *command: str) -> bool:
    """Run a command in a folder, its output in the log; tell whether it succeeded."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        try:
            done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log,
                                  stderr=log, timeout=FETCH_SECONDS, check=False)  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            print(error, file=log)
            return False
    return done.returncode == 0


def fetch(packages: tuple[str, ...]) -> None:
    """Download and unpack Debian packages; some of them may not be there."""
    folder = HERE / "goi"
    folder.mkdir(parents=True, exist_ok=True)
    run(folder, "apt-get", "update")  # without root it fails, and what apt knows must do
    for package in packages:
        run(folder, "apt-get", "download", package)
    for archive in folder.glob("*.deb"):
        run(HERE, "dpkg", "-x", str(archive.absolute()), ".")
    shutil.rmtree(folder)


def main() -> None:
    """Fetch what is missing; say what is not to be had."""
    if missing := [name for name in WANTED if found(name) is None]:
        if shutil.which("apt-get") and shutil.which("dpkg"):
            print("Đang tải nginx, Caddy cho phép thử (không cài vào máy) …", flush=True)
            fetch(tuple(package for name in missing for package in WANTED[name]))
        missing = [name for name in WANTED if found(name) is None]
    if missing:
        print(f"Không có {', '.join(missing)}: bỏ qua phép thử cần đến. Nhật ký: {LOG}")
        sys.exit(0)
    print("Máy chủ cho phép thử: " + ", ".join(str(found(name)) for name in ("nginx", "caddy")))


if __name__ == "__main__":
    main()
