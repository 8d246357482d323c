import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MANAGERS, managersNamed, type PackageManager } from '../src/managers.ts'
import { scriptsInLockfile, trialProblems, warningsIn } from '../src/install-trial.ts'
import { ROOT } from '../src/packages.ts'

const manager = (name: PackageManager['name']): PackageManager => MANAGERS.find((each) => each.name === name)!

describe('the words of package managers', () => {
  it.each(['README.md', 'packages/seccompile/README.md'])('are those of %s', (file) => {
    const rows = readFileSync(join(ROOT, file), 'utf8').replaceAll(/ +/g, ' ')
    for (const { name, install, prefix = '', command } of MANAGERS)
      expect(rows).toContain(
        `| ${name} | \`${install.join(' ')} ${prefix}seccompile\` | \`${command.join(' ')}\` |`,
      )
  })

  it('are found by names in any case, and an unknown name is said', () => {
    expect(managersNamed(['YARN', 'npm']).map(({ name }) => name)).toEqual(['npm', 'Yarn'])
    expect(managersNamed([])).toBe(MANAGERS)
    expect(() => managersNamed(['npm', 'cargo'])).toThrow(
      /^no package manager "cargo"; there are npm, pnpm, yarn, bun, deno$/,
    )
  })
})

describe('warnings', () => {
  it.each([
    ['npm', 'npm warn deprecated a@1.0.0: use b'],
    ['pnpm', ' WARN  1 deprecated subdependencies found: a@1.0.0'],
    ['pnpm', 'Ignored build scripts: koffi@3.3.4.'],
    ['Yarn', "➤ YN0002: │ root@workspace:. doesn't provide b (p1), requested by a."],
    ['Yarn', '➤ YN0061: │ a@npm:1.0.0 is deprecated'],
    ['Bun', 'Blocked 1 postinstall. Run `bun pm untrusted` for details.'],
    ['Deno', 'Warning The following packages are deprecated:'],
  ] as const)('of %s are seen: %s', (name, line) => {
    expect(warningsIn(`a\n${line}\nb`, manager(name))).toEqual([line])
  })

  it('are no lines that say how far an install is, nor what Yarn says of Plug’n’Play', () => {
    expect(warningsIn('added 47 packages in 2s\n\n1 package is looking for funding', manager('npm'))).toEqual(
      [],
    )
    const said = [
      '➤ YN0000: · Yarn 4.18.1',
      '➤ YN0013: │ 47 packages were added to the project (+ 10.17 MiB).',
      '➤ YN0092: │ ESM support for PnP uses the experimental loader API and is therefore experimental',
      '➤ YN0000: · Done with warnings in 1s 580ms',
    ]
    expect(warningsIn(said.join('\n'), manager('Yarn'))).toEqual([])
  })
})

it('finds the install scripts that a lockfile names', () => {
  const packages = {
    '': {},
    'node_modules/a': { hasInstallScript: true },
    'node_modules/a/node_modules/b': {},
  }
  expect(scriptsInLockfile(JSON.stringify({ packages }))).toEqual([
    'a: the lockfile says that it has an install script',
  ])
})

it('names an install that took too long', () => {
  const slow = { manager: 'npm', installs: [], installSeconds: 9.5, firstSeconds: 0.6 } as const
  expect(trialProblems({ ...slow, warnings: [], scripts: [], problems: [] })).toEqual([
    'took 10.1 s; the most is 10 s',
  ])
})
