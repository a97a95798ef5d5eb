#!/bin/sh
# Makes the lock files again from pyproject.toml and package.json: every version, every platform,
# every hash, no address. UPGRADE=1 takes newer versions where pyproject.toml allows them.
set -eu
. scripts/setup/messages.sh

upgrade=${UPGRADE:+--upgrade}

find_uv() {
    command -v uv && return 0
    if [ ! -x .cache/uv/bin/uv ]; then
        quietly uv.log .venv/bin/python -m venv .cache/uv &&
            quietly uv.log .cache/uv/bin/python -m pip install --quiet 'uv~=0.13.0' ||
            explain "không cài được uv"
    fi
    printf '%s\n' .cache/uv/bin/uv
}

# compile OUTPUT ARGUMENT...: the machine's own pip and uv settings stay out of it, but for the
# certificates that it trusts (the second name is the one of older uv).
compile() {
    output=$1
    shift
    say "Khóa $output …"
    quietly uv.log env -u PIP_FIND_LINKS -u UV_FIND_LINKS -u PIP_CONSTRAINT -u UV_CONSTRAINT \
        UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 \
        "$uv" pip compile --no-config --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" $upgrade -o "$output" "$@" ||
        explain "không khóa được $output"
}

refuse_addresses() {
    if grep -nE '://|find-links|index-url|"resolved"' requirements*.txt ||
        grep -nE '"resolved"' package-lock.json; then
        stop "tệp khóa có địa chỉ máy chủ (các dòng trên)." \
            "Tệp khóa chỉ được chứa tên, phiên bản và mã băm."
    fi
}

uv=$(find_uv)
compile requirements.txt --group build pyproject.toml
compile requirements-test.txt --group build --extra test -c requirements.txt pyproject.toml
compile requirements-node.txt --group node
say "Khóa package-lock.json …"
if [ -n "$upgrade" ]; then rm -f package-lock.json; fi
quietly npm.log npm install --package-lock-only --ignore-scripts --no-audit --no-fund ||
    explain "không khóa được package-lock.json"
refuse_addresses
