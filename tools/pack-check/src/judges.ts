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
 * The profile "esm-only" of attw: our packages have no CommonJS form, and no types for TypeScript's oldest
 * resolution.
 */
const IGNORED: readonly string[] = ['node10', 'node16-cjs']

function isOfEsm(problem: Problem): boolean {
  if ('resolutionKind' in problem) return !IGNORED.includes(problem.resolutionKind)
  return !('resolutionOption' in problem && IGNORED.includes(problem.resolutionOption))
}

/** The problems that attw finds in a tarball, for the resolutions that an ESM package supports. */
export async function attwProblems(tarball: string): Promise<readonly string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))
  if (result.types === false) return ['attw: no types']
  return result.problems.filter(isOfEsm).map(({ kind, ...where }) => {
    const { entrypoint, resolutionKind } = where as { entrypoint?: string; resolutionKind?: string }
    return `attw: ${kind}: ${entrypoint === undefined ? JSON.stringify(where) : `${entrypoint} in ${resolutionKind ?? ''}`}`
  })
}
