import { AUDIT_ARCH, seccompData } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { errno, policy } from '@seccompile/policy'
import type { ProveOptions } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abiNumbers } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { aboutOne, aboutTwo, archesNote, askMainFirst, mainPart } from '../src/changes/question.ts'
import { describedFilter } from './described-filter.ts'

const mine = policy({ default: errno('EPERM') }).allow('read')
const [x86_64, x86, arm] = [signedAbiTable('x86_64'), signedAbiTable('x86'), signedAbiTable('arm')]
const both = describedFilter('both', mine, ['x86_64', 'x86'])
const tokens = (abis: readonly { readonly token: string }[]): readonly string[] =>
  abis.map(({ token }) => token)

describe('the ABIs by which calls are named', () => {
  it('are those of the filters, each once, after that of the part', () => {
    expect(tokens(aboutOne(both).abis)).toEqual(['x86_64', 'x86'])
    const within = { arch: x86.auditArch, numbers: [{ lo: 0, hi: 9 }] }
    expect(tokens(aboutOne(both, { abi: x86, within }).abis)).toEqual(['x86', 'x86_64'])
    const pair = aboutTwo([both, describedFilter('arm', mine, ['arm', 'x86'])], { abi: arm, within })
    expect(tokens(pair.abis)).toEqual(['arm', 'x86_64', 'x86'])
    expect(pair.prove).toMatchObject({ endianness: 'little', within })
  })
})

describe('an answer with a call of another architecture', () => {
  const shown = (arch: number): { readonly data: SeccompData } => ({ data: seccompData({ nr: 0, arch }) })
  const pair = aboutTwo([both, both])

  it('is asked again about the main ABI, whose answer is shown where it has a call', () => {
    const asked: ProveOptions[] = []
    const answer = askMainFirst(pair, (options) => {
      asked.push(options)
      return shown(options.within === undefined ? AUDIT_ARCH.ARM : x86_64.auditArch)
    })
    expect(answer.data.arch).toBe(x86_64.auditArch)
    expect(asked.map(({ within }) => within?.arch)).toEqual([undefined, x86_64.auditArch])
  })

  it('stays where the main ABI shows no such call', () => {
    const ask = ({ within }: ProveOptions): object =>
      within === undefined ? shown(AUDIT_ARCH.ARM) : { kind: 'equal' }
    expect(askMainFirst(pair, ask)).toEqual(shown(AUDIT_ARCH.ARM))
  })
})

describe('the main ABI', () => {
  const arches = (...all: readonly number[]): { readonly arches: () => readonly number[] } => ({
    arches: () => all,
  })

  it('is the first one that names calls, where a filter names its architecture, or none', () => {
    const own = { arch: x86_64.auditArch, numbers: abiNumbers(x86_64) }
    expect(mainPart([both], x86_64)).toEqual(own)
    expect(mainPart([arches()], x86_64)).toEqual(own)
    expect(mainPart([arches(AUDIT_ARCH.ARM), both], x86_64)).toEqual(own)
  })

  it('is one of 64 bits of a raw filter for other architectures', () => {
    const { ARM, AARCH64 } = AUDIT_ARCH
    expect(mainPart([arches(ARM, AARCH64)], x86_64)).toEqual({ arch: AARCH64 })
    expect(mainPart([arches(ARM)], x86_64)).toEqual({ arch: ARM })
  })
})

describe('the note on architectures', () => {
  const arms = describedFilter('arms', mine, ['arm'])

  it('names those of both filters, and says what may help', () => {
    expect(archesNote(aboutTwo([both, arms]))).toBe(
      'both is for I386, X86_64 and arms for ARM; no architecture is in both',
    )
    expect(archesNote(aboutTwo([both, describedFilter('main', mine, ['x86_64'])]))).toBe(
      'both is for I386, X86_64 and main for X86_64; --within ABI compares the calls of one ABI',
    )
    expect(archesNote(aboutTwo([both, arms]), 'compile both for one')).toMatch(/; compile both for one$/)
  })

  it('is none where both are for the same, or one names none', () => {
    expect(archesNote(aboutTwo([both, both]))).toBeUndefined()
    expect(archesNote(aboutTwo([both, { ...arms, arches: () => [] }]))).toBeUndefined()
  })
})
