/* A few of the lists of `pnpm soak shapes`, as the libseccomp of this machine compiles them. */
import { jsonText } from '@seccompile/oci/reading'
import { abiTable } from '@seccompile/syscalls'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgedLists } from '../src/runtimes/judged-lists.ts'
import { listProfiles } from '../src/runtimes/random-lists.ts'

const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: lists of rules against libseccomp: ${reason}\n\n`)

describe.skipIf(reason !== undefined)('lists of rules', () => {
  it.each(['x86_64', 'x86'] as const)(
    'mean to libseccomp what they mean to us where nothing warns, on %s',
    (token) => {
      const silent = judgedLists(fc.sample(listProfiles, 300), abiTable(token)).filter(
        ({ isFlagged }) => !isFlagged,
      )
      expect(silent.length).toBeGreaterThan(40)
      expect(silent.filter(({ outcome }) => outcome !== 'equal' && outcome !== 'refused')).toEqual([])
    },
  )

  it('mean something else to libseccomp where the class is known, and there is the warning', () => {
    const allow = (...args: readonly object[]) => ({ names: ['dup3'], action: 'SCMP_ACT_ALLOW', args })
    const syscalls = [
      allow({ index: 0, op: 'SCMP_CMP_LT', value: 3 }, { index: 1, op: 'SCMP_CMP_EQ', value: 2 }),
      allow({ index: 0, op: 'SCMP_CMP_GT', value: 3 }),
    ]
    const text = jsonText({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })
    expect(judgedLists([text], abiTable('x86_64'))).toEqual([{ text, isFlagged: true, outcome: 'different' }])
  })
})
