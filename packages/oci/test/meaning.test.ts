import { seccompData } from '@seccompile/abi'
import { meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { resolve } from '@seccompile/policy'
import type { Capability, Policy, Target } from '@seccompile/policy'
import { parseProfile } from '@seccompile/oci'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdicts } from './oracle.ts'
import type { OracleArg, OracleProfile, OracleTarget } from './oracle.ts'

/** JSON text in which bigints are plain numbers. JSON.stringify cannot write them. */
function text(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key)}:${text(member)}`)
      .join(',\n')}}`
  return JSON.stringify(value)
}

const CAPS: readonly Capability[] = ['CAP_SYS_ADMIN', 'CAP_BPF', 'CAP_CHOWN']
const KERNELS: readonly (readonly [number, number])[] = [[4, 7], [4, 8], [6, 12]] // prettier-ignore
const ACTIONS = [
  'SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO', 'SCMP_ACT_LOG', 'SCMP_ACT_KILL', 'SCMP_ACT_KILL_PROCESS', 'SCMP_ACT_TRACE',
  'SCMP_ACT_NOTIFY', 'SCMP_ACT_TRAP',
] as const // prettier-ignore
const NAMES = ['read', 'socket', 'clone', 'waitpid', 'arch_prctl', 'socketcall', 'mmap2', 'set_tls']
const ABIS: readonly (readonly AbiToken[])[] = [
  ['x86_64'], ['x86_64', 'x86', 'x32'], ['x86', 'x86_64'], ['x32'], ['x32', 'x86'], ['aarch64', 'arm'], ['arm'],
  ['s390x', 's390'], ['s390'], ['mips64', 'mips', 'mips64n32'], ['mipsel'], ['ppc64le'], ['parisc'], ['sheb'],
] // prettier-ignore

const value: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 12n }) },
  fc.constantFrom(...[31n, 32n, 33n, 63n].flatMap((bit) => [2n ** bit - 1n, 2n ** bit, 2n ** bit + 1n])),
  fc.constantFrom(2n ** 64n - 1n, 2n ** 64n - 2n, 0xffff_ffff_0000_0000n, 2n ** 32n + 5n, 0x7e02_0000n),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
)

const condition: fc.Arbitrary<OracleArg> = fc.record({
  index: fc.constantFrom(0, 0, 1, 5),
  op: fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ').map((op) => `SCMP_CMP_${op}`),
  value,
  valueTwo: value,
})

const filter = fc.record(
  {
    caps: fc.subarray([...CAPS], { maxLength: 2 }),
    arches: fc.subarray(['amd64', 'x86', 'x32', 'arm64', 'arm', 's390x', 'mips64', 'ppc64le'], {
      maxLength: 3,
    }),
    minKernel: fc.constantFrom('4.8', '5.0'),
  },
  { requiredKeys: [] },
)
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

const rule = (actions: readonly string[]) =>
  fc
    .record({
      names: fc.subarray(NAMES, { minLength: 1, maxLength: 3 }),
      action: fc.constantFrom(...actions),
      errnoRet: rarely(fc.constantFrom(0, 1, 38, 4095)),
      args: fc.array(condition, { maxLength: 3 }),
      includes: rarely(filter),
      excludes: rarely(filter),
    })
    .map(({ errnoRet, includes, excludes, ...rest }) => ({
      ...rest,
      ...(errnoRet === undefined ? {} : { errnoRet }),
      ...(includes === undefined ? {} : { includes }),
      ...(excludes === undefined ? {} : { excludes }),
    }))

/** Profiles whose rules have only one action besides the default, so that they seldom contradict themselves. */
const profile: fc.Arbitrary<OracleProfile> = fc
  .record({ defaultAction: fc.constantFrom(...ACTIONS), action: fc.constantFrom(...ACTIONS) })
  .chain(({ defaultAction, action }) =>
    fc.record({
      defaultAction: fc.constant(defaultAction),
      syscalls: fc.array(rule([defaultAction, action]), { minLength: 1, maxLength: 6 }),
    }),
  )

/** Profiles with two or three conditional rules of one call and different actions: about half are contradictions. */
const quarrel: fc.Arbitrary<OracleProfile> = fc
  .array(fc.array(condition, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
  .map((lists) => ({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: lists.map((args, i) => ({ names: ['read'], action: ACTIONS[[0, 2, 7][i]!]!, args })),
  }))

const target = fc.record({
  abis: fc.constantFrom(...ABIS).map((tokens) => tokens.map((token) => abiTable(token))),
  caps: fc.subarray([...CAPS]),
  kernel: fc.constantFrom(...KERNELS),
})

const asTarget = ({ abis, caps, kernel: [major, minor] }: OracleTarget): Target => ({
  abis,
  caps: CAPS.filter((cap) => caps.includes(cap)),
  kernel: { major, minor },
})

/** Compares the resolved rules with the oracle; where the profile is refused, checks the example in the refusal. */
function check(asked: OracleProfile, aim: OracleTarget, overlaps: 'libseccomp' | 'refuse'): void {
  // tools/bench compares with libseccomp itself which of two overlapping rules decides.
  const policy: Policy = { ...parseProfile(text(asked), { file: 'p.json' }).policy, overlaps }
  const isLibseccomp = overlaps === 'libseccomp'
  let rules: RuleSet
  try {
    rules = resolve(policy, asTarget(aim)).rules
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    expect([code, message]).toEqual(['E_CONFLICT', message])
    const [, name, token] = /"(\w+)" gets .* on (\w+), for/.exec(message)!
    const abi = aim.abis.find((table) => table.token === token)!
    const args = Array<bigint>(6).fill(0n)
    for (const [, index, hex] of message.matchAll(/args\[(\d)\] == (0x[0-9a-f]+)/g))
      args[Number(index)] = BigInt(hex!)
    const call = { arch: abi.auditArch, nr: abi.numbers.get(name!)!, args }
    expect(verdicts(asked, aim, call, isLibseccomp).size).toBeGreaterThan(1)
    return
  }
  const inputs = [
    ...witnesses(rules),
    ...aim.abis.flatMap((abi) =>
      NAMES.flatMap((name) => abi.numbers.get(name) ?? []).map((nr) =>
        seccompData({ nr, arch: abi.auditArch, args: [5n, 2n ** 32n + 5n, 0n, 0n, 0n, 1n] }),
      ),
    ),
  ]
  // One rule may have thousands of witnesses. Some hundreds, different in every profile, are enough.
  const step = Math.max(1, Math.floor(inputs.length / 400))
  for (let i = inputs.length % step; i < inputs.length; i += step) {
    const call = inputs[i]!
    const found = verdicts(asked, aim, call, isLibseccomp)
    const verdict = meaning(rules, call)
    // An expectation takes longer than the two answers.
    if (found.has(verdict) && (isLibseccomp || found.size === 1)) continue
    if (isLibseccomp) expect(found).toContain(verdict)
    else expect([...found]).toEqual([verdict])
  }
}

describe('an imported profile', () => {
  it('means what its rules say, one call at a time', () => {
    fc.assert(
      fc.property(profile, target, (asked, aim) => check(asked, aim, 'libseccomp')),
      { numRuns: 250 },
    )
  })

  it('is refused exactly where its conditional rules contradict each other, if overlaps are to be refused', () => {
    fc.assert(
      fc.property(quarrel, target, (asked, aim) => check(asked, aim, 'refuse')),
      { numRuns: 250 },
    )
  })

  it('means the same for every operator on wide and narrow arguments', () => {
    const abis = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]
    const aim: OracleTarget = { abis, caps: [], kernel: [6, 12] }
    const constants = [0n, 1n, 5n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 32n + 5n, 2n ** 63n, 2n ** 64n - 1n]
    const values = [
      ...new Set(constants.flatMap((c) => [c, c + 1n, c - 1n].filter((v) => v >= 0n && v < 2n ** 64n))),
    ]
    for (const op of ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ'])
      for (const constant of constants)
        for (const valueTwo of op === 'MASKED_EQ' ? constants : [0n]) {
          const args = [{ index: 2, op: `SCMP_CMP_${op}`, value: constant, valueTwo }]
          const asked: OracleProfile = {
            defaultAction: 'SCMP_ACT_ERRNO',
            syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', args }],
          }
          const { rules } = resolve(parseProfile(text(asked), { file: 'p.json' }).policy, asTarget(aim))
          for (const abi of abis)
            for (const third of values) {
              const call = {
                nr: abi.numbers.get('read')!,
                arch: abi.auditArch,
                instruction_pointer: 0n,
                args: [0n, 0n, third, 0n, 0n, 0n] as const,
              }
              const found = [...verdicts(asked, aim, call, true)]
              // An expectation takes longer than the two answers.
              if (found.length !== 1 || found[0] !== meaning(rules, call))
                expect([meaning(rules, call)]).toEqual(found)
            }
        }
  })
})
