/*
 * The section "Profile Merging" of KEP-6061 as far as it is about seccomp, statement by statement, with its example.
 * @see kubernetes/enhancements keps/sig-node/6061-oci-artifact-security-profiles/README.md
 */
import { mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import { expect, it } from 'vitest'
import { arg, entry, merged, profile, rulesOf } from './merged.ts'
import type { MergeInput } from './merged.ts'

const allowing = (...names: readonly string[]): MergeInput =>
  profile('ERRNO', [{ names, action: 'SCMP_ACT_ALLOW' }])

it('constrains an artifact that allows more than the baseline to the baseline', () => {
  const baseline = allowing('close', 'read', 'write')
  expect(merged([baseline, profile('ALLOW', [])])).toMatchObject({
    rules: ['close,read,write ALLOW'],
    profile: { defaultAction: 'SCMP_ACT_ERRNO' },
    more: 0,
  })
})

it('never grants what the baseline denies, and takes its new restrictions over into every artifact', () => {
  const artifact = allowing('bpf', 'read', 'write')
  expect(rulesOf(allowing('bpf', 'close', 'read', 'write'), artifact)).toEqual(['bpf,read,write ALLOW'])
  expect(rulesOf(allowing('close', 'read', 'write'), artifact)).toEqual(['read,write ALLOW'])
})

it('merges a baseline, the base profile of a pod, and an artifact', () => {
  const inputs = [allowing('close', 'read', 'write'), allowing('read', 'write'), allowing('mkdir', 'write')]
  expect(merged(inputs)).toMatchObject({ rules: ['write ALLOW'], more: 0 })
})

/** All orders of three profiles. */
const ordersOf = ([a, b, c]: readonly [MergeInput, MergeInput, MergeInput]): readonly (readonly MergeInput[])[] => [
  [a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a],
] // prettier-ignore

it('has the same actions in whatever order the inputs are merged', () => {
  const inputs = [
    profile('LOG', [
      entry('read', 'ALLOW'),
      entry('write', 'TRAP'),
      entry('socket', 'ALLOW', arg(0, 'EQ', 1)),
    ]),
    profile('ERRNO', [entry('read', 'TRACE'), entry('write', 'ALLOW'), entry('socket', 'ALLOW')]),
    profile('ALLOW', [entry('read', 'LOG'), entry('close', 'KILL_PROCESS')]),
  ] as const
  const results = ordersOf(inputs).map((order) => mergeProfiles(order).text)
  expect(new Set(results).size).toBe(1)
})

/** The actions, the strictest first. NOTIFY has tests of its own, with a listener, which only a baseline may have. */
const ORDER = ['KILL_PROCESS', 'KILL_THREAD', 'TRAP', 'ERRNO', 'NOTIFY', 'TRACE', 'LOG', 'ALLOW']

it.each(ORDER.filter((action) => action !== 'NOTIFY'))('ranks NOTIFY of a baseline beside %s', (action) => {
  const baseline = profile('ALLOW', [entry('mkdir', 'NOTIFY')], { listenerPath: '/run/agent.sock' })
  const stricter = ORDER.indexOf(action) < ORDER.indexOf('NOTIFY') ? action : 'NOTIFY'
  expect(rulesOf(baseline, profile('ALLOW', [entry('mkdir', action)]))).toEqual([`mkdir ${stricter}`])
})

it('denies write where one input allows it above 2 and another one below 100', () => {
  const above = profile('ERRNO', [entry('write', 'ALLOW', arg(0, 'GT', 2))])
  const below = profile('ERRNO', [entry('write', 'ALLOW', arg(0, 'LT', 100))])
  expect(merged([above, below])).toMatchObject({ rules: [], more: 1 })
})

it('conjoins filters on different arguments, and keeps identical ones', () => {
  const one = profile('ERRNO', [entry('write', 'ALLOW', arg(0, 'GT', 2))])
  const other = profile('ERRNO', [entry('write', 'ALLOW', arg(2, 'LE', 4096))])
  expect(merged([one, other])).toMatchObject({ rules: ['write ALLOW a0 GT 2 a2 LE 4096'], more: 0 })
  expect(merged([one, one])).toMatchObject({ rules: ['write ALLOW a0 GT 2'], more: 0 })
})

it('reads valueTwo of SCMP_CMP_MASKED_EQ alone', () => {
  const withTwo = profile('ERRNO', [entry('write', 'ALLOW', arg(0, 'EQ', 2, 9))])
  const without = profile('ERRNO', [entry('write', 'ALLOW', arg(0, 'EQ', 2))])
  expect(merged([withTwo, without])).toMatchObject({ rules: ['write ALLOW a0 EQ 2'], more: 0 })
  const masked = (bits: number): MergeInput =>
    profile('ERRNO', [entry('clone', 'ALLOW', arg(0, 'MASKED_EQ', 0xff, bits))])
  expect(rulesOf(masked(1), masked(1))).toEqual(['clone ALLOW a0 MASKED_EQ 255 1'])
  expect(rulesOf(masked(1), masked(2))).toEqual([])
})

it('takes the errno of the baseline, else of the base profile, else of the artifact', () => {
  const failing = (errnoRet: number): MergeInput => profile('ALLOW', [{ ...entry('bpf', 'ERRNO'), errnoRet }])
  const [first, second, third] = [failing(13), failing(22), failing(38)]
  const silent = profile('ALLOW', [])
  expect(rulesOf(first, second, third)).toEqual(['bpf ERRNO 13'])
  expect(rulesOf(silent, second, third)).toEqual(['bpf ERRNO 22'])
  expect(rulesOf(silent, silent, third)).toEqual(['bpf ERRNO 38'])
  const byDefault = (defaultErrnoRet: number): MergeInput => profile('ERRNO', [], { defaultErrnoRet })
  expect(mergeProfiles([silent, byDefault(22), byDefault(38)]).profile.defaultErrnoRet).toBe(22)
})

it('drops an architecture that some input with a list has not, and asks nothing of an input without a list', () => {
  const on = (...architectures: readonly string[]): MergeInput =>
    profile('ERRNO', [entry('read', 'ALLOW')], {
      architectures: architectures.map((name) => `SCMP_ARCH_${name}`),
    })
  const result = merged([on('X86_64', 'X86', 'X32'), on(), on('X86', 'X86_64')])
  expect(result.profile.architectures).toEqual(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'])
  expect(merged([on('X86'), on('X86_64')]).profile.architectures).toEqual([])
})

it('merges flags by what they do', () => {
  const flagged = (...flags: readonly string[]): MergeInput =>
    profile('ERRNO', [], { flags: flags.map((flag) => `SECCOMP_FILTER_FLAG_${flag}`) })
  const of = (...inputs: readonly MergeInput[]): readonly string[] | undefined =>
    mergeProfiles(inputs).profile.flags
  const both = flagged('SPEC_ALLOW', 'LOG')
  const [log, allow] = ['SECCOMP_FILTER_FLAG_LOG', 'SECCOMP_FILTER_FLAG_SPEC_ALLOW']
  expect(of(both, both, both)).toEqual([log, allow])
  expect(of(both, both, flagged('SPEC_ALLOW'))).toEqual([log, allow])
  expect(of(both, flagged(), both)).toEqual([log])
})
