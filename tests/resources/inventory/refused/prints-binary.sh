#!/bin/sh
printf "\377\376"
