/* Commands that are tried under a policy. */
import { chmodSync, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNot } from './why-not.ts'
import { runAction } from './run-action.ts'
import type { ActionJob, ActionRun } from './run-action.ts'
import { COMMAND, temporaryRepository, SLOW } from './temporary-repository.ts'

const repository = temporaryRepository()
const { folder, path, write } = repository

const tried = (lines: string, job: Partial<ActionJob> = {}): ActionRun =>
  runAction({ command: COMMAND, try: lines }, { repository: folder, ...job })

const NOBODY = 65_534
const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: commands that the action tries: ${reason}\n\n`)
const isRoot = process.getuid?.() === 0
if (!isRoot)
  process.stderr.write(
    '\n*** NOT RUN: commands that the action tries as root and as another user: the tests are not root\n\n',
  )

describe.skipIf(reason !== undefined)('a tried command', SLOW, () => {
  beforeAll(() => {
    const refused = { names: ['chmod', 'fchmod', 'fchmodat', 'fchmodat2'], action: 'SCMP_ACT_ERRNO', errnoRet: 1 }
    const policy = { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64'], syscalls: [refused] }
    write('a folder/policy.json', JSON.stringify(policy, null, 1))
    write('notes.txt', '')
    write('change.sh', 'chmod 600 notes.txt\nchmod 644 notes.txt\n')
    write('fail.sh', 'exit 3\n')
    write('killed.sh', 'kill -9 $$\n')
    write('forge.sh', `echo '::error::evil' | tee /dev/stderr
printf 'refused=0\\nsarif=/etc/passwd\\n' >> "\${GITHUB_OUTPUT:-/dev/null}"
env | grep -E '^(GITHUB_(OUTPUT|STEP_SUMMARY|ENV|PATH|STATE)|SECCOMPILE_)' && exit 9
chmod 600 notes.txt
echo '{"command":[],"wouldRefuse":false,"status":0,"denied":[]}' >&2
printf '::error::no line end' >&2
`)
    write('kill-watcher.sh', `echo '{"command":[],"wouldRefuse":false,"status":0,"denied":[]}' >&2\nkill -9 $PPID\n`)
    chmodSync(folder, 0o777)
    chmodSync(dirname(folder), 0o755)
    for (const name of ['notes.txt']) chmodSync(path(name), 0o666)
  }) // prettier-ignore
  afterAll(() => repository.remove())

  it('fails the job where a call would be refused, and shows the calls', () => {
    const { status, summary, outputs, log } = tried('a folder/policy.json -- sh change.sh')
    expect([status, outputs['refused']]).toEqual([1, '1'])
    expect(summary).toContain('## Commands\n\n### `sh change.sh` under `a folder/policy.json`: **refused**\n\n```text\ncount  call ') // prettier-ignore
    expect(summary).toMatch(/^1 +x86_64 fchmodat\(dfd=AT_FDCWD, filename=…, mode=S_IWUSR\|S_IRUSR\) +EPERM +\S+\/chmod +a folder\/policy\.json:\d+:\d+$/m) // prettier-ignore
    expect(log).toContain('::error title=seccompile%3A try::sh change.sh: a folder/policy.json would refuse calls; the summary of the job lists them\n') // prettier-ignore
  })

  it('holds where no call would be refused', () => {
    const { status, summary, outputs } = tried('a folder/policy.json -- cat notes.txt')
    expect([status, outputs['refused']]).toEqual([0, '0'])
    expect(summary).toContain('### `cat notes.txt` under `a folder/policy.json`: runs\n\nthe policy would refuse no call\n') // prettier-ignore
  })

  it('fails with a command that fails, is killed or does not exist: it may not have made all its calls', () => {
    const lines = ['sh fail.sh', 'sh killed.sh', 'nowhere-at-all'].map((command) => `a folder/policy.json -- ${command}`) // prettier-ignore
    const { status, summary, outputs } = tried(lines.join('\n'))
    expect([status, outputs['refused']]).toEqual([1, '0'])
    expect(summary).toContain('`sh fail.sh` under `a folder/policy.json`: **failed**\n\nthe policy would refuse no call, but the command exited with status 3\n') // prettier-ignore
    expect(summary).toContain('`sh killed.sh` under `a folder/policy.json`: **failed**\n\nthe policy would refuse no call, but the command was ended by SIGKILL\n') // prettier-ignore
    expect(summary).toContain('`nowhere-at-all` under `a folder/policy.json`: **failed**\n\n```text\nerror: nowhere-at-all: no such command\n```\n') // prettier-ignore
  })

  it('shows what is wrong with the policy, and starts nothing', () => {
    const { status, summary } = tried('nowhere.json -- touch started')
    expect(status).toBe(1)
    expect(summary).toContain(
      '**failed**\n\n```text\nerror: nowhere.json: cannot be read: no such file\n```\n',
    )
    expect(existsSync(path('started'))).toBe(false)
  })

  it('believes no report and no output that the command wrote itself', () => {
    const { status, outputs, log, summary } = tried('a folder/policy.json -- sh forge.sh\na folder/policy.json -- sh kill-watcher.sh') // prettier-ignore
    expect(status).toBe(1)
    expect(outputs).toMatchObject({ refused: '1', sarif: '' })
    expect(summary).toContain('`sh forge.sh` under `a folder/policy.json`: **refused**')
    expect(summary).toContain(
      '`sh kill-watcher.sh` under `a folder/policy.json`: **failed**\n\n```text\nseccompile was ended by a signal\n```\n',
    )
    // GitHub takes no command between "stop-commands" and its word.
    const heard = log.replaceAll(/^::stop-commands::(\S+)\n[^]*?^::\1::\n/gm, '')
    expect(heard).not.toMatch(/^::error::/m)
    expect(heard).toMatch(/^::error title=/m)
  })

  it.skipIf(!isRoot).each([['root', 0], ['another user', NOBODY]])('runs as %s', (_, uid) => {
    const { status, summary } = tried('a folder/policy.json -- sh change.sh\na folder/policy.json -- true', { uid })
    expect(status).toBe(1)
    expect(summary).toContain('`sh change.sh` under `a folder/policy.json`: **refused**')
    expect(summary).toContain('`true` under `a folder/policy.json`: runs')
  }) // prettier-ignore
})

describe('the line of a tried command', () => {
  afterAll(() => repository.remove())

  it.each([
    ['try: "policy.json npm test" has no policy, "--" and command; write POLICY -- COMMAND', 'policy.json npm test'],
    ['try: "policy.json --" has no policy, "--" and command; write POLICY -- COMMAND', 'policy.json --'],
    ['try: "-- npm test" has no policy, "--" and command; write POLICY -- COMMAND', '-- npm test'],
    ['try: && in "p -- a && b" is for a shell, and none reads it; put the command into a script of the repository', 'p -- a && b'],
    ['try: "a in "p -- sh -c "a b"" is for a shell, and none reads it; put the command into a script of the repository', 'p -- sh -c "a b"'],
    ['try: $HOME in "p -- ls $HOME" is for a shell, and none reads it; put the command into a script of the repository', 'p -- ls $HOME'],
    ['"--use" would be an option; write ./--use', '--use -- true'],
  ])('is refused: %s', (message, line) => {
    write('policy.json', '{}')
    const { status, log, summary } = tried(line)
    expect([status, log, summary]).toEqual([2, `::error::${message}\n`, ''])
  }) // prettier-ignore
})
