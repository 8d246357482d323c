import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { AssemblyError, checkTextSize, quote } from './assembly-error.ts'
import type { AssemblyErrorCode, TextOptions } from './assembly-error.ts'
import { program } from './program.ts'

const COLUMNS = [
  ['CODE', 0xffff],
  ['JT', 0xff],
  ['JF', 0xff],
  ['K', 0xffff_ffff],
] as const

const HEADER = /^\s*(?:line\s+CODE\s+JT\s+JF\s+K\s*|=*\s*)$/
const LINE_NUMBER = /^[0-9]+:$/
const HEXADECIMAL = /^0x[0-9a-f]+$/i

/**
 * Whether `text` begins like a listing, with the header or the first instruction. No text in bpf_asm's syntax
 * does.
 */
export function isListing(text: string): boolean {
  return /^\ufeff?\s*(?:line\s+CODE\s|0+:\s)/.test(text)
}

/**
 * The program of a listing that `print` or seccomp-tools made. All fields keep their values, also fields that
 * an instruction ignores, and also in a program that the kernel would refuse.
 *
 * The columns CODE, JT, JF and K are the program; the text after them is for people and not read. Header and
 * empty lines may be missing. The text may have 4 Mi UTF-16 units.
 * @throws AssemblyError where a line is malformed or missing, or there are more than `BPF_MAXINSNS`
 * instructions
 */
export function parseListing(text: string, options: TextOptions = {}): Program {
  checkTextSize(text, options)
  const insns: SockFilter[] = []
  let offset = text.startsWith('\ufeff') ? 1 : 0
  for (const line of text.slice(offset).split('\n')) {
    if (!HEADER.test(line)) insns.push(new ListingLineReader(line, text, offset, options).insn(insns.length))
    offset += line.length + 1
  }
  if (insns.length > 0) return program(insns)
  const what = 'expected a line such as "0000: 0x06 0x00 0x00 0x7fff0000", got the end'
  throw new AssemblyError('E_SYNTAX', what, { ...options, text, offset: text.length })
}

/** One line of a listing, and its offset in the text. */
class ListingLineReader {
  readonly #line: string
  readonly #text: string
  readonly #offset: number
  readonly #options: TextOptions
  readonly #word = /\S+/g

  constructor(line: string, text: string, offset: number, options: TextOptions) {
    this.#line = line
    this.#text = text
    this.#offset = offset
    this.#options = options
  }

  /** The instruction of this line. @throws AssemblyError where the line is not that of `pc`, or malformed */
  insn(pc: number): SockFilter {
    if (pc === BPF_MAXINSNS)
      throw this.#error('E_LIMIT', `a program has at most ${BPF_MAXINSNS} instructions`, 0)
    const number = this.#take('the number of the line', LINE_NUMBER)
    if (Number.parseInt(number.text, 10) !== pc) {
      const what = `expected line ${String(pc).padStart(4, '0')}:, got ${quote(number.text)}`
      throw this.#error('E_SYNTAX', `${what}; jumps count lines, so none may be missing`, number.at)
    }
    const [code, jt, jf, k] = COLUMNS.map(([name, max]) => this.#field(name, max))
    return { code: code!, jt: jt!, jf: jf!, k: k! }
  }

  #field(name: string, max: number): number {
    const { text, at } = this.#take(`${name} in hexadecimal`, HEXADECIMAL)
    const value = Number(text)
    if (value <= max) return value
    throw this.#error('E_NUMBER', `${name} is ${quote(text)}; it holds 0x0 to 0x${max.toString(16)}`, at)
  }

  #take(expected: string, form: RegExp): { readonly text: string; readonly at: number } {
    const match = this.#word.exec(this.#line)
    if (match === null)
      throw this.#error('E_SYNTAX', `expected ${expected}, got the end of the line`, this.#line.length)
    const [text] = match
    if (!form.test(text))
      throw this.#error('E_SYNTAX', `expected ${expected}, got ${quote(text)}`, match.index)
    return { text, at: match.index }
  }

  #error(code: AssemblyErrorCode, what: string, at: number): AssemblyError {
    return new AssemblyError(code, what, { ...this.#options, text: this.#text, offset: this.#offset + at })
  }
}
