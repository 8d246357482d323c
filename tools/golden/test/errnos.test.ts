/*
 * People read errnos by name. Sessions type every command and every option, so their answers are the output of all
 * commands; pages show answers too. A number is right where `--raw` asks for it, in a field of JSON, which has the name
 * beside it, and where no ABI has a name for it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errnoNames, errnoOn } from '@seccompile/constants/errno'
import { abis } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const filesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(fileURLToPath(new URL(folder, ROOT)))
    .filter((name) => pattern.test(name))
    .map((name) => folder + name)
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

const named = new Set(abis.flatMap(({ token }) => errnoNames.map((name) => errnoOn(name, token))))
const isNumbered = (line: string): boolean =>
  [...line.matchAll(/ERRNO\((\d+)\)/g)].some(([, number]) => named.has(Number(number)))

/** A field of JSON whose value is an exact verdict; its errno has a field of its own. */
const EXACT_FIELD = /^\| +"\w+": "ERRNO\(\d+\)",?$/
/** A file that a command writes. */
const WRITTEN = /(?:-o|>) (\S+)/g

/** The answers in `lines` with the number of an errno, without those of `--raw` and of files that it made. */
function numberedAnswers(lines: readonly string[]): readonly string[] {
  const raw = new Set<string>()
  let command = ''
  return lines.filter((line) => {
    if (line.startsWith('$ ')) {
      command = line
      if (command.includes('--raw')) for (const [, file] of command.matchAll(WRITTEN)) raw.add(file!)
      return false
    }
    const isRaw = command.includes('--raw') || [...raw].some((file) => command.includes(file))
    return !isRaw && !EXACT_FIELD.test(line) && isNumbered(line)
  })
}

/** The lines of the sessions of a page. */
const consoleLines = (page: string): readonly string[] =>
  [...page.matchAll(/^```console[^\n]*\n([^]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))

it.each(filesIn('tools/golden/cli/', /\.test$/))('answers for people name errnos in %s', (path) => {
  const lines = textOf(path).split('\n')
  expect(numberedAnswers(lines.filter((line) => /^[$|!]/.test(line)))).toEqual([])
})

it.each(filesIn('docs/', /\.md$/))('sessions of pages name errnos in %s', (path) => {
  expect(numberedAnswers(consoleLines(textOf(path)))).toEqual([])
})

it('findings and pictures of pages name errnos', () => {
  const pictures = filesIn('docs/', /\.svg$/).filter((path) => isNumbered(textOf(path)))
  expect(pictures).toEqual([])
  expect(textOf('tools/golden/findings.golden').split('\n').filter(isNumbered)).toEqual([])
})

it('sees a number, and not one that --raw asks for', () => {
  const answers = ['$ seccompile a', '| ERRNO(1)', '|   "to": "ERRNO(1)",', '| ERRNO(0)', '$ seccompile a --raw', '| ERRNO(1)']
  expect(numberedAnswers(answers)).toEqual(['| ERRNO(1)'])
}) // prettier-ignore
