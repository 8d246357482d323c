import { meaningOf } from '@seccompile/prover'
import { refuses, seccompData, verdictOf } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { all, argument, meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { attackRecords, judgeAttacks } from '@seccompile/attacks'
import type { AttackAnswer, AttackRecord, MachineAnswer } from '@seccompile/attacks'
import { describe, expect, it } from 'vitest'
import { trials } from '@seccompile/attacks/trials'
import type { AttackTrial } from '@seccompile/attacks/trials'

type TrialAbis = readonly [AbiTable, ...AbiTable[]]

const machine = (
  main: AbiToken,
  ...others: readonly AbiToken[]
): { readonly name: string; readonly abis: TrialAbis } => ({
  name: [main, ...others].join(', '),
  abis: [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))],
})

/** A machine of each byte order, both with ABIs of 32-bit programs. */
const MACHINES = [machine('x86_64', 'x86', 'x32'), machine('s390x', 's390')] as const

/** The rules of `policy`, with ENOSYS for numbers that no ABI has. */
const rulesOf = (policy: Policy, abis: TrialAbis): RuleSet => resolve(policy, { abis, unknown: 'ENOSYS' }).rules

function judged(rules: RuleSet, abis: TrialAbis, record: AttackRecord): AttackAnswer {
  // The container has none of the capabilities that replace a clause.
  return judgeAttacks({ filter: { level: 'rules', ir: rules }, abis, caps: [] }, [record])[0]!
}

/** The calls of an answer that are open, one for each clause. */
const openCalls = (answer: MachineAnswer): readonly SeccompData[] =>
  answer.kind === 'not-stopped'
    ? answer.through.flatMap((each) => (each.kind === 'open' ? [each.call.data] : []))
    : []

const bitsSet = ({ args }: SeccompData): number =>
  args.reduce((sum, value) => sum + value.toString(2).replaceAll('0', '').length, 0)

/** The same call with garbage above the low word of each argument in turn. */
const withHighBits = (data: SeccompData): readonly SeccompData[] =>
  data.args.map((value, index) =>
    seccompData({
      ...data,
      args: data.args.map((old, i) => (i === index ? value | 0xdead_beef_0000_0000n : old)),
    }),
  )

/**
 * For each call that a deny-list names, refused calls of it: the simplest, and those that the kernel does not tell from it. The
 * witnesses of the rules name them, so nothing of the judge is in them.
 */
function refusedCalls(policy: Policy, abis: TrialAbis): readonly SeccompData[] {
  const rules = resolve(policy, { abis }).rules
  const named = (data: SeccompData): boolean =>
    rules.sections.some(
      ({ arch, rules: list }) =>
        arch === data.arch &&
        list.some(
          ({ numbers, verdict }) =>
            refuses(verdict) && numbers.some(({ lo, hi }) => lo <= data.nr && data.nr <= hi),
        ),
    )
  const refused = witnesses(rules).filter((data) => named(data) && refuses(meaning(rules, data)))
  const simplest = new Map<string, SeccompData>()
  for (const data of refused) {
    const key = `${data.arch} ${data.nr}`
    const known = simplest.get(key)
    if (known === undefined || bitsSet(data) < bitsSet(known)) simplest.set(key, data)
  }
  return [...simplest.values()].flatMap((data) =>
    [data, ...withHighBits(data)].filter((each) => refuses(meaning(rules, each))),
  )
}

/** `rules`, but `data` runs. */
const opened = (rules: RuleSet, data: SeccompData): RuleSet => ({
  ...rules,
  sections: rules.sections.map((section) =>
    section.arch === data.arch
      ? {
          ...section,
          rules: [
            {
              numbers: [{ lo: data.nr, hi: data.nr }],
              when: all(data.args.map((value, index) => argument(index, [{ lo: value, hi: value }]))),
              verdict: verdictOf('ALLOW'),
            },
            ...section.rules,
          ],
        }
      : section,
  ),
})

const recordOf = ({ id }: AttackTrial): AttackRecord => attackRecords.find((record) => record.id === id)!

it('has a trial for each record', () => {
  expect(trials.map(({ id }) => id)).toEqual(attackRecords.map(({ id }) => id))
})

describe.each(trials)('$id', (trial) => {
  const { stops, lets, compatOnly = [] } = trial
  const record = recordOf(trial)

  it.each(MACHINES)('is stopped by each stopping policy, and by nothing less, on $name', ({ abis }) => {
    for (const [place, policy] of stops.entries()) {
      const rules = rulesOf(policy, abis)
      expect(judged(rules, abis, record).verdict, `policy ${place}`).toBe('stopped')
      const isCompat = (arch: number): boolean =>
        abis.some((abi) => abi.auditArch === arch && abi.wordSize === 32)
      const calls = refusedCalls(policy, abis).filter(
        ({ arch, nr }) =>
          !compatOnly.includes(place) || (isCompat(arch) && (arch !== abis[0].auditArch || nr >= 2 ** 30)),
      )
      expect(calls.length, `policy ${place}`).toBeGreaterThan(abis.length)
      for (const data of calls) {
        const [first] = judged(opened(rules, data), abis, record).machines
        expect(openCalls(first!), `policy ${place}`).toContainEqual(data)
      }
    }
  })

  it.each(MACHINES)(
    'is not stopped by a policy that leaves a way, with calls that run, on $name',
    ({ abis }) => {
      const rules = rulesOf(lets, abis)
      const answer = judged(rules, abis, record)
      expect(answer.verdict).toBe('not-stopped')
      const calls = answer.machines.flatMap(openCalls)
      expect(calls.length).toBeGreaterThan(0)
      for (const data of calls)
        expect(meaningOf({ level: 'rules', ir: rules }, data, 'little')).toBe(verdictOf('ALLOW'))
    },
  )
})
