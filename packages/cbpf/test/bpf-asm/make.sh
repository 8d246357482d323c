#!/bin/sh
# Makes each NAME.out from NAME.asm; needs bpf_asm on PATH.
set -eu
cd "$(dirname "$0")"
for text in *.asm; do
  bpf_asm -c "$text" >"${text%.asm}.out"
done
