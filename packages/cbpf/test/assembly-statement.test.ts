import { BPF } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { takeStatement } from '../src/assembly-statement.ts'
import type { AssemblyStatement } from '../src/assembly-statement.ts'
import { tokensOf } from '../src/assembly-tokens.ts'
import { rejection } from './rejection.ts'

const statement = (text: string): AssemblyStatement => takeStatement(tokensOf(text, {}))
const message = (text: string): string => rejection(() => statement(text)).message

describe('takeStatement', () => {
  it('reads label, mnemonic and operands, and where they stand', () => {
    expect(statement('go_on : jeq #5, yes, no')).toEqual({
      label: { name: 'go_on', offset: 0 },
      offset: 8,
      insn: {
        kind: 'jump',
        code: BPF.JEQ_K,
        k: 5,
        then: { name: 'yes', offset: 16 },
        else: { name: 'no', offset: 21 },
      },
    })
    expect(statement('ret %a')).toEqual({
      label: undefined,
      offset: 0,
      insn: { kind: 'ret', code: BPF.RET_A, k: 0 },
    })
  })

  it('turns a negated test around', () => {
    expect(statement('jlt x, low').insn).toEqual({
      kind: 'jump',
      code: BPF.JGE_X,
      k: 0,
      then: undefined,
      else: { name: 'low', offset: 7 },
    })
  })

  it('leaves what follows', () => {
    const tokens = tokensOf('jeq #1, yes ret a', {})
    takeStatement(tokens)
    expect(tokens.peek().text).toBe('ret')
  })

  it('tells labels by case, and mnemonics not', () => {
    expect(statement('Aa: TAX')).toMatchObject({ label: { name: 'Aa' }, insn: { code: BPF.TAX } })
  })

  it('says what an instruction takes', () => {
    expect(message('ld 5')).toBe('1:4: ld takes #k, [k], M[k] or #len, got "5"')
    expect(message('ld\n ret a')).toBe('2:2: ld takes #k, [k], M[k] or #len, got "ret"')
    expect(message('ldx [4]')).toBe('1:5: ldx takes #k, M[k] or #len, got "["')
    expect(message('ldi x')).toBe('1:5: expected a number, got "x"')
    expect(message('st 5')).toBe('1:4: st takes M[k], got "5"')
    expect(message('stx M 5')).toBe('1:7: expected "[", got "5"')
    expect(message('stx M[5')).toBe('1:8: expected "]", got the end')
    expect(message('ADD 5')).toBe('1:5: add takes #k or x, got "5"')
    expect(message('add a')).toBe('1:5: add takes #k or x, got "a"')
    expect(message('ret 5')).toBe('1:5: ret takes #k or a, got "5"')
    expect(message('jeq #1')).toBe('1:7: jeq takes "," and a label behind its operand, got the end')
    expect(message('jeq #1,')).toBe('1:8: expected a label to jump to, got the end')
    expect(message('jeq #1, yes, 7')).toBe('1:14: expected a label to jump to, got "7"')
    expect(message('ja #1')).toBe('1:4: expected a label to jump to, got "#"')
    expect(message('ja #one')).toBe('1:4: expected a label to jump to, got "#one"')
  })

  it('says what could stand where no instruction stands', () => {
    expect(message('#5')).toBe('1:3: expected an instruction or a label, got the end')
    expect(message(' #five')).toBe('1:2: expected an instruction or a label, got "#five"')
    expect(message('on: 5')).toBe('1:5: expected an instruction behind the label, got "5"')
    expect(message('on:')).toBe('1:4: expected an instruction behind the label, got the end')
  })

  it('suggests the instruction that was meant', () => {
    expect(message('jest #1, on')).toBe('1:1: unknown instruction "jest"; did you mean "jset"?')
    expect(message('on: RTE #1')).toBe('1:5: unknown instruction "RTE"; did you mean "ret"?')
    expect(message('there ret a')).toBe('1:1: unknown instruction "there", or ":" is missing behind a label')
    expect(message('one: other: ret a')).toBe('1:6: unknown instruction "other"')
  })

  it('rejects labels that bpf_asm does not take', () => {
    const short = 'is too short; labels have two letters or more'
    expect(message('L: ret a')).toBe(`1:1: label "L" ${short}`)
    expect(message('ja x')).toBe(`1:4: label "x" ${short}`)
    const reserved = 'is a word of the language and names no label'
    expect(message('ja ret')).toBe(`1:4: "ret" ${reserved}`)
    expect(message('Len: ret a')).toBe(`1:1: "Len" ${reserved}`)
    expect(message('proto: ret a')).toBe(`1:1: "proto" ${reserved}`)
    expect(message('ja mod')).toBe(`1:4: "mod" ${reserved}`)
  })

  it('names what belongs to packet filters', () => {
    const refused = 'not accepted in a seccomp filter'
    expect(rejection(() => statement('LDH [12]'))).toEqual({
      name: 'AssemblyError',
      code: 'E_REFUSED',
      message: `1:1: "LDH" is ${refused}; it loads whole words, "ld [k]"`,
    })
    expect(message('on: mod #4')).toBe(`1:5: "mod" is ${refused}`)
    expect(message('ld [x + 4]')).toBe(`1:5: "ld [x + k]" is ${refused}`)
    expect(message('ld [%x + 4]')).toBe(`1:5: "ld [x + k]" is ${refused}`)
    expect(message('ld proto')).toBe(`1:4: "proto" is a property of packets and ${refused}`)
    expect(message('ld #vlan_tci')).toBe(`1:4: "#vlan_tci" is a property of packets and ${refused}`)
    expect(message('ldx 4*([14]&0xf)')).toBe(
      `1:5: "ldx 4*([k]&0xf)" is ${refused}; a constant is written "ldx #k"`,
    )
    expect(message('ret x')).toBe(`1:5: "ret x" is ${refused}; use "txa" and "ret a"`)
  })

  it('takes names of object properties for what they are', () => {
    expect(message('__proto__ ret a')).toBe(
      '1:1: unknown instruction "__proto__", or ":" is missing behind a label',
    )
    expect(statement('constructor: ret a').label?.name).toBe('constructor')
  })
})
