import { constantFamilies } from '@seccompile/constants/all'
import { policyFilter } from '@seccompile/filter'
import { jsonProfile, judgedHeal, seenCalls, WITHOUT_TEXT } from '@seccompile/heal'
import type { HealQuestion, JudgedHealing } from '@seccompile/heal'
import { lintRules } from '@seccompile/lint'
import { parseProfile } from '@seccompile/oci'
import { any, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { RecordingRow } from '@seccompile/recording'
import { expect, it } from 'vitest'
import { rowsOf, X86_64 } from './healed.ts'

const lint = {
  requirements: {},
  rules: lintRules,
  wanted: new Set(lintRules.map(({ name }) => name)),
  baseline: [],
}

const PROFILE = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [{ "names": ["read", "exit_group"], "action": "SCMP_ACT_ALLOW" }]
}
`

/** A question about a profile in JSON. */
function ofProfile(text: string, rows: readonly RecordingRow[]): HealQuestion {
  const read = (content: string): Policy => parseProfile(content, { file: 'profile.json' }).policy
  const source = {
    form: jsonProfile(text, read(text))!,
    text: { path: 'profile.json', content: text },
    reread: (content: string) => Promise.resolve(read(content)),
  }
  const filter = policyFilter('profile.json', { policy: read(text) }, X86_64)
  return { filter, seen: seenCalls(rows), source, lint }
}

async function judged(question: HealQuestion): Promise<JudgedHealing> {
  const answer = await judgedHeal(question)
  if (answer.kind === 'undecided') throw new Error(answer.reason)
  return answer
}

const ROWS = rowsOf('getpid')
/** ioctl(0, TIOCSTI, …), which types into a terminal. */
const TIOCSTI = rowsOf('ioctl', [0n, 0x5412n, 0n, 0n, 0n, 0n])

it('writes the edit into the text, and opens nothing beyond the seen calls', async () => {
  const { healed, written, beyond, findings } = await judged(ofProfile(PROFILE, ROWS))
  expect(healed.map(({ name }) => name)).toEqual(['getpid'])
  if (written?.kind !== 'written') throw new Error('expected an edited text')
  expect(written.before).toBe(PROFILE)
  expect(written.after).toBe(PROFILE.replace('"exit_group"', '"exit_group", "getpid"'))
  expect(beyond).toMatchObject({ entries: [], notes: [] })
  expect(findings).toEqual([])
})

it('takes a filter that was resolved with names of constants', async () => {
  const question = ofProfile(PROFILE, ROWS)
  const { policy: refusing } = question.filter
  const filter = policyFilter('profile.json', { policy: refusing }, { ...X86_64, families: constantFamilies })
  expect((await judged({ ...question, filter })).healed).toHaveLength(1)
})

it('has no edit where every seen call runs', async () => {
  const { healed, written } = await judged(ofProfile(PROFILE, rowsOf('read')))
  expect([healed, written]).toEqual([[], undefined])
})

it('does not open what lint finds newly with severity high, unless it is asked to', async () => {
  const question = ofProfile(PROFILE, [...ROWS, ...TIOCSTI])
  const careful = await judged(question)
  expect(careful.healed.map(({ name }) => name)).toEqual(['getpid'])
  expect(careful.withheld).toMatchObject([{ name: 'ioctl', findings: [{ name: 'tty-injection', severity: 'high' }] }])
  expect(careful.findings).toEqual([])
  const bold = await judged({ ...question, opensHigh: true })
  expect(bold.healed.map(({ name }) => name)).toEqual(['ioctl', 'getpid'])
  expect(bold.withheld).toEqual([])
  expect(bold.findings).toMatchObject([{ name: 'tty-injection', severity: 'high' }])
}) // prettier-ignore

it('does not count what lint finds in the policy as it is', async () => {
  const open = PROFILE.replace('"read"', '"read", "ioctl", "process_vm_writev", "ptrace"')
  const before = await judged(ofProfile(open, ROWS))
  expect(before.healed.map(({ name }) => name)).toEqual(['getpid'])
  expect([before.withheld, before.findings]).toEqual([[], []])
})

it('says that an edit is not written where the text, read again, means something else', async () => {
  const question = ofProfile(PROFILE, ROWS)
  const { written } = await judged({
    ...question,
    source: { ...question.source, reread: () => Promise.resolve(question.filter.policy) },
  })
  expect(written).toEqual({
    kind: 'not-written',
    why: 'the edited text, read again, does not mean what it should',
  })
})

it('says what the edit opens beyond the seen calls', async () => {
  // The rule that refuses socket loses it, and with it all that it refuses.
  const refusing = policy({ default: 'allow' }).deny('socket', ({ family }) =>
    any(family.eq(2), family.eq(10)),
  )
  const { beyond } = await judged({
    filter: policyFilter('net', { policy: refusing }, X86_64),
    seen: seenCalls(rowsOf('socket', [2n, 1n, 0n, 0n, 0n, 0n])),
    source: { form: WITHOUT_TEXT, reread: () => Promise.resolve(refusing) },
    lint,
    opensHigh: true,
  })
  expect(beyond).toMatchObject({ entries: [expect.anything()] })
})
