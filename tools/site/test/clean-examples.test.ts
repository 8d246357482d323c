/*
 * The policies that people copy are clean under our own linter: those of READMEs, pages and the playground, and the presets.
 *
 * Clean means that no finding is of high severity, so that `seccompile lint` ends with 0. A page that shows a finding, and a
 * preset that leaves something open on purpose, is named here with what is found, and with the reason. So nothing is accepted
 * that is not found any more.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPolicies } from '@seccompile/find-examples'
import { PRESETS } from '@seccompile/presets'
import { main } from 'seccompile/main'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXAMPLES } from '../src/playground/page/examples.ts'
import { languageOf } from '../src/playground/page/language.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const folder = join(import.meta.dirname, '..', '.cache', 'clean-examples')
beforeAll(() => mkdirSync(folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface LintOutput {
  readonly files: readonly [
    {
      readonly error?: string
      readonly findings?: readonly { readonly severity: string; readonly name: string }[]
    },
  ]
}

/** The standard output of the command. */
async function printed(...args: readonly string[]): Promise<string> {
  let out = ''
  await main(args, {
    out: (text) => (out += text),
    outBytes: () => {},
    err: () => {},
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
  })
  return out
}

/** The names of the findings of high severity for `argument`. */
async function worst(argument: string): Promise<readonly string[]> {
  const out = await printed('lint', argument, '--json')
  const [{ error, findings = [] }] = (JSON.parse(out) as LintOutput).files
  return error === undefined
    ? findings.flatMap(({ severity, name }) => (severity === 'high' ? [name] : []))
    : [`error: ${error}`]
}

/** The findings of a text, in a file of that ending. */
async function worstIn(name: string, text: string, ending: string): Promise<readonly string[]> {
  const file = join(folder, `${name.replace(/\W+/g, '-')}.${ending}`)
  writeFileSync(file, text)
  return worst(file)
}

/** Pages that show a finding of their example, which says of itself what is wrong. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'docs/first-filter.md:29': ['variant-gap'],
  'docs/policies.md:201 raw': ['width-gap'],
  'docs/review.md:10': ['width-gap'],
  'docs/trust.md:73': ['width-gap'],
  'docs/what-a-runtime-loads.md:6': ['socket-family-open'],
  'packages/attacks/README.md:11 mine': ['io-uring-open'],
  'packages/lint/README.md:11 mine': ['variant-gap'],
  'packages/lint-report/README.md:11 mine': ['variant-gap'],
  'packages/policy/README.md:116 noUser': ['width-gap'],
}

it.each(findPolicies(root))('$place', async ({ place, text, ending }) => {
  expect(await worstIn(place, text, ending)).toEqual(SHOWN[place] ?? [])
})

/** Examples of the playground that show a mistake, and their findings. */
const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  'A deny list with a gap': ['width-gap'],
  'A profile with a mistake': [expect.stringContaining('unknown action "SCMP_ACT_ALOW"')],
}

const ENDINGS = { json: 'json', typescript: 'mjs', plain: 'txt' } as const

it.each(EXAMPLES)('playground: $title', async ({ title, text }) => {
  const ending = ENDINGS[languageOf(text)]
  if (!title.includes('assembly')) {
    expect(await worstIn(title, text, ending)).toEqual(MISTAKES[title] ?? [])
    return
  }
  const [source, raw] = [join(folder, 'filter.asm'), join(folder, 'filter.bpf')]
  writeFileSync(source, text)
  await printed('asm', source, '-o', raw)
  expect(await worst(raw)).toEqual([])
})

/** What presets leave open on purpose: the note of each says it. */
const LEFT_OPEN: Readonly<Record<string, readonly string[]>> = {
  'container-default': ['multiplexer-gap', 'tty-injection', 'tty-injection'],
  'nested-sandbox': ['multiplexer-gap', 'tty-injection', 'tty-injection'],
}

it.each(PRESETS)('preset $name', async ({ name }) => {
  expect(await worst(`preset:${name}`)).toEqual(LEFT_OPEN[name] ?? [])
})
