import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { policyFilter, programFilter, rulesFilter, stackFilter, usualAbi } from '@seccompile/filter'
import type { ProgramMaker } from '@seccompile/filter'
import { policy, resolve } from '@seccompile/policy'
import type { Finding } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const X86_64 = signedAbiTable('x86_64')
const X86 = signedAbiTable('x86')
const S390X = signedAbiTable('s390x')
const returning = (k: number): Program => [{ code: BPF.RET_K, jt: 0, jf: 0, k }]
const mine = policy({ default: 'deny' }).allow('read')

describe('the filter of a policy', () => {
  it('means its rules, on the ABIs of its target', () => {
    const target = { abis: [X86_64, X86] }
    const filter = policyFilter('mine', { policy: mine }, target)
    expect(filter.subject).toEqual({ level: 'rules', ir: resolve(mine, target).rules })
    expect(filter.abis).toEqual([X86_64, X86])
    expect(filter.arches()).toEqual([X86_64.auditArch, X86.auditArch])
    expect([filter.name, filter.policy, filter.target]).toEqual(['mine', mine, target])
  })

  it('has the byte order of its main ABI', () => {
    expect(policyFilter('mine', { policy: mine }, { abis: [S390X] }).endianness).toBe('big')
  })

  it('has the warnings of its reader, then those of its resolution', () => {
    const warning = { name: 'ignored-key', severity: 'low', message: 'a key' } as const satisfies Finding
    const notes = ['a note']
    const filter = policyFilter('mine', { policy: mine, warnings: [warning], notes }, { abis: [X86_64] })
    expect(filter.findings.map(({ name }) => name)).toEqual(['ignored-key', 'cannot-live'])
    expect(filter.notes).toEqual(notes)
  })

  it('is compiled when its program is asked for, by the function of the opener', async () => {
    const asked: unknown[] = []
    const compile: ProgramMaker = (...given) => {
      asked.push(given)
      return returning(verdictOf('ALLOW'))
    }
    const target = { abis: [X86_64] }
    const filter = policyFilter('mine', { policy: mine }, target, compile)
    expect(asked).toEqual([])
    expect(await filter.program()).toEqual(returning(verdictOf('ALLOW')))
    expect(asked).toEqual([[mine, target]])
    expect(await policyFilter('mine', { policy: mine }, target).program()).toBeUndefined()
  })

  it('is that of an artifact only where its reader says so', () => {
    const artifact = () => Promise.resolve([])
    expect(policyFilter('mine', { policy: mine, artifact }, { abis: [X86_64] }).artifact).toBe(artifact)
    expect(policyFilter('mine', { policy: mine }, { abis: [X86_64] })).not.toHaveProperty('artifact')
  })

  it('is none for no ABI', () => {
    expect(() => policyFilter('mine', { policy: mine }, { abis: [] })).toThrow('the policy is for no ABI')
  })
})

describe('a filter without a policy', () => {
  const allow = returning(verdictOf('ALLOW'))

  it('of a program has that program, and names the arch values that the program tests', async () => {
    const tests: Program = [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: X86_64.auditArch },
      ...allow,
      ...returning(verdictOf('KILL_PROCESS')),
    ]
    const filter = programFilter('raw', tests, [X86_64, X86])
    expect(await filter.program()).toBe(tests)
    expect(filter).toMatchObject({ name: 'raw', endianness: 'little', notes: [], findings: [] })
    expect(filter.arches()).toEqual([X86_64.auditArch])
    expect(filter.policy).toBeUndefined()
  })

  it('of rules is compiled for the byte order of its ABIs', async () => {
    const { rules } = resolve(mine, { abis: [S390X] })
    const compile = (given: unknown, endianness: string) =>
      given === rules && endianness === 'big' ? allow : undefined
    const filter = rulesFilter('rules', rules, [S390X], compile)
    expect(await filter.program()).toBe(allow)
    expect(filter.arches()).toEqual([S390X.auditArch])
    expect(await rulesFilter('rules', rules, [S390X]).program()).toBeUndefined()
  })

  it('of a stack has no program, and the meaning of all its parts', async () => {
    const parts = [allow, returning(verdictOf('ERRNO', 1))].map((ir) => ({ level: 'program', ir }) as const)
    const filter = stackFilter('stack', parts, [X86_64])
    expect(filter.subject).toEqual({ level: 'stack', ir: parts })
    expect(await filter.program()).toBeUndefined()
  })
})

it('the usual ABI has the byte order', () => {
  for (const endianness of ['little', 'big'] as const)
    expect(signedAbiTable(usualAbi(endianness)).endianness).toBe(endianness)
})
