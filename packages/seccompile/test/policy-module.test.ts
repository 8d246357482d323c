import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
/** The names of `read` and of the calls without which a policy gets a warning. */
const NAMES = `['read', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'].map((name) => ({ name }))`
const READ = `{ names: ${NAMES}, action: { action: 'ALLOW', data: 0 }, args: [] }`
const policy = (rules = READ): string => `{ defaultAction: { action: 'ERRNO', data: 1 }, rules: [${rules}] }`

describe('a policy module', () => {
  it.each([
    ['m.mjs', `export default ${policy()}`],
    ['await.mjs', `export default await Promise.resolve(${policy()})`],
    ['c.cjs', `module.exports = ${policy()}`],
  ])('%s is taken by every command that takes a profile', async (name, text) => {
    const module = file(name, text)
    const compiled = await runCli(['compile', module, '-o', at('out.bpf')])
    expect([compiled.status, compiled.err]).toEqual([0, ''])
    expect((await runCli(['emulate', module, 'read'])).out).toContain('read: ALLOW')
    expect((await runCli(['emulate', module, 'write'])).out).toContain('write: ERRNO(EPERM)')
    for (const command of ['disasm', 'verify', 'cost'])
      expect((await runCli([command, module])).status).toBe(0)
    expect((await runCli(['emulate', at('out.bpf'), 'read'])).out).toContain('read: ALLOW')
  })

  it('may export a class of its own with the fields of a policy', async () => {
    const module = file(
      'class.mjs',
      `class Mine { constructor() { Object.assign(this, ${policy()}) } get name() { return 'mine' } }
       export default new Mine()`,
    )
    expect((await runCli(['emulate', module, 'read'])).out).toContain('read: ALLOW')
  })

  it.each([
    [
      'none.mjs',
      'export const x = 1',
      'none.mjs: has no default export; a policy module says "export default policy(…)"',
    ],
    ['function.mjs', 'export default () => {}', 'function.mjs: expected a policy, such as'],
    ['null.mjs', 'export default null', 'as default export; got null'],
    ['list.mjs', 'export default []', 'as default export; got a list of 0'],
    ['throw.mjs', `const x = 1\n\n  throw new Error('boom\\nmore')`, 'throw.mjs:3:9: boom; more\n'],
    ['throw-null.mjs', 'throw null', 'throw-null.mjs: null\n'],
    ['throw-text.mjs', `throw 'no'`, 'throw-text.mjs: no\n'],
    // Issue 32: the message did not say what to do.
    [
      'import.mjs',
      `import '@seccompile/nowhere/deep'`,
      'import.mjs: it imports the package "@seccompile/nowhere", which is not installed there; "npm install @seccompile/nowhere" in its folder installs it\n',
    ],
    [
      'require.cjs',
      `require('nowhere-at-all')`,
      'require.cjs: it imports the package "nowhere-at-all", which is not installed there; "npm install nowhere-at-all" in its folder installs it\n',
    ],
    ['builtin.mjs', `import 'fs/nowhere'`, `Cannot find package 'fs`],
    ['relative.mjs', `import './nowhere.mjs'`, 'Cannot find module'],
    [
      'getter.mjs',
      `export default { get defaultAction() { throw new Error('gotcha') } }`,
      'getter.mjs: gotcha\n',
    ],
    ['proxy.mjs', `export default new Proxy({}, { get() { throw 'no' } })`, 'proxy.mjs: no\n'],
  ])('%s is refused: %#', async (name, text, message) => {
    const { status, out, err } = await runCli(['compile', file(name, text), '-o', at('never.bpf')])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('that is not there, or a folder, is refused as a profile is', async () => {
    expect((await runCli(['compile', at('nowhere.mjs'), '-o', 'y'])).err).toContain(
      'nowhere.mjs: cannot be read: no such file\n',
    )
    expect((await runCli(['compile', at('.'), '-o', 'y'])).err).toContain('cannot be read: it is a folder\n')
  })
})
