/* What stops a release before anything is made. */
import { spawnSync } from 'node:child_process'
import { output, ReleaseError, ROOT } from './commands.ts'
import { manifestIn } from './packages.ts'
import type { ReleasedManifest } from './packages.ts'

/** @throws ReleaseError where the owner has not set the place of the repository: npm refuses provenance without it */
export function checkRepository(root: string): void {
  const { repository } = manifestIn(root)
  if (repository === undefined)
    throw new ReleaseError(
      `package.json: "repository" is not set; write { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" } there, and run pnpm sync`,
    )
  if (!/^git\+https:\/\/[\w.-]+\/(?!OWNER\/)[\w.-]+\/[\w.-]+\.git$/.test(repository.url))
    throw new ReleaseError(
      `package.json: "repository.url": expected git+https://HOST/OWNER/NAME.git with the names of yours; got ${JSON.stringify(repository.url)}`,
    )
}

/** The changes that are not committed, and so not in the release. */
export const uncommitted = (): readonly string[] =>
  output(ROOT, 'git', 'status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '')

/** Whether npm has the version of a package. @throws ReleaseError where the registry does not answer */
function isPublished({ name, version }: ReleasedManifest): boolean {
  const { status, stdout, stderr } = spawnSync('npm', ['view', `${name}@${version}`, 'version', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return stdout.trim() !== ''
  if (`${stdout}${stderr}`.includes('E404')) return false
  throw new ReleaseError(`npm view ${name}: ${`${stdout}${stderr}`.trim().slice(-500)}`)
}

/** @throws ReleaseError for a version that is published: npm takes none twice */
export function checkUnpublished(manifests: readonly ReleasedManifest[]): void {
  const published = manifests.filter(isPublished)
  if (published.length === 0) return
  const names = published.map(({ name, version }) => `${name}@${version}`).join(', ')
  throw new ReleaseError(
    `published already: ${names}; add a changeset, so that changesets makes a new version`,
  )
}
