/*
 * `npm run check reproducible`: builds and packs the packages in a second folder, and compares each tarball with that of this
 * folder, bit by bit. Where they are the same, anybody can make the tarballs of a release from its sources and compare.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installAndBuild, packWorkspace } from './pack.ts'
import { ROOT } from './packages.ts'
import type { ProgramEnd } from './run.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Copies the files of the working tree that git does not ignore. @throws Error where git does not list them */
function copyTree(to: string): void {
  const listed = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  )
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr.trim()}`)
  for (const path of listed.stdout.split('\0').filter((name) => existsSync(join(ROOT, name)) && name !== ''))
    cpSync(join(ROOT, path), join(to, path))
}

/** @throws Error where a step has failed */
function done(what: string, { status, said }: ProgramEnd): void {
  if (status !== 0) throw new Error(`${what} failed:\n${said.slice(-2000)}`)
}

const home = temporaryFolder(tmpdir(), 'seccompile-again-')
const [tree, here, again] = [join(home, 'another folder'), join(home, 'here'), join(home, 'again')]
for (const folder of [tree, here, again]) mkdirSync(folder)
copyTree(tree)
done('building in another folder', await installAndBuild(tree))
done('packing', await packWorkspace(ROOT, here))
done('packing in another folder', await packWorkspace(tree, again))
const names = [...new Set([...readdirSync(here), ...readdirSync(again)])].sort()
const bytes = (folder: string, name: string): Buffer | undefined =>
  readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : undefined
const different = names.filter(
  (name) => bytes(here, name)?.equals(bytes(again, name) ?? Buffer.alloc(0)) !== true,
)
for (const name of different) console.log(`${name}: built in another folder, it has other bytes`)
console.log(`${names.length - different.length} of ${names.length} tarballs are the same`)
if (different.length > 0) process.exitCode = 1
