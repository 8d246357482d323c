import { verdictOf } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { costRow, weightedMean } from '../src/cost-row.ts'
import { programOf, subject, THREE_ABIS } from '../src/filters.ts'

const call = (name: string, steps: number, verdict = verdictOf('ALLOW')) => ({ name, nr: 0, steps, verdict })

it('weighs allowed calls by their share, whatever the shares add up to', () => {
  const calls = [call('read', 10), call('write', 20), call('mount', 999, verdictOf('ERRNO', 1))]
  expect(weightedMean(calls, { read: 0.3, write: 0.1, mount: 0.6 })).toBeCloseTo(12.5, 9)
  expect(weightedMean(calls, { mount: 1 })).toBe(0)
})

it('counts on a vector what was published of it', () => {
  const args = subject('docker-args')
  const tree = args.others.find(({ name }) => name === 'libseccomp-2.6.0-O2')!
  const { insns, abis } = costRow(tree, args.abis)
  expect(insns).toBe(425)
  expect(abis[0]!.allowed).toMatchObject({ count: 309, worst: 22 })
  expect(abis[0]!.allowed.mean).toBeCloseTo(15.37, 2)
  expect(abis[0]!.weighted).toBeCloseTo(13.9, 1)
  expect(abis[0]!.cached).toBe(306)
  expect(abis[0]!.neverCached).toBe(20.5)
})

it('measures three ABIs where a policy has them', () => {
  const three = subject('docker-3abi')
  const row = costRow({ name: 'speed', program: programOf(three, 'speed') }, three.abis)
  expect(row.abis.map(({ abi }) => abi)).toEqual(THREE_ABIS.map(({ token }) => token))
  expect(row.abis.map(({ weighted }) => weighted === undefined)).toEqual([false, true, true])
})
