import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { manual } from 'seccompile/manual'
import { manPages } from '../src/man-page.ts'

const FOLDER = fileURLToPath(new URL('../../../packages/seccompile/man/', import.meta.url))
const facts = await manual()
const pages = manPages(facts)
const pageOf = (file: string): string => pages.find((page) => page.file === file)!.text

describe('the manual pages', () => {
  it('are what packages/seccompile/man has', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(pages.map(({ file }) => file).sort())
    for (const { file, text } of pages) expect(readFileSync(FOLDER + file, 'utf8')).toBe(text)
  })

  it('are ASCII, so that they need no encoding', () => {
    for (const { text } of pages) expect(text).toMatch(/^[\n -~]+$/)
  })

  it('have every command, option and example of the help', () => {
    const plain = (text: string): string => text.replaceAll(/\\f[BIP]/g, '').replaceAll('\\-', '-')
    for (const { name, options, examples } of facts.commands) {
      expect(plain(pageOf('seccompile.1'))).toContain(`.BR seccompile-${name} (1)\n`)
      const page = plain(pageOf(`seccompile-${name}.1`))
      for (const { term } of options) expect(page).toContain(`.TP\n${term}\n`)
      for (const { line } of examples) expect(page.replaceAll('\\(ti', '~')).toContain(`.nf\n${line}\n.fi\n`)
    }
  })

  it('keep what roff would read as its own', () => {
    const text = `.dot 'quoted' back\\slash a-b ${'word '.repeat(20)}`.trim()
    const [command] = facts.commands
    const [, page] = manPages({
      ...facts,
      groups: [{ title: 'One', commands: [{ ...facts.groups[0]!.commands[0]!, name: 'one' }] }],
      commands: [{ ...command!, name: 'one', description: text, args: [{ term: 'file', about: text }] }],
    })
    expect(page!.text).toContain(String.raw`\&.dot \(aqquoted\(aq back\eslash a\-b word`)
    for (const line of page!.text.split('\n')) expect(line).not.toMatch(/^[.'](dot|quoted)/)
  })
})

/** The messages of `program` on the pages; `undefined` where it is not installed. */
function said(program: string, args: readonly string[]): string | undefined {
  const files = pages.map(({ file }) => FOLDER + file)
  const { error, stdout, stderr } = spawnSync(program, [...args, ...files], { encoding: 'utf8' })
  if (error !== undefined) {
    process.stderr.write(`\n*** NOT RUN: ${program} on the manual pages: it is not installed\n\n`)
    return undefined
  }
  return stdout + stderr
}

it('groff has nothing to warn of', () => {
  expect(said('groff', ['-man', '-ww', '-z', '-Tutf8']) ?? '').toBe('')
})

it('mandoc has nothing to warn of but the missing dates', () => {
  const lines = (said('mandoc', ['-Tlint', '-Wwarning']) ?? '').split('\n').filter((line) => line !== '')
  expect(lines.filter((line) => !line.includes('missing date'))).toEqual([])
})
