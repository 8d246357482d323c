/*
 * Type-checks the programs of consumers under several versions of TypeScript and both ways of resolving modules.
 *
 * One compilation takes the files of many consumers. Each file resolves packages in its own folder, so consumers stay
 * apart, and the compiler starts half a dozen times instead of a hundred and fifty. Declarations are checked too. The
 * types of the DOM and of Node are not available: no package asks its users to install them.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { inParallel, run } from './run.ts'

/** The version that also emits the JavaScript to run. */
const EMITTING = 'typescript-5.9 nodenext'
const VERSIONS = ['typescript-5.9', 'typescript-6.0', 'typescript-7.0'] as const
const RESOLUTIONS = ['nodenext', 'bundler'] as const

const ERROR = /^([^(\n]+)\(\d+,\d+\): error /
const OURS = /^[^/]+\/(?:node_modules\/(?:@seccompile\/|seccompile\/)|[^/]+\.ts$)/

/**
 * The errors that a compiler printed, by the folder of the consumer they are in.
 *
 * Errors in declarations that are not ours are left out. Lines that continue an error belong to it.
 */
export function errorsByConsumer(said: string): ReadonlyMap<string, readonly string[]> {
  const errors = new Map<string, string[]>()
  let current: string[] = []
  for (const line of said.split('\n')) {
    const file = ERROR.exec(line)?.[1]
    if (file === undefined) {
      const last = current.pop()
      if (last !== undefined) current.push(/^\s/.test(line) ? `${last}\n${line}` : last)
      continue
    }
    const short = file.split('/')[0] ?? ''
    current = []
    if (!OURS.test(file)) continue
    current = errors.get(short) ?? []
    errors.set(short, current)
    current.push(line)
  }
  return errors
}

function compilerOf(version: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${version}/package.json`)), 'bin', 'tsc')
}

/**
 * Type-checks the programs of all consumers, and compiles them.
 *
 * @param home - the folder that holds the consumers
 * @returns errors by the folder of the consumer, each with the compiler that found it
 * @throws Error when a compiler fails for another reason
 */
export async function typeProblems(
  consumers: readonly Consumer[],
  home: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = consumers.flatMap(({ pkg, programs }) =>
    programs.map(({ file }) => `${pkg.short}/${file}.ts`),
  )
  const compilers = VERSIONS.flatMap((version) => RESOLUTIONS.map((resolution) => ({ version, resolution })))
  // The compilers that found an error, by consumer and error.
  const found = new Map<string, Map<string, string[]>>()
  const runs = await inParallel(files.length === 0 ? [] : compilers, async ({ version, resolution }) => {
    const name = `${version} ${resolution}`
    const config = join(home, `tsconfig.${version}.${resolution}.json`)
    const compilerOptions = {
      strict: true,
      target: 'es2023',
      lib: ['es2023'],
      types: [],
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
      moduleDetection: 'force',
      verbatimModuleSyntax: true,
      skipLibCheck: false,
      noEmit: name !== EMITTING,
    }
    writeFileSync(config, JSON.stringify({ compilerOptions, files }, undefined, 2))
    const { status, said } = await run(
      process.execPath,
      [compilerOf(version), '--pretty', 'false', '--project', config],
      home,
    )
    return { name, status, said }
  })
  for (const { name, status, said } of runs) {
    if (status !== 0 && !/^\S.*: error TS/m.test(said))
      throw new Error(`${name} ended with exit ${status}:\n${said}`)
    const global = said.split('\n').filter((line) => line.startsWith('error '))
    if (global.length > 0) throw new Error(`${name}: ${global.join('\n')}`)
    for (const [short, errors] of errorsByConsumer(said)) {
      const known = found.get(short) ?? new Map<string, string[]>()
      found.set(short, known)
      for (const error of errors) known.set(error, [...(known.get(error) ?? []), name])
    }
  }
  return new Map(
    [...found].map(([short, errors]) => [
      short,
      [...errors].map(
        ([error, names]) => `${error}\n(${names.length === compilers.length ? 'all' : names.join(', ')})`,
      ),
    ]),
  )
}
