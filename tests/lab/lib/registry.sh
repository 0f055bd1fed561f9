# shellcheck shell=bash
registry_ensure() { die 1 "no registry yet"; }
registry_with_images() { registry_ensure; }
registry_stop() { :; }
