#!/bin/sh
echo loading "$@"
