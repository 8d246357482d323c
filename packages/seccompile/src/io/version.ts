import { createRequire } from 'node:module'

/** The fields of a `package.json` that say which release it is, and where its repository is. */
export interface OwnManifest {
  readonly version: string
  readonly repository?: { readonly url: string }
}

/** The `package.json` of the command. */
function release(): OwnManifest {
  // The manifest is found by the name of the package: the path of this file differs in a bundle.
  return createRequire(import.meta.url)('seccompile/package.json') as OwnManifest // our own file
}

/** The version of the package. */
export function version(): string {
  return release().version
}

/** The page of the repository at the tag of the release, without a slash at the end; `undefined` while the package names no repository. */
export function homeOf({ version: tag, repository }: OwnManifest): string | undefined {
  return repository && `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/v${tag}`
}

/** {@link homeOf} the command. */
export function home(): string | undefined {
  return homeOf(release())
}
