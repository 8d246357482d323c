/*
 * The policies in the files below a folder, in any notation, for x86_64. The files belong to others; a folder has what a
 * user has fetched.
 */
import { readPolicyText } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { isAlone } from './peer-subject.ts'
import type { PeerSubject } from './peer-subject.ts'

/** The parts of a JSON text with several filters. */
function partsOf(text: string): readonly (string | undefined)[] {
  try {
    const parsed = JSON.parse(text) as unknown
    const isFilters =
      typeof parsed === 'object' && parsed !== null && !('defaultAction' in parsed) && !Array.isArray(parsed)
    return isFilters ? Object.keys(parsed) : [undefined]
  } catch {
    return [undefined]
  }
}

/** The policies in `file`. A file that holds none, or a policy that other tools cannot have, is told on standard error. */
async function policiesOf(folder: string, file: string): Promise<readonly PeerSubject[]> {
  const text = readFileSync(file, 'utf8')
  const name = relative(folder, file)
  const include = (path: string): string | undefined => {
    const beside = join(dirname(file), path)
    return existsSync(beside) ? readFileSync(beside, 'utf8') : undefined
  }
  const found: PeerSubject[] = []
  for (const part of partsOf(text)) {
    const full = part === undefined ? name : `${name}#${part}`
    try {
      const reading = await readPolicyText(text, name, { part, native: 'x86_64', include })
      if (reading.kind !== 'policy') throw new Error('is no policy')
      const { policy } = reading.loaded
      if (!isAlone(policy)) throw new Error('is several policies, or has an action for unknown calls')
      found.push({ kind: `of ${basename(folder)}`, name: full, policy, abis: [signedAbiTable('x86_64')] })
    } catch (error) {
      process.stderr.write(`${full}: left out: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return found
}

/** The policies below `folder`, in the order of their names. */
export async function folderPolicies(folder: string): Promise<readonly PeerSubject[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const found: PeerSubject[] = []
  for (const file of files) found.push(...(await policiesOf(folder, file)))
  return found
}
