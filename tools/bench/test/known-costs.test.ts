import { MAKERS } from '@seccompile/vectors'
import { expect, it } from 'vitest'
import { knownCosts } from '../src/known-costs.ts'

const all = knownCosts()
const rowsOf = (name: string): (typeof all)[number]['rows'] => all.find((costs) => costs.name === name)!.rows

it('has each tool whose version is known, for both policies of x86_64', () => {
  const names = Object.values(MAKERS).map(({ name }) => name)
  for (const policy of ['docker-flat', 'docker-args'])
    expect(rowsOf(policy).flatMap(({ maker }) => (maker === undefined ? [] : [maker.name]))).toEqual(names)
})

it('proves that filters decide as the policy, and finds the call that seccompiler has no action for', () => {
  const differing = all.flatMap(({ name, rows }) =>
    rows.filter(({ differs }) => differs.length > 0).map(({ filter, differs }) => [name, filter, differs]),
  )
  expect(differing).toEqual([['docker-args', 'seccompiler', ['clone3']]])
})

it('counts what the targets of the bench are about', () => {
  const speed = rowsOf('docker-args').find(({ filter }) => filter === 'speed')!
  expect(speed.insns).toBeLessThanOrEqual(77)
  expect(speed.abis[0]!.cached).toBe(306)
})
