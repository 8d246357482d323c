/*
 * `npm run soak runtimes -- FILE...`: profiles that people use, through the runc and the crun of this machine, beside what
 * `loads` says of them. Prints a line for each. With `--abis`, the programs that libseccomp exports for machines of every ABI
 * take the place of runtimes. Exits 1 where one is not what was said, 2 where a file is no profile, and 3 where there is no
 * runtime, or no libseccomp.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CONTAINER_CAPS, PolicyError } from '@seccompile/policy'
import { loads } from '@seccompile/oci-runtime'
import type { LibseccompVersion, LoadOptions, OciRuntimeName } from '@seccompile/oci-runtime'
import { jsonText } from '@seccompile/oci/reading'
import { abiTables } from '@seccompile/syscalls'
import { printableLine } from '@seccompile/text-layout'
import { asSaid } from './runtimes/as-said.ts'
import { forRuntime } from './runtimes/engine.ts'
import type { EngineProfile } from './runtimes/engine.ts'
import { exportOutcome } from './runtimes/exported-programs.ts'
import type { ExportOutcome } from './runtimes/exported-programs.ts'
import { liveFilter, runtimeVersion } from './runtimes/live-filter.ts'
import type { LiveRuntime } from './runtimes/live-filter.ts'
import { liveLibseccomp, nameOfRuntime } from './runtimes/versions.ts'
import { OWN } from './watch/machine.ts'

/** A runtime of this machine by its name, with its libseccomp. */
interface KnownRuntime {
  readonly live: LiveRuntime
  readonly runtime: OciRuntimeName
  readonly libseccomp: LibseccompVersion
}

function knownRuntimes(): readonly KnownRuntime[] {
  const libseccomp = liveLibseccomp()
  return (['runc', 'crun'] as const).flatMap((live) => {
    const version = runtimeVersion(live)
    const runtime = version === undefined ? undefined : nameOfRuntime(live, version)
    return runtime === undefined || libseccomp === undefined ? [] : [{ live, runtime, libseccomp }]
  })
}

/** What came of a profile: `wrong` where what was said is not so. */
interface RuntimeOutcome {
  readonly text: string
  readonly isWrong: boolean
}

const fine = (text: string): RuntimeOutcome => ({ text, isWrong: false })
const wrong = (text: string): RuntimeOutcome => ({ text: `WRONG: ${text}`, isWrong: true })

/** What is said of the profile in `text`, or why it is no profile. */
function said(
  text: string,
  options: LoadOptions,
): ReturnType<typeof loads> | { kind: 'not-read'; reason: string } {
  try {
    return loads(text, options)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    return { kind: 'not-read', reason: error.message }
  }
}

async function compare(
  text: string,
  { live, runtime, libseccomp }: KnownRuntime,
  folder: string,
): Promise<RuntimeOutcome> {
  const found = said(text, { file: 'profile', runtime, libseccomp, main: OWN.token })
  if (found.kind === 'not-read') return fine(`not read: ${found.reason}`)
  if (found.kind === 'not-known') return fine(`nothing is claimed: ${found.reason}`)
  const made = await liveFilter(live, JSON.parse(text) as object, folder)
  if (made.kind === 'not-started') return fine(`no container starts under it: ${made.said.split('\n')[0]!}`)
  if (found.kind === 'refused')
    return made.kind === 'refused' ? fine('refused, as said') : wrong('said to be refused, and loaded')
  if (made.kind === 'refused') return wrong(`refused: ${made.said}`)
  const kind = asSaid(found, made.program, OWN.endianness)
  if (kind === 'unclaimed') return fine(`nothing is claimed of ${found.unclaimed.join(', ')}: different`)
  return kind === 'equal' ? fine('equal') : wrong(kind)
}

const NOTHING_HERE = 3

/** Prints what came of a profile; 1 where it is not what was said. */
function say(file: string, what: string, { text, isWrong }: RuntimeOutcome): number {
  process.stdout.write(`${printableLine(`${file}: ${what}: ${text}`)}\n`)
  return isWrong ? 1 : 0
}

/** What came of an exported program, in words. */
function exportText(outcome: ExportOutcome): RuntimeOutcome {
  switch (outcome.kind) {
    case 'equal':
      return fine('equal')
    case 'unclaimed':
      return fine(`nothing is claimed: ${outcome.reason}`)
    default:
      return wrong(outcome.kind)
  }
}

/** The profiles for machines of every ABI; the number of outcomes that are not what was said. */
function throughAbis(profiles: readonly (readonly [string, EngineProfile])[]): number | undefined {
  const libseccomp = liveLibseccomp()
  if (libseccomp === undefined) return undefined
  return profiles
    .flatMap(([file, profile]) =>
      abiTables.map((abi) =>
        say(
          file,
          `libseccomp ${libseccomp} for ${abi.token}`,
          exportText(exportOutcome(profile, abi, libseccomp)),
        ),
      ),
    )
    .reduce((sum, each) => sum + each, 0)
}

/** The profiles through the runtimes of this machine; the number of outcomes that are not what was said. */
async function throughRuntimes(
  profiles: readonly (readonly [string, EngineProfile])[],
): Promise<number | undefined> {
  const runtimes = knownRuntimes()
  if (runtimes.length === 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-runtimes-'))
  let count = 0
  try {
    for (const [file, profile] of profiles) {
      const machine = { architecture: OWN.scmpName, goArch: OWN.goArch, caps: CONTAINER_CAPS }
      const text = jsonText(forRuntime(profile, machine))
      for (const each of runtimes) count += say(file, each.runtime, await compare(text, each, folder))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return count
}

/** The profile in `file`. @throws Error with the name of the file where it has none */
function readEngineProfile(file: string): EngineProfile {
  try {
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Partial<EngineProfile> | null
    if (!Array.isArray(profile?.syscalls)) throw new Error('expected a profile, with a list "syscalls"')
    return profile as EngineProfile
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    options: { abis: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (files.length === 0) {
    process.stderr.write('usage: soak runtimes [--abis] FILE...\n')
    return 2
  }
  const profiles = files.map((file) => [file, readEngineProfile(file)] as const)
  const count = values.abis ? throughAbis(profiles) : await throughRuntimes(profiles)
  if (count === undefined) {
    process.stderr.write(
      `NOT RUN: there is ${values.abis ? '' : 'neither a runc nor a crun that is known, or '}no libseccomp that is known\n`,
    )
    return NOTHING_HERE
  }
  process.stdout.write(`${files.length} profiles, ${count} wrong\n`)
  return count === 0 ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`soak runtimes: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
