/* What a filter sees of arguments, where that is not what the process passed. */
import { seccompData, verdictName } from '@seccompile/abi'
import { arg, policy, resolve } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

function verdict(what: Policy, token: AbiToken, call: string, args: readonly bigint[]): string {
  const abi = signedAbiTable(token)
  const { rules } = resolve(what, { abis: [abi] })
  return verdictName(meaning(rules, seccompData({ nr: numberOf(abi, call)!, arch: abi.auditArch, args })))
}

const warned = (what: Policy, token: AbiToken, target: Omit<Target, 'abis'> = {}): readonly string[] =>
  resolve(what, { abis: [signedAbiTable(token)], ...target }).warnings.map(({ name }) => name)

describe('an address of s390', () => {
  const noAddress = policy({ default: 'allow' }).deny('sendto', ({ addr }) => addr.eq(0))

  it('has 31 bits: the bit above them changes nothing', () => {
    const at = (addr: bigint) => verdict(noAddress, 's390', 'sendto', [3n, 0n, 0n, 0n, addr])
    expect([0n, 0x8000_0000n, 0xffff_ffff_8000_0000n, 1n, 0x4000_0000n].map(at)).toEqual([
      'ERRNO(1)', 'ERRNO(1)', 'ERRNO(1)', 'ALLOW', 'ALLOW',
    ]) // prettier-ignore
  })

  it('has 32 bits on x86, and all on s390x', () => {
    expect(verdict(noAddress, 'x86', 'sendto', [3n, 0n, 0n, 0n, 0x8000_0000n])).toBe('ALLOW')
    expect(verdict(noAddress, 's390x', 'sendto', [3n, 0n, 0n, 0n, 0x8000_0000n])).toBe('ALLOW')
  })
})

describe('m68k, where args[0] is the number of the call', () => {
  const unixOnly = policy({ default: 'allow' }).deny('socket', ({ family }) => family.ne(1))
  const nr = BigInt(numberOf(signedAbiTable('m68k'), 'socket')!)

  it('tests an argument by name where the filter sees it', () => {
    expect(verdict(unixOnly, 'm68k', 'socket', [nr, 2n])).toBe('ERRNO(1)')
    expect(verdict(unixOnly, 'm68k', 'socket', [nr, 1n, 2n])).toBe('ALLOW')
    expect(verdict(unixOnly, 'x86', 'socket', [1n, 2n])).toBe('ALLOW')
  })

  it('refuses a condition on the sixth argument, which the filter does not see', () => {
    const sixth = policy({ default: 'allow' }).deny('sendto', ({ addr_len }) => addr_len.gt(100))
    expect(() => resolve(sixth, { abis: [signedAbiTable('m68k')] })).toThrow(
      '"sendto" has no argument "addr_len" on m68k; it has fd, buff, len, flags, addr',
    )
    expect(() => resolve(sixth, { abis: [signedAbiTable('arm')] })).not.toThrow()
  })

  it('warns of a multiplexer by the argument that selects the operation', () => {
    const byNumber = policy({ default: 'allow' }).deny('socket').deny('socketcall', arg(0).eq(1))
    const byFirst = policy({ default: 'allow' }).deny('socket').deny('socketcall', arg(1).eq(1))
    expect(warned(byNumber, 'm68k')).toEqual(['multiplexer-gap', 'absent-argument'])
    expect(warned(byFirst, 'm68k')).toEqual([])
    expect(warned(byNumber, 'x86')).toEqual([])
  })

  it('has no multiplexers as runc has them', () => {
    expect(() => warned(unixOnly, 'm68k', { multiplexers: 'runc' })).toThrow(
      'multiplexers are as in runc, whose rules test args[0], and on m68k args[0] is the number of the call; leave ' +
        'multiplexers out, and write rules for "socketcall" and "ipc"',
    )
    expect(() =>
      warned(policy({ default: 'allow' }).deny('socket'), 'x86', { multiplexers: 'runc' }),
    ).not.toThrow()
  })
})

describe('an argument of a 32-bit ABI', () => {
  const negative = policy({ default: 'allow' }).deny('openat', ({ dfd }) => dfd.lt(0))

  // mips extends the sign, parisc keeps what was there, the others have zeros.
  it.each(['x86', 'arm', 'mips', 'ppc', 'parisc', 's390', 'sh'] as const)(
    'is its low word alone on %s',
    (token) => {
      for (const high of [0n, 0xffff_ffffn, 0x1234n]) {
        const at = (low: bigint) => verdict(negative, token, 'openat', [(high << 32n) | low])
        expect([0xffff_ff9cn, 0x8000_0000n, 0x7fff_ffffn, 0n].map(at)).toEqual([
        'ERRNO(1)', 'ERRNO(1)', 'ALLOW', 'ALLOW',
      ]) // prettier-ignore
      }
    },
  )
})

describe('x86_64 and x32 in one section', () => {
  // The table of x32 passes the position of preadv2 in one register, so its flags are one index before those of x86_64.
  it('test an argument where each of them has it', () => {
    const tables = [signedAbiTable('x86_64'), signedAbiTable('x32')]
    const noWait = policy({ default: 'allow' }).deny('preadv2', ({ flags }) => flags.hasAny(8))
    const { rules } = resolve(noWait, { abis: tables })
    const at = (abi: number, args: bigint[]): string => {
      const { auditArch } = tables[abi]!
      const nr = numberOf(tables[abi]!, 'preadv2')!
      return verdictName(meaning(rules, seccompData({ nr, arch: auditArch, args })))
    }
    expect([at(0, [0n, 0n, 0n, 0n, 8n, 0n]), at(0, [0n, 0n, 0n, 0n, 0n, 8n])]).toEqual(['ALLOW', 'ERRNO(1)'])
    expect([at(1, [0n, 0n, 0n, 0n, 8n, 0n]), at(1, [0n, 0n, 0n, 0n, 0n, 8n])]).toEqual(['ERRNO(1)', 'ALLOW'])
  })
})
