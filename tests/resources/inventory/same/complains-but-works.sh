#!/bin/sh
echo 'a warning of mine' >&2
echo '{"web": {"hosts": ["a"]}, "_meta": {"hostvars": {"a": {"x": "y"}}}}'
