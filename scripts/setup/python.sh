#!/bin/sh
# Makes .venv with a suitable Python, or says what is missing and the way out. Does nothing when
# .venv is in order. PYTHON=COMMAND asks for one interpreter; else the first fit one is taken.
set -eu
. scripts/setup/messages.sh

oldest=3.11
mark=.venv/.made-in
here=$(pwd -P)

version_of() {
    "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Debian keeps ensurepip in a package of its own: there venv alone can be imported but not used.
can_make_venv() {
    "$1" -c 'import venv, ensurepip' 2>/dev/null
}

# A copied or moved folder, or an upgraded system Python, leaves a .venv that points elsewhere.
in_order() {
    [ -x .venv/bin/python ] && [ -f "$mark" ] && [ "$(sed -n 1p "$mark")" = "$here" ] &&
        .venv/bin/python -c '' 2>/dev/null || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(sed -n 2p "$mark")" ]
}

# Sets found (a fit interpreter), and for the messages too_old and without_venv.
look_for_python() {
    found='' too_old='' without_venv=''
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11
    fi
    for python in "$@"; do
        version=$(version_of "$python") || continue
        if ! new_enough "$python"; then
            too_old=${too_old:-"$python $version"}
        elif ! can_make_venv "$python"; then
            without_venv=${without_venv:-"$python $version"}
        else
            found=$python
            return 0
        fi
    done
    return 1
}

install_with_apt() {
    [ -z "${PYTHON:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    say "Thiếu Python hoặc mô-đun venv: đang cài python3 và python3-venv bằng apt-get …"
    quietly apt-update.log apt-get update || true
    DEBIAN_FRONTEND=noninteractive quietly apt-python.log \
        apt-get install -y --no-install-recommends python3 python3-venv
}

tell_what_is_missing() {
    way_out="Trên Debian 12, Ubuntu 24.04 hoặc mới hơn: sudo apt-get install python3 python3-venv"
    other="Có Python khác thì chỉ rõ: make site PYTHON=python3.12"
    if [ -n "$without_venv" ]; then
        stop "$without_venv thiếu mô-đun venv (ensurepip)." \
            "Trên Debian, Ubuntu: sudo apt-get install python3-venv" "$other"
    elif [ -n "$too_old" ]; then
        stop "Python quá cũ: tìm thấy $too_old, cần từ $oldest trở lên." "$way_out" "$other"
    elif [ -n "${PYTHON:-}" ]; then
        stop "không chạy được PYTHON=$PYTHON." \
            "Kiểm tra tên hoặc đường dẫn; bỏ PYTHON=… để máy tự tìm."
    fi
    stop "máy chưa có Python (không thấy lệnh python3)." "$way_out" "$other"
}

make_venv() {
    say "Tạo môi trường Python trong .venv ($found $(version_of "$found")) …"
    rm -rf .venv
    quietly venv.log "$found" -m venv .venv || {
        rm -rf .venv
        explain "không tạo được môi trường Python bằng $found -m venv"
    }
    printf '%s\n%s\n' "$here" "$(version_of "$found")" >"$mark"
}

in_order && exit 0
look_for_python || { install_with_apt && look_for_python; } || tell_what_is_missing
make_venv
