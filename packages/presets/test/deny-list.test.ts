/* The behaviour that all lists of refused calls share. */
import { AUDIT_ARCH, NO_CALL, seccompData, verdictName, verdictOf } from '@seccompile/abi'
import { resolve } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import type { PresetName } from '@seccompile/presets'
import { contains, meaning, verify } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { nameOf } from '@seccompile/syscalls'
import type { SyscallName } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

const ALLOW = verdictOf('ALLOW')
const X32_BIT = 0x4000_0000
const RINGS = ['io_uring_enter', 'io_uring_register', 'io_uring_setup'] as const

/** The calls that each list refuses, at least for some arguments; sorted. */
const REFUSED: Partial<Record<PresetName, readonly SyscallName[]>> = {
  'agent-command': [
    'clone', 'clone3', ...RINGS, 'ioctl', 'kcmp', 'perf_event_open', 'pidfd_getfd', 'process_madvise', 'process_vm_readv',
    'process_vm_writev', 'ptrace', 'setns', 'socket', 'socketcall', 'socketpair', 'unshare',
  ],
  'no-exotic-sockets': [...RINGS, 'socket', 'socketcall', 'socketpair'],
  'no-io-uring': RINGS,
  'no-network': ['connect', ...RINGS, 'sendto', 'socket', 'socketcall', 'socketpair'],
  'no-new-namespaces': ['clone', 'clone3', 'setns', 'unshare'],
  'no-tracing': [
    'kcmp', 'perf_event_open', 'pidfd_getfd', 'process_madvise', 'process_vm_readv', 'process_vm_writev', 'ptrace',
  ],
  'no-tty-injection': ['ioctl'],
  'no-unix-sockets': [...RINGS, 'socket', 'socketcall', 'socketpair'],
  'unix-sockets-only': [...RINGS, 'socket', 'socketcall', 'socketpair'],
} // prettier-ignore

/**
 * Registers of a call that some condition of a list refuses: all bits 0, all bits 1, SYS_SOCKET of socketcall,
 * TIOCSTI of an ABI, and AF_UNIX with a type that is none, where arguments begin in the first register and, on m68k, in
 * the second.
 */
const REGISTERS: readonly (readonly bigint[])[] = [
  ...[0n, 1n, 0xffff_ffff_ffff_ffffn, 0x5412n, 0x5472n, 0x4001_5412n].map((value) => Array<bigint>(6).fill(value)),
  [1n, 0n, 0n, 0n, 0n, 0n], [0n, 1n, 0n, 0n, 0n, 0n],
] // prettier-ignore

const lists = PRESETS.filter(({ name }) => REFUSED[name] !== undefined)

it('are nine', () => {
  expect(lists.map(({ name }) => name)).toEqual(Object.keys(REFUSED))
})

describe.each(lists.map((preset) => [preset.name, preset] as const))('%s', (name, { policy }) => {
  const everywhere = TOKENS.map((token) => [token, on(policy, token)] as const)

  it('has no warning on any ABI, but that sh has no clone3', () => {
    const found = everywhere.flatMap(([token, { resolution }]) =>
      resolution.warnings.map((warning) => `${token}: ${warning.name}: ${warning.message}`),
    )
    const rule = '"clone3": the rule names no call that'
    const known =
      name === 'no-new-namespaces' || name === 'agent-command'
        ? ['sh', 'sheb'].map(
            (token) => `${token}: absent-name: rule 2 of "no-new-namespaces": ${rule} ${token} has`,
          )
        : []
    expect(found).toEqual(known)
  })

  it('resolves to rules without a fault', () => {
    for (const [, { resolution }] of everywhere) expect(verify(resolution.rules)).toEqual([])
  })

  it('refuses some calls of each ABI, and lets all others run whatever their arguments', () => {
    for (const [token, { abi, ofNumber, resolution }] of everywhere) {
      const section = resolution.rules.sections[0]!
      expect(section.otherwise).toBe(ALLOW)
      // A call without a refusing rule runs, whatever its arguments.
      const refusing = section.rules.filter(({ verdict }) => verdict !== ALLOW)
      const numbers = [...abi.names.keys()].filter((nr) =>
        refusing.some((rule) => contains(rule.numbers, nr)),
      )
      for (const nr of numbers) expect(REGISTERS.some((args) => ofNumber(nr, args) !== 'ALLOW')).toBe(true)
      const refused = numbers.map((nr) => nameOf(abi, nr))
      const expected = REFUSED[name]!.filter((call) => abi.numbers.has(call))
      expect([token, refused.toSorted()]).toEqual([token, expected])
    }
  })

  it('gives ENOSYS to calls that are newer than the tables, and lets a tracer skip a call', () => {
    for (const [token, { abi, ofNumber }] of everywhere) {
      const verdicts = [abi.newest, abi.newest + 1, NO_CALL].map((nr) => ofNumber(nr))
      expect([token, ...verdicts]).toEqual([token, 'ALLOW', 'ENOSYS', 'ALLOW'])
    }
  })

  it('ends a process that makes a call of another ABI', () => {
    for (const [token, { abi, resolution, ofNumber }] of everywhere) {
      const other = abi.auditArch === AUDIT_ARCH.I386 ? AUDIT_ARCH.X86_64 : AUDIT_ARCH.I386
      const foreign = meaning(resolution.rules, seccompData({ nr: 1, arch: other }))
      expect([token, verdictName(foreign)]).toEqual([token, 'KILL_PROCESS'])
      if (token === 'x86_64')
        for (const nr of [0, 41, 101, 425, 435]) expect(ofNumber(nr | X32_BIT)).toBe('KILL_PROCESS')
      if (token === 'x32') for (const nr of [0, 41, 101, 425, 435]) expect(ofNumber(nr)).toBe('KILL_PROCESS')
    }
  })
})

it.each(lists.map((preset) => [preset.name, preset] as const))(
  '%s covers all ABIs of an x86_64 machine where they are named',
  (name, { policy }) => {
    const tables = (['x86_64', 'x86', 'x32'] as const).map((token) => signedAbiTable(token))
    const { rules, warnings } = resolve(policy, { abis: tables })
    expect(warnings).toEqual([])
    for (const { auditArch, numbers, token } of tables) {
      const refused = REFUSED[name]!.filter((call) => {
        const verdicts = REGISTERS.map((args) =>
          meaning(rules, seccompData({ nr: numbers.get(call) ?? NO_CALL, arch: auditArch, args })),
        )
        return verdicts.some((verdict) => verdictName(verdict).startsWith('ERRNO'))
      })
      expect([token, refused]).toEqual([token, REFUSED[name]!.filter((call) => numbers.has(call))])
    }
    // Kernels before 5.4 make the calls of x86_64 with the bit of x32 too: seccomp(2), Caveats.
    for (const call of REFUSED[name]!) {
      const nr = tables[0]!.numbers.get(call)
      if (nr === undefined) continue
      const verdicts = REGISTERS.map((args) =>
        meaning(rules, seccompData({ nr: nr | X32_BIT, arch: AUDIT_ARCH.X86_64, args })),
      )
      expect([call, verdicts.some((verdict) => verdictName(verdict).startsWith('ERRNO'))]).toEqual([
        call,
        true,
      ])
    }
  },
)
