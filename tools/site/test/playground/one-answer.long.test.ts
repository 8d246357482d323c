/*
 * The command, the matchers, the playground and the action say the same of a filter: its ABIs, and what lint finds, by the same words.
 *
 * Each of them reads the filter in its own way. The filters are presets and profiles, the programs that these become on every ABI,
 * programs of both byte orders, and stacks.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { compile } from '@seccompile/compiler'
import { readFilterFile, seccompMatchers } from '@seccompile/matchers'
import type { Policy } from '@seccompile/policy'
import type { PresetName } from '@seccompile/presets'
import { loadPresetPolicy } from '@seccompile/presets/load'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { main } from 'seccompile/main'
import { afterAll, expect, it } from 'vitest'
import { QuestionAnswerer } from '../../src/playground/engine/answer-question.ts'
import type { AnswerPart } from '../../src/playground/messages.ts'

const folder = mkdtempSync(join(tmpdir(), 'one-answer-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A filter in a file, and the ABIs that a person names for it. */
interface AskedFile {
  /** The file, or files of a stack. */
  readonly files: readonly [string, ...string[]]
  readonly abi?: AbiToken
}

/** What is said of a filter. */
interface SaidOfFilter {
  readonly abis: readonly string[]
  /** `severity name: message` of each finding. */
  readonly findings: readonly string[]
}

async function command(words: readonly string[]): Promise<{ readonly out: string; readonly status: number }> {
  let out = ''
  const text = { out: (each: string) => (out += each), err: () => undefined, outBytes: () => undefined }
  const status = await main(words, { ...text, outIsTerminal: false, errIsTerminal: false, env: {} })
  return { out, status }
}

const lintWords = ({ files, abi }: AskedFile): readonly string[] => [
  files.join(','),
  ...(abi === undefined ? [] : ['--abi', abi]),
]

async function saidByCommand(given: AskedFile): Promise<SaidOfFilter> {
  const { out } = await command(['lint', ...lintWords(given), '--json'])
  const [file] = JSON.parse(out).files as [{ abis: string[]; findings: Record<string, string>[] }]
  return {
    abis: file.abis,
    findings: file.findings.map(({ severity, name, message }) => `${severity} ${name}: ${message}`).sort(),
  }
}

async function saidByMatchers({ files, abi }: AskedFile): Promise<SaidOfFilter> {
  const options = abi === undefined ? {} : { abis: [abi] as const }
  const [first, ...others] = await Promise.all(files.map((file) => readFilterFile(file, options)))
  const tested = others.length === 0 ? first! : [first!, ...others]
  const { message } = seccompMatchers.toHaveNoFindings.call({ isNot: false }, tested, {})
  const findings = message()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().replace(/ (?:\S+:\d+:\d+: )/, ' ')) // the others have the place beside the text
  return { abis: first!.abis.map(({ token }) => token), findings: findings.sort() }
}

async function saidByPlayground({ files: [file], abi }: AskedFile): Promise<SaidOfFilter> {
  const parts: AnswerPart[] = []
  const worker = new QuestionAnswerer({
    post: (answer) => 'answer' in answer && parts.push(answer.answer),
    pause: () => Promise.resolve(),
    now: () => 0,
  })
  const bytes = readFileSync(file)
  const text = file.endsWith('.json') ? bytes.toString() : bytes.toString('hex')
  const choices = { abis: abi ?? '', kernel: '', objective: 'uniform', pipeline: 'speed' } as const
  await worker.answer({ kind: 'filter', id: 1, text, ...choices })
  const fault = parts.find(({ part }) => part === 'fault')
  if (fault !== undefined) throw new Error(JSON.stringify(fault))
  const shown = parts.find((part) => part.part === 'filter')
  const found = parts.find((part) => part.part === 'findings')
  return {
    abis: shown!.abis,
    findings: found!.findings.map(({ severity, name, message }) => `${severity} ${name}: ${message}`).sort(),
  }
}

/** What a command that the action runs yields. */
interface LintRun {
  readonly out: string
  readonly err: string
  readonly status: number
}

type LintPart = (
  run: (words: readonly string[]) => LintRun,
  inputs: Readonly<Record<'failOn' | 'baseline' | 'abi', string>> & { readonly files: readonly string[] },
) => { readonly notes: readonly { readonly title: string }[] }

/** The action is a program of its own, in JavaScript. */
const { lintPart } = (await import(new URL('../../../action/lint.mjs', import.meta.url).href)) as {
  readonly lintPart: LintPart
}

/** The names of what the action writes beside the lines of a change. */
async function namesByAction(given: AskedFile): Promise<readonly string[]> {
  const lint = async (form: string): Promise<LintRun> => ({
    err: '',
    ...(await command(['lint', ...lintWords(given), '--format', form])),
  })
  const [markdown, sarif] = [await lint('markdown'), await lint('sarif')]
  const run = (words: readonly string[]): LintRun => (words.includes('sarif') ? sarif : markdown)
  const inputs = { files: given.files, failOn: 'high', baseline: '', abi: '' }
  return lintPart(run, inputs)
    .notes.map(({ title }) => title.replace('seccompile: ', ''))
    .sort()
}

/** The filter of a preset; `undefined` where the preset is not for the ABIs. */
function compiled(policy: Policy, abis: readonly AbiTable[]): Uint8Array | undefined {
  try {
    return compile(policy, { abis, prove: false }).bytes
  } catch (error) {
    if ((error as Error).name !== 'PolicyError') throw error
    return undefined
  }
}

const GROUPS = [...allAbis.map(({ token }) => [token]), ['x86_64', 'x86'], ['aarch64', 'arm']] as const

/** The programs that a preset becomes on each ABI, and on two of one machine. */
async function programs(preset: PresetName): Promise<readonly AskedFile[]> {
  const { abis: _abis, architectures: _architectures, ...policy } = await loadPresetPolicy(preset)
  return GROUPS.flatMap((tokens) => {
    const tables = tokens.map((token) => signedAbiTable(token))
    const bytes = compiled(policy, tables)
    if (bytes === undefined) return []
    const file = join(folder, `${preset}-${tokens.join('-')}.bpf`)
    writeFileSync(file, bytes)
    // The command reads big-endian bytes where an ABI of that order is named.
    const [{ endianness, token }] = tables as [AbiTable]
    return [{ files: [file], ...(endianness === 'big' ? { abi: token } : {}) }]
  })
}

const POLICIES = fileURLToPath(new URL('../../../golden/policies/', import.meta.url))
const PROFILES = readdirSync(POLICIES).filter((name) => name.endsWith('.json'))

/** What the others say otherwise than the command. */
async function differences(given: AskedFile): Promise<readonly string[]> {
  const { abis, findings } = await saidByCommand(given)
  const names = findings.map((text) => text.split(/[ :]+/)[1]!).sort()
  const others = [
    ['matchers', await saidByMatchers(given), { abis, findings }],
    ...(given.files.length > 1
      ? []
      : [['playground', await saidByPlayground(given), { abis, findings }] as const]),
    ['action', await namesByAction(given), names],
  ] as const
  return others.flatMap(([who, said, expected]) =>
    isDeepStrictEqual(said, expected)
      ? []
      : [
          `${basename(given.files[0])}, ${who}: ${JSON.stringify(said)}; the command: ${JSON.stringify(expected)}`,
        ],
  )
}

async function differencesOf(filters: readonly AskedFile[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const given of filters) found.push(...(await differences(given)))
  return found
}

const PRESETS = ['container-default', 'mode-strict', 'no-io-uring', 'no-network', 'no-new-namespaces', 'no-tracing', 'pure-compute', 'unix-sockets-only'] as const // prettier-ignore
let asked = 0

it.each(PRESETS)('of the programs of preset %s', async (preset) => {
  const filters = await programs(preset)
  asked += filters.length
  expect(await differencesOf(filters)).toEqual([])
})

it.each(PROFILES)('of the profile %s', async (name) => {
  asked += 1
  expect(await differences({ files: [join(POLICIES, name)] })).toEqual([])
})

it('of stacks', async () => {
  const [first, second, third] = (await programs('no-tracing')).filter(({ abi }) => abi === undefined)
  const [other] = await programs('no-network')
  const stacks = [
    [first!, other!],
    [other!, first!],
    [first!, second!],
    [first!, second!, third!],
  ]
  asked += stacks.length
  expect(
    await differencesOf(stacks.map((parts) => ({ files: parts.map(({ files }) => files[0]) as never }))),
  ).toEqual([])
})

it('of 200 filters', () => {
  expect(asked).toBeGreaterThanOrEqual(200)
})
