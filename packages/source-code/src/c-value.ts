/*
 * Reads numbers as people write them in initialisers of instructions: with the constants of the kernel's headers,
 * joined by `|`, `&` and `+`, and with `offsetof(struct seccomp_data, nr)`.
 */
import { AUDIT_ARCH, SECCOMP_RET, SECCOMP_RET_ACTION_FULL, SECCOMP_RET_DATA } from '@seccompile/abi'
import { didYouMean, quote } from '@seccompile/shape'
import type { SourceReader } from './source-reader.ts'

const prefixed = (
  prefix: string,
  values: Readonly<Record<string, number>>,
): readonly (readonly [string, number])[] =>
  Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value])

/**
 * The constants, by name.
 * @see include/uapi/linux/bpf_common.h, include/uapi/linux/filter.h, include/uapi/linux/seccomp.h, include/uapi/linux/audit.h
 */
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ...prefixed('BPF_', {
    LD: 0x00,
    LDX: 0x01,
    ST: 0x02,
    STX: 0x03,
    ALU: 0x04,
    JMP: 0x05,
    RET: 0x06,
    MISC: 0x07,
  }),
  ...prefixed('BPF_', { W: 0x00, H: 0x08, B: 0x10 }),
  ...prefixed('BPF_', { IMM: 0x00, ABS: 0x20, IND: 0x40, MEM: 0x60, LEN: 0x80, MSH: 0xa0 }),
  ...prefixed('BPF_', {
    ADD: 0x00,
    SUB: 0x10,
    MUL: 0x20,
    DIV: 0x30,
    OR: 0x40,
    AND: 0x50,
    LSH: 0x60,
    RSH: 0x70,
  }),
  ...prefixed('BPF_', { NEG: 0x80, MOD: 0x90, XOR: 0xa0 }),
  ...prefixed('BPF_', { JA: 0x00, JEQ: 0x10, JGT: 0x20, JGE: 0x30, JSET: 0x40 }),
  ...prefixed('BPF_', { K: 0x00, X: 0x08, A: 0x10, TAX: 0x00, TXA: 0x80 }),
  ...prefixed('SECCOMP_RET_', SECCOMP_RET),
  ...prefixed('SECCOMP_RET_', { KILL: SECCOMP_RET.KILL_THREAD, DATA: SECCOMP_RET_DATA }),
  ...prefixed('SECCOMP_RET_', { ACTION_FULL: SECCOMP_RET_ACTION_FULL }),
  ...prefixed('AUDIT_ARCH_', AUDIT_ARCH),
])

const MAX_DEPTH = 32

const FIELDS: ReadonlyMap<string, number> = new Map([
  ['nr', 0],
  ['arch', 4],
  ['instruction_pointer', 8],
  ['args', 16],
])

/** The value at the next tokens of `reader`, a u32, or more where a sum is larger. @throws AssemblyError */
export function takeValue(reader: SourceReader, depth = 0): number {
  // C binds + closer than &, and & closer than |.
  return takeJoined(
    reader,
    '|',
    (a, b) => (a | b) >>> 0,
    () =>
      takeJoined(
        reader,
        '&',
        (a, b) => (a & b) >>> 0,
        () =>
          takeJoined(
            reader,
            '+',
            (a, b) => a + b,
            () => takeTerm(reader, depth),
          ),
      ),
  )
}

function takeJoined(
  reader: SourceReader,
  sign: string,
  join: (a: number, b: number) => number,
  takePart: () => number,
): number {
  let value = takePart()
  while (reader.takeIf(sign)) value = join(value, takePart())
  return value
}

function takeTerm(reader: SourceReader, depth: number): number {
  const { kind, text, offset } = reader.peek()
  if (kind === 'number') {
    reader.take()
    return numberOf(text, offset, reader)
  }
  if (text === '(') {
    if (depth === MAX_DEPTH)
      throw reader.error('E_LIMIT', `a value has at most ${MAX_DEPTH} parentheses in one another`, offset)
    reader.take()
    const value = takeValue(reader, depth + 1)
    reader.expect(')', 'a value in parentheses ends in ")"')
    return value
  }
  if (text === 'offsetof') return takeOffset(reader)
  if (kind !== 'word') throw reader.unexpected('expected a number or a constant')
  const call = /^(?:__NR_|SYS_)(\w+)$/.exec(text)
  const value = call === null ? CONSTANTS.get(text) : reader.callNumber(call[1]!)
  if (value === undefined) {
    const hint = didYouMean(text, CONSTANTS.keys(), '; write its number')
    throw reader.error('E_NAME', `unknown constant ${quote(text)}${hint}`, offset)
  }
  reader.take()
  return value
}

/** Takes `offsetof(struct seccomp_data, args[1])`. */
function takeOffset(reader: SourceReader): number {
  const rule = 'expected a field of seccomp_data, such as "offsetof(struct seccomp_data, nr)"'
  reader.take()
  for (const part of ['(', 'struct', 'seccomp_data', ',']) reader.expect(part, rule)
  const { text } = reader.peek()
  const field = FIELDS.get(text)
  if (field === undefined) throw reader.unexpected(rule)
  reader.take()
  let offset = field
  if (reader.takeIf('[')) {
    const at = reader.peek()
    const index = takeTerm(reader, 0)
    if (text !== 'args' || index > 5)
      throw reader.error('E_NUMBER', 'seccomp_data has args[0] to args[5]', at.offset)
    offset += 8 * index
    reader.expect(']', rule)
  }
  reader.expect(')', rule)
  return offset
}

/** The number of a token such as `0x20`, `32`, `0b1`, `0x7fff0000U` or `0x_20`. */
function numberOf(text: string, offset: number, reader: SourceReader): number {
  const match = /^(0x[0-9a-f_]+?|0b[01_]+?|[0-9][0-9_]*?)(?:[ul]{1,3}|[ui](?:8|16|32|64|size))?$/i.exec(text)
  if (match === null)
    throw reader.error('E_NUMBER', `${quote(text)} is no whole number; write 12 or 0xc`, offset)
  const digits = match[1]!.replaceAll('_', '')
  if (/^0[0-9]/.test(digits) && !/^0+$/.test(digits))
    throw reader.error(
      'E_NUMBER',
      `${quote(text)} is octal in C and decimal elsewhere; write it without the 0`,
      offset,
    )
  return Number(digits)
}
