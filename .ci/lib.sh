# shellcheck shell=bash
# Sourced by the scripts beside it: where the tools are, how a step reports.
# shellcheck disable=SC2034
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

CARGO_LEPTOS_VERSION=0.3.10
BINARYEN_VERSION=132.0.0
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3; exit }' Cargo.lock 2>/dev/null || true)

# Outside the repository and outside the user's own cargo folder, one folder a version.
tools=${SLATE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/slate}
cargo_leptos_dir=$tools/cargo-leptos-$CARGO_LEPTOS_VERSION
wasm_bindgen_dir=$tools/wasm-bindgen-$WASM_BINDGEN_VERSION
binaryen_dir=$tools/binaryen
export PATH="$cargo_leptos_dir/bin:$wasm_bindgen_dir/bin:$binaryen_dir/node_modules/.bin:$PATH:$HOME/.cargo/bin"

# The scripts rely on ./target.
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR
if [[ ${CI:-} == true ]]; then
    export CARGO_TERM_COLOR=never CARGO_TERM_PROGRESS_WHEN=never CARGO_INCREMENTAL=0 FORCE_COLOR=0
fi

_step='' _cure='' _began=0

# begin STEP CURE: what is done now, and what helps should it fail.
begin() {
    _step=$1 _cure=$2 _began=$SECONDS
    printf '==> %s\n' "$_step"
}

# done_: the step begun last is through.
done_() {
    printf '==> %s: %d s\n' "$_step" "$((SECONDS - _began))"
    _step=''
}

# there THING: nothing to do.
there() { printf '==> %s: there\n' "$1"; }

# give_up WHY: the step begun last cannot be done.
give_up() {
    printf '%s\n' "$1" >&2
    exit 1
}

_on_exit() {
    local code=$?
    if [[ $code -ne 0 && -n $_step ]]; then
        printf '==> FAILED after %d s: %s. Cure: %s\n' "$((SECONDS - _began))" "$_step" "$_cure" >&2
    fi
    exit "$code"
}
trap _on_exit EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

has() { command -v "$1" >/dev/null 2>&1; }

# version_of TOOL…: the first version number its command prints.
version_of() { "$@" 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1 || true; }

# at_least WANTED GIVEN: compares version numbers.
at_least() { [[ -n $2 && $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

# fingerprint PATH…: one hash over the names and contents of all files there.
fingerprint() {
    {
        rustc -vV
        find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum
    } | sha256sum | cut -d ' ' -f 1
}

# free_port: a loopback port nobody listens on, below the range the system hands out by itself.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 10000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%s\n' "$port"
}

chromium_path() {
    local name
    for name in "${SLATE_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [[ -n $name ]] && command -v "$name"; then return; fi
    done
    return 1
}

# postgres_bin: the folder of initdb and postgres; Debian keeps them out of PATH.
postgres_bin() {
    local dir
    if has initdb && has postgres; then
        dirname "$(readlink -f "$(command -v initdb)")"
        return
    fi
    dir=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
    [[ -n $dir && -x $dir/initdb && -x $dir/postgres ]] && printf '%s\n' "$dir"
}
