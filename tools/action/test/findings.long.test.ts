/* Findings as SARIF and beside the lines of a change. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTION, runAction } from './run-action.ts'
import type { ActionRun } from './run-action.ts'
import { CALLS, COMMAND, profile, temporaryRepository, SLOW } from './temporary-repository.ts'

const repository = temporaryRepository()
const { folder, path, seccompile, write } = repository

const action = (inputs: Readonly<Record<string, string>>, base = ''): ActionRun =>
  runAction({ command: COMMAND, ...inputs }, { repository: folder, base })

/** The lines of a log that GitHub takes for workflow commands. */
const commands = (log: string): readonly string[] => log.split('\n').filter((line) => line.startsWith('::'))

describe('findings', SLOW, () => {
  let base = ''
  beforeAll(() => {
    write('profile.json', profile(...CALLS))
    write('a, b%:c/profile.json', profile('read', 'open'))
    base = repository.commit()
    write('profile.json', profile(...CALLS, 'open', 'ptrace'))
  })
  afterAll(() => repository.remove())

  it('are a file of SARIF, as lint writes it', () => {
    const { outputs } = action({ files: 'profile.json\na, b%:c/profile.json' })
    const written = readFileSync(outputs['sarif'] ?? '', 'utf8')
    expect(written).toBe(
      // The findings decide the status, so this process is not one that has to end with 0.
      seccompile('lint', 'profile.json', 'a, b%:c/profile.json', '--format', 'sarif', '--fail-on', 'never'),
    )
    expect(JSON.parse(written)).toMatchObject({ version: '2.1.0' })
  })

  it('stand beside the lines of the change, the worst as errors, and need no token', () => {
    const { log, status } = action({ files: 'profile.json\na, b%:c/profile.json', 'fail-on': 'never' })
    expect(status).toBe(0)
    const lines = commands(log)
    expect(lines.filter((line) => line.startsWith('::warning file=profile.json'))).not.toEqual([])
    expect(lines).toContainEqual(expect.stringMatching(/^::warning file=a%2C b%25%3Ac\/profile\.json,(?:line=\d+,col=\d+,)?title=seccompile%3A cannot-live::/)) // prettier-ignore
    expect(lines.every((line) => /^::(?:error|warning|notice) [^:]+::./.test(line))).toBe(true)
    expect(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')).not.toMatch(/token/i)
  })

  it('that the baseline accepts are no notes, and are suppressed in the SARIF', () => {
    const accepted = [{ lintRule: 'cannot-live', call: 'exit_group', reason: 'it lives' }]
    write('accepted.json', JSON.stringify({ accepted }))
    const file = 'a, b%:c/profile.json'
    expect(action({ files: file, 'fail-on': 'medium' }).log).toContain('cannot-live')
    const { log, outputs, summary } = action({ files: file, baseline: 'accepted.json' })
    expect(log).not.toContain('cannot-live')
    expect(summary).toContain('accepted by the baseline')
    expect(readFileSync(outputs['sarif'] ?? '', 'utf8')).toContain('"justification": "it lives"')
  })

  it('come after the notes on weaker files and on manifests, of which GitHub shows the first ten', () => {
    seccompile('compile', 'profile.json', '--manifest', '-o', 'filter.bpf')
    write('profile.json', profile(...CALLS, 'open', 'ptrace', 'mount'))
    const { log } = action({ files: 'profile.json', manifests: 'filter.bpf.json', 'fail-on-weaker': 'true' }, base) // prettier-ignore
    const [first, second, ...others] = commands(log)
    expect(first).toBe('::error file=profile.json,title=seccompile%3A weaker::profile.json lets a call do more than it did at the base; the summary of the job lists the calls') // prettier-ignore
    expect(second).toBe('::error file=filter.bpf.json,title=seccompile%3A manifest::filter.bpf.json does not hold: its filter does not mean what its policy means; the summary of the job says more') // prettier-ignore
    expect(others.length).toBeGreaterThan(0)
    expect(others.filter((line) => /title=seccompile%3A (?:weaker|manifest)/.test(line))).toEqual([])
  })

  it('of a preset are in no file', () => {
    const { log } = action({ files: 'preset:container-default', 'fail-on': 'never' })
    expect(commands(log)).not.toEqual([])
    expect(log).not.toContain('file=preset')
  })

  it('are no file where lint has no answer, and none without files', () => {
    expect(action({ files: 'profile.json', 'fail-on': 'some' }).outputs).toMatchObject({ sarif: '' })
    expect(action({ manifests: 'nowhere.json' }).outputs).toMatchObject({ sarif: '' })
  })

  it('of a module that prints are said, and its words are no workflow command', () => {
    write('loud.mjs', "console.log('::error::evil')\nexport default { defaultAction: { action: 'ALLOW', data: 0 }, rules: [] }\n") // prettier-ignore
    const { log, summary, outputs, status } = action({ files: 'loud.mjs', 'fail-on': 'never' })
    expect(commands(log).filter((line) => line.includes('evil'))).toEqual([])
    expect([status, existsSync(outputs['sarif'] ?? ''), summary.includes('## Lint')]).toEqual([0, true, true])
    expect(JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  it('are no file where no output could name it', () => {
    const before = readdirSync(dirname(folder))
    const inputs = {
      SECCOMPILE_COMMAND: COMMAND,
      SECCOMPILE_FILES: 'profile.json',
      SECCOMPILE_FAIL_ON: 'never',
    }
    const { status, stdout } = spawnSync(process.execPath, [join(ACTION, 'run.mjs')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], RUNNER_TEMP: dirname(folder), ...inputs },
    })
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^# seccompile\n/)])
    expect(readdirSync(dirname(folder))).toEqual(before)
  })

  it('leaves the folder of the repository as it was', () => {
    action({ files: 'profile.json' }, base)
    expect(existsSync(path('seccompile.sarif'))).toBe(false)
    expect(repository.git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  })
})
