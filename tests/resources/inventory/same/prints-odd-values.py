#!/usr/bin/env python3
import json,sys
print(json.dumps({"web":{"hosts":["a","b"],"vars":{"x":1.50,"y":None,"z":True,"pw":"pa$1wor$D"},"children":["inner"]},"inner":["c"],"_meta":{"hostvars":{"a":{"ansible_host":"1.2.3.4","l":[1,{"k":"v"}]},"zz":{"q":1}}},"all":{"children":["web","ungrouped"],"vars":{"t":"é"}},"ungrouped":{"hosts":["u"]}}))
