/* The test for vitest on the page about CI, run as a user runs it: it holds for the policy that was reviewed, and fails for a weaker one. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const HERE = dirname(fileURLToPath(import.meta.url))
const FOLDER = join(HERE, '../.cache/ci-page')
const PAGE = readFileSync(join(HERE, '../../../docs/ci.md'), 'utf8')
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

const CALLS =
  'brk close execve exit exit_group futex mmap munmap open openat read restart_syscall rt_sigreturn write'

/** A profile for what the page names, that lets `more` run too. */
const profile = (...more: readonly string[]): string =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: 38,
    architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'],
    syscalls: [{ names: [...CALLS.split(' '), ...more], action: 'SCMP_ACT_ALLOW' }],
  })

/** What vitest prints for the profile `text`. */
function printed(text: string): string {
  writeFileSync(join(FOLDER, 'deploy/profile.json'), text)
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.config.mjs'], {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  })
  return `${stdout}${stderr}`
}

describe('the test of the page about CI', { timeout: 120_000 }, () => {
  beforeAll(() => {
    const [, test] = /^```typescript\n([^]*?)^```$/m.exec(PAGE) ?? []
    if (test === undefined) throw new Error('docs/ci.md has no test for vitest')
    mkdirSync(join(FOLDER, 'deploy'), { recursive: true })
    writeFileSync(join(FOLDER, 'policy.vitest.mjs'), test)
    writeFileSync(
      join(FOLDER, 'vitest.config.mjs'),
      `export default { test: { include: ['*.vitest.mjs'] } }\n`,
    )
    writeFileSync(join(FOLDER, 'deploy/reviewed.json'), profile('getpid'))
  })
  afterAll(() => rmSync(FOLDER, { recursive: true }))

  it('holds for a policy that is as strict', () => {
    expect(printed(profile())).toMatch(/Tests\s+3 passed/)
  })

  it('fails for a policy that is weaker, with the call', () => {
    const text = printed(profile('getpid', 'socket'))
    expect(text).toMatch(/Tests\s+\d failed/)
    expect(text).toContain('expected deploy/profile.json to refuse socket where family == AF_INET')
  })
})
