import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const command = `${process.execPath} ${join(root, 'packages', 'seccompile', 'bin', 'seccompile.js')}`
const folder = mkdtempSync(join(tmpdir(), 'seccompile-action-'))
const repository = join(folder, 'repository')

const path = (name: string): string => join(repository, name)
const profile = (...names: readonly string[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }] })
/** A file of seccompiler with two filters, the first of which lets `calls` run. */
const threads = (...calls: readonly string[]): string => {
  const filter = (names: readonly string[]): object => ({
    mismatch_action: 'kill_process',
    match_action: 'allow',
    filter: names.map((syscall) => ({ syscall })),
  })
  return JSON.stringify({ one: filter(calls), two: filter(['read']) })
}
const CALLS = ['read', 'write', 'exit', 'exit_group', 'execve', 'rt_sigreturn', 'restart_syscall']

function run(name: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, words, { cwd: repository, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}: ${stderr}`)
  return stdout
}

/** Runs the action in the repository, as GitHub does. */
function action(inputs: Readonly<Record<string, string>>): {
  readonly status: number | null
  readonly summary: string
  readonly outputs: string
  readonly out: string
} {
  const files = { GITHUB_STEP_SUMMARY: join(folder, 'summary'), GITHUB_OUTPUT: join(folder, 'outputs') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const { status, stdout } = spawnSync(process.execPath, [join(here, '..', 'run.mjs')], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, ...files, SECCOMPILE_COMMAND: command, ...inputs },
  })
  return {
    status,
    out: stdout,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
  }
}

const git = (...words: readonly string[]): string =>
  run('git', '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words)

describe('the action', () => {
  let base = ''

  beforeAll(() => {
    mkdirSync(join(repository, 'a folder'), { recursive: true })
    git('init', '--quiet')
    writeFileSync(path('profile.json'), profile(...CALLS))
    writeFileSync(path('a folder/same.json'), profile(...CALLS))
    writeFileSync(path('threads.json'), threads('read'))
    run(
      ...(command.split(' ') as [string, string]),
      'compile',
      'profile.json',
      '--manifest',
      '-o',
      'filter.bpf',
    )
    git('add', '.')
    git('commit', '--quiet', '-m', 'base')
    base = git('rev-parse', 'HEAD').trim()
    writeFileSync(path('profile.json'), profile(...CALLS, 'ptrace'))
    writeFileSync(path('new.json'), profile(...CALLS))
    writeFileSync(path('threads.json'), threads('read', 'ptrace'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('says what a pull request changes, and which filters no longer hold', () => {
    const { status, summary, outputs } = action({
      SECCOMPILE_FILES: 'profile.json\na folder/same.json\n\nnew.json\n',
      SECCOMPILE_MANIFESTS: 'filter.bpf.json',
      SECCOMPILE_BASE: base,
      SECCOMPILE_FAIL_ON: 'never',
    })
    expect(status).toBe(1) // by the filter
    expect(outputs).toBe('weaker=1\ndrifted=1\n')
    expect(summary).toContain('### `profile.json`: **weaker**\n')
    expect(summary).toContain('| weaker | ERRNO(EPERM) | ALLOW | x86_64 | ptrace |')
    expect(summary).toContain('### `a folder/same.json`\n\nno call changes\n')
    expect(summary).toContain('### `new.json`\n\nnew\n')
    expect(summary).toContain('### `filter.bpf.json`: **differs**\n')
    expect(summary).not.toContain(tmpdir())
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  })

  it('compares one filter of several in a file, and filters that are attached together (issue 19)', () => {
    const base1 = { SECCOMPILE_BASE: base, SECCOMPILE_FAIL_ON: 'never', SECCOMPILE_FAIL_ON_WEAKER: 'true' }
    const { status, summary, outputs } = action({
      ...base1,
      SECCOMPILE_FILES: 'threads.json#one\nthreads.json#two',
    })
    expect([status, outputs]).toEqual([1, 'weaker=1\ndrifted=0\n'])
    expect(summary).toContain('### `threads.json#one`: **weaker**\n')
    expect(summary).toContain('### `threads.json#two`\n\nno call changes\n')
    const stack = action({ ...base1, SECCOMPILE_FILES: 'filter.bpf,filter.bpf' })
    expect(stack.summary).toContain('### `filter.bpf,filter.bpf`\n\nno call changes\n')
  })

  it('fails by a finding, and by a weaker file where told so', () => {
    const lint = { SECCOMPILE_FILES: 'profile.json', SECCOMPILE_BASE: '' }
    expect(action({ ...lint, SECCOMPILE_FAIL_ON: 'low' }).status).toBe(1)
    expect(action({ ...lint, SECCOMPILE_FAIL_ON: 'never' }).status).toBe(0)
    const compared = { ...lint, SECCOMPILE_FAIL_ON: 'never', SECCOMPILE_BASE: base }
    expect(action(compared).status).toBe(0)
    expect(action({ ...compared, SECCOMPILE_FAIL_ON_WEAKER: 'true' }).status).toBe(1)
  })

  it('shows an option that seccompile refuses, in a block that nothing in it can end', () => {
    const inputs = { SECCOMPILE_FILES: 'new.json', SECCOMPILE_BASE: '', SECCOMPILE_FAIL_ON: '``` </b>' }
    const { status, summary } = action(inputs)
    expect(status).toBe(1)
    expect(summary).toContain(
      '````text\nerror: --fail-on: expected high, medium, low or never; got "``` </b>"',
    )
  })

  it('shows what is wrong with a file, and fails', () => {
    writeFileSync(path('broken.json'), '{ "defaultAction": "SCMP_ACT_ALOW" } ``` </summary>')
    const { status, summary } = action({ SECCOMPILE_FILES: 'broken.json', SECCOMPILE_BASE: '' })
    expect(status).toBe(1)
    expect(summary).toContain('Not linted: broken.json:1:38: not JSON')
  })

  it('runs no policy that only a manifest names, unless told so (issue 32)', () => {
    const evil = "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default { defaultAction: { action: 'ALLOW', data: 0 }, rules: [] }\n" // prettier-ignore
    writeFileSync(path('policy.mjs'), evil)
    const named = { policy: 'policy.mjs', options: { abi: 'x86_64' }, filters: ['filter.bpf'] }
    writeFileSync(path('module.json'), JSON.stringify(named))
    const inputs = { SECCOMPILE_MANIFESTS: 'module.json', SECCOMPILE_BASE: '' }
    const { status, summary, outputs } = action(inputs)
    expect([status, outputs]).toEqual([1, 'weaker=0\ndrifted=0\n'])
    expect(summary).toContain('### `module.json`: **failed**\n\n```text\nerror: module.json: the policy policy.mjs is a module')
    expect(existsSync(path('ran'))).toBe(false)
    expect(action({ ...inputs, SECCOMPILE_ALLOW_MODULES: 'true' }).summary).toContain('**differs**')
    expect(existsSync(path('ran'))).toBe(true)
  }) // prettier-ignore

  it('fails by a digest that is out of date, and shows the options of the manifest (issue 32)', () => {
    writeFileSync(path('held.json'), profile(...CALLS))
    run(...(command.split(' ') as [string, string]), 'compile', 'held.json', '--manifest', '-o', 'held.bpf') // prettier-ignore
    const inputs = { SECCOMPILE_MANIFESTS: 'held.bpf.json', SECCOMPILE_BASE: '' }
    const fresh = action(inputs)
    expect(fresh.status).toBe(0)
    expect(fresh.summary).toMatch(/`held.bpf.json`: holds\n\n`held.bpf` means what `held.json` means, with `--abi x86_64 --caps \S+ --kernel \S+`\n/) // prettier-ignore
    const text = readFileSync(path('held.bpf.json'), 'utf8')
    writeFileSync(path('held.bpf.json'), text.replace(/"digest": "./, '"digest": "x'))
    const stale = action(inputs)
    expect([stale.status, stale.outputs]).toEqual([1, 'weaker=0\ndrifted=0\n'])
    expect(stale.summary).toContain('### `held.bpf.json`: **out of date**\n')
    expect(stale.summary).toContain('policy and filter have both changed since the manifest was written: compile again with --manifest\n') // prettier-ignore
  })

  it('prints the name of a folder as code, whatever Markdown is in it (issue 32)', () => {
    const folder = '<img src=x> @team **b** `c`  #1'
    mkdirSync(path(folder))
    writeFileSync(path(`${folder}/p.json`), profile(...CALLS))
    run(...(command.split(' ') as [string, string]), 'compile', `${folder}/p.json`, '--manifest', '-o', `${folder}/f`) // prettier-ignore
    const { status, summary } = action({
      SECCOMPILE_MANIFESTS: `${folder}/f.json`,
      SECCOMPILE_FILES: `${folder}/p.json`,
      SECCOMPILE_BASE: base,
      SECCOMPILE_FAIL_ON: 'never',
    })
    expect(status).toBe(0)
    // The text outside code spans and code blocks.
    const text = summary.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '')
    expect(text).not.toMatch(/img|team|\bb\b|#1/)
  })

  it('runs one version of seccompile by npx, with nothing of npm that the repository holds (issue 32)', () => {
    const npx = path('bin/npx')
    mkdirSync(path('bin'))
    writeFileSync(npx, '#!/bin/sh\necho "$@" >&2\nexit 3\n', { mode: 0o755 })
    const inputs = { SECCOMPILE_FILES: 'new.json', SECCOMPILE_BASE: '', SECCOMPILE_COMMAND: '', PATH: `${path('bin')}:${process.env['PATH'] ?? ''}` } // prettier-ignore
    expect(action({ ...inputs, SECCOMPILE_VERSION: '1.2.3' }).summary).toContain(
      `--prefix ${dirname(here)}/ --yes seccompile@1.2.3 lint new.json`,
    )
  })

  it.each([
    ['"version" is empty; name the version of seccompile to run, such as 1.2.3, or a "command"', { SECCOMPILE_FILES: 'a', SECCOMPILE_COMMAND: '' }],
    ['version is "latest"; expected one version such as 1.2.3, no range and no tag', { SECCOMPILE_FILES: 'a', SECCOMPILE_COMMAND: '', SECCOMPILE_VERSION: 'latest' }],
    ['version is "^1.2.3"; expected one version such as 1.2.3, no range and no tag', { SECCOMPILE_FILES: 'a', SECCOMPILE_COMMAND: '', SECCOMPILE_VERSION: '^1.2.3' }],
    ['"version" and "command" exclude each other; leave one out', { SECCOMPILE_FILES: 'a', SECCOMPILE_COMMAND: 'x', SECCOMPILE_VERSION: '1.2.3' }],
    ['allow-modules is "yes"; expected true or false', { SECCOMPILE_FILES: 'a', SECCOMPILE_ALLOW_MODULES: 'yes' }],
    ['nothing to check: name policies in "files", or manifests in "manifests"', {}],
    ['"--use" would be an option; write ./--use', { SECCOMPILE_FILES: '--use' }],
    ['fail-on-weaker is "yes"; expected true or false', { SECCOMPILE_FILES: 'a', SECCOMPILE_FAIL_ON_WEAKER: 'yes' }],
    ['the commit 0123abc is not in this clone; let actions/checkout fetch it, by "fetch-depth: 0" or "ref"', { SECCOMPILE_FILES: 'new.json', SECCOMPILE_BASE: '0123abc' }],
    ['nowhere-at-all cannot be started: spawnSync nowhere-at-all ENOENT', { SECCOMPILE_FILES: 'new.json', SECCOMPILE_COMMAND: 'nowhere-at-all' }],
  ])('refuses: %s', (message, inputs) => {
    const { status, out } = action(inputs)
    expect([status, out]).toEqual([2, `::error::${message}\n`])
  }) // prettier-ignore
})
