import { BPF } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, canonical, parseAssembly, verify } from '@seccompile/cbpf'
import type { SymbolicInsn } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { rejection } from './rejection.ts'
import { styled } from './styled.ts'

const message = (text: string): string => rejection(() => parseAssembly(text, { file: 'f.asm' })).message
const lines = (count: number, line: string): string => `${line}\n`.repeat(count)

describe('parseAssembly', () => {
  it('reads a filter', () => {
    const text = `
      ld [4]                  /* arch */
      jne #0xc000003e, deny   ; AUDIT_ARCH_X86_64
      ld [0]
      jeq #57, deny           ; fork
      ret #0x7fff0000
# everything else
deny: ret #0x50001`
    expect(parseAssembly(text)).toEqual([
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, 0xc000_003e, 0, 3),
      op(BPF.LD_ABS, 0),
      jump(BPF.JEQ_K, 57, 1, 0),
      ALLOW,
      DENY,
    ])
  })

  it('yields a frozen program that the kernel accepts', () => {
    const program = parseAssembly('ret a')
    expect(program).toEqual([op(BPF.RET_A)])
    expect(Object.isFrozen(program) && verify(program).length === 0).toBe(true)
  })

  it('reads every program however it is written', () => {
    const choices = fc.array(fc.nat(), { minLength: 20, maxLength: 200 })
    fc.assert(
      fc.property(arbitraryProgram(), choices, (program, ways) => {
        expect(parseAssembly(styled(program, ways))).toEqual(canonical(program))
      }),
    )
  })

  it('jumps as far as it takes', () => {
    const text = `ld [0]\njeq #1, yes, no\n${lines(300, 'ld [0]')}no: ret #0x50001\n${lines(300, 'tax')}yes: ret #0x7fff0000`
    const loads = (from: number, count: number, code: number): SymbolicInsn[] =>
      Array.from({ length: count }, (_, i) => ({ kind: 'op', label: from + i, code, k: 0 }))
    expect(parseAssembly(text)).toEqual(
      assemble([
        { kind: 'op', label: 0, code: BPF.LD_ABS, k: 0 },
        { kind: 'jump', label: 1, code: BPF.JEQ_K, k: 1, then: 900, else: 500 },
        ...loads(2, 300, BPF.LD_ABS),
        { kind: 'ret', label: 500, code: BPF.RET_K, k: DENY.k },
        ...loads(501, 300, BPF.TAX),
        { kind: 'ret', label: 900, code: BPF.RET_K, k: ALLOW.k },
      ]),
    )
  })

  it('rejects a text without an instruction', () => {
    expect(message('')).toBe('f.asm:1:1: expected an instruction, got the end')
    expect(message('; nothing\n')).toBe('f.asm:2:1: expected an instruction, got the end')
  })

  it('rejects a jump to nowhere, with what was meant', () => {
    expect(rejection(() => parseAssembly('ld [0]\njeq #1, alow\nret #0\nallow: ret #0x7fff0000'))).toEqual({
      name: 'AssemblyError',
      code: 'E_NAME',
      message: '2:9: no instruction has the label "alow"; did you mean "allow"?',
    })
    expect(message('ja there\nret a')).toBe('f.asm:1:4: no instruction has the label "there"')
    expect(message('ja Here\nhere: ret a')).toBe(
      'f.asm:1:4: no instruction has the label "Here"; did you mean "here"?',
    )
  })

  it('rejects a jump back or to itself', () => {
    expect(message('up: ld [0]\njeq #1, up\nret a')).toBe(
      'f.asm:2:9: label "up" stands on line 1, not behind this jump; jumps go forward only',
    )
    expect(message('on: ja on')).toBe(
      'f.asm:1:8: label "on" stands on line 1, not behind this jump; jumps go forward only',
    )
  })

  it('rejects a label that stands twice', () => {
    expect(rejection(() => parseAssembly('ja on\non: ret a\non: ret #1'))).toEqual({
      name: 'AssemblyError',
      code: 'E_CONFLICT',
      message: '3:1: label "on" stands on line 2 already; a label stands once',
    })
  })

  it('rejects a program that runs past its end', () => {
    const past = 'the program would run past its end here; it ends with "ret"'
    expect(message('ret a\n tax')).toBe(`f.asm:2:2: ${past}`)
    expect(message('jeq #1, on\non: jeq #2, on')).toBe(
      'f.asm:2:13: label "on" stands on line 2, not behind this jump; jumps go forward only',
    )
    expect(rejection(() => parseAssembly('jne #1, on\non: jne x, on2 on2: neg')).message).toBe(
      `2:21: ${past}`,
    )
  })

  it('says what the kernel would refuse at its place', () => {
    const refused = (text: string): string => message(`on: ret a\n ${text}\n ret a`)
    expect(refused('ld [2]')).toBe(
      'f.asm:2:2: loads the word at byte 2; seccomp_data has aligned words at 0 to 60 (P7)',
    )
    expect(refused('ld [64]')).toMatch(/^f\.asm:2:2: loads the word at byte 64;.* \(P7\)$/)
    expect(refused('div #0')).toBe('f.asm:2:2: divides by the constant 0 (P3)')
    expect(refused('lsh #32')).toBe('f.asm:2:2: shifts by 32; a constant shift is at most 31 (P5)')
    expect(refused('st M[16]')).toBe('f.asm:2:2: uses M[16]; the scratch memory is M[0] to M[15] (P6)')
    expect(message('ld M[1]\nret a')).toBe(
      'f.asm:1:1: reads M[1], which is not written on every way here (P9)',
    )
    expect(rejection(() => parseAssembly('div #0\nret a')).code).toBe('E_REFUSED')
  })

  it('says so at its place also where far jumps have added instructions before it', () => {
    const text = `jeq #1, yes, no\n${lines(300, 'tax')}ldx M[3]\n${lines(300, 'tax')}no: ret #1\nyes: ret #2`
    expect(message(text)).toBe('f.asm:302:1: reads M[3], which is not written on every way here (P9)')
  })

  it('takes 4096 instructions and no more', () => {
    expect(parseAssembly(lines(4096, 'ret a'))).toHaveLength(4096)
    expect(message(lines(4097, 'ret a'))).toBe(
      'f.asm:4097:1: a program has at most 4096 instructions, and this is one more',
    )
    expect(message(`${lines(1, 'jeq #1, yes')}${lines(4094, 'tax')}yes: ret a`)).toBe(
      'f.asm:4096:6: with far jumps resolved the program has 4097 instructions; at most 4096 are possible',
    )
  })

  it('ends soon on hostile texts', () => {
    const label = 'l'.repeat(1_000_000)
    expect(message(`ja ${label}\nret a`)).toBe(`f.asm:1:4: no instruction has the label "${'l'.repeat(60)}…"`)
    expect(message(`ret #${'9'.repeat(1_000_000)}`)).toMatch(/^f\.asm:1:6: "9{60}…" does not fit 32 bits/)
    expect(message('x'.repeat(4_194_305))).toBe(
      'f.asm:1:1: the text has 4194305 characters; at most 4194304 are read',
    )
    expect(message('/* '.repeat(1_000_000))).toBe(
      'f.asm:1:1: the comment that begins here is not closed by "*/"',
    )
    const labels = Array.from(
      { length: 4095 },
      (_, i) => `label_number_${i + 10_000}: jset #1, label_number_${i + 10_001}`,
    )
    expect(message(labels.join('\n'))).toMatch(
      /^f\.asm:4095:30: no instruction has the label "label_number_14095"; did/,
    )
    expect(message(lines(4096, 'ld M[0]'))).toMatch(/^f\.asm:4096:1: the program would run past its end/)
  })
})
