#!/bin/sh
# npm.sh install | install_all | build | run_tests: the browser parts, with the machine's Node (20 or newer, npm
# included) or with one installed into .venv.
set -eu
. scripts/setup/messages.sh

oldest=20

node_version() {
    node --version 2>/dev/null || printf 'chưa có'
}

fit() {
    npm --version >/dev/null 2>&1 &&
        node -e "process.exit(parseInt(process.versions.node, 10) < $oldest ? 1 : 0)" 2>/dev/null
}

ensure_node() {
    fit && return 0
    on_this_machine=$(node_version)
    PATH=$(pwd -P)/.venv/bin:$PATH
    export PATH
    hash -r
    fit && return 0
    say "Node của máy: $on_this_machine; cần từ $oldest, kèm npm: dùng Node riêng trong .venv."
    sh scripts/setup/pip.sh "Node.js vào .venv" --require-hashes -r requirements-node.txt
    hash -r
    fit || stop "Node trong .venv không chạy được." \
        "Cài Node từ $oldest trở lên kèm npm cho máy rồi chạy lại."
}

# install [WHICH]: what the site needs; the tests want more.
install() {
    say "Cài các gói của trình duyệt (npm ci) …"
    # Short waits between tries: without a network the message should come within half a minute.
    quietly npm.log npm ci "${1:---omit=dev}" --ignore-scripts --no-audit --no-fund --no-update-notifier \
        --fetch-retries=3 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=8000 ||
        explain "cài các gói của trình duyệt không thành"
}

# What the tests need besides: judges of accessibility and of HTML.
install_all() {
    install --include=dev
}

build() {
    npm run --silent build ||
        stop "không làm được phần chạy trong trình duyệt (npm run build)." \
            "Các dòng trên nói vì sao. Nếu node_modules hỏng: xóa thư mục đó rồi chạy lại."
}

run_tests() {
    npm test --silent
}

ensure_node
"$1"
