#!/bin/sh
# Writes nginx's configuration from the environment and becomes nginx.
set -eu

: "${NGINX_PROXY:?is missing: set it to the address of the application, for example http://identidock:9090}"

host=${NGINX_PROXY#*://}
host=${host%%[:/]*}
if grep -v '^#' /etc/hosts | grep -qw -- "$host"; then
  # nginx's resolver asks only DNS; a name from /etc/hosts is fixed anyway.
  target="proxy_pass $NGINX_PROXY;"
else
  target="set \$application $NGINX_PROXY; proxy_pass \$application;"
fi
resolver=$(awk '$1 == "nameserver" { print $2; exit }' /etc/resolv.conf)

sed -e "s|@RESOLVER@|${resolver:-127.0.0.11}|" -e "s|@NGINX_HOST@|$NGINX_HOST|" -e "s|@TARGET@|$target|" \
  /nginx.conf.template > /etc/nginx/nginx.conf
exec nginx
