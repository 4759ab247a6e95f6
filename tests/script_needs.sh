#!/bin/sh
# Make sure that Node.js and npm are there: install them on Debian as root, else say what to install.
set -eu
OLDEST=18
node_there() { command -v node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)')" -ge "$OLDEST" ] && command -v npm >/dev/null; }
if node_there; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if node_there; then exit 0; fi
echo "The scripts of the pages are checked with Node.js $OLDEST or newer and npm: install the packages nodejs and npm, then run make again." >&2
exit 1
