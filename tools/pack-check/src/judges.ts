/* The messages of publint and of Are The Types Wrong on a package. */
import { readFileSync } from 'node:fs'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { Consumer } from './consumer.ts'

/** Every message of publint, suggestions included, on the package as unpacked. */
export async function publintProblems({ installed }: Consumer): Promise<readonly string[]> {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, level: 'suggestion' })
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  )
}

/**
 * The resolutions of modules whose problems are not counted, each with the reason. attw has the same in its profile "esm-only".
 */
export const NOT_COUNTED: Readonly<Record<string, string>> = {
  node10: 'the oldest resolution of TypeScript reads no "exports", by which Node finds an entry',
  'node16-cjs':
    'the packages are ES modules and have no CommonJS form; Node 20.19 and newer load them by "require" too',
}

/** What attw finds in a tarball. */
export interface AttwFindings {
  readonly problems: readonly string[]
  /** The number of problems that are not counted, by the resolution. */
  readonly notCounted: Readonly<Record<string, number>>
}

/** The resolution that a problem is about, where it is about one. */
function resolutionOf(problem: Problem): string | undefined {
  if ('resolutionKind' in problem) return problem.resolutionKind
  return 'resolutionOption' in problem ? problem.resolutionOption : undefined
}

const isCounted = (problem: Problem): boolean => !Object.hasOwn(NOT_COUNTED, resolutionOf(problem) ?? '')

/** What attw finds in a tarball. */
export async function attwFindings(tarball: string): Promise<AttwFindings> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))
  if (result.types === false) return { problems: ['attw: no types'], notCounted: {} }
  const problems = result.problems.filter(isCounted).map(({ kind, ...where }) => {
    const { entrypoint, resolutionKind } = where as { entrypoint?: string; resolutionKind?: string }
    return `attw: ${kind}: ${entrypoint === undefined ? JSON.stringify(where) : `${entrypoint} in ${resolutionKind ?? ''}`}`
  })
  const others = result.problems.filter((problem) => !isCounted(problem))
  const count = (name: string): number => others.filter((each) => resolutionOf(each) === name).length
  return {
    problems,
    notCounted: Object.fromEntries(Object.keys(NOT_COUNTED).map((name) => [name, count(name)])),
  }
}

/**
 * What publint and attw found, a line each, with the problems that are not counted and why.
 *
 * @param all - the findings of attw in each tarball
 * @param messages - the number of messages of publint
 */
export function judgedLines(all: readonly AttwFindings[], messages: number): readonly string[] {
  const sum = (of: (one: AttwFindings) => number): number => all.reduce((n, one) => n + of(one), 0)
  const problems = sum((one) => one.problems.length)
  return [
    `publint: ${messages} messages; attw: ${problems} problems, in ${all.length} tarballs`,
    ...Object.entries(NOT_COUNTED).map(
      ([name, why]) =>
        `attw: ${sum(({ notCounted }) => notCounted[name] ?? 0)} problems of ${name} are not counted: ${why}`,
    ),
  ]
}
