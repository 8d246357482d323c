/* What stops a release before anything is made. */
import { ReleaseError } from './errors.ts'
import { manifestIn } from './packages.ts'
import { type PackageVersion, publishedOf } from './registry.ts'

const FORM = '{ "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }'
const URL_FORM = /^git\+https:\/\/[\w.-]+\/(?!OWNER\/)[\w.-]+\/(?!NAME\.git$)[\w.-]+\.git$/

/** @throws ReleaseError where the owner has not set the place of the repository: npm refuses provenance without it */
export function checkRepository(root: string): void {
  const { repository } = manifestIn(root)
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

/** @throws ReleaseError for a version that is published: npm takes none twice */
export async function checkUnpublished(packages: readonly PackageVersion[], registry: string): Promise<void> {
  const published = await publishedOf(packages, registry)
  if (published.length === 0) return
  const names = published.map(({ name, version }) => `${name}@${version}`).join(', ')
  throw new ReleaseError(
    'E_INPUT',
    `published already: ${names}; add a changeset, so that changesets makes a new version`,
  )
}
