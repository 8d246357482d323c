/*
 * `seccompile merge`: one profile from several, which lets no call do more than each of them.
 *
 * Without --kep6061 the result is the exact intersection. With --kep6061 the result is the profile that KEP-6061
 * prescribes for runtimes. Where the rules of runtimes cannot express the intersection, this profile denies more calls,
 * and the command lists them. A proof reads the rules of this profile as runc does, with rules for multiplexers, unless
 * --multiplexers says otherwise.
 */
import { callNames, loadArgumentNames, overDenialFacts, overDenialText } from '@seccompile/describe'
import type { Filter } from '@seccompile/filter'
import { parseProfile } from '@seccompile/oci'
import type { Profile } from '@seccompile/oci'
import { judgeMerge, mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import type { Judgement, Merge, MergeOptions, OverDenial } from '@seccompile/oci-runtime/kep6061'
import { intersect } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abiByName } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin, inputName, readText } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { openFilter } from '../load/open-filter.ts'
import { sayUndecided } from '../load/question.ts'
import { outputOption, POLICY_OR_FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { KEP } from '../options/kep.ts'
import type { KepOptions } from '../options/kep.ts'
import { NOTATION, parseNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { readingWarnings, sayJson, sayNote, sayWarnings } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flagOf } from '../syntax/option.ts'
import { contentOf } from '../write/content-of.ts'
import { outputFile } from '../write/output-file.ts'

/** The policies to merge, and the options of the merge. */
interface MergeRequest extends TargetOptions, KepOptions, Omit<NotationOptions, 'to'> {
  readonly policy: readonly string[]
  readonly json: boolean
}

const OCI = 'oci'

/** The readings of rules for calls behind a multiplexer, as the line about the proof names them. */
const READING = {
  runc: 'as runc reads them',
  policy: 'by the names in their rules alone',
} as const

/** The ABI that `--abi` names for the node. @throws CliError where `--abi` names several */
function parseNative({ abi }: TargetOptions): AbiToken | undefined {
  if (abi === undefined) return undefined
  const [native, other] = abi
  if (other !== undefined)
    throw new CliError(
      '--abi: expected one ABI, the native ABI of the node; the profiles name the other ABIs',
    )
  return native.token
}

/** Options of a target that do not apply with `--kep6061`, whose result is for runtimes. */
const EXACT_ONLY: readonly (keyof TargetOptions)[] = ['caps', 'kernel', 'unknown', 'knownUpTo', 'widths']

function checkOptions({ kep6061, ...options }: MergeRequest): void {
  const vain = kep6061 ? EXACT_ONLY.find((key) => options[key] !== undefined) : undefined
  if (vain !== undefined)
    throw new CliError(
      `${flagOf(vain)} and --kep6061 exclude each other; a merge by KEP-6061 reads profiles as runtimes load them`,
    )
  if (!kep6061 && options.emptyArchitectures !== undefined)
    throw new CliError('--empty-architectures needs --kep6061; an exact intersection has the ABIs of --abi')
  if (kep6061 && options.denyInexpressible === true)
    throw new CliError(
      '--deny-inexpressible and --kep6061 exclude each other; a merge by KEP-6061 denies by its own rules',
    )
}

/**
 * Writes the text of a profile to `file`, or to standard output, and then prints the lines of `about` that are not
 * empty.
 */
async function writeProfile(
  io: Io,
  file: string | undefined,
  text: Uint8Array,
  about: string,
): Promise<void> {
  if (file === undefined) {
    io.out(new TextDecoder().decode(text))
    io.err(about)
    return
  }
  await writeOutput(file, text)
  if (about !== '') io.out(`${printableLine(file)}: an OCI profile, ${text.length} bytes\n${about}`)
}

/** The exact intersection of `filters`. An exit status, if it is undecided; the reason has been printed. */
function exactFilter(io: Io, filters: readonly Filter[], json: boolean): Filter | ExitCode {
  const [first, ...others] = filters
  let filter = first! // the command requires at least one policy
  for (const other of others) {
    // Where two verdicts have one action, the intersection keeps the data of its second filter. The earlier argument is
    // the more trusted one, so it is the second filter here.
    const both = intersect(other.subject, filter.subject, { endianness: filter.endianness })
    if (both.kind === 'undecided') return sayUndecided(io, both.reason, json)
    if (both.kind === 'inexpressible')
      throw new CliError(`the intersection cannot be written as rules: ${both.reason}`)
    filter = { ...filter, name: 'the intersection', subject: { level: 'rules', ir: both.rules } }
  }
  return filter
}

async function mergeExactly(io: Io, file: string | undefined, options: MergeRequest): Promise<ExitCode> {
  const { policy: args, json } = options
  const filters: Filter[] = []
  // One file at a time: loading a module runs it.
  for (const argument of args) filters.push(await openFilter(argument, options))
  sayWarnings(io, ...filters.map(readingWarnings))
  const filter = exactFilter(io, filters, json)
  if (typeof filter === 'number') return filter
  const subject = { filter, prove: { endianness: filter.endianness } }
  const content = await contentOf(io, subject, parseNotation(OCI, '--to'), options)
  if (typeof content === 'number') return content
  await writeProfile(io, file, content.bytes, json ? '' : `the exact intersection, ${content.about}\n`)
  if (json) sayJson(io, { output: file, bytes: content.bytes.length, ...content.facts })
  return EXIT.ok
}

/**
 * The reason of an undecided proof that the result is a subset of an input; `undefined` if every proof was found.
 * @throws Error where the result is not a subset
 */
function checkInclusions({ inclusions }: Judgement, profiles: readonly Profile[]): string | undefined {
  for (const [i, inclusion] of inclusions.entries()) {
    if (inclusion.kind === 'undecided') return inclusion.reason
    if (inclusion.kind !== 'subset')
      throw new Error(`the merge is not a subset of ${profiles[i]?.policy.name ?? 'an input'}`)
  }
  return undefined
}

/** Notes on the ABIs that a result leaves out. */
function droppedNotes({ dropped, droppedMultiplexed }: Merge): readonly string[] {
  const note = (tokens: readonly AbiToken[], why: string): readonly string[] =>
    tokens.length === 0 ? [] : [`the result leaves out ${tokens.join(', ')}: ${why}`]
  return [
    ...note(dropped, 'a profile compares more bits than an argument has there'),
    ...note(
      droppedMultiplexed,
      'the rule that runc adds there for socketcall or ipc would allow calls that a profile refuses',
    ),
  ]
}

async function mergeAsProposed(io: Io, file: string | undefined, options: MergeRequest): Promise<ExitCode> {
  const { policy: args, emptyArchitectures, multiplexers = 'runc', json } = options
  const profiles = args.map((path) =>
    parseProfile(readText(path, 'a profile in JSON'), { file: inputName(path) }),
  )
  sayWarnings(io, ...profiles.map(({ warnings }) => warnings))
  const native = parseNative(options)
  const how: MergeOptions = {
    multiplexers,
    ...(native === undefined ? {} : { native }),
    ...(emptyArchitectures === undefined ? {} : { emptyArchitectures }),
  }
  const merged = mergeProfiles(profiles, how)
  const judgement = judgeMerge(profiles, merged, { ...how, tableOf: signedAbiTable })
  sayWarnings(io, ...judgement.unsafe)
  const undecided = checkInclusions(judgement, profiles)
  if (undecided !== undefined) return sayUndecided(io, undecided, json)
  const { overDenied } = judgement
  if (overDenied.kind === 'undecided') return sayUndecided(io, overDenied.reason, json)
  const denials: readonly OverDenial[] = overDenied.changes

  const tokens = merged.profile.architectures.map((name) => abiByName(name)!.token) // a merge names only known ABIs
  const abis = [...new Set([native ?? 'x86_64', ...tokens])].map(signedAbiTable)
  const names = callNames(abis, await loadArgumentNames(abis, {}, denials.length > 0))
  if (!json) for (const note of droppedNotes(merged)) sayNote(io, note)
  const inputs = profiles.map(({ policy }) => policy.name ?? '')
  const about = json
    ? ''
    : `a subset of each of ${printableLine(inputs.join(', '))}, proved ${READING[multiplexers]}\n${overDenialText(names, denials)}`
  const text = new TextEncoder().encode(merged.text)
  await writeProfile(io, file, text, about)
  if (json)
    sayJson(io, {
      output: file,
      bytes: text.length,
      subsetOf: inputs,
      architectures: merged.profile.architectures,
      dropped: merged.dropped,
      droppedMultiplexed: merged.droppedMultiplexed,
      multiplexers,
      overDenied: denials.map((denial) => overDenialFacts(names, denial)),
    })
  return EXIT.ok
}

/** `seccompile merge`: one profile from several, which lets no call do more than each of them. */
export async function merge(io: Io, options: MergeRequest): Promise<ExitCode> {
  checkOptions(options)
  const { policy, kep6061 } = options
  const file = outputFile(io, options, { name: OCI }, policy)
  checkOneStdin(policy, 'profiles')
  return kep6061 ? mergeAsProposed(io, file, options) : mergeExactly(io, file, options)
}

/** `seccompile merge`. */
export const command: Command = defineCommand({
  description: 'make one profile that is at least as strict as each of several',
  warnings: 'lines',
  args: {
    policy: someArguments(
      'policies, the most trusted one first; with --kep6061, two or three OCI profiles',
      POLICY_OR_FILE,
    ),
  },
  options: {
    ...TARGET,
    ...KEP,
    output: outputOption('the profile'),
    denyInexpressible: NOTATION.denyInexpressible,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the profile that a Kubernetes node makes from its baseline and a profile of a registry',
      line: 'seccompile merge old.json new.json --kep6061 -o merged.json',
    },
  ],
  run: merge,
})
