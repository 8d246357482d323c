/* Filters for the tests, small enough to look at. */
import { AUDIT_ARCH, BPF, verdictOf, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn, ret } from '@seccompile/abi/test-makers'
import { parseAssembly } from '@seccompile/cbpf'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import type { Names } from '@seccompile/draw'

const CALLS = new Map([
  [0, 'read'],
  [1, 'write'],
  [2, 'open'],
  [15, 'rt_sigreturn'],
  [41, 'socket'],
  [57, 'fork'],
  [60, 'exit'],
  [231, 'exit_group'],
])

/** Names of a few calls of x86_64. */
export const NAMES: Names = {
  call: (arch, nr) => (arch === AUDIT_ARCH.X86_64 ? CALLS.get(nr) : undefined),
  arch: (arch) => (arch === AUDIT_ARCH.X86_64 ? 'x86_64' : undefined),
  argument: (_word, [calls]) =>
    calls?.numbers[0]?.lo === 41
      ? {
          name: 'family',
          valueName: (value) => (value === 1 ? 'AF_UNIX' : undefined),
          bitsName: () => undefined,
        }
      : undefined,
}

const b = decisionBuilder()
const ALLOW = b.verdict(verdictOf('ALLOW'))
const DENY = b.verdict(verdictOf('ERRNO', 1))
const KILL = b.verdict(verdictOf('KILL_PROCESS'))
const whole = { mask: WHOLE_WORD } as const
const nr = (op: 'eq' | 'ge', k: number, then: Decision, otherwise: Decision): Decision =>
  b.test({ word: WORD_NR, op, k, ...whole }, then, otherwise)
const family = b.test({ word: 4, op: 'eq', k: 1, ...whole }, ALLOW, DENY)

/** read, write, exit, exit_group and some sockets, on x86_64. */
export const SMALL: Decision = b.test(
  { word: WORD_ARCH, op: 'eq', k: AUDIT_ARCH.X86_64, ...whole },
  nr('ge', 2, nr('eq', 41, family, nr('eq', 60, ALLOW, nr('eq', 231, ALLOW, DENY))), ALLOW),
  KILL,
)

/** The filter {@link SMALL} as a program. */
export const SMALL_PROGRAM: Program = parseAssembly(`
  ld [4]
  jne #0xc000003e, kill
  ld [0]
  jlt #2, allow
  jeq #60, allow
  jeq #231, allow
  jne #41, deny
  ld [16]
  and #0xff
  jeq #1, allow, deny
  kill: ret #0x80000000
  allow: ret #0x7fff0000
  deny: ret #0x50001
`)

/** A list of `count` tests for equality. */
export function list(count: number): Decision {
  let node = DENY
  for (let k = count - 1; k >= 0; k -= 1) node = nr('eq', 2 * k, ALLOW, node)
  return node
}

/** The longest program that the kernel takes, as a list. */
export const LONGEST: Program = [
  insn(BPF.LD_ABS, 0),
  ...Array.from({ length: 4093 }, (_, k) => insn(BPF.JEQ_K, k, 0, 0)),
  ret(verdictOf('ALLOW')),
  ret(verdictOf('ERRNO', 1)),
]
