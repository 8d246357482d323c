/*
 * A repository in miniature, for releases that take a second: two packages, changesets as here, and programs of this folder in place of
 * pnpm, npm and the check of packages. git, changesets and the dry run itself are the real ones.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from '@seccompile/pack-check/packages'

interface Interrupt {
  readonly at: string
  readonly signal: NodeJS.Signals
}

/** The end of a program. */
interface DryRunEnd {
  readonly status: number | null
  readonly printed: string
  readonly said: string
}

/** A repository in miniature. */
export interface Miniature {
  readonly root: string
  /** The folder in which the dry run makes its temporary files. */
  readonly temporary: string
  /** Writes a file of the repository, as JSON where it is no text, and commits it. */
  readonly put: (path: string, content: string | object) => void
  /** Writes a program that the dry run finds on PATH, as a script of a shell. */
  readonly program: (name: string, script: string) => void
  /** Runs the dry run to its end, or sends it `signal` once it has said `at`. */
  readonly run: (words?: readonly string[], interrupt?: Interrupt) => Promise<DryRunEnd>
  /** Runs the publishing of what the dry run has made. */
  readonly publish: (words: readonly string[]) => Promise<DryRunEnd>
  readonly remove: () => void
}

export const REPOSITORY = { type: 'git', url: 'git+https://github.com/example/seccompile.git' }

const PACK_CHECK = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
mkdirSync(process.argv[3])
for (const name of ['inner', 'seccompile']) {
  const { name: full, version } = JSON.parse(readFileSync('packages/' + name + '/package.json', 'utf8'))
  const file = full.replace('@', '').replace('/', '-') + '-' + version + '.tgz'
  writeFileSync(process.argv[3] + '/' + file, full + version)
}
console.log('2 passed, 0 failed')
`
const COMMAND = `
const names = ['no-network', 'no-tracing']
const [word, ...more] = process.argv.slice(2)
if (word === 'presets') console.log(JSON.stringify({ presets: names.map((name) => ({ name })) }))
else for (const each of more) console.log('0'.repeat(64) + '  ' + each)
`

const manifest = (name: string): object => ({
  name,
  version: '0.0.0',
  description: 'Is small.',
  license: 'MIT',
})

/** @param changesets - by their ids; those of subject `First` are told first */
export function miniature(changesets: Readonly<Record<string, string>> = { one: 'major' }): Miniature {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-miniature-')))
  const [root, bin, temporary] = [join(home, 'root'), join(home, 'bin'), join(home, 'temporary')]
  for (const folder of [root, bin, temporary]) mkdirSync(folder)
  const git = (...args: readonly string[]): void => {
    const as = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.autocrlf=false']
    const { status, stderr } = spawnSync('git', [...as, ...args], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const write = (path: string, content: string | object): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const put: Miniature['put'] = (path, content) => {
    write(path, content)
    git('add', '--all')
    git('commit', '--quiet', '--message', path)
  }
  const program: Miniature['program'] = (name, script) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  git('init', '--quiet', '--initial-branch', 'main')
  write('pnpm-workspace.yaml', 'packages: [packages/*]\n')
  write('.gitignore', 'out/\nnode_modules\n')
  write('.changeset/config.json', {
    changelog: false,
    fixed: [['seccompile', '@seccompile/*']],
    access: 'public',
    baseBranch: 'main',
  })
  write('.changeset/pre.json', { mode: 'pre', tag: 'rc', initialVersions: {}, changesets: [] })
  write('.changeset/subjects.json', { introduction: '', subjects: { First: ['one'] }, steps: [] })
  for (const [id, type] of Object.entries(changesets))
    write(`.changeset/${id}.md`, `---\nseccompile: ${type}\n---\n\nHas ${id}.\n`)
  write('tools/sync/sync.mjs', '')
  write('tools/pack-check/dist/pack-check.js', PACK_CHECK)
  write('packages/inner/package.json', manifest('@seccompile/inner'))
  write('packages/seccompile/package.json', manifest('seccompile'))
  write('packages/seccompile/bin/seccompile.js', COMMAND)
  put('package.json', {
    name: 'root',
    version: '0.0.0',
    private: true,
    type: 'module',
    repository: REPOSITORY,
  })
  program('pnpm', `[ "$1" != install ] || ln -s '${join(ROOT, 'node_modules')}' node_modules`)
  program('npm', 'echo http://127.0.0.1:1/')

  const start = (name: string, words: readonly string[], interrupt?: Interrupt): Promise<DryRunEnd> =>
    new Promise((resolve) => {
      const command = join(ROOT, 'tools/release/dist', `${name}.js`)
      const child = spawn(process.execPath, [command, '--root', root, ...words], {
        env: {
          ...process.env,
          PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
          TMPDIR: temporary,
          SECCOMPILE_PNPM: 'here',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let [printed, said] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part))
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        if (
          interrupt !== undefined &&
          !said.includes(interrupt.at) &&
          `${said}${part}`.includes(interrupt.at)
        )
          child.kill(interrupt.signal)
        said += part
      })
      child.on('close', (status) => resolve({ status, printed, said }))
    })
  return {
    root,
    temporary,
    put,
    program,
    run: (words = [], interrupt) => start('dry-run', words, interrupt),
    publish: (words) => start('publish', words),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** The files below `folder`, sorted; none where it is not there. */
export const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
        .sort()
    : []
