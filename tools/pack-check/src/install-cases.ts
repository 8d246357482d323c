/*
 * What is installed outside, and what is done with it there: the first command and the first policy of the README of the root, and the first
 * examples of packages.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesIn } from '@seccompile/find-examples'
import { type PublicPackage, ROOT } from './packages.ts'

/** An install, and the programs that follow it. */
export interface InstallCase {
  /** The packages that are installed, in the order in which the README names them. */
  readonly installs: readonly string[]
  /** The arguments of the command `seccompile`, each line by itself. */
  readonly commands: readonly (readonly string[])[]
  /** Files of the project, by their names. */
  readonly files: Readonly<Record<string, string>>
  /** An example that is run, and what it has to print. */
  readonly example: { readonly place: string; readonly code: string }
}

/** The policy, and the arguments of the first command, in the README of the root. @throws Error where it has none */
function fromRootReadme(): { readonly policy: string; readonly command: readonly string[] } {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const [policy] = examplesIn('README.md', readme)
  const command = /^\$ \S*seccompile (compile .*)$/m.exec(readme)?.[1]
  if (policy === undefined || command === undefined) throw new Error('README.md: no policy, or no command')
  return { policy: policy.code, command: command.split(' ') }
}

/** The first example of `pkg`. Its README says with which packages it is installed. */
function caseOf(pkg: PublicPackage): InstallCase {
  const [example] = pkg.examples
  if (example === undefined) throw new Error(`packages/${pkg.short}/README.md: no example`)
  // A peer such as vitest is for another example, and brings fifty packages of others.
  const installs = pkg.installs.filter((name) => pkg.manifest.peerDependencies?.[name] === undefined)
  return { installs, commands: [], files: {}, example }
}

/**
 * The cases: the command with its library, a package of a low layer, and one of a high layer.
 *
 * @throws Error where a README lacks what is to be done
 */
export function installCases(packages: readonly PublicPackage[]): readonly InstallCase[] {
  const named = (name: string): PublicPackage => {
    const found = packages.find(({ manifest }) => manifest.name === name)
    if (found === undefined) throw new Error(`no package ${name}`)
    return found
  }
  const { policy, command } = fromRootReadme()
  return [
    {
      ...caseOf(named('seccompile')),
      commands: [command, ['compile', 'policy.mjs', '-o', 'policy.bpf']],
      files: { 'policy.mjs': policy },
    },
    caseOf(named('@seccompile/cbpf')),
    caseOf(named('@seccompile/matchers')),
  ]
}
