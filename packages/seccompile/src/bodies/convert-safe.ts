import { safeProfile } from '@seccompile/oci-runtime'
import type { RewrittenCall, UnsafeCall } from '@seccompile/oci-runtime'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { inputName, readText } from '../io/input.ts'
import { writeOutput } from '../io/output.ts'
import { flagOf } from '../syntax/option.ts'
import { sayJson, sayNote, sayWarning } from '../show/say.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'
import type { Conversion } from './conversion.ts'

/** Options of a target that change no profile. */
const IDLE = ['unknown', 'knownUpTo', 'multiplexers', 'widths'] as const

const rewrittenText = ({ name, before, after }: RewrittenCall): string =>
  `the ${before} rules of ${name} are written as ${after}`

const leftText = ({ name, reason }: UnsafeCall): string =>
  `the rules of ${name} stay as they are: ${reason}; a raw filter says what is written, and crun takes one: see launch crun`

/**
 * `seccompile convert --safe`: a profile with the rules of some calls written again, in forms that libseccomp compiles as
 * they are written, with a proof. Exit 1 where the rules of some calls stay.
 */
export async function convertSafe(io: Io, options: Conversion): Promise<ExitCode> {
  const { file, to, abi, caps, kernel, json = false, denyInexpressible = false } = options
  const idle = IDLE.find((key) => options[key] !== undefined)
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
