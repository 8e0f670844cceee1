#!/bin/sh
# Installs the Debian packages that are needed and not there yet:
#   system-packages.sh program   to run the program
#   system-packages.sh test      to run its tests
# Without root, and without sudo that asks for no password, it names them in one line and fails.
set -eu
python="${PYTHON:-python3}"
missing=""

need() { # need PACKAGE COMMAND...: the package is missing if the command fails
    package="$1"
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

need_library() { # need_library PACKAGE FILE: the package is missing if the linker knows no such file
    need "$1" sh -c "PATH=\$PATH:/sbin:/usr/sbin ldconfig -p | grep -qF '$2'"
}

has_postgresql() {
    ls /usr/lib/postgresql/*/bin/postgres
}

case "${1:-}" in
program)
    need python3 command -v "$python"
    need python3-venv "$python" -c 'import ensurepip, venv'
    need_library libgl1 libGL.so.1
    need_library libegl1 libEGL.so.1
    need_library libglib2.0-0 libgthread-2.0.so.0
    need_library libfontconfig1 libfontconfig.so.1
    need_library libdbus-1-3 libdbus-1.so.3
    need_library libxkbcommon0 libxkbcommon.so.0
    need_library libxkbcommon-x11-0 libxkbcommon-x11.so.0
    need_library libxcb-cursor0 libxcb-cursor.so.0
    need_library libxcb-icccm4 libxcb-icccm.so.4
    need_library libxcb-keysyms1 libxcb-keysyms.so.1
    need_library libxcb-shape0 libxcb-shape.so.0
    need_library libxcb-xkb1 libxcb-xkb.so.1
    ;;
test)
    need poppler-utils command -v pdftotext
    need xvfb command -v Xvfb
    need xauth command -v xauth
    need xdotool command -v xdotool
    need openbox command -v openbox
    need qpdf command -v qpdf
    need libreoffice-writer-nogui command -v soffice
    need fonts-noto-core test -e /usr/share/fonts/truetype/noto/NotoSansKhmer-Regular.ttf
    need default-jre-headless command -v java
    need libpdfbox2-java test -e /usr/share/java/preflight.jar
    need libjaxb-api-java test -e /usr/share/java/jaxb-api.jar
    need libactivation-java test -e /usr/share/java/javax.activation.jar
    need icc-profiles-free test -e /usr/share/color/icc/sRGB.icc
    if [ -z "${TEST_POSTGRES_URL:-}" ]; then need postgresql has_postgresql; fi
    ;;
*)
    echo "usage: system-packages.sh program|test" >&2
    exit 2
    ;;
esac

if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # the names are separate words
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        echo "Please have an administrator run: apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing Debian packages:$missing"
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq --no-install-recommends -y $missing >/dev/null
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; $python is older. Name another one with: make PYTHON=..." >&2
    exit 1
}
