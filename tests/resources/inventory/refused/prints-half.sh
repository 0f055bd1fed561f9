#!/bin/sh
printf "{\"a\": [1,"
