import { createRequire } from 'node:module'

/** The version of the package. */
export function version(): string {
  // The manifest is found by the name of the package: the path of this file differs in a bundle.
  const manifest: unknown = createRequire(import.meta.url)('seccompile/package.json')
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}
