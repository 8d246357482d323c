/* An instruction in seccomp-tools' words, without the targets of jumps. */
import { actionOf, BPF, dataOf, SECCOMP_DATA_BYTES, WORD_NR, wordAt } from '@seccompile/abi'
import type { Endianness, SockFilter, Verdict, Word } from '@seccompile/abi'
import { ALU_OPERATORS, aluOp, isXForm } from '@seccompile/cbpf'

/** `value` in hexadecimal, as the tool writes it. */
export const hex = (value: number): string => `0x${value.toString(16)}`

const plain = (value: number): string => (value < 10 ? String(value) : hex(value))

/** The name of a word of seccomp_data: `args[0] >> 32`; `undefined` for an offset that the kernel refuses. */
export function wordText(offset: number, endianness: Endianness): string | undefined {
  const word: Word | undefined = wordAt(offset, endianness)
  if (word === undefined) return undefined
  if (word <= 1) return word === WORD_NR ? 'sys_number' : 'arch'
  const field = word < 4 ? 'instruction_pointer' : `args[${(word - 4) >> 1}]`
  return word % 2 === 0 ? field : `${field} >> 32`
}

/** A verdict in words from which the tool assembles all its bits, including the data. */
export function verdictText(verdict: Verdict): string {
  const action = actionOf(verdict)
  if (action === undefined) return hex(verdict)
  const data = dataOf(verdict)
  return data === 0 && action !== 'ERRNO' ? action : `${action}(${data})`
}

/** The statement of an instruction that is no jump, no return and no load of seccomp_data. */
export function opText({ code, k }: SockFilter): string {
  switch (code) {
    case BPF.LD_IMM:
      return `A = ${plain(k)}`
    case BPF.LDX_IMM:
      return `X = ${plain(k)}`
    case BPF.LD_MEM:
      return `A = mem[${k}]`
    case BPF.LDX_MEM:
      return `X = mem[${k}]`
    case BPF.LD_LEN:
      return 'A = len'
    case BPF.LDX_LEN: // the assembly cannot load the length into X: see heldProgram
      return `X = ${hex(SECCOMP_DATA_BYTES)}`
    case BPF.ST:
      return `mem[${k}] = A`
    case BPF.STX:
      return `mem[${k}] = X`
    case BPF.TAX:
      return 'X = A'
    case BPF.TXA:
      return 'A = X'
    case BPF.NEG:
      return 'A = -A'
    default: {
      const isShift = code === BPF.LSH_K || code === BPF.RSH_K
      return `A ${ALU_OPERATORS[aluOp(code)!]}= ${isXForm(code) ? 'X' : isShift ? String(k) : hex(k)}`
    }
  }
}
