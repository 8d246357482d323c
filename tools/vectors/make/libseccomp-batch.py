#!/usr/bin/env python3
"""Lets the installed libseccomp compile many profiles, and writes the programs that it emits.

    python3 libseccomp-batch.py < profiles.json > programs.json

In: a list of objects with "arch" (a token of seccomp_arch_add(), or libseccomp's name of an architecture), "optimize" (1 or
2) and an OCI profile's "defaultAction" and "syscalls"; every rule takes part. "also" has further architectures. With "seconds", a
profile gets a process of its own, and no more than so long. Out: a list with the program of each in hexadecimal; null
where libseccomp refused a rule and runc therefore refuses the profile; false where the time was up.

Needs Python 3 and libseccomp.so.2, nothing else.
"""
import errno
import json
import os
import signal
import sys
import tempfile

from libseccomp import (
    SCMP_FLTATR_CTL_OPTIMIZE,
    UNKNOWN_NAME,
    action,
    checked,
    conditions,
    load_library,
    Comparison,
)


def add_rules(lib, context, profile, default):
    """Adds the rules of `profile`, and says whether libseccomp took them all."""
    for rule in profile["syscalls"]:
        verdict = action(rule["action"], rule.get("errnoRet"))
        if verdict == default:
            continue
        for name in rule["names"]:
            number = lib.seccomp_syscall_resolve_name(name.encode())
            if number == UNKNOWN_NAME:
                continue
            for comparisons in conditions(rule):
                array = (Comparison * len(comparisons))(*comparisons)
                code = lib.seccomp_rule_add_array(context, verdict, number, len(comparisons), array)
                if code == -errno.EEXIST:
                    return False
                checked(code, f"adding a rule for {name}")
    return True


def token(lib, arch):
    """The token of an architecture that is given by its token or its name."""
    found = arch if isinstance(arch, int) else lib.seccomp_arch_resolve_name(arch.encode())
    if found == 0:
        raise SystemExit(f"libseccomp does not know the architecture {arch}")
    return found


def program(lib, profile, file):
    """The program for `profile`, or None."""
    default = action(profile["defaultAction"], profile.get("defaultErrnoRet"))
    context = lib.seccomp_init(default)
    native = lib.seccomp_arch_native()
    main = token(lib, profile["arch"])
    try:
        if main != native:
            checked(lib.seccomp_arch_remove(context, native), "removing the machine's architecture")
            checked(lib.seccomp_arch_add(context, main), f"adding architecture {main:#x}")
        for other in profile.get("also", ()):
            added = lib.seccomp_arch_add(context, token(lib, other))
            checked(added, f"adding architecture {other}", ignore=(errno.EEXIST,))
        checked(lib.seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, profile["optimize"]), "setting the level")
        if not add_rules(lib, context, profile, default):
            return None
        file.seek(0)
        file.truncate()
        checked(lib.seccomp_export_bpf(context, file.fileno()), "exporting the program")
        return os.pread(file.fileno(), 1 << 20, 0).hex()
    finally:
        lib.seccomp_release(context)


def bounded(lib, profile, file):
    """The program for `profile`, by a process that ends after the seconds of the profile; False where it has not come to one."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(profile["seconds"])
        found = program(lib, profile, file)
        with os.fdopen(writer, "w") as out:
            json.dump(found, out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return False
    if status != 0:
        raise SystemExit(f"the process for {json.dumps(profile)} ended with {status}")
    return json.loads(text)


def main():
    lib = load_library()
    with tempfile.TemporaryFile(buffering=0) as file:
        programs = [
            bounded(lib, profile, file) if "seconds" in profile else program(lib, profile, file)
            for profile in json.load(sys.stdin)
        ]
    json.dump(programs, sys.stdout)


if __name__ == "__main__":
    main()
