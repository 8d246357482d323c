import { attackRecords } from '@seccompile/attacks'
import { parseKernelVersion } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clausesOf } from '../src/record/need.ts'

const isCve = (text: string): boolean => /^CVE-\d{4}-\d{4,}$/.test(text)

/** A CVE; an address, with a path in it; a commit; or files of Linux 6.12, with what was read there. */
const SOURCE =
  /^(CVE-\d{4}-\d{4,}|https:\/\/[^\s:]+(: \S.*)?|commit [\da-f]{40} of Linux(: \S.*)?|[\w/-]+\.[ch].* of Linux 6\.12: \S.*)$/

it('has each identifier once, the oldest first', () => {
  const ids = attackRecords.flatMap(({ id, alsoIds = [] }) => [id, ...alsoIds])
  expect(ids).toEqual([...new Set(ids)])
  const numbers = attackRecords.flatMap(({ id }) => (isCve(id) ? [id.split('-').slice(1).map(Number)] : []))
  const sorted = [...numbers].sort(([a, b], [c, d]) => a! - c! || b! - d!)
  expect(numbers).toEqual(sorted)
})

it.each(attackRecords)('$id says where it is from, and what would make it wrong', (record) => {
  const { id, alsoIds = [], summary, affected, presumes, sources, wrongIf } = record
  expect(existsSync(new URL(`../src/records/${id.toLowerCase()}.ts`, import.meta.url))).toBe(true)
  for (const text of [summary, wrongIf]) expect(text).toMatch(/^\S.*\.$/)
  for (const text of [affected.text, presumes]) expect(text).toMatch(/^\S.*[^.]$/)
  for (const source of sources) expect(source).toMatch(SOURCE)
  expect(sources).toEqual(expect.arrayContaining([id, ...alsoIds].filter(isCve)))
})

it.each(attackRecords)('$id has versions that follow each other', ({ affected: { from, to } }) => {
  const [first, last] = [from, to].map((text) => text && parseKernelVersion(text))
  if (from !== undefined) expect(first).toBeDefined()
  if (to !== undefined) expect(last).toBeDefined()
  if (first && last) expect(isAtLeast(last, first)).toBe(true)
})

it.each(attackRecords)(
  '$id presumes what holds with --caps too: a capability in place of a clause',
  (record) => {
    for (const { replacedBy } of clausesOf(record.needs))
      if (replacedBy !== undefined) expect(record.presumes).toContain(`, ${replacedBy} elsewhere`)
  },
)
