/* The comparison with a base: what is named, what cannot be compared, and what a stranger wrote. */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from './run-action.ts'
import type { ActionJob, ActionRun } from './run-action.ts'
import { CALLS, COMMAND, profile, run, temporaryRepository, SLOW } from './temporary-repository.ts'
import type { TemporaryRepository } from './temporary-repository.ts'

let repository: TemporaryRepository
beforeEach(() => {
  repository = temporaryRepository()
})
afterEach(() => repository.remove())

const compared = (
  files: string,
  base: string,
  job: Partial<ActionJob> = {},
  inputs: Readonly<Record<string, string>> = {},
): ActionRun =>
  runAction(
    { command: COMMAND, files, base, 'fail-on': 'never', ...inputs },
    { repository: repository.folder, ...job },
  )

const NOTHING = 'the base is the commit that is checked out, and no file differs from it: nothing is compared'

describe('a comparison with the base', SLOW, () => {
  it('names the calls and the values of arguments that became weaker', () => {
    const socket = (families: readonly number[]): string =>
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        syscalls: [
          { names: CALLS, action: 'SCMP_ACT_ALLOW' },
          ...families.map((value) => ({ names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }] })),
        ],
      }) // prettier-ignore
    repository.write('profile.json', socket([1]))
    const base = repository.commit()
    repository.write('profile.json', socket([1, 2]))
    const { summary, outputs, log } = compared('profile.json', base)
    expect(outputs).toMatchObject({ weaker: '1' })
    expect(summary).toContain('### `profile.json`: **weaker**')
    expect(summary).toContain('1 call weaker for some arguments (base:profile.json → profile.json)')
    expect(summary).toContain('| weaker | ERRNO(EPERM) | ALLOW | x86_64 | socket | (u64)family == AF_INET |')
    expect(log).toContain('::warning file=profile.json,title=seccompile%3A weaker::')
  })

  it('is for the ABIs of the input, and says for which: a profile may differ on another machine alone', () => {
    const docker = (...calls: readonly string[]): string =>
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        archMap: [{ architecture: 'SCMP_ARCH_X86_64' }, { architecture: 'SCMP_ARCH_AARCH64' }],
        syscalls: [
          { names: CALLS, action: 'SCMP_ACT_ALLOW' },
          { names: ['getpid', ...calls], action: 'SCMP_ACT_ALLOW', includes: { arches: ['arm64'] } },
        ],
      })
    repository.write('profile.json', docker())
    const base = repository.commit()
    repository.write('profile.json', docker('ptrace'))
    const here = compared('profile.json', base)
    expect(here.outputs).toMatchObject({ weaker: '0' })
    expect(here.summary).toContain('policies are compared for the ABIs that they name, or else for x86_64; the input "abi" names others\n') // prettier-ignore
    const there = compared('profile.json', base, {}, { abi: 'aarch64' })
    expect(there.outputs).toMatchObject({ weaker: '1' })
    expect(there.summary).toContain('compared for `aarch64`\n')
    expect(there.summary).toContain('| weaker | ERRNO(EPERM) | ALLOW | aarch64 | ptrace |')
    expect(there.summary).toContain('`aarch64 execveat()`') // by lint
  })

  it('fails for a file in a submodule, which is not new', () => {
    const module = join(repository.folder, '..', 'module')
    mkdirSync(module)
    for (const words of [['init', '--quiet'], ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--allow-empty', '-m', 'a']])
      run(module, 'git', ...words)
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, 'deploy/module')
    const base = repository.commit()
    repository.write('deploy/module/profile.json', profile(...CALLS))
    repository.write('deploy/new.json', profile(...CALLS))
    const { status, summary } = compared('deploy/module/profile.json\ndeploy/new.json', base)
    expect(summary).toContain('### `deploy/module/profile.json`\n\nin a submodule, whose files at the base this clone does not have\n') // prettier-ignore
    expect(summary).toContain('### `deploy/new.json`\n\nnew: ')
    expect(status).toBe(1)
  }) // prettier-ignore

  it('is void where the base is the head, and says so', () => {
    repository.write('profile.json', profile(...CALLS))
    const base = repository.commit()
    const { summary, log, status } = compared('profile.json', base)
    expect(summary).toContain(`**Attention:** ${NOTHING}`)
    expect(log).toContain(`::warning title=seccompile::${NOTHING}`)
    expect(status).toBe(0)
    // A gate that compares nothing must not hold.
    const gate = compared('profile.json', base, {}, { 'fail-on-weaker': 'true' })
    expect([gate.status, gate.log]).toEqual([
      1,
      expect.stringContaining(`::error title=seccompile::${NOTHING}`),
    ])
    repository.write('profile.json', profile(...CALLS, 'mount'))
    expect(compared('profile.json', 'HEAD').summary).not.toContain('nothing is compared')
  })

  it('is with the base of the merge that GitHub made, also where the event names an older one', () => {
    const [loose, strict] = [profile(...CALLS, 'open'), profile(...CALLS)]
    repository.write('profile.json', loose)
    const old = repository.commit()
    repository.git('checkout', '--quiet', '-b', 'change')
    repository.write('other.txt', '')
    repository.commit()
    repository.git('checkout', '--quiet', 'main')
    repository.write('profile.json', strict)
    repository.commit()
    // The merge takes back what the base has made stricter.
    repository.git('merge', '--quiet', '--no-commit', 'change')
    repository.write('profile.json', loose)
    const merge = repository.commit()
    const event = { base: old, env: { GITHUB_SHA: merge, GITHUB_REF: 'refs/pull/7/merge' } }
    const run = (inputs: Readonly<Record<string, string>>): ActionRun =>
      runAction({ command: COMMAND, files: 'profile.json', 'fail-on': 'never', ...inputs }, { repository: repository.folder, ...event })
    expect(run({}).outputs).toMatchObject({ weaker: '1' })
    // A base that the workflow names is that one.
    expect(run({ base: `${old}^{commit}` }).outputs).toMatchObject({ weaker: '0' })
    expect(run({ base: 'HEAD~' }).outputs).toMatchObject({ weaker: '1' })
  }) // prettier-ignore

  it('runs no hook of git, which a configuration may seek in the repository', () => {
    repository.write('profile.json', profile(...CALLS))
    repository.write(
      '.husky/post-checkout',
      `#!/bin/sh\ntouch ${join(repository.folder, '..', 'hook-ran')}\n`,
    )
    chmodSync(repository.path('.husky/post-checkout'), 0o755)
    const base = repository.commit()
    repository.git('config', 'core.hooksPath', repository.path('.husky'))
    repository.write('profile.json', profile(...CALLS, 'mount'))
    expect(compared('profile.json', base).outputs).toMatchObject({ weaker: '1' })
    expect(repository.git('ls-files', '--others').trim()).toBe('')
    expect(existsSync(join(repository.folder, '..', 'hook-ran'))).toBe(false)
  })

  it('needs the base, which a clone of depth 1 does not have', () => {
    repository.write('profile.json', profile(...CALLS))
    const base = repository.commit()
    repository.write('profile.json', profile(...CALLS, 'mount'))
    repository.commit()
    const clone = join(repository.folder, '..', 'clone')
    run(tmpdir(), 'git', 'clone', '--quiet', '--depth', '1', `file://${repository.folder}`, clone)
    const { status, log, summary } = compared('profile.json', base, { repository: clone })
    expect([status, summary]).toEqual([2, ''])
    expect(log).toBe(`::error::the commit ${base} is not in this clone; let actions/checkout fetch it, by "fetch-depth: 0" or "ref"\n`) // prettier-ignore
  })

  it('is refused outside a repository, by the words of git', () => {
    const folder = join(repository.folder, '..', 'none')
    mkdirSync(folder)
    writeFileSync(join(folder, 'profile.json'), profile(...CALLS))
    const { status, log } = compared('profile.json', 'main', { repository: folder })
    expect([status, log]).toEqual([2, expect.stringMatching(/^::error::git rev-parse: fatal: not a git repository/)])
  }) // prettier-ignore

  it('works in a folder of the repository, and with the whole path of a file', () => {
    repository.write('deploy/profile.json', profile(...CALLS))
    const base = repository.commit()
    repository.write('deploy/profile.json', profile(...CALLS, 'mount'))
    const here = compared('profile.json', base, { repository: repository.path('deploy') })
    expect(here.summary).toContain('### `profile.json`: **weaker**')
    const whole = compared(repository.path('deploy/profile.json'), base)
    expect(whole.outputs).toMatchObject({ weaker: '1' })
    expect(whole.summary).not.toContain('/base/')
  })

  it('fails where the file, or what stood at the base, is not in the repository', () => {
    const outside = join(repository.folder, '..', 'outside.json')
    writeFileSync(outside, profile(...CALLS))
    repository.write('now.json', profile(...CALLS, 'mount'))
    symlinkSync(repository.path('now.json'), repository.path('link.json'))
    symlinkSync('../nowhere.json', repository.path('dangling.json'))
    repository.write('one.bpf', '')
    const base = repository.commit()
    for (const name of ['link.json', 'dangling.json']) {
      rmSync(repository.path(name))
      repository.write(name, profile(...CALLS, 'mount', 'ptrace'))
    }
    repository.write('two.bpf', '')
    const files = `${outside}\nlink.json\ndangling.json\none.bpf,two.bpf`
    const { status, summary, outputs } = compared(files, base)
    const leaves = 'a link that leaves the repository at the base, so nothing can be compared'
    expect(status).toBe(1)
    expect(summary).toContain('outside.json`\n\nnot in the repository, so the base has no such file\n')
    expect(summary).toContain(`### \`link.json\`\n\n${leaves}\n`)
    expect(summary).toContain(`### \`dangling.json\`\n\n${leaves}\n`)
    expect(summary).toContain('### `one.bpf,two.bpf`\n\nthe base has only some of these files, so nothing can be compared\n') // prettier-ignore
    expect(outputs).toMatchObject({ weaker: '0' })
  })

  it('shows a file that is gone, and one that is broken at the base, and fails', () => {
    repository.write('gone.json', profile(...CALLS))
    repository.write('broken.json', '{ "defaultAction": "::error::evil" }')
    const base = repository.commit()
    rmSync(repository.path('gone.json'))
    repository.write('broken.json', profile(...CALLS))
    const { status, summary } = compared('gone.json\nbroken.json', base)
    expect(status).toBe(1)
    expect(summary).toMatch(/### `gone.json`\n\n```text\nerror: gone.json: cannot be read: no such file/)
    expect(summary).toMatch(/### `broken.json`\n\n```text\nerror: base:broken.json:1:/)
    expect(summary).not.toContain(tmpdir())
  })

  it('takes names and contents of a stranger for text', () => {
    // Each would be a command of the workflow, a cell of a table, HTML, a mention, or the end of a code block.
    const names = ['::error::a.json', 'a|b`c`.json', '<img src=x onerror=y>.json', '@team #1.json', 'a%0A::notice::.json', 'é\u202e.json'] // prettier-ignore
    for (const name of names) repository.write(name, profile(...CALLS))
    const evil = '::error::evil\n::add-mask::x ``` <img src=z> @evil #2 | [a](b)'
    repository.write('evil.json', profile(...CALLS))
    const base = repository.commit()
    for (const name of names) repository.write(name, profile(...CALLS, 'mount', evil))
    repository.write('evil.json', JSON.stringify({ defaultAction: evil, [evil]: 1 }))
    const { status, summary, log, outputs } = compared([...names, 'evil.json'].join('\n'), base)
    expect(status).toBe(1)
    expect(outputs).toMatchObject({ weaker: String(names.length) })
    const lines = log.split('\n').filter((line) => line !== '')
    expect(lines.filter((line) => !/^::(?:error|warning|notice) (?:file=[^:,]*,)?(?:line=\d+,col=\d+,)?title=seccompile%3A [\w-]+::/.test(line))).toEqual([]) // prettier-ignore
    expect(lines.filter((line) => line.startsWith('::add-mask') || line.startsWith('::error::'))).toEqual([])
    const text = summary
      .replaceAll(/^(`{3,})text\n[^]*?^\1$/gm, '')
      .replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '')
      .replaceAll(/\\./g, '')
    expect(text).not.toMatch(/<img|@\w|#\d|\u202e/)
    expect(summary).not.toMatch(/^::/m)
  })
})
