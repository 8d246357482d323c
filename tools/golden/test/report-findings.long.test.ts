/* `report` and `lint` have the same findings in each policy of the corpus, and in the profile written from it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from 'seccompile/main'
import { afterAll, expect, it } from 'vitest'
import { corpus, POLICIES } from '../src/corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-report-findings-'))
afterAll(() => rmSync(folder, { recursive: true }))

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

interface LintFiles {
  readonly files: readonly [
    { readonly findings: readonly { readonly severity: string; readonly name: string }[] },
  ]
}

/** The findings of `lint`, such as `high width-gap`, in their order. */
async function linted(input: string, abi: string): Promise<readonly string[]> {
  const { files } = JSON.parse(await printed('lint', input, '--abi', abi, '--json')) as LintFiles
  return files[0].findings.map(({ severity, name }) => `${severity} ${name}`)
}

/** The first two columns of the table of findings, in the form of {@link linted}. */
async function reported(input: string, abi: string): Promise<readonly string[]> {
  const report = await printed('report', input, '--abi', abi, '--format', 'markdown')
  const [, section = ''] = /\n## Findings\n([^]*?)\n## /.exec(report) ?? []
  return [...section.matchAll(/^\| *(?:\*\*)?(high|medium|low)(?:\*\*)? *\| *`([a-z0-9-]+)`/gm)].map(
    ([, severity, name]) => `${severity} ${name}`,
  )
}

const sources = new Map(corpus.map(({ policy, abis }) => [policy, abis.join(',')]))

it.each([...sources])('of %s', async (policy, abi) => {
  const input = policy.startsWith('preset:') ? policy : fileURLToPath(new URL(policy, POLICIES))
  const profile = join(folder, `${policy.replace(/\W/g, '-')}.json`)
  writeFileSync(profile, await printed('convert', input, '--to', 'oci', '--abi', abi))
  const isProfile = readFileSync(profile).length > 0
  for (const each of isProfile ? [input, profile] : [input])
    expect(await reported(each, abi)).toEqual(await linted(each, abi))
})
