/*
 * Writes one program in bpf_asm's language in any of its equivalent ways, for tests of the parser.
 */
import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { isConditional } from '@seccompile/cbpf'

const COMPUTE = new Map<number, string>([
  [BPF.ADD_K, 'add'], [BPF.SUB_K, 'sub'], [BPF.MUL_K, 'mul'], [BPF.DIV_K, 'div'], [BPF.OR_K, 'or'],
  [BPF.AND_K, 'and'], [BPF.LSH_K, 'lsh'], [BPF.RSH_K, 'rsh'], [BPF.XOR_K, 'xor'],
]) // prettier-ignore

const TESTS = new Map<number, readonly [string, ...string[]]>([
  [BPF.JEQ_K, ['jeq', 'jne', 'jneq']],
  [BPF.JGT_K, ['jgt', 'jle']],
  [BPF.JGE_K, ['jge', 'jlt']],
  [BPF.JSET_K, ['jset']],
])

const X_BIT = BPF.ADD_X ^ BPF.ADD_K

/** `program` as text. `choices` decide between equivalent ways to write it, and repeat as needed. */
export function styled(program: Program, choices: readonly number[]): string {
  let asked = 0
  const choose = <T>(...ways: readonly T[]): T =>
    ways[(choices[asked++ % choices.length] ?? 0) % ways.length]!
  const gap = (): string => choose('', ' ', '\t', '/**/', ' /* ; # *\n/ */ ', ' ; a: b\n ', '\n# /*\n ')
  const space = (): string => choose(' ', '\t', '\n ', ' ;\n ', '/* */')
  const inCase = (word: string): string => choose(word, word, word.toUpperCase())
  const join = (...parts: readonly string[]): string => parts.join(gap())
  const number = (k: number): string =>
    choose(
      `0x${k.toString(16)}`,
      `0X${k.toString(16).toUpperCase()}`,
      String(k),
      k === 0 ? '00' : `0${k.toString(8)}`,
      `0b${k.toString(2)}`,
      k >= 2 ** 31 ? String(k - 2 ** 32) : k === 0 ? '0' : `+${k}`,
    )
  // In the first column a # would begin a comment, so no line end may stand before it.
  const constant = (k: number): string => ` #${choose('', ' ')}${number(k)}`
  const x = (): string => choose(' x', ' X', ' %x', '% x')
  const slot = (k: number): string => join(inCase(' m'), '[', number(k), ']')
  const name = (pc: number): string => `to_${pc}`

  const insnText = (pc: number): string => {
    const { code, jt, jf, k } = program[pc]!
    const operand = (): string => ((code & X_BIT) === 0 ? constant(k) : x())
    if (isConditional(code)) {
      const [test, ...negated] = TESTS.get(code & ~X_BIT)!
      const [then, otherwise] = [` ${name(pc + 1 + jt)}`, ` ${name(pc + 1 + jf)}`]
      const ways = [join(inCase(test) + operand(), ',', then, ',', otherwise)]
      if (jf === 0) ways.push(join(inCase(test) + operand(), ',', then))
      if (jt === 0 && negated.length > 0)
        ways.push(join(inCase(choose(...negated)) + operand(), ',', otherwise))
      return choose(...ways)
    }
    switch (code) {
      case BPF.LD_ABS:
        return join(inCase('ld'), '[', number(k), ']')
      case BPF.LD_IMM:
        return choose(
          inCase('ld') + constant(k),
          inCase('ldi') + constant(k),
          inCase('ldi') + space() + number(k),
        )
      case BPF.LDX_IMM:
        return choose(
          inCase('ldx') + constant(k),
          inCase('ldxi') + constant(k),
          inCase('ldxi') + space() + number(k),
        )
      case BPF.LD_MEM:
        return inCase('ld') + slot(k)
      case BPF.LDX_MEM:
        return inCase('ldx') + slot(k)
      case BPF.ST:
        return inCase('st') + slot(k)
      case BPF.STX:
        return inCase('stx') + slot(k)
      case BPF.LD_LEN:
        return inCase('ld') + choose(' #len', ' len', '#LEN')
      case BPF.LDX_LEN:
        return inCase('ldx') + choose(' #len', ' len', '#LEN')
      case BPF.TAX:
        return inCase('tax')
      case BPF.TXA:
        return inCase('txa')
      case BPF.NEG:
        return inCase('neg')
      case BPF.JA:
        return inCase(choose('ja', 'jmp')) + space() + name(pc + 1 + k)
      case BPF.RET_A:
        return inCase('ret') + choose(' a', ' A', ' %a', '% a')
      case BPF.RET_K:
        return inCase('ret') + constant(k)
      default:
        return inCase(COMPUTE.get(code & ~X_BIT)!) + operand()
    }
  }
  return program.map((_, pc) => join(name(pc), ':', ` ${insnText(pc)}${space()}`)).join('')
}
