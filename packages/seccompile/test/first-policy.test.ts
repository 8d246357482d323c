/* The first policy of a newcomer: one import, and the calls that it must refuse. */
import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import { meaning } from '@seccompile/interpreter'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import {
  AF_UNIX,
  all,
  CLONE_NEWNET,
  CLONE_NEWUSER,
  compile,
  errno,
  policy,
  SOCK_STREAM,
  SOCK_TYPE_MASK,
} from 'seccompile'

const sandbox = policy({ abis: ['x86_64'], default: 'allow', unknown: errno('ENOSYS') })
  .deny('socket', ({ family }) => family.notIn(AF_UNIX))
  .deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET))
  .deny(
    'socketpair',
    ({ family, type }) => all(family.eq(AF_UNIX), type.masked(SOCK_TYPE_MASK).ne(SOCK_STREAM)),
    errno('EPERM'),
  )

describe('a first policy', () => {
  const { program, abis, certificate } = compile(sandbox)
  const on = (name: string, ...args: readonly bigint[]): number =>
    meaning(program, seccompData({ nr: numberOf(abiTable('x86_64'), name)!, arch: AUDIT_ARCH.X86_64, args }))
  const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

  it('is for the ABIs that it names, and proved', () => {
    expect(abis.map(({ token }) => token)).toEqual(['x86_64'])
    expect(certificate.kind).toBe('proved')
  })

  it('refuses what its author means, whatever the high halves are', () => {
    for (const high of [0n, 1n, 0x8000_0000n, 0xffff_ffffn].map((half) => half << 32n)) {
      expect([on('socket', high | 1n), on('socket', high | 2n), on('socket', high | 10n)]).toEqual([ALLOW, EPERM, EPERM]) // prettier-ignore
      expect([on('clone', high | 0x11n), on('clone', high | 0x1000_0011n)]).toEqual([ALLOW, EPERM])
      expect([on('socketpair', high | 1n, high | 0x8_0001n), on('socketpair', 1n, high | 5n)]).toEqual([ALLOW, EPERM]) // prettier-ignore
    }
  })

  it('gives unknown calls the errno by its name', () => {
    const nr = abiTable('x86_64').newest + 1
    expect(meaning(program, seccompData({ nr, arch: AUDIT_ARCH.X86_64 }))).toBe(verdictOf('ERRNO', 38))
    const mips = compile(sandbox, { abis: ['mips'] })
    const table = abiTable('mips')
    const unknown = seccompData({ nr: table.newest + 1, arch: table.auditArch })
    expect(meaning(mips.program, unknown, 'big')).toBe(verdictOf('ERRNO', 89))
    const socket = seccompData({ nr: numberOf(table, 'socket')!, arch: table.auditArch, args: [2n] })
    expect(meaning(mips.program, socket, 'big')).toBe(EPERM)
  })
})
