import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import { contains, isAlways, meaning, witnesses } from '@seccompile/rules'
import { CAPABILITIES, resolve } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import { resolvedPolicy } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const ALLOW = verdictOf('ALLOW')

describe('container-default', () => {
  const { rules, warnings } = resolve(containerDefault, { abis: [x86_64] })
  const [section] = rules.sections

  it('allows 306 calls of x86_64 without conditions', () => {
    const free = section!.rules.filter(({ when, verdict }) => isAlways(when) && verdict === ALLOW)
    expect(free).toHaveLength(306)
    expect(warnings).toEqual([])
  })

  it('warns on x86 that socketcall makes sockets of every family', () => {
    const { warnings: onX86 } = resolve(containerDefault, { abis: [x86_64, signedAbiTable('x86')] })
    expect(onX86.map(({ name }) => name)).toEqual(['multiplexer-gap'])
  })

  it('gives what comes with a capability to whoever has it', () => {
    const allowed = (caps: typeof CAPABILITIES | []) => {
      const resolved = resolve(containerDefault, { abis: [x86_64], caps }).rules.sections[0]!.rules
      return (name: string) =>
        resolved.some(
          ({ numbers, when, verdict }) =>
            contains(numbers, numberOf(x86_64, name)!) && isAlways(when) && verdict === ALLOW,
        )
    }
    for (const name of ['mount', 'clone', 'clone3', 'reboot', 'iopl', 'chroot', 'open_by_handle_at'])
      expect([name, allowed([])(name), allowed(CAPABILITIES)(name)]).toEqual([name, false, true])
  })
})

describe('the profile to the letter', () => {
  it('means what Docker’s profile resolved by other means does, on x86_64', () => {
    const { rules } = resolve(dockerProfile, { abis: [x86_64] })
    const theirs = resolvedPolicy('docker-args')
    const expected = (nr: number, args: readonly bigint[]) => {
      const rule = theirs.rules.find((each) => each.nr === nr)
      const holds = rule?.conds.some((conjunction) =>
        conjunction.every(({ arg, op, val, mask }) => {
          const value = args[arg]!
          if (op === 'MASKED_EQ') return (value & BigInt(mask!)) === BigInt(val)
          if (op === 'EQ') return value === BigInt(val)
          return op === 'LT' ? value < BigInt(val) : value > BigInt(val)
        }),
      )
      const applies = rule !== undefined && (rule.conds.length === 0 || holds === true)
      const { action, errno } = applies ? rule.action : theirs.default
      return action === 'ALLOW' ? ALLOW : verdictOf('ERRNO', errno)
    }
    const inputs = [
      ...witnesses(rules),
      ...Array.from({ length: 600 }, (_, nr) => seccompData({ nr, arch: AUDIT_ARCH.X86_64 })),
    ].filter(({ nr, arch }) => arch === AUDIT_ARCH.X86_64 && nr < 0x4000_0000)
    for (const data of inputs) expect(meaning(rules, data)).toBe(expected(data.nr, data.args))
  })
})
