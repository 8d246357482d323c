/* What the registry has of a release. The publishing job installs nothing, so this file imports built-ins and this folder alone. */
import { ReleaseError } from './errors.ts'

/** A version of a package. */
export interface PackageVersion {
  readonly name: string
  /** In a question, a tag too, such as `latest`. */
  readonly version: string
}

/** A version that the registry has, with the hash of its tarball as npm writes it: `sha512-…`. */
export interface PublishedVersion extends PackageVersion {
  readonly integrity: string | undefined
}

const MOST_ASKED_AT_ONCE = 8
/** No answer within this time is no answer. */
const MOST_MILLISECONDS = 20_000

/** The version of a package as the registry has it; `undefined` where it does not. @throws ReleaseError where the registry does not say */
async function ask(
  { name, version }: PackageVersion,
  registry: string,
  patience: number,
): Promise<PublishedVersion | undefined> {
  const address = `${registry.replace(/\/?$/, '/')}${name.replace('/', '%2f')}/${version}`
  const unsaid = (what: string): ReleaseError =>
    new ReleaseError(
      'E_STEP',
      `${address}: ${what}; whether the version is published is not known: try again, or set the registry of npm`,
    )
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) })
    const body = await answer.text()
    if (answer.status === 404) return undefined
    if (!answer.ok) throw unsaid(`the registry answers ${answer.status}`)
    const found = JSON.parse(body) as Partial<PackageVersion> & {
      readonly dist?: { readonly integrity?: string }
    } // npm's form of an answer
    return { name, version: found.version ?? version, integrity: found.dist?.integrity }
  } catch (error) {
    const { name: kind, message, cause } = error as Error // fetch and JSON.parse throw errors
    if (kind === 'ReleaseError') throw error
    throw unsaid(`no answer (${cause instanceof Error && cause.message !== '' ? cause.message : message})`)
  }
}

/**
 * The versions that `registry` has, in the order of `packages`.
 *
 * @param patience - milliseconds to wait for one answer
 * @throws ReleaseError where the registry does not answer
 */
export async function publishedOf(
  packages: readonly PackageVersion[],
  registry: string,
  patience: number = MOST_MILLISECONDS,
): Promise<readonly PublishedVersion[]> {
  const found: PublishedVersion[] = []
  for (let from = 0; from < packages.length; from += MOST_ASKED_AT_ONCE) {
    const some = packages.slice(from, from + MOST_ASKED_AT_ONCE)
    const answers = await Promise.all(some.map((each) => ask(each, registry, patience)))
    found.push(...answers.filter((each) => each !== undefined))
  }
  return found
}
