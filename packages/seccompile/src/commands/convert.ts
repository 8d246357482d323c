import { safeProfile } from '@seccompile/oci-runtime'
import type { RewrittenCall, UnsafeCall } from '@seccompile/oci-runtime'
import { making } from '../ask/making.ts'
import type { FilterWithReport } from '../ask/making.ts'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { inputName, readText } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { aboutFile, contextOf } from '../load/question.ts'
import { outputOption, SIDE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { NOTATION, TEXT_NAME } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import type { QuestionOptions } from '../options/question.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { sayJson, sayNote, sayWarning } from '../show/say.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, flag, flagOf } from '../syntax/option.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'

/** A filter, and the notation for it. */
interface Conversion extends QuestionOptions, NotationOptions {
  readonly file: string
  /** The notation of the file; absent where its text or its ending tells. */
  readonly from?: 'asm' | undefined
  /** Whether rules of a profile are written again in forms that libseccomp compiles as they are written. */
  readonly safe?: boolean
}

/** Whether the file is a text in assembly. A file of another kind is known by its content. */
const isAssembly = ({ file, from }: Conversion): boolean => from === 'asm' || /\.asm$/i.test(file)

/** Options that a text in assembly has no use for: it is a program for one target already. */
const IDLE_OF_TEXT = [
  'caps',
  'kernel',
  'unknown',
  'knownUpTo',
  'multiplexers',
  'widths',
  'safe',
  'raw',
] as const

/** @throws CliError for an option without effect on a text in assembly */
function checkAssembly(options: Conversion): void {
  const idle = IDLE_OF_TEXT.find((key) => options[key] !== undefined && options[key] !== false)
  if (idle !== undefined)
    throw new CliError(
      `${flagOf(idle)} has no effect on a text in assembly, which is a program; leave it out`,
    )
}

/** Options of a target that change no profile. */
const IDLE_OF_SAFE = ['unknown', 'knownUpTo', 'multiplexers', 'widths'] as const

const rewrittenText = ({ name, before, after }: RewrittenCall): string =>
  `the ${before} rules of ${name} are written as ${after}`

const leftText = ({ name, reason }: UnsafeCall): string =>
  `the rules of ${name} stay as they are: ${reason}; a raw filter says what is written, and crun takes one: see launch crun`

/**
 * `seccompile convert --safe`: a profile with the rules of some calls written again, in forms that libseccomp compiles as
 * they are written, with a proof. Exit 1 where the rules of some calls stay.
 */
async function convertSafe(io: Io, options: Conversion): Promise<ExitCode> {
  const { file, to, abi, caps, kernel, json = false, denyInexpressible = false } = options
  const idle = IDLE_OF_SAFE.find((key) => options[key] !== undefined)
  if (idle !== undefined)
    throw new CliError(
      `${flagOf(idle)} has no effect with --safe, which keeps the meaning for every target; leave it out`,
    )
  if ((to !== undefined && to.name !== 'oci') || denyInexpressible || options.name !== undefined)
    throw new CliError(
      '--safe: writes a profile again as a profile; leave out --to, --deny-inexpressible and --name',
    )
  const output = answerFile(options, [file])
  const name = inputName(file)
  const { text, rewritten, left } = safeProfile(readText(file, 'a profile'), {
    file: name,
    main: abi?.[0].token ?? 'x86_64',
    ...(caps && { caps }),
    ...(kernel && { kernel }),
  })
  if (json && output === undefined)
    throw new CliError('--json and the profile would both go to standard output; name a file with -o')
  if (json) {
    await writeOutput(output!, new TextEncoder().encode(text)) // with --json there is a file
    sayJson(io, { file: output, rewritten, left })
  } else {
    const about = rewritten.length === 0 ? `${name} as it is` : `proved to mean what ${name} means`
    await writeAnswer(io, output, text, about)
    for (const each of rewritten) sayNote(io, rewrittenText(each))
    for (const each of left) sayWarning(io, `${leftText(each)} [unsafe-shape]`)
  }
  return left.length === 0 ? EXIT.ok : EXIT.no
}

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
async function convert(options: Conversion): Promise<FilterWithReport> {
  if (isAssembly(options)) return (await import('./asm.ts')).assemble(options)
  const made = await aboutFile(options.file, options)
  return { made, ...contextOf(made.filter) }
}

const written = making<Conversion>(convert, ({ file }) => [file])

/** `seccompile convert`. */
export const command: Command = defineCommand({
  description: 'write a filter in another notation, and prove that both mean the same',
  warnings: 'lines',
  args: { file: SIDE },
  options: {
    ...TARGET,
    from: choice({
      placeholder: 'notation',
      brief: 'notation to read',
      choices: [{ word: 'asm', means: 'the syntax of bpf_asm, or a listing' }],
      otherwise: 'asm for a file that ends in .asm, else by the text',
    }),
    output: outputOption('it'),
    ...NOTATION,
    ...TEXT_NAME,
    safe: flag(
      'write a profile of Docker or OCI again, with other rules for the calls that have the warning unsafe-shape; all else stays',
    ),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'a text of bpf_asm, or a listing, as a raw filter',
      line: 'seccompile convert filter.txt --from asm -o filter.bpf',
    },
    { does: 'a raw filter as a profile of Docker', line: 'seccompile convert filter.bpf -o written.json' },
    {
      does: 'a profile whose rules libseccomp compiles as they are written',
      line: 'seccompile convert profile.json --safe -o safe.json',
    },
  ],
  run: (io, values: Conversion) => {
    if (isAssembly(values)) checkAssembly(values)
    return (values.safe === true ? convertSafe : written)(io, values)
  },
})
