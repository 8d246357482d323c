/* The job for GitLab on the page about CI: its lines run here as they are written, in a repository with a merge request. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { recipes } from './recipes.ts'
import { CALLS, COMMAND, profile, temporaryRepository, SLOW } from './temporary-repository.ts'
import type { TemporaryRepository } from './temporary-repository.ts'

interface GitlabJob {
  readonly image: string
  readonly rules: readonly { readonly if: string }[]
  readonly variables: Readonly<Record<string, string>>
  readonly before_script: readonly string[]
  readonly script: readonly string[]
  readonly after_script: readonly string[]
  readonly artifacts: { readonly when: string; readonly paths: readonly string[] }
}

const { seccomp: job } = parse(recipes.find(({ name }) => name === '.gitlab-ci.yml')!.text) as Record<
  'seccomp',
  GitlabJob
>

let repository: TemporaryRepository
let base = ''

/** Runs lines in one shell, which the first failure ends. */
function shell(lines: readonly string[]): { readonly status: number | null; readonly log: string } {
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', ['set -eo pipefail', 'exec 2>&1', ...lines].join('\n')],
    {
      cwd: repository.folder,
      encoding: 'utf8',
      env: {
        PATH: `${repository.path('.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...job.variables,
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      },
    },
  )
  return { status, log: stdout }
}

/** Runs the lines of the job, as a runner of GitLab does; those of after_script do not change the status. */
function pipeline(): { readonly status: number | null; readonly log: string } {
  const answer = shell([...job.before_script, ...job.script])
  shell(job.after_script)
  return answer
}

const whole = (...calls: readonly string[]): string =>
  JSON.stringify({
    ...(JSON.parse(profile(...CALLS, 'open', 'openat', ...calls)) as object),
    defaultErrnoRet: 38,
  })

beforeEach(() => {
  repository = temporaryRepository()
  repository.write('.gitignore', '.bin\n')
  // The registry has no release yet: npx runs what is built here.
  repository.write('.bin/npx', `#!/bin/sh\n[ "$1 $2" = "--yes seccompile@1.2.3" ] || exit 99\nshift 2\nexec ${COMMAND} "$@"\n`)
  chmodSync(repository.path('.bin/npx'), 0o755)
  repository.write('deploy/profile.json', whole('getpid'))
  repository.seccompile('compile', 'deploy/profile.json', '--manifest', '-o', 'deploy/filter.bpf')
  base = repository.commit()
}) // prettier-ignore
afterEach(() => repository.remove())

/** Expects the artifacts of the job. */
function expectArtifacts(): void {
  expect(job.artifacts.when).toBe('always')
  for (const file of job.artifacts.paths) expect(existsSync(repository.path(file)), file).toBe(true)
  expect(JSON.parse(readFileSync(repository.path('findings.sarif'), 'utf8'))).toMatchObject({
    version: '2.1.0',
  })
}

describe('the job for GitLab', SLOW, () => {
  it('has the keys of a job, and runs for merge requests', () => {
    expect(Object.keys(job).sort()).toEqual([
      'after_script',
      'artifacts',
      'before_script',
      'image',
      'rules',
      'script',
      'variables',
    ])
    expect(job.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }])
    expect(Object.values(job.variables).every((value) => typeof value === 'string')).toBe(true)
    const lines = [...job.before_script, ...job.script, ...job.after_script]
    expect(lines.every((line) => typeof line === 'string')).toBe(true)
  })

  it('holds where a call less runs and the filter is made again, and keeps its artifacts', () => {
    repository.write('deploy/profile.json', whole())
    repository.seccompile('compile', 'deploy/profile.json', '--manifest', '-o', 'deploy/filter.bpf')
    repository.commit()
    const { status, log } = pipeline()
    expect([status, log]).toEqual([0, expect.stringContaining('is nowhere weaker than base.json')])
    expectArtifacts()
  }) // prettier-ignore

  it.each([
    ['a call more runs', whole('getpid', 'getppid'), true, '1 call weaker'],
    ['the filter is not made again', whole(), false, 'does not mean what deploy/profile.json means'],
    ['lint finds what is grave', whole('getpid').replace('"getpid"', '"getpid","io_uring_setup"'), true, 'io_uring'],
    ['the policy cannot be read', '{', false, 'not JSON'],
  ])('fails where %s', (_, text, isCompiled, said) => {
    repository.write('deploy/profile.json', text)
    if (isCompiled) repository.seccompile('compile', 'deploy/profile.json', '--manifest', '-o', 'deploy/filter.bpf')
    repository.commit()
    const { status, log } = pipeline()
    expect(status).not.toBe(0)
    expect(log).toContain(said)
    if (text !== '{') expectArtifacts()
  }) // prettier-ignore
})
