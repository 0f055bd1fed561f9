#!/bin/sh
cat <<'JSON'
{"web": {"hosts": ["a", "b"], "vars": {"x": 1, "y": [1, {"z": null}]}},
 "db": ["c"],
 "prod": {"children": ["web", "db", "later"], "vars": {"env": "prod"}},
 "_meta": {"hostvars": {"a": {"ansible_host": "10.0.0.1", "deep": {"a": {"b": 1.5}}}, "nobody": {"x": 1}}}}
JSON
