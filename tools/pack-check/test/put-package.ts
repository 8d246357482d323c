import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageManifest, PublicPackage } from '../src/packages.ts'

/** Writes a package with one source below `home`. @param fields - of its package.json */
export function putPackage(
  home: string,
  short: string,
  code: string,
  fields: Partial<PackageManifest> = {},
): PublicPackage {
  const name = `@seccompile/${short}`
  const folder = join(home, short)
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'src/index.ts'), code)
  writeFileSync(join(folder, 'README.md'), `# ${name}\n`)
  const manifest = { name, version: '1.0.0', ...fields }
  return { manifest, short, folder, entries: [name], installs: [name], examples: [] }
}
