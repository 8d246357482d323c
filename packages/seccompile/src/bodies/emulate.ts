import type { Answer } from '@seccompile/answer'
import { constAllow, run } from '@seccompile/interpreter'
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
import type { Asked } from '../ask/asking.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'

/** A program, and the call that it decides. */
export interface EmulatedCall extends TargetOptions, RawOption {
  readonly file: string
  readonly syscall: string
  readonly args: readonly string[]
  readonly trace: boolean
}

/** The verdict of a program on one call. */
export async function emulate(question: Asked<EmulatedCall>): Promise<Answer> {
  const { file, syscall: call, args, trace: traced, form } = question
  const { program, abis, endianness, warnings } = await loadAcceptedProgram(file, question)
  const [abi] = abis
  const { data, name, note } = await typedCallData({ abi, call, args })
  const { nr } = data
  const { verdict, steps } = run(program, data, endianness)
  const isNeeded = (traced && readsArguments(program)) || (form === 'json' && hasArguments(data))
  const named = { ...question, abis, args: await loadArgumentNames(abis, question, isNeeded) }
  return {
    status: 'done',
    warnings: [warnings],
    notes: note === undefined ? [] : [note],
    text: (paint) => {
      const path = traced ? traceText(program, data, endianness, named) : ''
      const is = verdictAt(verdict, abi.auditArch, question)
      return paintVerdicts(
        paint,
        `${path}${abi.token} ${name ?? nr}: ${is}, ${steps} instructions executed\n`,
      )
    },
    facts: () => ({
      abi: abi.token,
      nr,
      name,
      ...verdictFacts({ verdict }, abi.auditArch),
      ret: verdict,
      steps,
      cached: constAllow(program, nr, abi.auditArch).cached,
      args: data.args,
      ...namedArguments(named.args?.values(data)),
      ...(traced
        ? { trace: tracePath(program, data, endianness, question.raw === true ? undefined : named) }
        : {}),
    }),
  }
}
