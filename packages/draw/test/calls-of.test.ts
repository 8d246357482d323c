import { AUDIT_ARCH, WHOLE_WORD, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { expect, it } from 'vitest'
import { callsOf } from '../src/picture/calls-of.ts'

const b = decisionBuilder()
const [allow, kill] = [b.verdict(0x7fff_0000), b.verdict(0x8000_0000)]
const when = (test: Partial<Test>, holds: Decision, otherwise: Decision): Decision =>
  b.test({ word: WORD_NR, mask: WHOLE_WORD, op: 'eq', k: 0, ...test }, holds, otherwise)
const onArch = (arch: number, holds: Decision, otherwise: Decision = kill): Decision =>
  when({ word: WORD_ARCH, k: arch }, holds, otherwise)
const FAMILY = when({ word: 4, k: 1 }, allow, kill)

/** The calls that reach the test of the argument under `of`, on x86_64. */
const reaching = (of: Decision): unknown => callsOf(onArch(AUDIT_ARCH.X86_64, of)).get(FAMILY)?.[0]?.numbers

it('has the numbers that pass the tests on the way', () => {
  expect(reaching(when({ op: 'gt', k: 5 }, FAMILY, kill))).toEqual([{ lo: 6, hi: WHOLE_WORD }])
  expect(reaching(when({ op: 'ge', k: 5 }, FAMILY, kill))).toEqual([{ lo: 5, hi: WHOLE_WORD }])
  expect(reaching(when({ op: 'gt', k: 5 }, kill, FAMILY))).toEqual([{ lo: 0, hi: 5 }])
  expect(reaching(when({ k: 7 }, FAMILY, kill))).toEqual([{ lo: 7, hi: 7 }])
})

it('has all numbers after a test of some of their bits', () => {
  const all = [{ lo: 0, hi: WHOLE_WORD }]
  expect(reaching(when({ mask: 0xf, k: 7 }, FAMILY, kill))).toEqual(all)
  expect(reaching(when({ op: 'set', k: 4 }, kill, FAMILY))).toEqual(all)
})

it('has the first and the last of many numbers, and what is between', () => {
  const list = Array.from({ length: 65 }, (_, i) => 2 * i + 10)
  const root = list.reduceRight<Decision>((otherwise, k) => when({ k }, FAMILY, otherwise), kill)
  expect(reaching(root)).toEqual([{ lo: 10, hi: 138 }])
})

it('has no calls for a test that two architectures share', () => {
  const root = onArch(AUDIT_ARCH.X86_64, FAMILY, onArch(AUDIT_ARCH.I386, FAMILY))
  expect(callsOf(root).get(FAMILY)).toBeUndefined()
})
