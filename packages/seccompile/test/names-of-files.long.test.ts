/* No name of a file is a command to a runner of CI: it begins no line of output, and has none of the marks that a runner seeks in a line. */
import { chdir, cwd } from 'node:process'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const home = cwd()
/** GitHub also reads `##[COMMAND]` anywhere in a line, and Azure `##vso[COMMAND]`. @see actions/runner, ActionCommand.cs */
const NAME = 'w\n::warning::x##[group]y##vso[task.z]'
const [POLICY, RAW, OTHER, OUT] = [`${NAME}.json`, `${NAME}.bpf`, `${NAME}2.bpf`, `${NAME}.out`]

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'write', 'exit_group', 'execve', 'fchmodatx'], action: 'SCMP_ACT_ALLOW' },
    { names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] },
  ],
})

beforeAll(async () => {
  chdir(at(''))
  writeFileSync(POLICY, PROFILE)
  writeFileSync(`${NAME}.policy`, `@include ./${NAME}.inc\nread: 1\n`)
  writeFileSync(`${NAME}.wrong.json`, '{ "defaultAction": "SCMP_ACT_X" }')
  writeFileSync(`${NAME}.asm`, 'ret #0x7fff0000\n')
  writeFileSync(`${NAME}.counts`, '{ "reed": 1 }')
  await runCli(['compile', POLICY, '--abi', 'x86_64', '-o', RAW, '--manifest'])
  await runCli(['asm', `${NAME}.asm`, '-o', OTHER])
})
afterAll(() => chdir(home))

/** Commands that answer a question about one file. */
const ABOUT: readonly (readonly string[])[] = [
  ['explain'],
  ['disasm'],
  ['verify'],
  ['digest', OTHER],
  ['cost'],
  ['cost', '--format', 'markdown'],
  ['lint'],
  ['lint', '--format', 'markdown'],
  ['lint', '--json'],
  ['lint', '--format', 'sarif'],
  ['diff', OTHER, '--json'],
  ['report', '--format', 'html'],
  ['report', '--format', 'markdown'],
  ['report', '--base', OTHER, '--format', 'html'],
  ['prove', OTHER],
  ['diff', OTHER],
  ['diff', OTHER, '--format', 'markdown'],
  ['subset', '--of', OTHER],
  ['intersect', OTHER, '-o', OUT],
  ['merge', OTHER, '-o', OUT],
  ['solve', '--verdict', 'ALLOW', '--all'],
  ['draw', '-o', OUT, '--format', 'svg'],
  ['optimize', '-o', OUT],
  ['compile', '-o', OUT],
  ['compile', '-o', OUT, '--weights', `${NAME}.counts`],
  ['compile', '-o', OUT, '--use', `${NAME}.mjs`],
  ...['oci', 'systemd', 'minijail', 'seccompiler', 'spo', 'c', 'hex'].map((to) => ['convert', '--to', to]),
  ['convert', '--to', 'systemd', '--deny-inexpressible', '-o', OUT],
  ['launch', 'systemd'],
  ...['setpriv', 'bwrap', 'crun'].map((launcher) => ['launch', launcher, '-o', OUT]),
]

/**
 * The words of a command about `file`. The first word is the command; for a launcher and a picture, the first two
 * are.
 */
const wordsOf = ([command = '', ...more]: readonly string[], file: string): readonly string[] => {
  if (command === 'launch') return [command, more[0]!, file, ...more.slice(1), '--', 'true', NAME]
  if (command === 'draw') return [command, 'barcode', file, ...more]
  return [command, file, ...more]
}

async function lines(words: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await runCli(words)
  return `${out}\n${err}`.split(/[\n\r\u2028\u2029]/)
}

/** The lines that a runner of CI takes for commands. */
const commands = (all: readonly string[]): readonly string[] =>
  all.filter((line) => /^\s*::|##\[|##vso\[/.test(line))

describe('the name of a file is no command to a runner of CI (issues 32 and 41)', () => {
  const cases = [POLICY, RAW].flatMap((file) => ABOUT.map((about) => wordsOf(about, file)))
  it.each([
    ...cases,
    ['explain', `${NAME}.policy`],
    ['explain', `${RAW},${OTHER}`],
    ['compile', `${NAME}.wrong.json`],
    ['compile', `nothing ${NAME}`],
    ['compile', `preset:${NAME}`],
    ['compile', POLICY, '--abi', NAME],
    ['lint', POLICY, '--baseline', `${NAME}.counts`],
    ['check-manifest', `${RAW}.json`],
    ['groups', NAME],
    ['call', NAME],
    [NAME],
  ])('%j', async (...words) => {
    expect(commands(await lines(words))).toEqual([])
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')('bench', async () => {
    const found = await lines(['bench', RAW, '--rounds', '1'])
    expect(commands(found)).toEqual([])
  })
})
