#!/bin/sh
# Make sure that PostgreSQL can be tested in a Chinese locale: install it on Debian as root, else say what to install.
set -eu
locale_there() { command -v locale >/dev/null && locale -a 2>/dev/null | grep -qix 'zh_CN\.utf-\?8'; }
if locale_there; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  if ! [ -e /usr/share/i18n/locales/zh_CN ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends locales >/dev/null
  fi
  localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
fi
if locale_there; then exit 0; fi
echo "The tests need the locale zh_CN.UTF-8: install the package locales and run localedef -i zh_CN -f UTF-8 zh_CN.UTF-8, then run make test again." >&2
exit 1
