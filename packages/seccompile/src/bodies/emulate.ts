import { constAllow, run } from '@seccompile/interpreter'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import {
  hasArguments,
  loadArgumentNames,
  namedArguments,
  readsArguments,
  tracePath,
  traceText,
  typedCallData,
  verdictAt,
  verdictFacts,
} from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'
import { sayJson, sayNote, sayWarnings } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** A program, and the call that it decides. */
export interface EmulatedCall extends TargetOptions, RawOption {
  readonly file: string
  readonly syscall: string
  readonly args: readonly string[]
  readonly trace: boolean
  readonly json: boolean
}

/** `seccompile emulate`: the verdict of a program on one call. */
export async function emulate(io: Io, options: EmulatedCall): Promise<ExitCode> {
  const { file, syscall: call, args, trace: traced, json } = options
  const { program, abis, endianness, warnings } = await loadAcceptedProgram(file, options)
  const [abi] = abis
  const { data, name, note } = await typedCallData({ abi, call, args })
  const { nr } = data
  const { verdict, steps } = run(program, data, endianness)
  sayWarnings(io, warnings)
  if (note !== undefined) sayNote(io, note)
  const isNeeded = (traced && readsArguments(program)) || (json && hasArguments(data))
  const named = { ...options, abis, args: await loadArgumentNames(abis, options, isNeeded) }
  if (json) {
    const path = traced
      ? { trace: tracePath(program, data, endianness, options.raw === true ? undefined : named) }
      : {}
    const bitmap = constAllow(program, nr, abi.auditArch)
    sayJson(io, {
      abi: abi.token,
      nr,
      name,
      ...verdictFacts({ verdict }, abi.auditArch),
      ret: verdict,
      steps,
      cached: bitmap.cached,
      args: data.args,
      ...namedArguments(named.args?.values(data)),
      ...path,
    })
    return EXIT.ok
  }
  if (traced) sayText(io, traceText(program, data, endianness, named))
  sayText(
    io,
    `${abi.token} ${name ?? nr}: ${verdictAt(verdict, abi.auditArch, options)}, ${steps} instructions executed\n`,
  )
  return EXIT.ok
}
