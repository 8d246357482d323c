#!/usr/bin/env python3
"""Asks the installed libseccomp what it makes of overlapping rules, and writes ../data/overlaps.json.

    python3 overlaps.py > ../data/overlaps.json

A case is a list of rules of one call; rule i gives ERRNO(i + 1), and the default is ERRNO(99). Each case is compiled in
the order of the list and in the reverse, at both optimize levels. Where all four agree on every call that several rules
match, the case has these calls with the errno of each; elsewhere it has no answer.

The cases: every pair of comparisons of one argument, over values and masks that tie, share a high word or do not; pairs
of different arguments and of several comparisons; and lists of three, of which every seventh is taken.

Needs Python 3 and libseccomp.so.2.
"""
import itertools
import json
import os
import struct
import tempfile

from libseccomp import SCMP_FLTATR_CTL_OPTIMIZE, OPERATORS, Comparison, checked, load_library

ARCHES = {"x86_64": (0xC000003E, 64, "<"), "x86": (0x40000003, 32, "<"), "s390x": (0x80000016, 64, ">")}
CALL = b"dup3"
DEFAULT = 99
ERRNO = 0x00050000


def holds(condition, args, width):
    index, operator, value, two = condition
    arg = args[index] & ((1 << width) - 1)
    return {
        "EQ": arg == value,
        "NE": arg != value,
        "LT": arg < value,
        "LE": arg <= value,
        "GE": arg >= value,
        "GT": arg > value,
        "MASKED_EQ": arg & value == two & value,
    }[operator]


def compiled(lib, arch, rules, optimize, file):
    """The program, or None where libseccomp refuses a rule."""
    context = lib.seccomp_init(ERRNO | DEFAULT)
    native = lib.seccomp_arch_native()
    try:
        if arch != native:
            checked(lib.seccomp_arch_remove(context, native), "removing the machine's architecture")
            checked(lib.seccomp_arch_add(context, arch), "adding an architecture")
        checked(lib.seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, optimize), "setting the level")
        number = lib.seccomp_syscall_resolve_name(CALL)
        for errno, conditions in rules:
            array = (Comparison * len(conditions))(*[Comparison(c[0], OPERATORS["SCMP_CMP_" + c[1]], c[2], c[3]) for c in conditions])
            if lib.seccomp_rule_add_array(context, ERRNO | errno, number, len(conditions), array) < 0:
                return None
        file.seek(0)
        file.truncate()
        checked(lib.seccomp_export_bpf(context, file.fileno()), "exporting the program")
        return os.pread(file.fileno(), 1 << 20, 0)
    finally:
        lib.seccomp_release(context)


def answer(program, order, data):
    """The errno that `program` returns for `data`, the words of seccomp_data by offset."""
    insns = list(struct.iter_unpack(order + "HBBI", program))
    pc, a = 0, 0
    while True:
        code, jt, jf, k = insns[pc]
        pc += 1
        if code == 0x20:
            a = data[k]
        elif code == 0x54:
            a &= k
        elif code == 0x05:
            pc += k
        elif code == 0x06:
            return k & 0xFFFF
        else:
            pc += jt if {0x15: a == k, 0x25: a > k, 0x35: a >= k}[code] else jf


def words(arch, order, number, args):
    data = {0: number, 4: arch}
    for index, arg in enumerate(args):
        halves = (arg & 0xFFFFFFFF, arg >> 32)
        data[16 + 8 * index], data[20 + 8 * index] = halves if order == "<" else halves[::-1]
    return data


def probes(rules, width):
    """Arguments at the edges of the conditions, three of them, the others 0."""
    values = [{0}, {0}, {0}]
    for conditions in rules:
        for index, operator, value, two in conditions:
            for constant in (value, two) if operator == "MASKED_EQ" else (value,):
                values[index] |= {constant + d for d in (-1, 0, 1) if 0 <= constant + d < 1 << width}
            if width == 64:
                values[index] |= {7 << 32}
    return [args for args in itertools.product(*map(sorted, values)) if sum(all(holds(c, args, width) for c in conditions) for conditions in rules) > 1]


def case(lib, name, rules, file):
    """The case as it is written, or None where no two rules overlap."""
    arch, width, order = ARCHES[name]
    calls = probes(rules, width)[:12]
    if not calls:
        return None
    number = lib.seccomp_syscall_resolve_name_arch(arch, CALL)
    numbered = [(i + 1, conditions) for i, conditions in enumerate(rules)]
    answers = []
    for rules_in_order in (numbered, numbered[::-1]):
        for optimize in (1, 2):
            program = compiled(lib, arch, rules_in_order, optimize, file)
            if program is None:
                return {"abi": name, "rules": rules}
            answers.append([answer(program, order, words(arch, order, number, args)) for args in calls])
    if any(found != answers[0] for found in answers):
        return {"abi": name, "rules": rules}
    return {"abi": name, "rules": rules, "calls": calls, "errnos": answers[0]}


def comparisons(index, width):
    values = [3, 5] + ([(1 << 32) + 4] if width == 64 else [])
    masks = [(7, 5), (4, 4), (0, 0)] + ([(1 << 32, 1 << 32)] if width == 64 else [])
    for operator in ("EQ", "NE", "LT", "LE", "GE", "GT"):
        for value in values:
            yield (index, operator, value, 0)
    for mask, value in masks:
        yield (index, "MASKED_EQ", mask, value)


def lists(width):
    first, second = list(comparisons(0, width)), list(comparisons(1, width))
    for one, other in itertools.combinations(first, 2):
        yield [[one], [other]]
    for one in first[:: 3]:
        yield [[one], [second[1]]]
        yield [[one], [(0, "EQ", 3, 0), (2, "NE", 9, 0)]]
    yield [[first[0]], [first[0]]]
    yield [[first[0]], [first[0], (2, "EQ", 9, 0)]]
    yield [[first[0], (2, "EQ", 9, 0)], [first[0], (2, "NE", 8, 0)]]
    for i, three in enumerate(itertools.combinations(first, 3)):
        if i % 7 == 0:
            yield [[comparison] for comparison in three]


def main():
    lib = load_library()
    with tempfile.TemporaryFile(buffering=0) as file:
        cases = [case(lib, name, rules, file) for name, (_, width, _) in ARCHES.items() for rules in lists(width)]
    print("[")
    print(",\n".join(json.dumps(found, separators=(",", ":")) for found in cases if found is not None))
    print("]")


if __name__ == "__main__":
    main()
