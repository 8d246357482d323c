#!/usr/bin/env python3
"""Lets the installed libseccomp compile an OCI or Docker profile, and writes the program that it emits.

    python3 libseccomp.py PROFILE.json OUT.bpf [--arch x86_64,x86,x32] [--optimize 1|2] [--bad-arch ACTION]
                          [--runs N] [--json]

It makes the calls that runc makes, in runc's order, so that the program is the one a container gets (but for the
stub for unknown calls that runc puts in front of it):

- the first architecture decides which rules take part (`includes`, `excludes`; capabilities of a default container,
  the newest kernel); these rules then apply to all architectures;
- a rule with the action of the default is left out, and so is a name that libseccomp does not know;
- a rule that tests one argument twice becomes a rule for each of its conditions;
- the action for other architectures stays libseccomp's own, KILL_THREAD, unless `--bad-arch` says otherwise.

A policy that is resolved already, of the form of ../data/docker-args.x86_64.json, is taken as it is: numbers of one
architecture, and an OR of ANDs for each. A rule may have a "priority", 0 to 255, by which libseccomp orders its list.

Needs Python 3 and libseccomp.so.2, nothing else. It says on standard error which libseccomp it was, which names were
unknown to it, and how long the compilation took (the median of `--runs`); `--json` says it on standard output, for
machines. See libcontainer/seccomp/seccomp_linux.go in runc, and seccomp.go in
moby/profiles.
"""
import argparse
import ctypes
import errno
import json
import os
import statistics
import sys
import time

# enum scmp_filter_attr
SCMP_FLTATR_ACT_BADARCH = 2
SCMP_FLTATR_CTL_OPTIMIZE = 8
UNKNOWN_NAME = -1  # __NR_SCMP_ERROR

# Tokens of seccomp_arch_add() and the names that profiles use in `arches`: those of the Go toolchain.
ARCHES = {
    "x86_64": (0xC000003E, "amd64"),
    "x86": (0x40000003, "x86"),
    "x32": (0x4000003E, "x32"),
}

ACTIONS = {
    "SCMP_ACT_KILL": 0x00000000,
    "SCMP_ACT_KILL_THREAD": 0x00000000,
    "SCMP_ACT_KILL_PROCESS": 0x80000000,
    "SCMP_ACT_TRAP": 0x00030000,
    "SCMP_ACT_ERRNO": 0x00050000,
    "SCMP_ACT_NOTIFY": 0x7FC00000,
    "SCMP_ACT_TRACE": 0x7FF00000,
    "SCMP_ACT_LOG": 0x7FFC0000,
    "SCMP_ACT_ALLOW": 0x7FFF0000,
}

OPERATORS = {
    "SCMP_CMP_NE": 1,
    "SCMP_CMP_LT": 2,
    "SCMP_CMP_LE": 3,
    "SCMP_CMP_EQ": 4,
    "SCMP_CMP_GE": 5,
    "SCMP_CMP_GT": 6,
    "SCMP_CMP_MASKED_EQ": 7,
}

# What Docker leaves to a container that asks for nothing.
CONTAINER_CAPS = {
    "CAP_" + name
    for name in (
        "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD "
        "NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT"
    ).split()
}


class Comparison(ctypes.Structure):
    """struct scmp_arg_cmp"""

    _fields_ = [
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("datum_a", ctypes.c_uint64),
        ("datum_b", ctypes.c_uint64),
    ]


class Version(ctypes.Structure):
    """struct scmp_version"""

    _fields_ = [("major", ctypes.c_uint), ("minor", ctypes.c_uint), ("micro", ctypes.c_uint)]


def load_library():
    lib = ctypes.CDLL("libseccomp.so.2")
    lib.seccomp_version.restype = ctypes.POINTER(Version)
    lib.seccomp_init.restype = ctypes.c_void_p
    lib.seccomp_init.argtypes = [ctypes.c_uint32]
    lib.seccomp_arch_native.restype = ctypes.c_uint32
    lib.seccomp_arch_resolve_name.restype = ctypes.c_uint32
    lib.seccomp_arch_resolve_name.argtypes = [ctypes.c_char_p]
    lib.seccomp_arch_add.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    lib.seccomp_arch_remove.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    lib.seccomp_attr_set.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32]
    lib.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    lib.seccomp_syscall_resolve_name_arch.argtypes = [ctypes.c_uint32, ctypes.c_char_p]
    lib.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.POINTER(Comparison),
    ]
    lib.seccomp_syscall_priority.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]
    lib.seccomp_export_bpf.argtypes = [ctypes.c_void_p, ctypes.c_int]
    lib.seccomp_release.argtypes = [ctypes.c_void_p]
    return lib


def checked(code, what, ignore=()):
    if code < 0 and -code not in ignore:
        raise SystemExit(f"{what}: {os.strerror(-code)}")


def action(name, errno_ret):
    """The action as libseccomp takes it; an errno is its data. Docker's default for it is EPERM."""
    value = ACTIONS[name]
    with_data = name in ("SCMP_ACT_ERRNO", "SCMP_ACT_TRACE")
    return value | (errno.EPERM if errno_ret is None else errno_ret) if with_data else value


def takes_part(rule, goarch):
    """Whether the rule is for this architecture and a default container, on a kernel newer than any named."""
    includes, excludes = rule.get("includes") or {}, rule.get("excludes") or {}
    if not set(includes.get("caps") or ()) <= CONTAINER_CAPS:
        return False
    if includes.get("arches") and goarch not in includes["arches"]:
        return False
    if set(excludes.get("caps") or ()) & CONTAINER_CAPS:
        return False
    return goarch not in (excludes.get("arches") or ()) and not excludes.get("minKernel")


def conditions(rule):
    """The lists of comparisons to add: one, or one for each comparison where an argument is tested twice."""
    found = [
        Comparison(a["index"], OPERATORS[a["op"]], a.get("value", 0), a.get("valueTwo", 0))
        for a in rule.get("args") or ()
    ]
    indices = [c.arg for c in found]
    return [found] if len(set(indices)) == len(indices) else [[c] for c in found]


def fill(lib, context, profile, default, goarch):
    """Adds the profile's rules; yields the names that libseccomp does not know."""
    unknown = []
    for rule in profile["syscalls"]:
        verdict = action(rule["action"], rule.get("errnoRet"))
        if verdict == default or not takes_part(rule, goarch):
            continue
        for name in rule.get("names") or [rule["name"]]:
            number = lib.seccomp_syscall_resolve_name(name.encode())
            if number == UNKNOWN_NAME:
                unknown.append(name)
                continue
            for comparisons in conditions(rule):
                array = (Comparison * len(comparisons))(*comparisons)
                code = lib.seccomp_rule_add_array(context, verdict, number, len(comparisons), array)
                checked(code, f"adding a rule for {name}", ignore=(errno.EEXIST,))
    return unknown


def fill_resolved(lib, context, policy, default):
    """Adds the rules of a resolved policy; it has no names."""
    for rule in policy["rules"]:
        verdict = resolved_action(rule["action"])
        if verdict == default:
            continue
        if "priority" in rule:
            code = lib.seccomp_syscall_priority(context, rule["nr"], rule["priority"])
            checked(code, f"setting the priority of {rule['nr']}")
        # An AND of no conditions where there are none.
        for conds in rule["conds"] or [[]]:
            comparisons = [
                Comparison(c["arg"], OPERATORS["SCMP_CMP_" + c["op"]], *operands(c)) for c in conds
            ]
            array = (Comparison * len(comparisons))(*comparisons)
            code = lib.seccomp_rule_add_array(context, verdict, rule["nr"], len(comparisons), array)
            checked(code, f"adding a rule for {rule['nr']}", ignore=(errno.EEXIST,))
    return []


def operands(condition):
    """libseccomp takes the mask first."""
    masked = condition["op"] == "MASKED_EQ"
    return (condition["mask"], condition["val"]) if masked else (condition["val"], 0)


def resolved_action(resolved):
    return action("SCMP_ACT_" + resolved["action"], resolved.get("errno"))


def compile_policy(lib, policy, options):
    """Yields a filter that is ready to be exported, and the names that are unknown."""
    arches = [ARCHES[name] for name in options.arch.split(",")]
    is_resolved = "rules" in policy
    default = (
        resolved_action(policy["default"])
        if is_resolved
        else action(policy["defaultAction"], policy.get("defaultErrnoRet"))
    )
    context = lib.seccomp_init(default)
    # Names resolve on the machine's own architecture, which a new filter already has.
    native = lib.seccomp_arch_native()
    for token, _ in arches:
        checked(lib.seccomp_arch_add(context, token), f"adding architecture {token:#x}", ignore=(errno.EEXIST,))
    if native not in [token for token, _ in arches]:
        checked(lib.seccomp_arch_remove(context, native), "removing the machine's architecture")
    if is_resolved:
        unknown = fill_resolved(lib, context, policy, default)
    else:
        unknown = fill(lib, context, policy, default, arches[0][1])
    attributes = ((SCMP_FLTATR_ACT_BADARCH, ACTIONS[options.bad_arch]), (SCMP_FLTATR_CTL_OPTIMIZE, options.optimize))
    for attribute, value in attributes:
        checked(lib.seccomp_attr_set(context, attribute, value), f"setting attribute {attribute}")
    return context, unknown


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("profile")
    parser.add_argument("out")
    parser.add_argument("--arch", default="x86_64,x86,x32", help="the first one decides which rules take part")
    parser.add_argument("--optimize", type=int, default=2, choices=(1, 2), help="1: a list; 2: a binary tree")
    parser.add_argument("--bad-arch", choices=ACTIONS, default="SCMP_ACT_KILL_THREAD")
    parser.add_argument("--runs", type=int, default=1, help="how often to compile it, for the time")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with open(options.profile, encoding="utf-8") as file:
        policy = json.load(file)
    lib = load_library()
    times = []
    for _ in range(max(1, options.runs)):
        with open(options.out, "wb") as file:
            began = time.perf_counter()
            context, unknown = compile_policy(lib, policy, options)
            checked(lib.seccomp_export_bpf(context, file.fileno()), "exporting the program")
            times.append((time.perf_counter() - began) * 1000)
        lib.seccomp_release(context)
    version = lib.seccomp_version().contents
    name = f"libseccomp {version.major}.{version.minor}.{version.micro}"
    took = statistics.median_low(times)
    if options.json:
        print(json.dumps({"version": name, "ms": took, "minMs": min(times), "unknown": unknown}))
        return
    print(
        f"{name}: {os.path.getsize(options.out) // 8} instructions in {took:.1f} ms; "
        f"names it does not know: {', '.join(unknown) or 'none'}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
