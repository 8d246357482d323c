#!/usr/bin/env python3
"""Writes a policy of ../data in the notation of another tool, to standard output.

    notation.py minijail docker-args       a .policy file
    notation.py minijail-arch docker-args  the table of calls that minijail's compiler takes
    notation.py kafel docker-args          a policy of kafel
    notation.py seccompiler docker-args    a program in Rust, which writes what seccompiler makes

README.md has the commands by which the tools make the programs in ../data of these texts.
"""
import json
import pathlib
import sys

DATA = pathlib.Path(__file__).parent.parent / "data"
COMPARISONS = {"LT": "<", "EQ": "==", "GT": ">"}
U64 = 2**64 - 1

RUST = """use seccompiler::*;
use std::{{collections::BTreeMap, convert::TryInto, io::Write}};

fn test(arg: u8, op: SeccompCmpOp, value: u64) -> SeccompCondition {{
    SeccompCondition::new(arg, SeccompCmpArgLen::Qword, op, value).unwrap()
}}

fn main() {{
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    {rules}
    let filter =
        SeccompFilter::new(rules, SeccompAction::Errno({errno}), SeccompAction::Allow, TargetArch::x86_64).unwrap();
    let program: BpfProgram = filter.try_into().unwrap();
    let mut out = std::io::stdout();
    for insn in program {{
        out.write_all(&insn.code.to_le_bytes()).unwrap();
        out.write_all(&[insn.jt, insn.jf]).unwrap();
        out.write_all(&insn.k.to_le_bytes()).unwrap();
    }}
}}"""


def alternatives(rule, comparison):
    """The conditions of a rule: each alternative of these policies is one comparison."""
    assert all(len(alternative) == 1 for alternative in rule["conds"])
    return [comparison(one) for [one] in rule["conds"]]


def minijail(policy):
    def comparison(one):
        if one["op"] == "MASKED_EQ":
            assert one["val"] == 0
            return f"arg{one['arg']} in {hex(U64 & ~one['mask'])}"
        return f"arg{one['arg']} {COMPARISONS[one['op']]} {one['val']}"

    for rule in policy["rules"]:
        action = rule["action"]
        allowed = " || ".join(alternatives(rule, comparison)) or "allow"
        print(f"{rule['name']}: {allowed if action['action'] == 'ALLOW' else 'return %d' % action['errno']}")


def minijail_arch(policy):
    calls = {rule["name"]: rule["nr"] for rule in policy["rules"]}
    print(json.dumps({"arch_nr": 0xC000003E, "arch_name": "x86_64", "bits": 64, "syscalls": calls, "constants": {}}))


def kafel(policy):
    def comparison(one):
        if one["op"] == "MASKED_EQ":
            return f"(a & {one['mask']}) == {one['val']}"
        return f"a {COMPARISONS[one['op']]} {one['val']}"

    groups = {}
    for rule in policy["rules"]:
        action = rule["action"]
        name = "ALLOW" if action["action"] == "ALLOW" else f"ERRNO({action['errno']})"
        conditions = " || ".join(alternatives(rule, comparison))
        call = f"SYSCALL[{rule['nr']}]" + (f" (a) {{ {conditions} }}" if conditions else "")
        groups.setdefault(name, []).append(call)
    # A condition names its argument a, which is the first: these policies test no other.
    assert all(one["arg"] == 0 for rule in policy["rules"] for conds in rule["conds"] for one in conds)
    body = ",\n".join(f"{name} {{\n" + ",\n".join(calls) + "\n}" for name, calls in groups.items())
    print(f"POLICY p {{\n{body}\n}}\nUSE p DEFAULT ERRNO({policy['default']['errno']})")


def seccompiler(policy):
    def comparison(one):
        names = {"LT": "Lt", "EQ": "Eq", "GT": "Gt"}
        op = f"MaskedEq({one['mask']})" if one["op"] == "MASKED_EQ" else names[one["op"]]
        return f"SeccompRule::new(vec![test({one['arg']}, SeccompCmpOp::{op}, {one['val']})]).unwrap()"

    # It has one action for calls that match, so a call with a third one gets the default.
    allowed = [rule for rule in policy["rules"] if rule["action"]["action"] == "ALLOW"]
    lines = [f"rules.insert({rule['nr']}, vec![{', '.join(alternatives(rule, comparison))}]);" for rule in allowed]
    print(RUST.format(rules="\n    ".join(lines), errno=policy["default"]["errno"]))


WRITERS = {"minijail": minijail, "minijail-arch": minijail_arch, "kafel": kafel, "seccompiler": seccompiler}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in WRITERS:
        sys.exit(__doc__)
    WRITERS[sys.argv[1]](json.loads((DATA / f"{sys.argv[2]}.x86_64.json").read_text()))
