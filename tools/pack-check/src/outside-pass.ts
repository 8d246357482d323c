/*
 * A pass from outside the workspace: the one of docs/adding-a-pass.md, as a package of its own. The package is packed,
 * installed beside `seccompile`, and named on the command line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Consumer, NPM_INSTALL } from './consumer.ts'
import { ROOT } from './packages.ts'
import { run } from './run.ts'

const NAME = 'pass-from-outside'
const IMPORTS = `import { definePass } from '@seccompile/pass'
import { mapSections } from '@seccompile/rules'
`
const COMPILE = ['compile', 'preset:container-default', '--abi', 'x86_64', '-o', 'f.bpf', '--json']
const PIPELINE = 'dedupe,drop-trailing,bst,arg-chains,lower'

/** Writes the package below `folder`. @throws Error where the page no longer defines the pass */
function writePackage(folder: string, version: string): void {
  const page = readFileSync(join(ROOT, 'docs', 'adding-a-pass.md'), 'utf8')
  const [definition] = /^export const dropTrailing = definePass\([^]*?^\}\)$/m.exec(page) ?? []
  if (definition === undefined) throw new Error('docs/adding-a-pass.md: defines no pass dropTrailing')
  const dependencies = { '@seccompile/pass': `^${version}`, '@seccompile/rules': `^${version}` }
  const manifest = { name: NAME, version: '1.0.0', type: 'module', exports: './pass.js', dependencies }
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'pass.js'), IMPORTS + definition)
}

/** The problems of the command of `consumer` in using a pass from outside by name. */
export async function outsidePassProblems({ pkg, folder, installed }: Consumer): Promise<readonly string[]> {
  writePackage(join(folder, 'outside'), pkg.manifest.version)
  const command = join(installed, 'bin', 'seccompile.js')
  for (const [file, args] of [
    ['npm', ['pack', '--ignore-scripts', '--offline', './outside']],
    ['npm', [...NPM_INSTALL, `./${NAME}-1.0.0.tgz`]],
    [process.execPath, [command, ...COMPILE, '--use', NAME, '--passes', PIPELINE]],
  ] as const) {
    const { status, said } = await run(file, args, folder)
    if (status !== 0) return [`${args[0]}: ended with exit ${status}:\n${said}`]
    if (file !== 'npm' && !said.includes(`"pipeline": "${PIPELINE}"`)) return [`${PIPELINE}: is not what ran`]
  }
  return []
}
