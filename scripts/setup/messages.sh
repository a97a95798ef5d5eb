# Sourced by the other set-up scripts: how they speak, and what a failed step's log means.

setup_logs=.cache/setup

say() {
    printf '%s\n' "$*"
}

# stop LINE...: the first line is what is wrong, the others the way out.
stop() {
    printf '\nKhông làm tiếp được: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# quietly LOG COMMAND...: its output goes to the log; true when the command succeeded.
quietly() {
    log=$setup_logs/$1
    shift
    mkdir -p "$setup_logs"
    "$@" >"$log" 2>&1 </dev/null
}

log_says() {
    grep -qiE "$1" "$log"
}

network_words='name resolution|name or service not known|NewConnectionError|network is unreachable'
network_words="$network_words|connection refused|connection reset|timed out|ProxyError|connect to proxy"
network_words="$network_words|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH"
network_words="$network_words|could not resolve"

# explain WHAT: the last quietly-run step failed; say why as far as its log tells, and stop.
explain() {
    if log_says 'no space left|ENOSPC'; then
        stop "$1: ổ đĩa đã đầy." "Dọn bớt ổ đĩa rồi chạy lại lệnh vừa rồi."
    elif log_says 'certificate_verify_failed|self.signed.certificate|CERT_'; then
        stop "$1: không tin được chứng chỉ của máy chủ." \
            "Kiểm tra ngày giờ của máy và chứng chỉ của mạng cơ quan. Nhật ký: $log"
    elif log_says "$network_words"; then
        stop "$1: không nối được mạng." \
            "Kiểm tra Internet (và proxy của cơ quan, nếu có) rồi chạy lại lệnh vừa rồi." \
            "Nhật ký: $log"
    elif log_says 'do not match the hashes|EINTEGRITY'; then
        stop "$1: gói tải về không khớp mã băm đã khóa." \
            "Không dùng gói đó. Chạy lại; nếu vẫn vậy, báo người quản trị mã nguồn. Nhật ký: $log"
    fi
    tail -n 15 "$log" >&2
    stop "$1." "Các dòng trên là phần cuối của nhật ký $log"
}
