/*
 * One statement of seccomp-tools' assembly.
 *
 * | statement                   | instruction                                                                       |
 * | --------------------------- | --------------------------------------------------------------------------------- |
 * | `A = …`                     | ld: a field of seccomp_data, `data[k]`, `mem[k]`, `len`, a number; `X`: txa; `-A`: neg |
 * | `X = …`                     | ldx: `mem[k]`, a number; `A`: tax                                                 |
 * | `mem[k] = A`, `mem[k] = X`  | st, stx                                                                           |
 * | `A += …`                    | add, also `-=`, `*=`, `/=`, `&=`, `^=`, `<<=`, `>>=`, or; a number or X                                   |
 * | `A == … ? a : b`            | jeq, also != > >= < <= &; a number or X                                           |
 * | `if (A == …) goto a else goto b` | the same; `!(…)` negates, and else may be missing                            |
 * | `goto a`                    | ja; also `jmp`, `jump`                                                            |
 * | `return …`                  | ret: `A`, an action, an action with its data, a number                            |
 *
 * A line end is a space here. The tool requires some statements to be on one line, but a line end never changes the
 * program that it reads.
 *
 * @see seccomp-tools 1.7.1: lib/seccomp-tools/asm/sasm.y, and the emit methods of lib/seccomp-tools/asm/compiler.rb
 */
import { argHigh, argLow, BPF, BPF_X, SECCOMP_DATA_BYTES, SECCOMP_RET, wordOffset } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { ToolsLabel, ToolsTokens } from './tokens.ts'
import { takeConstant } from './value.ts'

/** The tables and the byte order for which a text is read. */
export interface Context {
  readonly abis: readonly AbiTable[]
  readonly endianness: Endianness
}

/** An instruction; a jump names its labels. */
export type ToolsInsn =
  | { readonly kind: 'op' | 'ret'; readonly code: number; readonly k: number }
  | { readonly kind: 'ja'; readonly to: ToolsLabel }
  | {
      readonly kind: 'jump'
      readonly code: number
      readonly k: number
      readonly then: ToolsLabel
      readonly else: ToolsLabel
    }

/** An instruction, its place, and the labels in front of it. */
export interface ToolsStatement {
  readonly labels: readonly ToolsLabel[]
  readonly offset: number
  readonly insn: ToolsInsn
}

/** The label of the next statement, which no statement can have. */
export const NEXT = 'next'

const STATEMENT = 'expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW"'

/**
 * Takes the next statement.
 * @throws AssemblyError where the tokens are no statement
 */
export function takeStatement(tokens: ToolsTokens, context: Context): ToolsStatement {
  const labels: ToolsLabel[] = []
  while (tokens.peek().kind === 'label') {
    const [label] = tokens.take().labels
    if (label!.name === NEXT)
      throw tokens.error('E_NAME', '"next" means the next statement and names no other', label!.offset)
    labels.push(label!)
  }
  const { offset } = tokens.peek()
  return { labels, offset, insn: takeInsn(tokens, context) }
}

function takeInsn(tokens: ToolsTokens, context: Context): ToolsInsn {
  const { kind, text, labels, offset } = tokens.peek()
  if (kind === 'goto') {
    tokens.take()
    return { kind: 'ja', to: labels[0]! }
  }
  switch (tokens.peekKeyword()) {
    case 'a':
      tokens.take()
      return takeA(tokens, context)
    case 'x':
      tokens.take()
      tokens.expect('=', 'X takes "=" and a value')
      return takeX(tokens, context)
    case 'mem': {
      const k = takeMem(tokens, context)
      tokens.expect('=', 'mem[] takes "=" and A or X')
      if (tokens.takeIf('a')) return { kind: 'op', code: BPF.ST, k }
      if (tokens.takeIf('x')) return { kind: 'op', code: BPF.STX, k }
      throw tokens.unexpected('mem[] takes A or X')
    }
    case 'if':
      tokens.take()
      return takeIf(tokens, context)
    case 'return':
      tokens.take()
      return takeReturn(tokens, context)
    default: {
      if (kind !== 'word') throw tokens.unexpected(STATEMENT)
      const hint = didYouMean(text.toLowerCase(), WORDS)
      throw tokens.error('E_SYNTAX', `${STATEMENT}, got ${quote(text)}${hint}`, offset)
    }
  }
}

const WORDS: readonly string[] = ['return', 'goto', 'mem', 'else', 'jump']

/** The codes of the operators with a number as their operand. The form for X has one more bit. */
const ALU: ReadonlyMap<string, number> = new Map([
  ['+', BPF.ADD_K],
  ['-', BPF.SUB_K],
  ['*', BPF.MUL_K],
  ['/', BPF.DIV_K],
  ['|', BPF.OR_K],
  ['&', BPF.AND_K],
  ['^', BPF.XOR_K],
  ['<<', BPF.LSH_K],
  ['>>', BPF.RSH_K],
])

/** For each operator, the code of its test, and whether its targets are exchanged. */
const TESTS: ReadonlyMap<string, { readonly code: number; readonly negated: boolean }> = new Map([
  ['==', { code: BPF.JEQ_K, negated: false }],
  ['!=', { code: BPF.JEQ_K, negated: true }],
  ['>', { code: BPF.JGT_K, negated: false }],
  ['<=', { code: BPF.JGT_K, negated: true }],
  ['>=', { code: BPF.JGE_K, negated: false }],
  ['<', { code: BPF.JGE_K, negated: true }],
  ['&', { code: BPF.JSET_K, negated: false }],
])

function takeA(tokens: ToolsTokens, context: Context): ToolsInsn {
  if (tokens.takeIf('=')) return takeLoad(tokens, context)
  const { text } = tokens.peek()
  const alu = ALU.get(text)
  const test = TESTS.get(text)
  if (alu === undefined && test === undefined)
    throw tokens.unexpected('A takes "=", a computation such as "+=" or a test such as "=="')
  tokens.take()
  if (alu !== undefined && tokens.takeIf('=')) return { kind: 'op', ...takeOperand(alu, tokens, context) }
  if (test === undefined) throw tokens.unexpected(`A ${text} takes "=" and a value`)
  const operand = takeOperand(test.code, tokens, context)
  const { kind, labels } = tokens.peek()
  if (kind !== 'choice')
    throw tokens.unexpected('a test takes "? a : b", the labels where it holds and where not')
  tokens.take()
  return jump(operand, test.negated, labels[0]!, labels[1]!)
}

/** The jump of a test. With equal targets it is a `goto`, as the tool assembles it. */
function jump(
  operand: { readonly code: number; readonly k: number },
  negated: boolean,
  then: ToolsLabel,
  otherwise: ToolsLabel,
): ToolsInsn {
  if (then.name === otherwise.name) return { kind: 'ja', to: then }
  return negated
    ? { kind: 'jump', ...operand, then: otherwise, else: then }
    : { kind: 'jump', ...operand, then, else: otherwise }
}

function takeOperand(
  code: number,
  tokens: ToolsTokens,
  { abis }: Context,
): { readonly code: number; readonly k: number } {
  return tokens.takeIf('x') ? { code: code | BPF_X, k: 0 } : { code, k: takeConstant(tokens, abis) }
}

/** The index in `name[k]`, at most `max`. */
function takeIndex(name: string, max: number, tokens: ToolsTokens, { abis }: Context): number {
  tokens.expect('[', `${name} takes an index such as ${name}[0]`)
  const { offset } = tokens.peek()
  const k = takeConstant(tokens, abis)
  if (k > max)
    throw tokens.error('E_NUMBER', `${name}[] goes from ${name}[0] to ${name}[${max}]; got ${k}`, offset)
  tokens.expect(']', `the index of ${name} ends in "]"`)
  return k
}

function takeMem(tokens: ToolsTokens, context: Context): number {
  tokens.take()
  return takeIndex('mem', 15, tokens, context)
}

function takeLoad(tokens: ToolsTokens, context: Context): ToolsInsn {
  const op = (code: number, k: number): ToolsInsn => ({ kind: 'op', code, k })
  const { endianness } = context
  const { offset } = tokens.peek()
  switch (tokens.peekKeyword()) {
    case 'x':
      tokens.take()
      return op(BPF.TXA, 0)
    case 'a':
      throw tokens.error('E_SYNTAX', 'A is A already; expected another value', offset)
    case '-':
      tokens.take()
      tokens.expect('a', 'only A can be negated: "A = -A"')
      return op(BPF.NEG, 0)
    case 'mem':
      return op(BPF.LD_MEM, takeMem(tokens, context))
    case 'len':
      tokens.take()
      return op(BPF.LD_LEN, 0)
    case 'sys_number':
      tokens.take()
      return op(BPF.LD_ABS, 0)
    case 'arch':
      tokens.take()
      return op(BPF.LD_ABS, 4)
    case 'instruction_pointer':
      tokens.take()
      return op(BPF.LD_ABS, wordOffset(takeHigh(tokens) ? 3 : 2, endianness))
    case 'args': {
      tokens.take()
      const index = takeIndex('args', 5, tokens, context)
      return op(BPF.LD_ABS, wordOffset(takeHigh(tokens) ? argHigh(index) : argLow(index), endianness))
    }
    case 'args_h':
      tokens.take()
      return op(BPF.LD_ABS, wordOffset(argHigh(takeIndex('args_h', 5, tokens, context)), endianness))
    case 'data': {
      tokens.take()
      const at = tokens.peek()
      const k = takeIndex('data', SECCOMP_DATA_BYTES - 4, tokens, context)
      if (k % 4 === 0) return op(BPF.LD_ABS, k)
      throw tokens.error(
        'E_NUMBER',
        `data[] takes the offset of a word, a multiple of 4; got ${k}`,
        at.offset,
      )
    }
    default:
      return op(BPF.LD_IMM, takeConstant(tokens, context.abis))
  }
}

/** Takes `>> 32`, which selects the high half of a 64-bit field, and yields whether it did. */
function takeHigh(tokens: ToolsTokens): boolean {
  if (!tokens.takeIf('>>')) return false
  const { text } = tokens.peek()
  if (text !== '32') throw tokens.unexpected('of a field only ">> 32" can be loaded')
  tokens.take()
  return true
}

function takeX(tokens: ToolsTokens, context: Context): ToolsInsn {
  const keyword = tokens.peekKeyword()
  if (tokens.takeIf('a')) return { kind: 'op', code: BPF.TAX, k: 0 }
  if (keyword === 'mem') return { kind: 'op', code: BPF.LDX_MEM, k: takeMem(tokens, context) }
  if (keyword === 'x' || LOADED_BY_A.has(keyword))
    throw tokens.unexpected('X takes A, mem[] or a number; a field goes through A')
  return { kind: 'op', code: BPF.LDX_IMM, k: takeConstant(tokens, context.abis) }
}

const LOADED_BY_A: ReadonlySet<string> = new Set([
  'args',
  'args_h',
  'arch',
  'data',
  'instruction_pointer',
  'len',
  'sys_number',
])

function takeIf(tokens: ToolsTokens, context: Context): ToolsInsn {
  const rule = 'if takes a test of A in parentheses, such as "if (A == read) goto ok"'
  tokens.expect('(', rule)
  let depth = 0
  while (tokens.takeIf('!')) {
    tokens.expect('(', '! takes a test in parentheses')
    depth += 1
  }
  tokens.expect('a', rule)
  const test = TESTS.get(tokens.peek().text)
  if (test === undefined) throw tokens.unexpected('A takes a test: ==, !=, >, >=, <, <= or &')
  tokens.take()
  const operand = takeOperand(test.code, tokens, context)
  for (let open = depth + 1; open > 0; open -= 1) tokens.expect(')', 'the test of if ends in ")"')
  const then = takeGoto(tokens)
  const otherwise = tokens.takeIf('else') ? takeGoto(tokens) : { name: NEXT, offset: then.offset }
  return jump(operand, test.negated !== (depth % 2 === 1), then, otherwise)
}

function takeGoto(tokens: ToolsTokens): ToolsLabel {
  const { kind, labels } = tokens.peek()
  if (kind !== 'goto') throw tokens.unexpected('expected "goto" and a label')
  tokens.take()
  return labels[0]!
}

/** The actions by the words of the tool, in upper case. */
const ACTIONS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(SECCOMP_RET),
  ['KILL', SECCOMP_RET.KILL_THREAD],
])

function takeReturn(tokens: ToolsTokens, { abis }: Context): ToolsInsn {
  const { kind, text, offset } = tokens.peek()
  if (tokens.takeIf('a')) return { kind: 'ret', code: BPF.RET_A, k: 0 }
  const action = ACTIONS.get(text)
  if (action === undefined) {
    if (kind !== 'word' || /\./.test(text) || /^ARCH_/i.test(text))
      return { kind: 'ret', code: BPF.RET_K, k: takeConstant(tokens, abis) }
    const hint = didYouMean(
      text.toUpperCase(),
      ACTIONS.keys(),
      `; there are ${[...ACTIONS.keys()].join(', ')}`,
    )
    throw tokens.error('E_NAME', `unknown action ${quote(text)}${hint}`, offset)
  }
  tokens.take()
  if (!tokens.takeIf('(')) return { kind: 'ret', code: BPF.RET_K, k: action }
  const at = tokens.peek()
  const data = takeConstant(tokens, abis)
  if (data > 0xffff) throw tokens.error('E_NUMBER', `${text} takes 0 to 65535; got ${data}`, at.offset)
  tokens.expect(')', `the data of ${text} ends in ")"`)
  return { kind: 'ret', code: BPF.RET_K, k: (action | data) >>> 0 }
}
