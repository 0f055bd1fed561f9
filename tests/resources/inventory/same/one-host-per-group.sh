#!/bin/sh
echo '{"alone": {"x": 1, "y": "two"}, "_meta": {"hostvars": {}}}'
