/* Edits of policy modules, which the loader of Node reads again. The command is a process: the hooks are those of its loader. */
import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const { at, file } = temporaryFolder()

file(
  'seen.ndjson',
  `${[
    '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","abis":["x86_64"],"unseen":[]}',
    '{"abi":"x86_64","nr":39,"call":"getpid","count":1}',
    '{"abi":"x86_64","nr":16,"call":"ioctl","count":2}',
    '{"abi":"x86_64","nr":16,"call":"ioctl","args":[null,"0x5413"],"count":2}',
    '{"end":true,"rows":3,"calls":3}',
  ].join('\n')}\n`,
)
file('names.mjs', "export const names = ['read', 'exit_group']\n")

beforeAll(() => symlinkSync(`${PACKAGE}node_modules`, at('node_modules')))

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const heal = (policy: string): Ran =>
  spawnSync(process.execPath, [`${PACKAGE}bin/seccompile.js`, 'heal', policy, '--from', 'seen.ndjson'], {
    cwd: at('.'),
    encoding: 'utf8',
  })

const IMPORTS = "import { policy } from '@seccompile/policy'\nimport { names } from './names.mjs'\n"

it('adds a call to a chain, whose imports are found, and writes nothing', () => {
  const text = `${IMPORTS}export default policy({ default: 'deny', abis: ['x86_64'] })\n  .allow(...names)\n  .deny('getpid')\n  .allow('ioctl')\n`
  const path = file('chain.mjs', text)
  const { status, stdout } = heal('chain.mjs')
  expect([status, readFileSync(path, 'utf8')]).toEqual([0, text])
  expect(stdout.split('\n').filter((line) => /^[-+] /.test(line))).toEqual([
    "-  .deny('getpid')",
    "+  .allow('getpid')",
  ])
})

it('prints the calls for a policy that is computed, and for a chain that cannot be edited', () => {
  file(
    'computed.mjs',
    `${IMPORTS}const start = policy({ default: 'deny', abis: ['x86_64'] })\nexport default names.reduce((all, name) => all.allow(name), start)\n`,
  )
  const lines = ".allow('ioctl', ({ cmd }) => cmd.eq(TIOCGWINSZ))\n.allow('getpid')\n"
  const computed = heal('computed.mjs')
  expect([computed.status, computed.stdout]).toEqual([0, lines])
  expect(computed.stderr).toContain(
    'computed.mjs: its default export is computed; make the edit by hand; import TIOCGWINSZ from "seccompile"',
  )
  // A module that imports nothing from seccompile by name gets no import of the constant.
  file(
    'chain-only.mjs',
    `${IMPORTS}export default policy({ default: 'deny', abis: ['x86_64'] }).allow(...names)\n`,
  )
  expect(heal('chain-only.mjs').stdout).toBe(lines)
})

const PROFILE =
  '{ "defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86_64"],\n  "syscalls": [{ "names": ["read", "ioctl"], "action": "SCMP_ACT_ALLOW" }] }\n'

/** Whether patch is here. */
const hasPatch = spawnSync('patch', ['--version']).status === 0
if (!hasPatch) process.stderr.write('\n*** NOT RUN: diffs of files with special names: there is no patch\n\n')

const SPECIAL_NAMES = ['with space.json', 'tab\tand "quotes".json', 'über\u001b[31m.json', at('absolute.json'), '##[error]a.json', '##vso[a b] "c".json'] // prettier-ignore

it.skipIf(!hasPatch).each(SPECIAL_NAMES)('prints a diff of %j that patch -p0 takes', (name) => {
  const path = file(name.startsWith('/') ? 'absolute.json' : name, PROFILE)
  const { stdout } = heal(name)
  expect(stdout).not.toMatch(/##(?:\[|vso\[)/)
  const { stderr } = spawnSync('patch', ['-p0', '-s'], { cwd: at('.'), input: stdout, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(readFileSync(path, 'utf8')).toBe(PROFILE.replace('"ioctl"', '"ioctl", "getpid"'))
})

it.each(['::stop-commands::x', 'a ##[error]x', '  ::warning::x'])(
  'says of a diff with %s that a runner of CI obeys it',
  (text) => {
    const said = 'note: the diff holds text of the policy that a runner of CI takes for a command; '
    const module = (line: string) =>
      `${IMPORTS}/*\n${line}\n*/\nexport default policy({ default: 'deny', abis: ['x86_64'] }).allow('read', 'ioctl')\n`
    file('commands.mjs', module(text))
    expect(heal('commands.mjs').stderr).toContain(said)
    file('commands.mjs', module('no command: read::write'))
    expect(heal('commands.mjs').stderr).not.toContain(said)
  },
)

it('says how to patch a file that patch takes from no diff', () => {
  const path = `../${basename(at('.'))}/outside.json`
  file('outside.json', PROFILE)
  expect(heal(path).stderr).toContain(
    `note: patch takes no path out of this folder from a diff; name the file: patch ${path}\n`,
  )
})

it('says before which rule a call has to stand', () => {
  file(
    'first.mjs',
    `${IMPORTS}export default (() => policy({ default: 'allow', abis: ['x86_64'], overlaps: 'first' }).deny('ioctl', ({ cmd }) => cmd.in(0x5401, 0x5413)))()\n`,
  )
  const { stdout, stderr } = heal('first.mjs')
  const line = ".allow('ioctl', ({ cmd }) => cmd.eq(TIOCGWINSZ))"
  expect(stdout).toBe(`${line}\n`)
  expect(stderr).toContain(`note: put ${line} before rule 1\n`)
})

it('does not say that a call runs about which another process decides', () => {
  file('asked.json', PROFILE.replace('SCMP_ACT_ALLOW', 'SCMP_ACT_NOTIFY'))
  expect(heal('asked.json').stderr).toContain('note: asked.json has another process decide about ioctl\n')
})
