/*
 * `npm run check:runtimes -- FILE...`: profiles that people use, through the runc and the crun of this machine, beside what
 * `loads` says of them. Prints a line for each. Exits 1 where one is not what was said, and 3 where there is no runtime.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONTAINER_CAPS, PolicyError } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { loads } from '@seccompile/oci-runtime'
import type { LibseccompVersion, LoadOptions, OciRuntimeName } from '@seccompile/oci-runtime'
import { jsonText } from '@seccompile/oci/reading'
import { printableLine } from '@seccompile/text-layout'
import { forRuntime } from './runtimes/engine.ts'
import type { EngineProfile } from './runtimes/engine.ts'
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
  const { endianness } = OWN
  const { kind } = equal(
    { level: 'rules', ir: found.loaded },
    { level: 'program', ir: made.program },
    { endianness },
  )
  if (kind === 'equal') return fine('equal')
  const { unclaimed } = found
  return unclaimed.length > 0 ? fine(`nothing is claimed of ${unclaimed.join(', ')}: ${kind}`) : wrong(kind)
}

async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('usage: check:runtimes FILE...\n')
    return 2
  }
  const runtimes = knownRuntimes()
  if (runtimes.length === 0) {
    process.stderr.write('NOT RUN: there is neither a runc nor a crun that is known, or no libseccomp\n')
    return 3
  }
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-runtimes-'))
  let count = 0
  try {
    for (const file of files) {
      const profile = JSON.parse(readFileSync(file, 'utf8')) as EngineProfile
      const machine = { architecture: OWN.scmpName, goArch: OWN.goArch, caps: CONTAINER_CAPS }
      const text = jsonText(forRuntime(profile, machine))
      for (const each of runtimes) {
        const { text: line, isWrong } = await compare(text, each, folder)
        process.stdout.write(`${printableLine(`${file}: ${each.runtime}: ${line}`)}\n`)
        if (isWrong) count += 1
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${files.length} profiles, ${count} wrong\n`)
  return count === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
