/*
 * The tests in the README of @seccompile/matchers, run by vitest and by Jest as a user runs them: the first passes, and the second
 * fails with the message that the README shows.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const HERE = dirname(fileURLToPath(import.meta.url))
const FOLDER = join(HERE, '../.cache/matchers')
const README = readFileSync(join(HERE, '../../../packages/matchers/README.md'), 'utf8')
const { resolve } = createRequire(import.meta.url)

/** The first block of the README in `language`. */
function block(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(README) ?? []
  if (text === undefined) throw new Error(`the README has no block of ${language}`)
  return text
}

/** What a runner prints, without colours and without indentation. */
function printed(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  })
  return `${stdout}${stderr}`.replaceAll(/^ +/gm, '')
}

const MESSAGE = block('text').replaceAll(/^ +/gm, '')

describe('the tests of the README', () => {
  beforeAll(() => {
    mkdirSync(FOLDER, { recursive: true })
    const test = block('typescript') // which has no types, so Node and Jest read it too
    const ofJest = test.replace('matchers/vitest', 'matchers/jest').replace("'vitest'", "'@jest/globals'")
    writeFileSync(join(FOLDER, 'policy.vitest.mjs'), test)
    writeFileSync(join(FOLDER, 'policy.jest.mjs'), ofJest)
    writeFileSync(
      join(FOLDER, 'vitest.config.mjs'),
      `export default { test: { include: ['*.vitest.mjs'] } }\n`,
    )
    const jest = {
      rootDir: FOLDER,
      testMatch: ['**/*.jest.mjs'],
      moduleFileExtensions: ['mjs', 'js'],
      transform: {},
    }
    writeFileSync(join(FOLDER, 'jest.config.json'), JSON.stringify(jest))
  })
  afterAll(() => {
    rmSync(FOLDER, { recursive: true })
  })

  it('run by vitest', () => {
    const text = printed(join(dirname(resolve('vitest/package.json')), 'vitest.mjs'), 'run', '--config', 'vitest.config.mjs') // prettier-ignore
    expect(text).toContain(MESSAGE)
    expect(text).toMatch(/Tests\s+1 failed \| 1 passed/)
  })

  it('run by Jest', () => {
    const text = printed(
      '--experimental-vm-modules',
      join(dirname(resolve('jest/package.json')), 'bin/jest.js'),
      '--config',
      'jest.config.json',
    )
    expect(text).toContain(MESSAGE)
    expect(text).toMatch(/Tests:\s+1 failed, 1 passed/)
  })
})
