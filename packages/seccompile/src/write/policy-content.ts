/*
 * A filter as a text in a notation of policies: the content of its file, or the calls that the notation cannot
 * express.
 */
import type { PolicyNotation } from '@seccompile/policy-files'
import { isOnlyStricterElsewhere, opened, policyText, writtenAbis } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { sayUndecided } from '../load/question.ts'
import { shortDigest } from '@seccompile/report/compilation'
import { inexpressible, lossFacts } from '@seccompile/describe'
import { sayJson, sayNote } from '../show/say.ts'
import type { WrittenContent, ContentOptions, FilterToWrite } from './content.ts'

/** `notation`, whose texts have the name `name`. */
const named = (notation: PolicyNotation, name: string | undefined): PolicyNotation =>
  name === undefined ? notation : { ...notation, write: (rules, abis) => notation.write(rules, abis, name) }

/**
 * The filter `subject` in `notation`; an exit status, if there is none. The reason has been printed.
 * @throws CliError where no policy has the meaning of the filter
 */
export async function policyContent(
  io: Io,
  { filter, prove }: FilterToWrite,
  notation: PolicyNotation,
  options: ContentOptions,
): Promise<WrittenContent | ExitCode> {
  const { json = false, denyInexpressible = false, name } = options
  const abis = options.abi === undefined ? writtenAbis(filter) : filter.abis
  const made = await policyText(filter, named(notation, name), abis, prove)
  if (made.kind === 'undecided') return sayUndecided(io, made.reason, json)
  if (made.kind === 'inexpressible')
    throw new CliError(`${filter.name}: no policy can express this filter: ${made.reason}`)
  const { text, changes, notes, digest } = made
  if (!json) for (const note of notes) sayNote(io, `${notation.title}: ${note}`)
  if (changes.length === 0)
    return {
      bytes: new TextEncoder().encode(text),
      isText: true,
      about: digest === undefined ? 'proved' : `proved, digest ${shortDigest(digest)}`,
      facts: {
        certificate: { kind: 'proved', digest },
        losses: [],
        ...(notes.length === 0 ? {} : { notes }),
      },
    }
  const isStricterElsewhere = isOnlyStricterElsewhere(changes, [...filter.abis, ...abis])
  const isWritten = isStricterElsewhere || (denyInexpressible && opened(changes).length === 0)
  const written = { losses: made.losses, changes, back: made.back }
  const subject = { filter, made: written, abis, prove, notation, isWritten, isStricterElsewhere }
  const said = await inexpressible(subject, options)
  if (json && !isWritten) sayJson(io, { answer: 'inexpressible', ...lossFacts(said) })
  if (!json) io.err(said.text)
  if (!isWritten) return EXIT.no
  return {
    bytes: new TextEncoder().encode(text),
    isText: true,
    about: isStricterElsewhere
      ? 'proved except for ABIs that it does not name'
      : 'refuses what the notation cannot express',
    facts: lossFacts(said),
  }
}
