/* The proofs for the filters of other tools, in all uses. */
import { decode, verify } from '@seccompile/cbpf'
import { proveWatched } from '@seccompile/pass-notify'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { USES, watched } from './watches.ts'

describe.each(USES)('%s', (use) => {
  const plan = { use, abi: 'x86_64' } as const
  it.each(BASELINE_NAMES)('is proved to replace the verdicts of %s, and no others', (name) => {
    const policy = decode(baseline(name), 'little')
    const program = watched(policy, plan)
    expect(verify(program)).toEqual([])
    expect(proveWatched(policy, program, plan)).toMatchObject({ kind: 'equal' })
  })

  it.each(THREE_ABI_NAMES)('is proved to replace the verdicts of %s, and no others', (name) => {
    const policy = decode(baseline(name), 'little')
    expect(proveWatched(policy, watched(policy, plan), plan)).toMatchObject({ kind: 'equal' })
  })
})
