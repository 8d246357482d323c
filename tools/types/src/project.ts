/*
 * A folder with a module that imports seccompile, and TypeScript run on it as a user would.
 *
 * The folder lies in this package, so that the module finds the packages as installed: it sees the built declarations.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The releases of TypeScript that a policy is checked with. */
export const RELEASES = ['6.0', '7.0'] as const
export type Release = (typeof RELEASES)[number]

/** A message of an editor or the type checker at a place. */
export interface Diagnostic {
  /** The line, from 1. */
  readonly line: number
  readonly column: number
  readonly message: string
}

/** One run of the type checker. */
export interface TypeCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** The time from the start of the process to its end. */
  readonly wallMs: number
  /** Processor time of all threads. On an idle machine it exceeds `wallMs`. */
  readonly processorMs: number
  /** The rows that `--extendedDiagnostics` prints, such as `Instantiations` and `Check time`, in its units. */
  readonly figures: ReadonlyMap<string, number>
}

const here = dirname(fileURLToPath(import.meta.url))
const CACHE = join(here, '..', '.cache')
const { resolve } = createRequire(import.meta.url)

const OPTIONS = {
  noEmit: true,
  strict: true,
  module: 'nodenext',
  target: 'es2022',
  types: [],
  skipLibCheck: true,
}

/** Calls `use` with a folder that holds a module of `source`, `policy.ts`, and removes the folder. */
export async function inProject<T>(source: string, use: (folder: string) => T | Promise<T>): Promise<T> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'project-'))
  try {
    writeFileSync(join(folder, 'policy.ts'), source)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: OPTIONS, files: ['policy.ts'] }),
    )
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The folder of a release of TypeScript. */
const releaseFolder = (release: Release): string => dirname(resolve(`typescript-${release}/package.json`))

/** The language server of a release that has one in JavaScript. */
export const serverOf = (release: '6.0'): string => join(releaseFolder(release), 'lib', 'tsserver.js')

function compilerOf(release: Release): string {
  const folder = releaseFolder(release)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: { tsc: string } }
  return join(folder, bin.tsc)
}

/** The diagnostics in the output of tsc; lines that begin with blanks continue a message. */
function diagnosticsIn(output: string): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const line of output.split('\n')) {
    const head = /^\S+\((\d+),(\d+)\): error TS\d+: (.*)$/.exec(line)
    const last = found.at(-1)
    if (head !== null) found.push({ line: Number(head[1]), column: Number(head[2]), message: head[3]! })
    else if (last !== undefined && /^ +\S/.test(line))
      found[found.length - 1] = { ...last, message: `${last.message}\n${line}` }
  }
  return found
}

/** The user and system time in the last line of what `times` prints: `0m1.230s 0m0.120s`. */
function processorMsIn(text: string): number {
  const parts = [...text.matchAll(/(\d+)m([\d.]+)s/g)].slice(-2)
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  )
}

/** Runs tsc of `release` on the module in `folder`. @throws Error where tsc does not end as it should */
export function check(folder: string, release: Release): TypeCheck {
  const command = [
    process.execPath,
    compilerOf(release),
    '--project',
    folder,
    '--pretty',
    'false',
    '--extendedDiagnostics',
  ]
  const before = performance.now()
  // `times` prints the processor time of the shell, and below it that of what the shell has started.
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', '"$@"; s=$?; times >&2; exit $s', 'sh', ...command],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const wallMs = performance.now() - before
  if (status !== 0 && status !== 1 && status !== 2)
    throw new Error(`tsc ${release} ended with ${status}: ${stderr}`)
  const figures = new Map(
    [...stdout.matchAll(/^([A-Z][\w /]+): +([\d.]+)[sK]?$/gm)].map((row) => [row[1]!, Number(row[2])]),
  )
  return { diagnostics: diagnosticsIn(stdout), wallMs, processorMs: processorMsIn(stderr), figures }
}
