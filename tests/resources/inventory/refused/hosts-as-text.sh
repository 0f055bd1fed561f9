#!/bin/sh
printf "{\"a\": {\"hosts\": \"h\"}}"
