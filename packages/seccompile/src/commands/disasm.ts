import { auditArchName, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { callName } from '@seccompile/compiler'
import type { AbiTable } from '@seccompile/syscalls'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { AbiOptions } from '../load-policy.ts'
import { loadProgram } from '../load-program.ts'
import { sayJson, sayWarnings } from '../say.ts'

/** Names for the constants in a listing: architectures, and calls of `abis`. */
export function constantNames(
  abis: readonly AbiTable[],
): (word: Word, value: number, arch?: number) => string | undefined {
  return (word, value, arch) => {
    if (word === WORD_ARCH) return auditArchName(value)
    if (word !== WORD_NR) return undefined
    return callName(abis, arch ?? abis[0]?.auditArch ?? 0, value)
  }
}

/** The options of `disasm`, as typed. */
export interface DisasmCommandOptions extends AbiOptions {
  readonly json?: boolean
}

/** `seccompile disasm`: a program as the listing people know. */
export function disasmCommand(io: Io, argument: string, options: DisasmCommandOptions): ExitCode {
  const { program, abis, endianness, warnings } = loadProgram(argument, options)
  sayWarnings(io, warnings)
  if (options.json === true) sayJson(io, { endianness, insns: program })
  else io.out(print(program, { endianness, nameOf: constantNames(abis) }))
  return EXIT.ok
}
