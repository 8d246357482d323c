/* Merges for `socketcall` and `ipc` as runc loads them. tools/soak has merges loaded by libseccomp itself. */
import { judgeMerge, mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import { expect, it } from 'vitest'
import { arg, entry, merged, profile } from './merged.ts'
import type { MergeInput, ProfileEntry } from './merged.ts'

const X86 = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] }
const on = (defaultAction: string, ...entries: readonly ProfileEntry[]): MergeInput =>
  profile(defaultAction, entries, X86)

/** A profile that refuses the multiplexer, and one that allows a call behind it. */
const refusing = on('ALLOW', entry('socketcall', 'ERRNO'))
const allowing = on('ERRNO', entry('socket', 'ALLOW'), entry('read', 'ALLOW'))

it('refuses socketcall by a rule where an input refuses it whole, since runc makes one of that for socket', () => {
  const { rules, more } = merged([refusing, allowing])
  expect(rules).toEqual(['socketcall ERRNO 38', 'read,socket ALLOW'])
  expect(more).toBe(0)
  // The result without this care: each operation of socketcall(SYS_SOCKET) runs.
  const written = mergeProfiles([refusing, allowing], { multiplexers: 'policy' })
  expect(written.profile.syscalls).toEqual([{ names: ['read', 'socket'], action: 'SCMP_ACT_ALLOW' }])
  const { inclusions } = judgeMerge([refusing, allowing], written)
  expect(inclusions.map(({ kind }) => kind)).toEqual(['weaker', 'subset'])
})

it('reads the rules by name alone where it is asked to', () => {
  const { inclusions } = judgeMerge([refusing, allowing], mergeProfiles([refusing, allowing], { multiplexers: 'policy' }), { multiplexers: 'policy' }) // prettier-ignore
  expect(inclusions.map(({ kind }) => kind)).toEqual(['subset', 'subset'])
})

it('has the rule for a whole multiplexer first, since libseccomp refuses two results of one condition before it', () => {
  const baseline = on(
    'ERRNO',
    entry('accept', 'ERRNO', arg(0, 'EQ', 1)),
    entry('socketcall', 'ALLOW'),
    entry('accept', 'LOG', arg(0, 'NE', 1)),
  )
  const artifact = on('ALLOW', entry('accept', 'TRAP', arg(0, 'EQ', 1)))
  const { rules } = merged([baseline, artifact])
  expect(rules[0]).toMatch(/^socketcall /)
})

it('leaves operations to the rules for the calls behind, where these decide each as the inputs do', () => {
  const baseline = on('ERRNO', entry('socketcall', 'ALLOW'), entry('bind', 'ALLOW'), entry('socket', 'ALLOW'))
  const artifact = on('ALLOW', entry('socket', 'ERRNO'))
  expect(merged([baseline, artifact])).toMatchObject({ rules: ['bind ALLOW'] })
})

it('tells what it denies for want of a rule: all operations, where conditions on the first argument differ', () => {
  const baseline = on('ERRNO', entry('socket', 'ALLOW', arg(0, 'EQ', 1)), entry('bind', 'ALLOW'))
  const artifact = on('ERRNO', entry('socket', 'LOG'), entry('bind', 'ALLOW'), entry('socketcall', 'ALLOW', arg(1, 'EQ', 5))) // prettier-ignore
  const { rules, more } = merged([baseline, artifact])
  expect(rules).toEqual(['socketcall ERRNO 38', 'bind ALLOW', 'socket LOG a0 EQ 1'])
  expect(more).toBeGreaterThan(0)
})

it('is not for x86 where no rule can refuse more than the default, and for a node of x86 has no rules', () => {
  const kill = on('ALLOW', entry('socketcall', 'KILL_PROCESS'))
  const artifact = on('KILL_PROCESS', entry('socket', 'ALLOW'))
  expect(merged([kill, artifact])).toMatchObject({
    rules: ['socket ALLOW'],
    droppedMultiplexed: ['x86'],
    dropped: [],
    profile: { architectures: ['SCMP_ARCH_X86_64'] },
  })
  expect(merged([kill, artifact], { native: 'x86' })).toMatchObject({ rules: [], droppedMultiplexed: [] })
})

it('takes for the strictest what libseccomp makes of rules outside the safe shapes', () => {
  const odd = on(
    'ERRNO',
    entry('socketcall', 'ALLOW', arg(0, 'LT', 3), arg(1, 'EQ', 2)),
    entry('socketcall', 'ALLOW', arg(0, 'GT', 3)),
  )
  const { rules } = merged([odd, on('ERRNO', entry('socket', 'ALLOW'), entry('socketcall', 'ALLOW'))])
  expect(rules).toEqual([])
})

it('has no say where no ABI has multiplexers', () => {
  const { rules } = merged([
    profile('ALLOW', [entry('socketcall', 'ERRNO')]),
    profile('ERRNO', [entry('socket', 'ALLOW')]),
  ])
  expect(rules).toEqual(['socket ALLOW'])
})
