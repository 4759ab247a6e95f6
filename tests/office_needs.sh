#!/bin/sh
# Make sure that LibreOffice and a Chinese font are there: install them on Debian as root, else say what to install.
set -eu
# Writer, Impress and Calc are packages of their own, whose absence soffice does not tell.
part() { [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/lib$1lo.so" ]; }
office() { command -v soffice >/dev/null && { ! command -v dpkg >/dev/null || { part sw && part sd && part sc; }; }; }
font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; }
if office && font; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui fonts-noto-cjk fontconfig >/dev/null
fi
if office && font; then exit 0; fi
echo "The tests of reports need LibreOffice and a Chinese font: install the packages libreoffice-writer-nogui, libreoffice-impress-nogui, libreoffice-calc-nogui and fonts-noto-cjk, then run make test again." >&2
exit 1
