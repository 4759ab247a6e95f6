#!/bin/sh
# Make sure that Chromium and a Chinese font are there: install them on Debian as root, else say what to install.
set -eu
browser() { [ -n "${SIXBASES_BROWSER:-}" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null; }
font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; }
if browser && font; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null
fi
if browser && font; then exit 0; fi
echo "The tests need Chromium and a Chinese font: install the packages chromium and fonts-noto-cjk (or set SIXBASES_BROWSER to a Chromium), then run make test again." >&2
exit 1
