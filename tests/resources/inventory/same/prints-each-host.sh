#!/bin/sh
case "$1" in --list) echo '{"g": {"hosts": ["a","b"]}, "h": ["b"], "e": {}}';; --host) echo "{\"me\": \"$2\", \"n\": 3}";; *) exit 1;; esac
