import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction } from './run-action.ts'
import type { ActionRun } from './run-action.ts'
import { CALLS, COMMAND, profile, temporaryRepository, SLOW } from './temporary-repository.ts'

const repository = temporaryRepository()
const { folder, git, path, seccompile, write } = repository

/** A file of seccompiler with two filters, the first of which lets `calls` run. */
const threads = (...calls: readonly string[]): string => {
  const filter = (names: readonly string[]): object => ({
    mismatch_action: 'kill_process',
    match_action: 'allow',
    filter: names.map((syscall) => ({ syscall })),
  })
  return JSON.stringify({ one: filter(calls), two: filter(['read']) })
}

/** Runs the action in the repository. */
const action = (
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): ActionRun => runAction({ command: COMMAND, ...inputs }, { repository: folder, env })

describe('the action', SLOW, () => {
  let base = ''

  beforeAll(() => {
    write('profile.json', profile(...CALLS))
    write('a folder/same.json', profile(...CALLS))
    write('threads.json', threads('read'))
    seccompile('compile', 'profile.json', '--manifest', '-o', 'filter.bpf')
    base = repository.commit()
    write('profile.json', profile(...CALLS, 'ptrace'))
    write('new.json', profile(...CALLS))
    write('threads.json', threads('read', 'ptrace'))
  })
  afterAll(() => repository.remove())

  it('says what a pull request changes, and which filters no longer hold', () => {
    const { status, summary, outputs } = action({
      files: 'profile.json\na folder/same.json\n\nnew.json\n',
      manifests: 'filter.bpf.json',
      base: base,
      'fail-on': 'never',
    })
    expect(status).toBe(1) // by the filter
    expect(outputs).toMatchObject({ weaker: '1', drifted: '1', refused: '0' })
    expect(summary).toContain('### `profile.json`: **weaker**\n')
    expect(summary).toContain('| weaker | ERRNO(EPERM) | ALLOW | x86_64 | ptrace |')
    expect(summary).toContain('### `a folder/same.json`\n\nno call changes\n')
    expect(summary).toContain(
      '### `new.json`\n\nnew: the base has no file of this name, so nothing is compared\n',
    )
    expect(summary).toContain('### `filter.bpf.json`: **differs**\n')
    expect(summary).not.toContain(tmpdir())
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  })

  it('compares one filter of several in a file, and filters that are attached together (issue 19)', () => {
    const base1 = { base: base, 'fail-on': 'never', 'fail-on-weaker': 'true' }
    const { status, summary, outputs } = action({
      ...base1,
      files: 'threads.json#one\nthreads.json#two',
    })
    expect(status).toBe(1)
    expect(outputs).toMatchObject({ weaker: '1', drifted: '0' })
    expect(summary).toContain('### `threads.json#one`: **weaker**\n')
    expect(summary).toContain('### `threads.json#two`\n\nno call changes\n')
    const stack = action({ ...base1, files: 'filter.bpf,filter.bpf' })
    expect(stack.summary).toContain('### `filter.bpf,filter.bpf`\n\nno call changes\n')
  })

  it('fails by a finding, and by a weaker file where told so', () => {
    const lint = { files: 'profile.json', base: '' }
    expect(action({ ...lint, 'fail-on': 'low' }).status).toBe(1)
    expect(action({ ...lint, 'fail-on': 'never' }).status).toBe(0)
    const compared = { ...lint, 'fail-on': 'never', base: base }
    expect(action(compared).status).toBe(0)
    expect(action({ ...compared, 'fail-on-weaker': 'true' }).status).toBe(1)
  })

  it('shows an option that seccompile refuses, in a block that nothing in it can end', () => {
    const inputs = { files: 'new.json', base: '', 'fail-on': '``` </b>' }
    const { status, summary } = action(inputs)
    expect(status).toBe(1)
    expect(summary).toContain(
      '````text\nerror: --fail-on: expected high, medium, low or never; got "``` </b>"',
    )
  })

  it('shows what is wrong with a file, and fails', () => {
    write('broken.json', '{ "defaultAction": "SCMP_ACT_ALOW" } ``` </summary>')
    const { status, summary } = action({ files: 'broken.json', base: '' })
    expect(status).toBe(1)
    expect(summary).toContain('Not linted: broken.json:1:38: not JSON')
  })

  it('runs no policy that only a manifest names, unless told so (issue 32)', () => {
    const evil = "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default { defaultAction: { action: 'ALLOW', data: 0 }, rules: [] }\n" // prettier-ignore
    write('policy.mjs', evil)
    const named = { policy: 'policy.mjs', options: { abi: 'x86_64' }, filters: ['filter.bpf'] }
    write('module.json', JSON.stringify(named))
    const inputs = { manifests: 'module.json', base: '' }
    const { status, summary, outputs } = action(inputs)
    expect(status).toBe(1)
    expect(outputs).toMatchObject({ weaker: '0', drifted: '0' })
    expect(summary).toContain('### `module.json`: **failed**\n\n```text\nerror: module.json: the policy policy.mjs is a module')
    expect(existsSync(path('ran'))).toBe(false)
    expect(action({ ...inputs, 'allow-modules': 'true' }).summary).toContain('**differs**')
    expect(existsSync(path('ran'))).toBe(true)
  }) // prettier-ignore

  it('fails by a digest that is out of date, and shows the options of the manifest (issue 32)', () => {
    write('held.json', profile(...CALLS))
    seccompile('compile', 'held.json', '--manifest', '-o', 'held.bpf') // prettier-ignore
    const inputs = { manifests: 'held.bpf.json', base: '' }
    const fresh = action(inputs)
    expect(fresh.status).toBe(0)
    expect(fresh.summary).toMatch(/`held.bpf.json`: holds\n\n`held.bpf` means what `held.json` means, with `--abi x86_64 --caps \S+ --kernel \S+`\n/) // prettier-ignore
    const text = readFileSync(path('held.bpf.json'), 'utf8')
    write('held.bpf.json', text.replace(/"digest": "./, '"digest": "x'))
    const stale = action(inputs)
    expect(stale.status).toBe(1)
    expect(stale.outputs).toMatchObject({ weaker: '0', drifted: '0' })
    expect(stale.summary).toContain('### `held.bpf.json`: **out of date**\n')
    expect(stale.summary).toContain('policy and filter have both changed since the manifest was written: compile again with --manifest\n') // prettier-ignore
  })

  it('prints the name of a folder as code, whatever Markdown is in it (issue 32)', () => {
    const name = '<img src=x> @team **b** `c`  #1'
    write(`${name}/p.json`, profile(...CALLS))
    seccompile('compile', `${name}/p.json`, '--manifest', '-o', `${name}/f`) // prettier-ignore
    const { status, summary } = action({
      manifests: `${name}/f.json`,
      files: `${name}/p.json`,
      base: base,
      'fail-on': 'never',
    })
    expect(status).toBe(0)
    // The text outside code spans and code blocks.
    const text = summary.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '')
    expect(text).not.toMatch(/img|team|\bb\b|#1/)
  })

  it.each([
    ['"version" is empty; name the version of seccompile to run, such as 1.2.3, or a "command"', { files: 'a', command: '' }],
    ['version is "latest"; expected one version such as 1.2.3, no range and no tag', { files: 'a', command: '', version: 'latest' }],
    ['version is "^1.2.3"; expected one version such as 1.2.3, no range and no tag', { files: 'a', command: '', version: '^1.2.3' }],
    ['"version" and "command" exclude each other; leave one out', { files: 'a', command: 'x', version: '1.2.3' }],
    ['allow-modules is "yes"; expected true or false', { files: 'a', 'allow-modules': 'yes' }],
    ['nothing to check: name policies in "files", manifests in "manifests", or commands in "try"', {}],
    ['"--use" would be an option; write ./--use', { files: '--use' }],
    ['fail-on-weaker is "yes"; expected true or false', { files: 'a', 'fail-on-weaker': 'yes' }],
    ['the commit 0123abc is not in this clone; let actions/checkout fetch it, by "fetch-depth: 0" or "ref"', { files: 'new.json', base: '0123abc' }],
    ['nowhere-at-all cannot be started: spawnSync nowhere-at-all ENOENT', { files: 'new.json', command: 'nowhere-at-all' }],
  ])('refuses: %s', (message, inputs) => {
    const { status, log } = action(inputs)
    expect([status, log]).toEqual([2, `::error::${message}\n`])
  }) // prettier-ignore
})
