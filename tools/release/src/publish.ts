/*
 * `node tools/release/src/publish.ts FOLDER --version V`: publishes the tarballs of a release that the dry run has made in FOLDER.
 *
 * The job of release.yml that runs it may publish, so nothing but npm runs there: this program needs no install and no build, and Node 24
 * runs its source. Dependencies go first, so that at each moment what is published can be installed. A version that the registry
 * has with the same bytes is left, so a run that was cut can be repeated. `--stage` stages the tarballs, and a maintainer approves them.
 * Exit status 2 is for a wrong input, 1 for a step that failed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DOOR } from './changelogs.ts'
import { ReleaseError, runToEnd } from './errors.ts'
import { isOlder } from './npm-version.ts'
import { type ReleasedManifest, releasedPackages, tarballName } from './packages.ts'
import { publishedOf } from './registry.ts'
import { SUMS, sumsOf } from './sums.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
/** The first versions of npm with trusted publishing, and with staging. @see https://docs.npmjs.com/trusted-publishers */
const NEEDED = { publish: '11.5.1', stage: '11.15.0' } as const

const failed = (args: readonly string[], said: string): ReleaseError =>
  new ReleaseError('E_STEP', `npm ${args.join(' ')} failed: ${said}`)

/** The output of npm. */
function answerOf(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('npm', args, { encoding: 'utf8' })
  if (status === 0) return stdout.trim()
  throw failed(args, error?.message ?? `${stdout}${stderr}`.trim())
}

/** Runs npm where a person can answer it: by hand it asks for the second factor. */
function npm(...args: readonly string[]): void {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit' })
  if (status !== 0) throw failed(args, error?.message ?? 'its words stand above')
}

interface Upload extends ReleasedManifest {
  readonly tarball: string
}

/** The packages with their tarballs, those of lower layers first. @throws ReleaseError where FOLDER is not the release of `version` */
function uploadsIn(folder: string, version: string, root: string): readonly Upload[] {
  const sums = join(folder, SUMS)
  const bad = (message: string): ReleaseError => new ReleaseError('E_INPUT', message)
  if (!existsSync(sums))
    throw bad(`${sums}: there is no release in this folder; npm run release:dry makes it`)
  const made = sumsOf(folder).replace(/^\S+ {2}SHA256SUMS\n/m, '')
  if (readFileSync(sums, 'utf8') !== made)
    throw bad(`${sums}: the files have other sums; make the release again`)
  return releasedPackages(root)
    .map(({ manifest }) => ({ ...manifest, tarball: join(folder, tarballName(manifest)) }))
    .sort((a, b) => (a.seccompile?.layer ?? 0) - (b.seccompile?.layer ?? 0))
    .map((upload) => {
      if (upload.version !== version)
        throw bad(
          `${upload.name} has the version ${upload.version}, and the tag says ${version}; move the tag to the commit of that version`,
        )
      if (!existsSync(upload.tarball)) throw bad(`${upload.tarball}: no tarball of ${upload.name}`)
      return upload
    })
}

const integrityOf = (file: string): string =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`

/** The uploads that the registry lacks. @throws ReleaseError where it has a version with other bytes */
async function missing(uploads: readonly Upload[], registry: string): Promise<readonly Upload[]> {
  const published = await publishedOf(uploads, registry)
  return uploads.filter(({ name, tarball }) => {
    const there = published.find((each) => each.name === name)
    if (there === undefined) return true
    if (there.integrity === integrityOf(tarball)) return false
    throw new ReleaseError(
      'E_INPUT',
      `${name}@${there.version} is published with other bytes (${String(there.integrity)}); nothing is published over it: find out who made it`,
    )
  })
}

/**
 * The tag of a version, as words for npm. Without one npm gives `latest`, and refuses a version that is older than a published one. A
 * candidate has `next`, and a patch of an older line a tag of that line: so `latest` stays the newest version.
 */
async function tagWords(version: string, registry: string): Promise<readonly string[]> {
  if (version.includes('-')) return ['--tag', 'next']
  const [latest] = await publishedOf([{ name: DOOR, version: 'latest' }], registry)
  if (latest === undefined || !isOlder(version, latest.version)) return []
  return ['--tag', `release-${version.split('.').slice(0, 2).join('.')}`]
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      stage: { type: 'boolean', default: false },
      root: { type: 'string', default: ROOT },
    },
  })
  const [folder] = positionals
  const { version, stage, root } = values
  if (folder === undefined || positionals.length > 1 || version === undefined)
    throw new ReleaseError('E_INPUT', 'usage: publish.ts FOLDER --version V [--stage]')
  const found = answerOf('--version')
  const needed = NEEDED[stage ? 'stage' : 'publish']
  if (isOlder(found, needed))
    throw new ReleaseError(
      'E_INPUT',
      `npm ${found} cannot do this; it takes npm ${needed} or newer, as Node 24 has it`,
    )
  // npm takes `release/x.tgz` for a repository on GitHub, and clones it.
  const uploads = uploadsIn(resolve(folder), version, root)
  const registry = answerOf('config', 'get', 'registry', '--workspaces=false')
  const rest = await missing(uploads, registry)
  console.log(`${uploads.length - rest.length} of ${uploads.length} packages are published already`)
  const tag = await tagWords(version, registry)
  for (const { name, tarball } of rest) {
    npm(...(stage ? ['stage'] : []), 'publish', tarball, '--access', 'public', ...tag)
    console.log(`${stage ? 'staged' : 'published'} ${name}@${version}`)
  }
}

await runToEnd('publish', main)
