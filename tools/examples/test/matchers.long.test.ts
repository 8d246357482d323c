/*
 * The tests in the README of @seccompile/matchers, run by each runner that it names, as a user runs them: the first passes, and the
 * others fail with the messages that the README shows.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const HERE = dirname(fileURLToPath(import.meta.url))
const FOLDER = join(HERE, '../.cache/matchers')
const RUNTIMES = join(HERE, '../../runtimes/runtimes.mjs')
const README = readFileSync(join(HERE, '../../../packages/matchers/README.md'), 'utf8')
const { resolve } = createRequire(import.meta.url)

/** The first block of the README in `language`. */
function block(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(README) ?? []
  if (text === undefined) throw new Error(`the README has no block of ${language}`)
  return text
}

const unindented = (text: string): string => text.replaceAll(/^ +/gm, '')

/** What a program prints in the folder of the tests, without colours and without indentation. */
function printed(program: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  })
  return unindented(`${stdout}${stderr}`)
}

/** What Jest prints about the test in `file`. */
const printedByJest = (file: string): string =>
  printed(
    process.execPath,
    '--experimental-vm-modules',
    join(dirname(resolve('jest/package.json')), 'bin/jest.js'),
    '--config',
    'jest.config.json',
    file,
  )

/** A runtime of `pnpm runtimes`. */
interface TestRuntime {
  readonly name: string
  readonly file: string
  readonly isInstalled: boolean
}

/** The file of Bun, or why there is none. */
function bunFile(): { readonly file: string } | { readonly reason: string } {
  const listed = spawnSync(process.execPath, [RUNTIMES, '--list'], { encoding: 'utf8' }).stdout
  const runtimes = JSON.parse(listed) as readonly TestRuntime[]
  const bun = runtimes.find(({ name }) => name === 'bun')
  return bun?.isInstalled === true && existsSync(bun.file)
    ? { file: bun.file }
    : { reason: 'Bun is not installed; "pnpm runtimes" does it' }
}

const MESSAGES = unindented(block('text')).trim().split('\n\n')
const TEST = block('typescript') // which has no types, so that every runner reads it
const CONDITION = `({ family }) => family.eq(AF_UNIX)`

/** The test with imports by `await import`, as a CommonJS module has it. */
const COMMON = `const { expect, it, beforeAll } = require('@jest/globals')
let mine, AF_INET
beforeAll(async () => {
  await import('@seccompile/matchers/jest')
  const { policy, AF_UNIX, ...constants } = await import('seccompile')
  AF_INET = constants.AF_INET
  mine = policy({ abis: ['x86_64', 'x86'], default: 'deny' })
    .allow('read', 'write', 'openat', 'socketcall').allow('socket', ${CONDITION})
})
${TEST.slice(TEST.indexOf("it('reads files'"))}`

const FILES: Readonly<Record<string, string>> = {
  'policy.vitest.mjs': TEST,
  'policy.jest.mjs': TEST.replace('matchers/vitest', 'matchers/jest').replace("'vitest'", "'@jest/globals'"),
  'policy.jest.cjs': COMMON,
  'policy.test.mjs': TEST.replace("import '@seccompile/matchers/vitest'", '').replace(
    "'vitest'",
    "'bun:test'\nimport { seccompMatchers } from '@seccompile/matchers'\nexpect.extend(seccompMatchers)",
  ),
  'policy.node.mjs': `import { ok } from 'node:assert/strict'
import { it } from 'node:test'
import { seccompMatchers } from '@seccompile/matchers'
import { AF_INET, AF_UNIX, policy } from 'seccompile'
const mine = policy({ abis: ['x86_64', 'x86'], default: 'deny' })
  .allow('read', 'write', 'openat', 'socketcall').allow('socket', ${CONDITION})
for (const [title, matcher, ...args] of [['a', 'toAllow', 'openat'], ['b', 'toRefuse', 'socket', { family: AF_INET }], ['c', 'toStop', 'CVE-2026-31431']])
  it(title, () => {
    const { pass, message } = seccompMatchers[matcher](mine, ...args)
    ok(pass, message())
  })
`,
  'vitest.config.mjs': `export default { test: { include: ['*.vitest.mjs'] } }\n`,
  'jest.config.json': JSON.stringify({
    rootDir: FOLDER,
    testMatch: ['**/*.jest.mjs', '**/*.jest.cjs'],
    moduleFileExtensions: ['mjs', 'cjs', 'js'],
    transform: {},
  }),
}

describe('the tests of the README', () => {
  beforeAll(() => {
    mkdirSync(FOLDER, { recursive: true })
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), text)
  })
  afterAll(() => {
    rmSync(FOLDER, { recursive: true })
  })

  /** Checks that `text`, which a runner has printed, has each message of the README. */
  function expectMessages(text: string): void {
    expect(MESSAGES).toHaveLength(2)
    for (const message of MESSAGES) expect(text).toContain(message)
  }

  it('run by vitest', () => {
    const runner = join(dirname(resolve('vitest/package.json')), 'vitest.mjs')
    const text = printed(process.execPath, runner, 'run', '--config', 'vitest.config.mjs')
    expectMessages(text)
    expect(text).toMatch(/Tests\s+2 failed \| 1 passed/)
  })

  it.each(['policy.jest.mjs', 'policy.jest.cjs'])('run by Jest: %s', (file) => {
    const text = printedByJest(file)
    expectMessages(text)
    expect(text).toMatch(/Tests:\s+2 failed, 1 passed/)
  })

  it('run by node:test', () => {
    const text = printed(process.execPath, '--test', 'policy.node.mjs')
    expectMessages(text)
    expect(text).toMatch(/pass 1\n.*fail 2\n/s)
  })

  it('run by Bun', ({ skip }) => {
    const bun = bunFile()
    if ('reason' in bun) return skip(bun.reason)
    const text = printed(bun.file, 'test', './policy.test.mjs')
    expectMessages(text)
    expect(text).toContain('1 pass\n2 fail\n')
  })
})
