/* What stops a release before anything is made. */
import { readManifest } from '@seccompile/pack-check/packages'
import type { PackageManifest } from '@seccompile/pack-check/packages'
import { ReleaseError } from './errors.ts'

/** The repository that a package.json names. */
interface WithRepository {
  readonly repository?: unknown
}

const FORM = '{ "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }'
const URL_FORM = /^git\+https:\/\/[\w.-]+\/(?!OWNER\/)[\w.-]+\/(?!NAME\.git$)[\w.-]+\.git$/

/** @throws ReleaseError where the owner has not set the place of the repository: npm refuses provenance without it */
export function checkRepository(root: string): void {
  const { repository } = readManifest(root) as WithRepository
  if (repository === undefined)
    throw new ReleaseError(
      'E_INPUT',
      `package.json: "repository" is not set; write ${FORM} there, run pnpm sync, and commit`,
    )
  const { type, url } = (
    typeof repository === 'object' && repository !== null ? repository : { url: repository }
  ) as { readonly type?: unknown; readonly url?: unknown }
  if (type === 'git' && typeof url === 'string' && URL_FORM.test(url)) return
  throw new ReleaseError(
    'E_INPUT',
    `package.json: "repository": expected ${FORM} with the names of yours; got ${JSON.stringify(repository)}`,
  )
}

const MOST_ASKED_AT_ONCE = 8
/** No answer within this time is no answer. */
const MOST_MILLISECONDS = 20_000

/** Whether the registry has the version of a package. @throws ReleaseError where the registry does not say */
async function isPublished(
  { name, version }: PackageManifest,
  registry: string,
  patience: number,
): Promise<boolean> {
  const address = `${registry.replace(/\/?$/, '/')}${name.replace('/', '%2f')}/${version}`
  const unsaid = (what: string): ReleaseError =>
    new ReleaseError(
      'E_STEP',
      `${address}: ${what}; whether the version is published is not known: try again, or set the registry of npm`,
    )
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    const { message, cause } = error as Error // fetch rejects with errors
    throw unsaid(`no answer (${cause instanceof Error && cause.message !== '' ? cause.message : message})`)
  })
  await answer.body?.cancel()
  if (answer.ok) return true
  if (answer.status === 404) return false
  throw unsaid(`the registry answers ${answer.status}`)
}

/**
 * The packages of which `registry` has the version already.
 *
 * @param patience - milliseconds to wait for one answer
 * @throws ReleaseError where the registry does not answer
 */
export async function publishedOf(
  manifests: readonly PackageManifest[],
  registry: string,
  patience: number = MOST_MILLISECONDS,
): Promise<readonly PackageManifest[]> {
  const found: PackageManifest[] = []
  for (let from = 0; from < manifests.length; from += MOST_ASKED_AT_ONCE) {
    const some = manifests.slice(from, from + MOST_ASKED_AT_ONCE)
    const answers = await Promise.all(some.map((each) => isPublished(each, registry, patience)))
    found.push(...some.filter((_, i) => answers[i]))
  }
  return found
}

/** @throws ReleaseError for a version that is published: npm takes none twice */
export async function checkUnpublished(
  manifests: readonly PackageManifest[],
  registry: string,
): Promise<void> {
  const published = await publishedOf(manifests, registry)
  if (published.length === 0) return
  const names = published.map(({ name, version }) => `${name}@${version}`).join(', ')
  throw new ReleaseError(
    'E_INPUT',
    `published already: ${names}; add a changeset, so that changesets makes a new version`,
  )
}
