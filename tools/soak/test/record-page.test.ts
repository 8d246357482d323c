import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import type { CheckedProfile } from '../src/check-profile.ts'
import { recordPage, sourceText } from '../src/record-page.ts'

const docs = (name: string): URL => new URL(`../../../docs/${name}`, import.meta.url)
const record = JSON.parse(readFileSync(docs('real-profiles.json'), 'utf8')) as readonly CheckedProfile[]

it('is the page of the record', async () => {
  const page = docs('real-profiles.md')
  const options = { ...(await resolveConfig(page)), parser: 'markdown' }
  expect(readFileSync(page, 'utf8')).toBe(await format(recordPage(record), options))
})

it('has profiles of every notation, none of which changed on the way without a word', () => {
  const read = record.filter((profile) => profile.kind === 'read')
  const kinds = read.flatMap(({ own, oci }) => [own.kind, oci.kind])
  expect(new Set(kinds)).toEqual(new Set(['same', 'losses']))
  // For runc a rule for socket is one for socketcall: a profile for x86 that leaves that out means something else to it.
  const lost = read.flatMap(({ own }) => (own.kind === 'losses' ? own.losses : []))
  expect(lost.filter((loss) => !loss.includes('socketcall'))).toEqual([])
  expect(lost.length).toBeLessThan(3)
  expect(new Set(read.map(({ sha256 }) => sha256)).size).toBeGreaterThan(46)
  expect([...new Set(read.map(({ notation }) => notation))].toSorted()).toEqual(['minijail', 'oci', 'seccompiler', 'spo', 'systemd']) // prettier-ignore
})

it('writes a source as a person does', () => {
  expect(sourceText('moby+profiles@cd3bed8061c7b7378b61fc6827c7885779417a75')).toBe(
    'moby/profiles cd3bed8061c7',
  )
  expect(sourceText('debian+redis-server=5:8.0.2-3')).toBe('Debian 13, redis-server 5:8.0.2-3')
  expect(sourceText('elsewhere')).toBe('elsewhere')
})
