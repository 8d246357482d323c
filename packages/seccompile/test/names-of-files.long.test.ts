/* No name is a command to a runner of CI: it begins no line of output, and no line holds a mark that a runner seeks. */
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCommands } from '../src/command-groups.ts'
import { flagOf } from '../src/syntax/option.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const home = process.cwd()
/** GitHub also reads `##[COMMAND]` anywhere in a line, and Azure `##vso[COMMAND]`. @see actions/runner, ActionCommand.cs */
const NAMES = [
  'w\n::warning::x##[group]y##vso[task.z]',
  '::stop-commands::x',
  '##[error]x',
  '##vso[task.complete]x',
]

const PROFILE = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'write', 'exit_group', 'execve', 'fchmodatx'], action: 'SCMP_ACT_ALLOW' },
    { names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] },
  ],
}
const RECORDED = { abi: 'x86_64', nr: 0, call: 'read', count: 1 }

/** Texts in which `name` is whatever a text can name, by the ending of their file. */
const textsOf = (name: string): Readonly<Record<string, string>> => {
  const text = JSON.stringify(name)
  const line = name.replaceAll('\n', '_') // a word of a notation of lines
  const head = {
    format: 'seccompile-recording',
    version: 1,
    source: name,
    machine: name,
    kernel: name,
    libc: name,
    abis: ['x86_64'],
    scenario: name,
    unseen: [name],
  }
  return {
    json: JSON.stringify(PROFILE),
    'calls.json': JSON.stringify({ ...PROFILE, [name]: 1, syscalls: [{ names: ['read', name], action: 'SCMP_ACT_ALLOW', [name]: name, comment: name }] }), // prettier-ignore
    'wrong.json': `{ "defaultAction": ${text} }`,
    policy: `@include ./${name}.inc\nread: 1\n`,
    'calls.policy': `@default kill-process\nread: arg0 == ${line}\n${line}: 1\n`,
    service: `[Service]\nDescription=${line}\nSystemCallFilter=read ${line}\n${line}=1\n`,
    'spo.yaml': `apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata:\n  name: ${text}\nspec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls:\n    - names: [read, ${text}]\n      action: SCMP_ACT_ALLOW\n`, // prettier-ignore
    'threads.json': `{ ${text}: { "mismatch_action": "trap", "match_action": "allow", "filter": [{ "syscall": "read", "comment": ${text} }] }, ${JSON.stringify(`${name}2`)}: {} }`, // prettier-ignore
    asm: 'ret #0x7fff0000\n',
    'wrong.asm': `${line}: ret #0\njmp ${line}\n`,
    counts: `{ "reed": 1, ${text}: 2 }`,
    mjs: `export const passes = []; export const lintRules = []; throw new Error(${text})`,
    'passes.mjs': `export const mine = { name: ${text}, from: 'rules', to: 'rules', run: (ir) => ir }`,
    'lint.mjs': `export const lintRules = [{ name: ${text}, severity: 'high', brief: ${text}, why: ${text}, check: () => [] }]`,
    'found.mjs': `export const lintRules = [{ name: 'mine', severity: 'high', brief: ${text}, why: ${text}, check: () => [{ message: ${text}, call: ${text} }] }]`,
    ndjson: `${JSON.stringify(head)}\n${JSON.stringify({ ...RECORDED, program: name })}\n{"end":true,"rows":1,"calls":1}\n`,
    strace: `read(0, ${text}, 1) = 0\nexecve(${text}, [${text}], 0x7ffd) = 0\n${line}(1) = 0\n`,
    'manifest.json': JSON.stringify({ seccompile: name, policy: `${name}.json`, options: { [name]: name, abi: 'x86_64' }, filters: [`${name}.bpf`], digest: name }), // prettier-ignore
    'repro.json': JSON.stringify({ seccompile: name, version: 1, passes: name, error: name, level: name }),
    'baseline.json': JSON.stringify({ version: 1, findings: [{ rule: name, call: name, message: name }] }),
  }
}

/** The file of a text. vitest loads no module whose name is not plain. */
const fileOf = (name: string, ending: string): string =>
  ending.endsWith('mjs') ? `${NAMES.indexOf(name)}.${ending}` : `${name}.${ending}`

beforeAll(async () => {
  process.chdir(at(''))
  for (const name of NAMES) {
    for (const [ending, text] of Object.entries(textsOf(name))) writeFileSync(fileOf(name, ending), text)
    copyFileSync('/bin/true', name)
    chmodSync(name, 0o755)
    await runCli(['compile', `${name}.json`, '--abi', 'x86_64', '-o', `${name}.bpf`, '--manifest'])
    await runCli(['asm', `${name}.asm`, '-o', `${name}2.bpf`])
    const manifest: object = JSON.parse(readFileSync(`${name}.bpf.json`, 'utf8'))
    for (const [i, edit] of [{ filters: [name] }, { policy: name }, { filters: [`${name}2.bpf`] }].entries())
      writeFileSync(`${name}.manifest${i}.json`, JSON.stringify({ ...manifest, ...edit }))
  }
})
afterAll(() => process.chdir(home))

/** Commands that answer a question about one file. */
const about = (name: string, OTHER = `${name}2.bpf`, OUT = `${name}.out`): readonly (readonly string[])[] => [
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
  ['compile', '-o', OUT, '--weights', `${name}.counts`],
  ['compile', '-o', OUT, '--use', `./${fileOf(name, 'mjs')}`],
  ...['oci', 'systemd', 'minijail', 'seccompiler', 'spo', 'c', 'hex'].map((to) => ['convert', '--to', to]),
  ['convert', '--to', 'systemd', '--deny-inexpressible', '-o', OUT],
  ['launch', 'systemd'],
  ...['setpriv', 'bwrap', 'crun'].map((launcher) => ['launch', launcher, '-o', OUT]),
]

/**
 * The words of a command about `file`. The first word is the command; for a launcher and a picture, the first two
 * are.
 */
const wordsOf = (
  [command = '', ...more]: readonly string[],
  file: string,
  name: string,
): readonly string[] => {
  if (command === 'launch') return [command, more[0]!, file, ...more.slice(1), '--', 'true', name]
  if (command === 'draw') return [command, 'barcode', file, ...more]
  return [command, file, ...more]
}

/** The lines of what `words` print that a runner of CI takes for commands. */
async function commands(words: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await runCli(words)
  const lines = `${out}\n${err}`.split(/[\n\r\u2028\u2029]/)
  return lines.filter((line) => /^\s*::|##\[|##vso\[/.test(line))
}

describe.each(NAMES)('the name %j is no command to a runner of CI (issues 32, 41 and 50)', (name) => {
  const [policy, raw, other] = [`${name}.json`, `${name}.bpf`, `${name}2.bpf`]
  const written = Object.keys(textsOf(name)).map((ending) => fileOf(name, ending))
  it.each([
    ...[policy, raw].flatMap((file) => about(name).map((each) => wordsOf(each, file, name))),
    ...['explain', 'lint', 'digest', 'compile', 'asm', 'convert', 'reproduce', 'check-manifest', 'policy', 'runtime', 'new-calls'].flatMap((command) => written.map((file) => [command, file])), // prettier-ignore
    ...written.map((file) => ['recordings', 'sum', file]),
    ...written.map((file) => ['heal', policy, '--from', file]),
    ...written.map((file) => ['lint', policy, '--baseline', file]),
    ...written.map((file) => ['lint', policy, '--use', `./${file}`]),
    ...written.map((file) => ['policy', file, '--ledger']),
    ['policy', `${name}.ndjson`, '--base', policy],
    ['policy', `${name}.ndjson`, '--ledger'],
    ...[0, 1, 2].map((i) => ['check-manifest', `${name}.manifest${i}.json`]),
    ['check-manifest', `${name}.bpf.json`],
    ['explain', `${name}.threads.json#${name}`],
    ['explain', `${name}.threads.json#read`],
    ...['oci', 'spo', 'systemd', 'minijail', 'seccompiler', 'c'].map((to) => ['policy', `${name}.ndjson`, '--to', to]), // prettier-ignore
    ['policy', `${name}.ndjson`, '--json'],
    ['port', policy, '--to', 'aarch64'],
    ['port', `${name}.spo.yaml`, '--to', 'aarch64'],
    ['compile', policy, '--passes', 'linear', '--use', `./${fileOf(name, 'passes.mjs')}`],
    ['explain', `${raw},${other}`],
    ['draw', 'tree', policy, '--title', name, '--format', 'mermaid'],
    ['draw', 'graph', policy, '--title', name, '--format', 'dot'],
    ['draw', 'graph', policy, '--title', name],
    ['complete-words', '--', name],
    ['complete-words', '--', 'lint', name],
    [name],
    ['help', name],
  ])('%j', async (...words) => {
    expect(await commands(words)).toEqual([])
  })

  it('in every argument, and in every option', async () => {
    const found: string[] = []
    for (const { name: command, args, options } of await loadCommands()) {
      const words = Object.keys(args).map((key) =>
        key === 'kind' ? 'tree' : key === 'what' ? 'sum' : policy,
      )
      const all = [
        [name],
        [...words.slice(0, -1), name],
        [...words, name],
        [`--${name}`],
        ...Object.entries(options).flatMap(([key, { placeholder, isNegated }]) =>
          placeholder === undefined
            ? [[...words, flagOf(key, isNegated), '--', name]]
            : [
                [...words, flagOf(key), name],
                [...words, `${flagOf(key)}=${name}`],
              ],
        ),
      ]
      if (command === 'bench') continue // it measures for seconds; the next test is about it
      for (const each of all)
        for (const line of await commands([command, ...each]))
          found.push(`${[command, ...each].join(' ')}: ${line}`)
    }
    expect(found).toEqual([])
  })

  it.skipIf(!hasBridge('ffi') && !hasBridge('koffi'))('of a program', async () => {
    const program = `./${name}`
    for (const words of [
      ['run', policy, '--report', '--', program],
      ['run', policy, '--report', '--', name],
      ['try', policy, '--', program],
      ['try', policy, '--follow', '--', program, name],
      ['record', '--', program, name],
      ['record', '-o', '-', '--scenario', name, '--', program, name],
    ])
      expect(await commands(words), words.join(' ')).toEqual([])
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')('bench', async () => {
    expect(await commands(['bench', raw, '--rounds', '1'])).toEqual([])
  })
})
