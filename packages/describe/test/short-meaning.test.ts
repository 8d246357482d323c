import { seccompData, verdictOf } from '@seccompile/abi'
import { groups } from '@seccompile/groups'
import { errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { presetNames, presetOf } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { regions } from '@seccompile/prover'
import { ALWAYS, argument, canonical, contains, meaning, ruleSet, U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { calls, nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentNames } from '../src/names/argument-names.ts'
import { callNames } from '../src/names/call-names.ts'
import { conditionText } from '../src/parts/regions.ts'
import { shortMeaning } from '../src/parts/short-meaning.ts'
import type { ShortMeaning } from '../src/parts/short-meaning.ts'
import { shortText } from '../src/parts/short-text.ts'
import { rebuilt } from './rebuilt.ts'

type Tokens = readonly [AbiToken, ...AbiToken[]]
const THREE: Tokens = ['x86_64', 'x86', 'x32']

/** The short form of the rules of a policy. */
function shortOf(rules: RuleSet, tokens: Tokens): { short: readonly ShortMeaning[]; text: string } {
  const abis = tokens.map((token) => signedAbiTable(token))
  const names = callNames(abis, argumentNames(abis))
  const answer = regions({ level: 'rules', ir: rules })
  if (answer.kind === 'undecided') throw new Error(answer.reason)
  const short = shortMeaning(names, abis, answer.sections)
  return { short, text: shortText(names, short) }
}

/** Calls and numbers whose outcome, rebuilt from the short form, is not that of the rules. */
function faults(rules: RuleSet, tokens: Tokens): readonly string[] {
  const answer = regions({ level: 'rules', ir: rules })
  if (answer.kind === 'undecided') throw new Error(answer.reason)
  const abis = tokens.map((token) => signedAbiTable(token))
  const names = callNames(abis, argumentNames(abis))
  const found = rebuilt(shortOf(rules, tokens).short)
  // An arch whose calls all get what those of unnamed ones get is one of these.
  const isNamed = (token: AbiToken): boolean =>
    answer.sections.some(({ rest, arches }) => !rest && contains(arches, signedAbiTable(token).auditArch))
  expect(found.map(({ abi }) => abi.token).toSorted()).toEqual(tokens.filter(isNamed).toSorted())
  return found.flatMap(({ abi: { auditArch: arch, ...abi }, outcomes, unnamed }) => {
    const table = signedAbiTable(abi.token)
    const section = answer.sections.find(({ arches }) => contains(arches, arch))!
    const edges = section.regions.flatMap(({ numbers }) => numbers.flatMap(({ lo, hi }) => [lo - 1, lo, hi, hi + 1])) // prettier-ignore
    const own = [...edges, table.newest + 1].filter((nr) => {
      const isX32 = nr >= 0x4000_0000 && nr < 0xffff_ffff
      return nr >= 0 && nr <= 0xffff_ffff && nameOf(table, nr) === undefined && (arch !== 0xc000_003e || isX32 === (abi.token === 'x32') || tokens.every((token) => token !== 'x32')) // prettier-ignore
    })
    const all = [...calls(table), ...own.map((nr) => ({ nr, name: undefined }))]
    return all.flatMap(({ nr, name }) => {
      const got = name === undefined ? unnamed(nr) : outcomes.get(name)
      const region = section.regions.find(({ numbers }) => contains(numbers, nr))
      const cases = region?.cases ?? [{ when: ALWAYS, verdict: section.otherwise }]
      const texts = cases.map(({ verdict, ...condition }) => [verdict, conditionText({ arch, numbers: [{ lo: nr, hi: nr }], ...condition }, names)]) // prettier-ignore
      const said = [0n, 1n, 2n ** 64n - 1n].map((value) => meaning(rules, seccompData({ arch, nr, args: Array.from({ length: 6 }, () => value) }))) // prettier-ignore
      const wanted = cases.length === 1 ? cases[0]!.verdict : name === undefined ? typeof got : JSON.stringify(texts) // prettier-ignore
      const isRight = cases.length > 1 && name === undefined ? typeof got === 'string' : got === wanted
      const isTrue = typeof got === 'string' || said.every((verdict) => verdict === got)
      return isRight && isTrue ? [] : [`${abi.token} ${name ?? nr}: ${String(got)}, not ${String(wanted)}`]
    })
  })
}

const rulesOf = (mine: Policy, tokens: Tokens): RuleSet =>
  resolve(mine, { abis: tokens.map((token) => signedAbiTable(token)) }).rules

const [ALLOWED, EPERM, ENOSYS, KILLED] = [
  verdictOf('ALLOW'),
  verdictOf('ERRNO', 1),
  verdictOf('ERRNO', 38),
  verdictOf('KILL_PROCESS'),
]

/** Rules for two ABIs or three that are alike, but for some calls. */
const someRules: fc.Arbitrary<{ rules: RuleSet; tokens: Tokens }> = fc
  .record({
    tokens: fc.constantFrom<Tokens>(
      THREE,
      ['x86_64', 'x32'],
      ['aarch64', 'arm'],
      ['x86', 'x86_64'],
      ['x86_64'],
    ),
    otherwise: fc.constantFrom(ALLOWED, EPERM, KILLED),
    lists: fc.array(
      fc.record({
        share: fc.constantFrom(2, 5, 40),
        seed: fc.nat(1000),
        verdict: fc.constantFrom(ALLOWED, EPERM, ENOSYS, KILLED),
        when: fc.constantFrom(ALWAYS, ALWAYS, argument(0, [{ lo: 1n, hi: 9n }]), argument(1, [{ lo: 0n, hi: 0n }], 0xffn)), // prettier-ignore
        only: fc.option(fc.nat(2)),
        newer: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ tokens, otherwise, lists }) => {
    const tables = tokens.map((token) => signedAbiTable(token))
    const archs = [...new Set(tables.map(({ auditArch }) => auditArch))].sort((a, b) => a - b)
    const sections = archs.map((arch) => ({
      arch,
      otherwise,
      rules: lists.flatMap(({ share, seed, verdict, when, only, newer }) => {
        const mine = tables.filter((table, i) => table.auditArch === arch && (only ?? i) === i)
        const chosen = mine.flatMap((table) => [
          ...calls(table).filter(({ name }) => (name.length * 7 + name.charCodeAt(0) + name.charCodeAt(name.length - 1) * 3 + seed) % share === 0).map(({ nr }) => nr), // prettier-ignore
          ...(newer ? [table.newest + 1, table.newest + 2] : []),
        ])
        const numbers = canonical(
          U32,
          chosen.map((nr) => ({ lo: nr, hi: nr })).sort((a, b) => a.lo - b.lo),
        )
        return numbers.length === 0 ? [] : [{ numbers, when, verdict }]
      }),
    }))
    return { tokens, rules: ruleSet({ sections, badArch: KILLED }) }
  })

/** The runs of the property of rules, which `soak properties` multiplies; each has three seconds. */
const RULES = { numRuns: 20 }

describe('the short meaning', () => {
  it('has what every call of every ABI gets: of presets', () => {
    for (const name of presetNames)
      for (const tokens of [THREE, ['aarch64', 'arm'], ['mips64', 'mips64n32', 'mips']] as const) {
        const { policy: mine } = presetOf(name)
        const [first, ...others] = tokens.filter(
          (token) => mine.notFor?.some(({ abis }) => abis.includes(token)) !== true,
        )
        if (first === undefined) continue // mode-strict is not for mips
        const on: Tokens = [first, ...others]
        expect([name, on, faults(rulesOf(mine, on), on)]).toEqual([name, on, []])
      }
  })

  it('has what every call of every ABI gets: of Docker’s profile', () => {
    expect(faults(rulesOf(dockerProfile, THREE), THREE)).toEqual([])
    expect(faults(rulesOf(dockerProfile, ['s390x', 's390']), ['s390x', 's390'])).toEqual([])
  })

  it(
    'has what every call of every ABI gets: of any rules',
    () => {
      fc.assert(
        fc.property(someRules, ({ rules, tokens }) => {
          expect(faults(rules, tokens)).toEqual([])
        }),
        RULES,
      )
    },
    3_000 * RULES.numRuns,
  )

  it('of Docker’s profile is one screen: 60 lines of 100 columns', () => {
    const lines = shortOf(rulesOf(dockerProfile, THREE), THREE).text.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(60)
    // Conditions are not broken.
    expect(lines.filter((line) => line.length > 100 && !line.includes(' when '))).toEqual([])
    expect(lines).toContain('x32: as x86_64, but')
    expect(lines.join('\n')).toContain(' io-uring 0 of 3,')
  })

  it('counts each call in one group: the smallest that has it', () => {
    const [part] = shortOf(rulesOf(dockerProfile, ['x86_64']), ['x86_64']).short
    const shares = part?.kind === 'list' ? (part.verdicts[0]?.shares ?? []) : []
    expect(shares.reduce((sum, { size }) => sum + size, 0)).toBe(calls(signedAbiTable('x86_64')).length)
    const sizes = new Map(shares.map(({ group, size }) => [group, size]))
    expect([sizes.get('descriptors'), sizes.get('base')]).toEqual([12, 5])
  })

  it('says a verdict of few calls, and all that a deny list refuses, by name', () => {
    const deny = policy({ default: 'allow' }).deny(...groups.filesToWrite)
    const [part] = shortOf(rulesOf(deny, ['x86_64']), ['x86_64']).short
    expect(part).toMatchObject({ kind: 'list', verdicts: [{ form: 'names' }, { form: 'names', names: [] }] })
    const few = policy({ default: errno('EPERM') }).allow('read', 'write')
    expect(shortOf(rulesOf(few, ['x86_64']), ['x86_64']).text).toBe(
      'x86_64\n  ALLOW: read, write\n  KILL_THREAD: 0x40000000..0xfffffffe\n  ERRNO(EPERM) otherwise\nany other arch\n  KILL_THREAD always\n',
    )
  })

  it('says calls that one ABI has under another name apart from differences', () => {
    const few = policy({ default: errno('EPERM') })
      .allow('read', 'stat', 'stat64', '_llseek')
      .deny('fork')
    const [, x86] = shortOf(rulesOf(few, ['x86_64', 'x86']), ['x86_64', 'x86']).short
    expect(x86).toMatchObject({ kind: 'difference', like: 'x86_64', verdicts: [], own: [{ count: 2, of: 87, names: ['_llseek', 'stat64'] }] }) // prettier-ignore
  })

  it('names a call whose verdict differs, and the ABI that has the same condition', () => {
    const on = (token: 'x86_64' | 'x86' | 'x32', name: string): number =>
      numberOf(signedAbiTable(token), name)!
    const one = (nr: number) => [{ lo: nr, hi: nr }]
    const when = argument(0, [{ lo: 1n, hi: 1n }], 0xffff_ffffn)
    const list = (token: 'x86_64' | 'x86', names: readonly string[], conditional: string) => ({
      arch: signedAbiTable(token).auditArch,
      otherwise: EPERM,
      rules: [
        { numbers: one(on(token, conditional)), when, verdict: ALLOWED },
        { numbers: canonical(U32, names.map((name) => one(on(token, name))[0]!)), when: ALWAYS, verdict: ALLOWED }, // prettier-ignore
      ],
    })
    const rules = ruleSet({
      sections: [
        list('x86', ['read', 'close'], 'kill'),
        list('x86_64', ['read', 'open', 'close', 'brk'], 'kill'),
      ],
      badArch: KILLED,
    })
    const { text } = shortOf(rules, ['x86_64', 'x86'])
    expect(text).toContain('kill (x86 too):\n    ALLOW when pid == 1\n    ERRNO(EPERM) otherwise\n')
    expect(text).toContain('x86: as x86_64, but\n  ERRNO(EPERM): open, brk\n  lacks 11 calls of x86_64: ')
  })

  it('does not say of an ABI that it is as another one where an errno has another name there', () => {
    const on: Tokens = ['x86_64', 'mipsel']
    const said = (mine: Policy): string => shortOf(rulesOf(mine, on), on).text
    const [, mipsel] = said(policy({ default: errno('EPERM') }).deny('ptrace', errno(38))).split('mipsel: ')
    expect(mipsel).toContain('  ERRNO(EL2NSYNC): ptrace\n')
    const whole = said(policy({ default: errno(38) }).allow('read'))
    expect(whole).toContain('mipsel\n  ALLOW: read\n  ERRNO(EL2NSYNC) otherwise\n')
    const one = policy({ default: errno(38) }).allow('kill', ({ pid }) => pid.eq(1))
    expect(said(one)).not.toContain('too)')
  })

  it('is in the order of the ABIs of the question', () => {
    const { short } = shortOf(rulesOf(dockerProfile, ['x86', 'x86_64']), ['x86', 'x86_64'])
    expect(short.map((part) => (part.kind === 'arch' ? 'arch' : part.abi.token))).toEqual(['x86', 'x86_64', 'arch']) // prettier-ignore
  })

  it('says what numbers get on an ABI that is as the main one, where that has a verdict for some', () => {
    const deny = policy({ default: 'allow' }).deny('mount')
    const { text } = shortOf(rulesOf(deny, ['x86_64', 'x86']), ['x86_64', 'x86'])
    expect(text).toMatch(/\n {2}KILL_THREAD: 0x40000000\.\.0xfffffffe\n {2}ALLOW otherwise\nx86: as x86_64, but\n[^:]*: [^]*\n {2}ALLOW: numbers without a name\n/) // prettier-ignore
  })

  it('says the verdict of most numbers as the default of an ABI that has no number with that of its arch', () => {
    const x32 = { lo: 0x4000_0000, hi: 0xffff_fffe }
    const rules = ruleSet({
      sections: [
        {
          arch: signedAbiTable('x86_64').auditArch,
          otherwise: EPERM,
          rules: [
            {
              numbers: [
                { lo: 0, hi: 0 },
                { lo: x32.lo, hi: x32.lo },
              ],
              when: ALWAYS,
              verdict: ALLOWED,
            },
            { numbers: [{ lo: x32.lo + 1, hi: x32.hi }], when: ALWAYS, verdict: KILLED },
          ],
        },
      ],
      badArch: KILLED,
    })
    expect(shortOf(rules, ['x86_64', 'x32']).text).toContain(
      'x86_64\n  ALLOW: read\n  ERRNO(EPERM) otherwise\nx32\n  ALLOW: read\n  KILL_PROCESS otherwise\n',
    )
  })
})
