/*
 * A machine for classic BPF, as a second statement of what `@seccompile/interpreter` runs. It reads `struct seccomp_data`
 * from its 64 bytes, and computes with bigints modulo 2^32. It is slow and plain, and shares no code with what it judges.
 *
 * The kernel translates a classic program before it runs it: net/core/filter.c, bpf_convert_filter(). A division by
 * X = 0 ends the program with 0, and a shift by X takes the amount modulo 32.
 */
import type { Insn } from './kernel-rules.ts'

/** A call: `nr`, `arch`, and the two halves of the instruction pointer and of each argument, the low one first. */
export type CallWords = readonly number[]

/** The end of a run. */
export interface MachineResult {
  readonly verdict: number
  /** Executed instructions, the return included. */
  readonly steps: number
}

const u32 = (value: bigint): bigint => BigInt.asUintN(32, value)

/** The memory that a filter reads. @see include/uapi/linux/seccomp.h: struct seccomp_data */
function memoryOf(words: CallWords, isLittle: boolean): DataView {
  const memory = new DataView(new ArrayBuffer(64))
  memory.setUint32(0, words[0]!, isLittle)
  memory.setUint32(4, words[1]!, isLittle)
  for (let field = 1; field < 8; field += 1) {
    const value = (BigInt(words[2 * field + 1]!) << 32n) | BigInt(words[2 * field]!)
    memory.setBigUint64(8 * field, value, isLittle)
  }
  return memory
}

/** `a` after the operation of `code`, without its bit for X; `undefined` where the program ends with 0. */
function computed(code: number, a: bigint, operand: bigint): bigint | undefined {
  switch (code) {
    case 0x04:
      return u32(a + operand)
    case 0x14:
      return u32(a - operand)
    case 0x24:
      return u32(a * operand)
    case 0x34:
      return operand === 0n ? undefined : a / operand
    case 0x44:
      return a | operand
    case 0x54:
      return a & operand
    case 0x64:
      return u32(a << (operand % 32n))
    case 0x74:
      return a >> (operand % 32n)
    case 0xa4:
      return a ^ operand
    case 0x84:
      return u32(-a)
    default:
      throw new Error(`the machine has no code ${code}`)
  }
}

/** Whether the test of `code`, without its bit for X, holds. */
function holds(code: number, a: bigint, operand: bigint): boolean {
  if (code === 0x15) return a === operand
  if (code === 0x25) return a > operand
  return code === 0x35 ? a >= operand : (a & operand) !== 0n
}

/** Runs a program that the kernel takes. */
export function runMachine(insns: readonly Insn[], words: CallWords, isLittle: boolean): MachineResult {
  const memory = memoryOf(words, isLittle)
  const scratch = new Map<number, bigint>()
  let [a, x] = [0n, 0n]
  let steps = 0
  for (let pc = 0; ; pc += 1) {
    const { code, jt, jf, k } = insns[pc]!
    steps += 1
    if (code === 0x06) return { verdict: k, steps }
    if (code === 0x16) return { verdict: Number(a), steps }
    const operand = (code & 0x08) === 0 ? BigInt(k) : x
    const kind = code & 0x07
    if (code === 0x05) pc += k
    else if (kind === 0x05) pc += holds(code & ~0x08, a, operand) ? jt : jf
    else if (kind === 0x04) {
      const result = computed(code & ~0x08, a, operand)
      if (result === undefined) return { verdict: 0, steps }
      a = result
    } else if (code === 0x20) a = BigInt(memory.getUint32(k, isLittle))
    else if (code === 0x00) a = BigInt(k)
    else if (code === 0x01) x = BigInt(k)
    else if (code === 0x80) a = 64n
    else if (code === 0x81) x = 64n
    else if (code === 0x60) a = scratch.get(k)!
    else if (code === 0x61) x = scratch.get(k)!
    else if (code === 0x02) scratch.set(k, a)
    else if (code === 0x03) scratch.set(k, x)
    else if (code === 0x07) x = a
    else if (code === 0x87) a = x
    else throw new Error(`the machine has no code ${code}`)
  }
}
