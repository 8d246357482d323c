import { note, undecided } from '@seccompile/answer'
import type { Answer, AnswerContext } from '@seccompile/answer'
import { callNames, typedCallData, verdictAt, verdictFacts } from '@seccompile/describe'
import { againstInterpreter, oracle, ORACLE_ABI } from '@seccompile/kernel'
import type { Agreement, Oracle, OracleAbi } from '@seccompile/kernel'
import type { AbiTable } from '@seccompile/syscalls'
import { asking } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { inputName } from '../io/input.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { argumentWords, CALL_ARGUMENTS, CALL_NAMES } from '../options/argument-words.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** A program, and the question about it for the kernel. */
interface OracleQuestion extends TargetOptions {
  readonly file: string
  /** A call and its arguments; empty for the other questions. */
  readonly call: readonly string[]
  readonly against: boolean
  readonly rate: boolean
}

/** The verdict of the running kernel on a call under a filter. The call is not made. */
export async function askKernel(options: OracleQuestion): Promise<Answer> {
  const { file, against, rate: wantsRate } = options
  const [call, ...args] = options.call
  const questions = [call !== undefined, against, wantsRate]
  if (questions.filter(Boolean).length !== 1)
    throw new CliError('expected exactly one of: a call, --against, --rate')
  const loaded = await loadAcceptedProgram(file, options)
  if (loaded.endianness !== 'little')
    throw new CliError(`${inputName(file)}: is a filter for big-endian machines, and this kernel runs none`)
  const question = call === undefined ? undefined : await parseQuestion(loaded, call, args)
  const context: AnswerContext = {
    warnings: [loaded.warnings],
    notes: question?.note === undefined ? [] : [question.note],
  }
  const asked = await oracle(loaded.program)
  try {
    if (question !== undefined) return { ...context, ...(await callAnswer(asked, question)) }
    if (wantsRate) return { ...context, ...(await rateAnswer(asked)) }
    return {
      ...context,
      ...agreementAnswer(loaded.abis, await againstInterpreter(asked, loaded.program)),
    }
  } finally {
    await asked.close()
  }
}

/** The ABI by which the oracle asks about calls of `abi`. @throws CliError where it cannot ask about them */
function oracleAbi({ token }: AbiTable): OracleAbi {
  if (token === 'x86') return 'x86'
  if (token === 'x86_64' || token === 'x32') return 'x86_64'
  throw new CliError(`--abi: the kernel can be asked only about calls of x86_64, x32 and x86; got ${token}`)
}

/** A call to ask about. */
interface KernelCall {
  readonly abi: AbiTable
  readonly by: OracleAbi
  readonly nr: number
  readonly name: string | undefined
  readonly values: BigUint64Array
  readonly note: string | undefined
}

/** The call that was typed, on the first ABI of `--abi`. @throws CliError where the kernel cannot be asked about it */
async function parseQuestion(
  { abis: [abi] }: LoadedProgram,
  call: string,
  args: readonly string[],
): Promise<KernelCall> {
  const { data, name, note } = await typedCallData({ abi, call, args })
  const by = oracleAbi(abi)
  const values = BigUint64Array.from(data.args)
  const wide = by === 'x86' ? values.findIndex((value) => value >= 1n << 32n) : -1
  if (wide >= 0)
    throw new CliError(
      `argument ${wide}: 0x${values[wide]!.toString(16)} does not fit 32 bits, as arguments of x86 have`,
    )
  return { abi, by, nr: data.nr, name, values, note }
}

async function callAnswer(asked: Oracle, { abi, by, nr, name, values }: KernelCall): Promise<Answer> {
  const [ret = 0] = await asked.decide({
    nrs: Uint32Array.of(nr),
    abis: Uint8Array.of(ORACLE_ABI[by]),
    args: values,
  })
  const exempt = by === 'x86_64' && asked.exempt.includes(nr)
  const why = `this kernel runs ${name ?? `call ${nr}`} whatever a filter returns, so the kernel was not asked about the filter`
  return {
    status: 'done',
    text: (paint) =>
      paintVerdicts(paint, `${abi.token} ${name ?? nr}: ${verdictAt(ret, [abi.token])}, says the kernel\n`),
    facts: () => ({ abi: abi.token, nr, name, ...verdictFacts({ verdict: ret }, [abi.token]), ret, exempt }),
    remarks: exempt ? [{ ...note(why), isBesideFacts: true }] : [],
  }
}

/** The answer of `--against`. Where the oracle could not ask about any call, it is undecided. */
export function agreementAnswer(
  abis: readonly AbiTable[],
  { asked, notAsked, disagreements }: Agreement,
): Answer {
  const total = asked.x86_64 + asked.x86
  if (total === 0)
    return undecided('none of the calls at the edges of the filter can be made on this machine')
  const agree = disagreements.length === 0
  const names = callNames(abis)
  const lines = disagreements.map(
    ({ data, kernel, interpreter }) =>
      `${names.call(data)}: the kernel says ${names.verdict(kernel, data.arch)}, the interpreter ${names.verdict(interpreter, data.arch)}\n`,
  )
  const by = `${asked.x86_64} of x86_64 and ${asked.x86} of x86`
  const sum = agree
    ? `the kernel and the interpreter agree on ${total} calls, ${by}\n`
    : `the kernel and the interpreter differ; asked: ${total} calls, ${by}\n`
  return {
    status: agree ? 'yes' : 'no',
    text: (paint) => `${paintVerdicts(paint, lines.join(''))}${sum}`,
    facts: () => ({
      agree,
      asked,
      notAsked,
      disagreements: disagreements.map(({ data, kernel, interpreter }) => ({
        call: data,
        ...verdictFacts({ kernel, interpreter }, data.arch),
      })),
    }),
    remarks:
      notAsked > 0
        ? [note(`${notAsked} calls at the edges of the filter cannot be made on this machine`)]
        : [],
  }
}

const RATE_SECONDS = 1
const RATE_CALLS = { x86_64: 1 << 18, x86: 1 << 13 }
/** Roughly the largest number of x86_64. The calls below it take every path of a typical filter. */
const RATE_NUMBERS = 470

/** The calls that the kernel decides in a second, measured from an array of calls to an array of verdicts. */
async function rate(asked: Oracle, abi: OracleAbi): Promise<number> {
  const size = RATE_CALLS[abi]
  const batch = {
    nrs: Uint32Array.from({ length: size }, (_, i) => i % RATE_NUMBERS),
    abis: new Uint8Array(size).fill(ORACLE_ABI[abi]),
    args: new BigUint64Array(size * 6),
  }
  await asked.decide(batch)
  const begin = performance.now()
  let seconds = 0
  let calls = 0
  while (seconds < RATE_SECONDS) {
    await asked.decide(batch)
    calls += size
    seconds = (performance.now() - begin) / 1000
  }
  return calls / seconds
}

async function rateAnswer(asked: Oracle): Promise<Answer> {
  const rates: Partial<Record<OracleAbi, number>> = {}
  for (const abi of asked.abis) rates[abi] = Math.round(await rate(asked, abi))
  const lines = Object.entries(rates).map(
    ([abi, perSecond]) => `${abi}: ${(perSecond / 1e6).toFixed(2)} million decisions a second\n`,
  )
  return { status: 'done', text: () => lines.join(''), facts: () => ({ decisionsPerSecond: rates }) }
}

/** `seccompile oracle`. */
export const command: Command = defineCommand({
  description:
    'compare the interpreter of seccompile with the running kernel, or measure the kernel; no call is executed. With a call it is "emulate --by kernel"',
  warnings: 'summary',
  args: {
    file: FILE,
    call: anyArguments(
      `a system call by name or number, on the first ABI of --abi, and ${CALL_ARGUMENTS.about}`,
      CALL_NAMES,
      argumentWords('argument'),
    ),
  },
  options: {
    ...TARGET,
    against: flag(
      'compare the interpreter with the kernel, on both sides of every test (exit 1 where they differ)',
    ),
    rate: flag('say how many calls a second the kernel decides'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'whether the kernel and the interpreter agree',
      line: 'seccompile oracle filter.bpf --against',
    },
  ],
  run: asking(askKernel),
})
