import { AUDIT_ARCH, SECCOMP_RET, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { irText } from '@seccompile/describe'
import { x32 } from '@seccompile/signatures/x32'
import { x86 } from '@seccompile/signatures/x86'
import { x86_64 } from '@seccompile/signatures/x86_64'
import { describe, expect, it } from 'vitest'

const b = decisionBuilder()
const test = (word: Word, k: number, yes: Decision, no: Decision): Decision =>
  b.test({ word, mask: WHOLE_WORD, op: 'eq', k }, yes, no)
const ALLOW = b.verdict(SECCOMP_RET.ALLOW)
const KILL = b.verdict(SECCOMP_RET.KILL_PROCESS)

describe('the text of a decision', () => {
  it('names the calls of each architecture behind the test of it', () => {
    const ir = test(
      WORD_ARCH,
      AUDIT_ARCH.X86_64,
      test(WORD_NR, 1, ALLOW, KILL),
      test(WORD_ARCH, AUDIT_ARCH.I386, test(WORD_NR, 4, ALLOW, KILL), KILL),
    )
    const text = irText({ level: 'decision', ir }, 'little', [x86_64, x86])
    expect(text).toMatch(/nr == write \?[^]*nr == write \?/)
    expect(text).not.toMatch(/nr == \d/)
  })

  it('leaves the bound of x32 as it is, and names the calls behind it', () => {
    const ir = test(WORD_NR, 0x4000_0000, test(WORD_NR, 0x4000_0001, ALLOW, KILL), KILL)
    const text = irText({ level: 'decision', ir }, 'little', [x86_64, x32])
    expect(text).toMatch(/nr == 0x40000000 \?[^]*nr == write \?/)
  })

  it('leaves a number that two architectures share as it is', () => {
    const shared = test(WORD_NR, 1, ALLOW, KILL)
    const ir = test(WORD_ARCH, AUDIT_ARCH.X86_64, shared, test(WORD_ARCH, AUDIT_ARCH.I386, shared, KILL))
    expect(irText({ level: 'decision', ir }, 'little', [x86_64, x86])).toContain('nr == 1 ?')
  })

  it('names the calls of the only architecture without a test of it', () => {
    const ir = test(WORD_NR, 1, ALLOW, KILL)
    expect(irText({ level: 'decision', ir }, 'little', [x86_64])).toContain('nr == write ?')
    expect(irText({ level: 'decision', ir }, 'little', [x86_64, x86])).toContain('nr == 1 ?')
  })
})
