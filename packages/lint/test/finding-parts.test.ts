import { policy, resolve } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { lint, lintRules, partsOf, splitFinding } from '@seccompile/lint'

const abis = [signedAbiTable('x86_64'), signedAbiTable('x86'), signedAbiTable('aarch64')] as const
const given = policy({ default: 'deny' }).allow('bpf')
const { rules, warnings } = resolve(given, { abis })
const bpfOpen = lintRules.filter(({ name }) => name === 'bpf-open')
const [finding] = lint({ filter: { level: 'rules', ir: rules }, abis }, bpfOpen).findings

describe('a finding on several ABIs', () => {
  it('names the ABIs, and has a call of each', () => {
    expect(finding?.abis).toEqual(['x86_64', 'x86', 'aarch64'])
    expect(finding?.message).toMatch(/ \(x86_64, x86, aarch64\)$/)
    expect(finding?.elsewhere?.map(({ call }) => call?.abi)).toEqual(['x86', 'aarch64'])
  })

  it('has parts, each with its own call', () => {
    const parts = partsOf(finding!)
    expect(parts.map(({ abis: on }) => on)).toEqual([['x86_64'], ['x86'], ['aarch64']])
    expect(parts.map(({ call }) => call?.abi)).toEqual(['x86_64', 'x86', 'aarch64'])
    expect(parts[1]?.message).toMatch(/ \(x86\)$/)
    expect(parts.flatMap((part) => part.elsewhere ?? [])).toEqual([])
  })

  it('is split by a key, in the order of the ABIs', () => {
    const halves = splitFinding(finding!, ({ abis: on }) => on?.[0] === 'x86')
    expect(halves.map(({ key }) => key)).toEqual([false, true])
    const [first, second] = halves.map((half) => half.finding)
    expect([first?.abis, second?.abis]).toEqual([['x86_64', 'aarch64'], ['x86']])
    expect(first?.message).toMatch(/ \(x86_64, aarch64\)$/)
    expect([first?.call?.abi, first?.elsewhere?.[0]?.call?.abi]).toEqual(['x86_64', 'aarch64'])
    expect([second?.call?.abi, second?.elsewhere]).toEqual(['x86', undefined])
  })

  it('stays itself where every part has one key', () => {
    expect(splitFinding(finding!, () => 'all')).toEqual([{ key: 'all', finding }])
  })
})

it('has no parts where its ABIs are not known', () => {
  const warning = { name: 'dead-rule', severity: 'medium', message: 'rule 1 decides no call' } as const
  expect(partsOf(warning)).toEqual([warning])
})

it('says of a warning of resolve what to do', () => {
  expect(warnings.map(({ name }) => name)).toContain('cannot-live')
  const { findings } = lint({ filter: { level: 'rules', ir: rules }, abis, warnings }, [])
  expect(findings.find(({ name }) => name === 'cannot-live')?.instead).toMatch(/^Allow exit_group, /)
})
