#!/usr/bin/env python3
"""Lets the installed libseccomp compile many profiles of one ABI each, and writes the programs that it emits.

    python3 libseccomp-batch.py < profiles.json > programs.json

In: a list of objects with "arch" (a token of seccomp_arch_add()), "optimize" (1 or 2) and an OCI profile's
"defaultAction" and "syscalls"; every rule takes part, and an argument is tested once in a rule. Out: a list with the
program of each in hexadecimal, or null where libseccomp refused a rule and runc therefore refuses the profile.

Needs Python 3 and libseccomp.so.2, nothing else.
"""
import errno
import json
import os
import sys
import tempfile

from libseccomp import SCMP_FLTATR_CTL_OPTIMIZE, action, checked, conditions, load_library, Comparison


def add_rules(lib, context, profile, default):
    """Adds the rules of `profile`, and says whether libseccomp took them all."""
    for rule in profile["syscalls"]:
        verdict = action(rule["action"], rule.get("errnoRet"))
        if verdict == default:
            continue
        for name in rule["names"]:
            number = lib.seccomp_syscall_resolve_name(name.encode())
            for comparisons in conditions(rule):
                array = (Comparison * len(comparisons))(*comparisons)
                code = lib.seccomp_rule_add_array(context, verdict, number, len(comparisons), array)
                if code == -errno.EEXIST:
                    return False
                checked(code, f"adding a rule for {name}")
    return True


def program(lib, profile, file):
    """The program for `profile`, or None."""
    default = action(profile["defaultAction"], profile.get("defaultErrnoRet"))
    context = lib.seccomp_init(default)
    native = lib.seccomp_arch_native()
    try:
        if profile["arch"] != native:
            checked(lib.seccomp_arch_remove(context, native), "removing the machine's architecture")
            checked(lib.seccomp_arch_add(context, profile["arch"]), f"adding architecture {profile['arch']:#x}")
        checked(lib.seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, profile["optimize"]), "setting the level")
        if not add_rules(lib, context, profile, default):
            return None
        file.seek(0)
        file.truncate()
        checked(lib.seccomp_export_bpf(context, file.fileno()), "exporting the program")
        return os.pread(file.fileno(), 1 << 20, 0).hex()
    finally:
        lib.seccomp_release(context)


def main():
    lib = load_library()
    with tempfile.TemporaryFile(buffering=0) as file:
        json.dump([program(lib, profile, file) for profile in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
