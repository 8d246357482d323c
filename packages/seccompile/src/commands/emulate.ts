import type { Answer } from '@seccompile/answer'
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
import { constAllow, run } from '@seccompile/interpreter'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import { CALL_ARGUMENTS, CALL_NAMES } from '../options/argument-words.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, flag } from '../syntax/option.ts'

/** A program, and the call that it decides. */
interface EmulatedCall extends TargetOptions, RawOption {
  readonly file: string
  readonly syscall: string
  readonly args: readonly string[]
  readonly trace: boolean
}

/** The verdict of a program on one call. */
async function emulate(question: Asked<EmulatedCall>): Promise<Answer> {
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

/** `emulate --by kernel`: {@link askKernel} about one call. @throws CliError for options of the interpreter */
async function emulateByKernel(question: EmulatedCall): Promise<Answer> {
  const { syscall, args, trace, raw = false, ...others } = question
  if (trace)
    throw new CliError('--trace and --by kernel exclude each other; only the interpreter shows its steps')
  if (raw) throw new CliError('--raw has no effect with --by kernel; leave it out')
  const { askKernel } = await import('./oracle.ts')
  return askKernel({ ...others, call: [syscall, ...args], against: false, rate: false })
}

/** `seccompile emulate`. */
export const command: Command = defineCommand({
  description: 'say what a program answers to one call',
  warnings: 'summary',
  args: {
    file: FILE,
    syscall: argument('name or number, on the first ABI of --abi', CALL_NAMES),
    args: CALL_ARGUMENTS,
  },
  options: {
    ...TARGET,
    by: choice({
      placeholder: 'judge',
      brief: 'what decides',
      choices: [
        { word: 'interpreter', means: 'an interpreter of seccompile' },
        { word: 'kernel', means: 'the running kernel; the call is not made' },
      ],
      otherwise: 'interpreter',
    }),
    trace: flag('show the instructions executed'),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the verdict on a call, all arguments 0',
      line: 'seccompile emulate profile.json openat',
    },
    {
      does: 'an argument by name, and the instructions executed',
      line: 'seccompile emulate filter.bpf socket family=AF_UNIX --trace',
    },
    { does: 'the answer of the running kernel', line: 'seccompile emulate filter.bpf openat --by kernel' },
  ],
  run: asking(async ({ by, ...question }) =>
    by === 'kernel' ? emulateByKernel(question) : emulate(question),
  ),
})
