/*
 * One statement of bpf_asm's language: an optional label, a mnemonic, and its operands.
 *
 * | form     | mnemonics                    | operands                                          |
 * | -------- | ---------------------------- | ------------------------------------------------- |
 * | load     | ld, ldx                      | `#k`, `M[k]`, `#len`, and ld also `[k]`           |
 * | constant | ldi, ldxi                    | `#k`, and the `#` may be left out                 |
 * | store    | st, stx                      | `M[k]`                                            |
 * | goto     | ja, jmp                      | `L`                                               |
 * | test     | jeq, jgt, jge, jset          | `#k, Lt, Lf` or `#k, Lt`; `x` or `%x` for `#k`    |
 * | negated  | jne, jneq, jle, jlt          | `#k, Lt`; `x` or `%x` for `#k`                    |
 * | compute  | add to rsh                   | `#k`, `x` or `%x`                                 |
 * | bare     | neg, tax, txa                |                                                   |
 * | return   | ret                          | `#k`, `a` or `%a`                                 |
 */
import { BPF } from '@seccompile/abi'
import { assertNever, didYouMean } from '@seccompile/shape'
import { quote } from './assembly-error.ts'
import { takeNumber } from './assembly-tokens.ts'
import type { AssemblyToken, AssemblyTokens } from './assembly-tokens.ts'

/** The name of a label, in front of an instruction or in a jump. */
export interface LabelName {
  readonly name: string
  readonly offset: number
}

/** An instruction; a jump names its labels. `undefined` instead of a label means the next instruction. */
export type NamedInsn =
  | { readonly kind: 'op'; readonly code: number; readonly k: number }
  | { readonly kind: 'ret'; readonly code: number; readonly k: number }
  | { readonly kind: 'ja'; readonly to: LabelName }
  | {
      readonly kind: 'jump'
      readonly code: number
      readonly k: number
      readonly then: LabelName | undefined
      readonly else: LabelName | undefined
    }

/** An instruction, the offset of its mnemonic, and the label in front of it. */
export interface AssemblyStatement {
  readonly label: LabelName | undefined
  readonly offset: number
  readonly insn: NamedInsn
}

/** The codes of a mnemonic, by its operand. */
type MnemonicForm =
  | {
      readonly kind: 'load'
      readonly imm: number
      readonly mem: number
      readonly len: number
      readonly abs?: number
    }
  | { readonly kind: 'constant'; readonly imm: number }
  | { readonly kind: 'store'; readonly mem: number }
  | { readonly kind: 'goto' }
  | { readonly kind: 'test' | 'negated' | 'compute'; readonly byK: number; readonly byX: number }
  | { readonly kind: 'bare'; readonly code: number }
  | { readonly kind: 'return' }

const LD: MnemonicForm = { kind: 'load', imm: BPF.LD_IMM, mem: BPF.LD_MEM, len: BPF.LD_LEN, abs: BPF.LD_ABS }
const NOT_EQUAL: MnemonicForm = { kind: 'negated', byK: BPF.JEQ_K, byX: BPF.JEQ_X }

const FORMS: ReadonlyMap<string, MnemonicForm> = new Map<string, MnemonicForm>([
  ['ld', LD],
  ['ldx', { kind: 'load', imm: BPF.LDX_IMM, mem: BPF.LDX_MEM, len: BPF.LDX_LEN }],
  ['ldi', { kind: 'constant', imm: BPF.LD_IMM }],
  ['ldxi', { kind: 'constant', imm: BPF.LDX_IMM }],
  ['st', { kind: 'store', mem: BPF.ST }],
  ['stx', { kind: 'store', mem: BPF.STX }],
  ['ja', { kind: 'goto' }],
  ['jmp', { kind: 'goto' }],
  ['jeq', { kind: 'test', byK: BPF.JEQ_K, byX: BPF.JEQ_X }],
  ['jgt', { kind: 'test', byK: BPF.JGT_K, byX: BPF.JGT_X }],
  ['jge', { kind: 'test', byK: BPF.JGE_K, byX: BPF.JGE_X }],
  ['jset', { kind: 'test', byK: BPF.JSET_K, byX: BPF.JSET_X }],
  ['jne', NOT_EQUAL],
  ['jneq', NOT_EQUAL],
  ['jle', { kind: 'negated', byK: BPF.JGT_K, byX: BPF.JGT_X }],
  ['jlt', { kind: 'negated', byK: BPF.JGE_K, byX: BPF.JGE_X }],
  ['add', { kind: 'compute', byK: BPF.ADD_K, byX: BPF.ADD_X }],
  ['sub', { kind: 'compute', byK: BPF.SUB_K, byX: BPF.SUB_X }],
  ['mul', { kind: 'compute', byK: BPF.MUL_K, byX: BPF.MUL_X }],
  ['div', { kind: 'compute', byK: BPF.DIV_K, byX: BPF.DIV_X }],
  ['and', { kind: 'compute', byK: BPF.AND_K, byX: BPF.AND_X }],
  ['or', { kind: 'compute', byK: BPF.OR_K, byX: BPF.OR_X }],
  ['xor', { kind: 'compute', byK: BPF.XOR_K, byX: BPF.XOR_X }],
  ['lsh', { kind: 'compute', byK: BPF.LSH_K, byX: BPF.LSH_X }],
  ['rsh', { kind: 'compute', byK: BPF.RSH_K, byX: BPF.RSH_X }],
  ['neg', { kind: 'bare', code: BPF.NEG }],
  ['tax', { kind: 'bare', code: BPF.TAX }],
  ['txa', { kind: 'bare', code: BPF.TXA }],
  ['ret', { kind: 'return' }],
])

/** Instructions for network packets, which the kernel refuses in a seccomp filter. */
const REFUSED: ReadonlySet<string> = new Set(['ldb', 'ldh', 'ldxb', 'mod'])

/** Operands of `ld` that exist only in filters for packets. */
const PACKET_EXTENSIONS: ReadonlySet<string> = new Set([
  'proto', 'type', 'poff', 'ifidx', 'nla', 'nlan', 'mark', 'queue', 'hatype', 'rxhash', 'cpu', 'vlan_tci', 'vlan_pr',
  'vlan_avail', 'vlan_tpid', 'rand',
]) // prettier-ignore

/** Words of the language that cannot name a label; neither can a single letter. */
function isReserved(word: string): boolean {
  return FORMS.has(word) || REFUSED.has(word) || PACKET_EXTENSIONS.has(word) || word === 'len'
}

function isName({ kind, text }: AssemblyToken): boolean {
  return kind === 'word' && !text.startsWith('#')
}

/**
 * Takes the next statement of `tokens`.
 * @throws AssemblyError where the tokens are no statement, or the kernel refuses the instruction in a seccomp
 * filter
 */
export function takeStatement(tokens: AssemblyTokens): AssemblyStatement {
  const first = tokens.peek()
  if (!isName(first)) throw tokens.unexpected('expected an instruction or a label')
  if (FORMS.has(tokens.peekKeyword())) return { label: undefined, ...takeInsn(tokens) }
  refuse(tokens)
  tokens.take()
  if (tokens.peek().text !== ':') {
    const hint = didYouMean(first.text.toLowerCase(), FORMS.keys(), ', or ":" is missing behind a label')
    throw tokens.error('E_NAME', `unknown instruction ${quote(first.text)}${hint}`, first.offset)
  }
  const label = checkedLabel(first.text, first.offset, tokens)
  tokens.take()
  return { label, ...takeInsn(tokens) }
}

function refuse(tokens: AssemblyTokens): void {
  const { text, offset } = tokens.peek()
  if (!REFUSED.has(tokens.peekKeyword())) return
  const hint = tokens.peekKeyword() === 'mod' ? '' : '; it loads whole words, "ld [k]"'
  throw tokens.error('E_REFUSED', `${quote(text)} is not accepted in a seccomp filter${hint}`, offset)
}

function checkedLabel(name: string, offset: number, tokens: AssemblyTokens): LabelName {
  if (name.length < 2)
    throw tokens.error('E_NAME', `label ${quote(name)} is too short; labels have two letters or more`, offset)
  if (isReserved(name.toLowerCase()))
    throw tokens.error('E_NAME', `${quote(name)} is a word of the language and names no label`, offset)
  return { name, offset }
}

function takeInsn(tokens: AssemblyTokens): { readonly offset: number; readonly insn: NamedInsn } {
  const mnemonic = tokens.peekKeyword()
  const { text, offset } = tokens.peek()
  const form = FORMS.get(mnemonic)
  if (form !== undefined) {
    tokens.take()
    return { offset, insn: takeOperands(mnemonic, form, tokens) }
  }
  refuse(tokens)
  if (!isName(tokens.peek())) throw tokens.unexpected('expected an instruction behind the label')
  const hint = didYouMean(mnemonic, FORMS.keys())
  throw tokens.error('E_NAME', `unknown instruction ${quote(text)}${hint}`, offset)
}

function takeOperands(mnemonic: string, form: MnemonicForm, tokens: AssemblyTokens): NamedInsn {
  switch (form.kind) {
    case 'load':
      return takeLoad(mnemonic, form, tokens)
    case 'constant':
      tokens.takeIf('#')
      return { kind: 'op', code: form.imm, k: takeNumber(tokens) }
    case 'store':
      if (!tokens.takeIf('m')) throw tokens.unexpected(`${mnemonic} takes M[k]`)
      return { kind: 'op', code: form.mem, k: takeBracketed(tokens) }
    case 'goto':
      return { kind: 'ja', to: takeLabel(tokens) }
    case 'test': {
      const operand = takeKOrX(mnemonic, form, tokens)
      takeComma(mnemonic, tokens)
      const then = takeLabel(tokens)
      return { kind: 'jump', ...operand, then, else: tokens.takeIf(',') ? takeLabel(tokens) : undefined }
    }
    case 'negated': {
      const operand = takeKOrX(mnemonic, form, tokens)
      takeComma(mnemonic, tokens)
      return { kind: 'jump', ...operand, then: undefined, else: takeLabel(tokens) }
    }
    case 'compute':
      return { kind: 'op', ...takeKOrX(mnemonic, form, tokens) }
    case 'bare':
      return { kind: 'op', code: form.code, k: 0 }
    case 'return':
      return takeReturn(tokens)
    default:
      return assertNever(form)
  }
}

function takeLoad(
  mnemonic: string,
  form: MnemonicForm & { kind: 'load' },
  tokens: AssemblyTokens,
): NamedInsn {
  const op = (code: number, k: number): NamedInsn => ({ kind: 'op', code, k })
  if (tokens.takeIf('#')) return op(form.imm, takeNumber(tokens))
  if (tokens.takeIf('m')) return op(form.mem, takeBracketed(tokens))
  if (tokens.takeIf('#len') || tokens.takeIf('len')) return op(form.len, 0)
  const { kind, text, offset } = tokens.peek()
  if (form.abs !== undefined) {
    if (text === '[') return op(form.abs, takeBracketed(tokens))
    if (PACKET_EXTENSIONS.has(tokens.peekKeyword().replace('#', ''))) {
      const what = `${quote(text)} is a property of packets and not accepted in a seccomp filter`
      throw tokens.error('E_REFUSED', what, offset)
    }
    throw tokens.unexpected(`${mnemonic} takes #k, [k], M[k] or #len`)
  }
  if (kind === 'number') {
    const what = '"ldx 4*([k]&0xf)" is not accepted in a seccomp filter; a constant is written "ldx #k"'
    throw tokens.error('E_REFUSED', what, offset)
  }
  throw tokens.unexpected(`${mnemonic} takes #k, M[k] or #len`)
}

/** Takes the operand `[k]`. */
function takeBracketed(tokens: AssemblyTokens): number {
  expectSign('[', tokens)
  const { offset } = tokens.peek()
  const keyword = tokens.peekKeyword()
  if (keyword === 'x' || keyword === '%')
    throw tokens.error('E_REFUSED', '"ld [x + k]" is not accepted in a seccomp filter', offset)
  const k = takeNumber(tokens)
  expectSign(']', tokens)
  return k
}

function takeKOrX(
  mnemonic: string,
  { byK, byX }: { readonly byK: number; readonly byX: number },
  tokens: AssemblyTokens,
): { readonly code: number; readonly k: number } {
  if (tokens.takeIf('#')) return { code: byK, k: takeNumber(tokens) }
  tokens.takeIf('%')
  if (tokens.takeIf('x')) return { code: byX, k: 0 }
  throw tokens.unexpected(`${mnemonic} takes #k or x`)
}

function takeReturn(tokens: AssemblyTokens): NamedInsn {
  if (tokens.takeIf('#')) return { kind: 'ret', code: BPF.RET_K, k: takeNumber(tokens) }
  tokens.takeIf('%')
  if (tokens.takeIf('a')) return { kind: 'ret', code: BPF.RET_A, k: 0 }
  const { offset } = tokens.peek()
  if (tokens.peekKeyword() === 'x')
    throw tokens.error(
      'E_REFUSED',
      '"ret x" is not accepted in a seccomp filter; use "txa" and "ret a"',
      offset,
    )
  throw tokens.unexpected('ret takes #k or a')
}

function takeLabel(tokens: AssemblyTokens): LabelName {
  const { text, offset } = tokens.peek()
  if (!isName(tokens.peek())) throw tokens.unexpected('expected a label to jump to')
  const label = checkedLabel(text, offset, tokens)
  tokens.take()
  return label
}

function takeComma(mnemonic: string, tokens: AssemblyTokens): void {
  if (!tokens.takeIf(',')) throw tokens.unexpected(`${mnemonic} takes "," and a label behind its operand`)
}

function expectSign(sign: string, tokens: AssemblyTokens): void {
  if (!tokens.takeIf(sign)) throw tokens.unexpected(`expected "${sign}"`)
}
