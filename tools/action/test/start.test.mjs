/* How seccompile is started on each system, and by which releases. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inputsOf } from '../inputs.mjs'
import { KOFFI } from '../release.mjs'
import { answerOf, startWords } from '../start.mjs'

const node = 'C:\\hostedtoolcache\\node\\24.1.0\\x64\\node.exe'
const script = 'C:\\hostedtoolcache\\node\\24.1.0\\x64\\node_modules\\npm\\bin\\npm-cli.js'
const machine = (platform, ...there) => ({ platform, execPath: node, exists: (path) => there.includes(path) })

describe('the words that start a program', () => {
  it('are those of npm itself on Windows, where Node starts no script of a shell', () => {
    const words = ['npm', 'install', 'seccompile@1.2.3', 'a & b.json']
    expect(startWords(words, machine('win32', script))).toEqual([node, script, 'install', 'seccompile@1.2.3', 'a & b.json']) // prettier-ignore
    expect(startWords(words, machine('linux'))).toBe(words)
    expect(startWords(words, machine('darwin'))).toBe(words)
    expect(startWords(['seccompile.exe'], machine('win32'))).toEqual(['seccompile.exe'])
  })

  it('need the npm of this Node', () => {
    expect(() => startWords(['npm'], machine('win32'))).toThrow(
      `there is no ${script}; let actions/setup-node install Node`,
    )
  })

  it('name the release of koffi that this repository tests', () => {
    const [, tested] = /^ {2}koffi: (\S+)$/m.exec(readFileSync(new URL('../../../pnpm-workspace.yaml', import.meta.url), 'utf8')) // prettier-ignore
    expect(KOFFI).toBe(`koffi@${tested}`)
  })
})

describe('an answer', () => {
  it('that is too long to hold is an error that says so', () => {
    const words = ['-e', "process.stdout.write('x'.repeat(65 * 1024 * 1024))"]
    expect(() => answerOf([process.execPath], words)).toThrow(
      `${process.execPath} prints more than 64 MiB; name fewer files`,
    )
  })
})

describe('a tried command', () => {
  const inputs = { SECCOMPILE_TRY: 'policy.json -- npm test', SECCOMPILE_COMMAND: 'seccompile' }

  it.each(['win32', 'darwin'])('is refused on %s', (platform) => {
    expect(() => inputsOf(inputs, platform)).toThrow(
      `try needs Linux, and this runner is ${platform}; leave "try" to a job on Linux`,
    )
  })

  it('is a policy, whose name may have spaces, and words, which may have "--"', () => {
    const { tried } = inputsOf({ ...inputs, SECCOMPILE_TRY: ' a b.json  --  npm  test -- -u \n' }, 'linux')
    expect(tried).toEqual([
      { line: 'a b.json  --  npm  test -- -u', policy: 'a b.json', words: ['npm', 'test', '--', '-u'] },
    ])
  })
})
