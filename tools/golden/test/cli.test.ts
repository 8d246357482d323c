import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { POLICIES } from '../src/corpus.ts'
import { parseSession, playSession } from '../src/session.ts'
import type { SessionPart } from '../src/session.ts'
import { runCommand, wordsOf } from '../src/shell.ts'

const SESSIONS = fileURLToPath(new URL('../cli/', import.meta.url))
const files = readdirSync(SESSIONS)
const partsOf = (file: string): readonly SessionPart[] =>
  parseSession(readFileSync(join(SESSIONS, file), 'utf8'), file)
const home = process.cwd()

/** `text` with fixed words in place of the parts that differ between machines or releases. */
function normalised(text: string, folder: string): string {
  return text
    .replaceAll(folder, '/session')
    .replaceAll(/^\| \d+\.\d+\.\d+$/gm, '| X.Y.Z')
    .replaceAll(/^(\| +"semanticVersion": )"[\d.]+"/gm, '$1"X.Y.Z"')
    .replaceAll(/(Made by seccompile) [\d.]+/g, '$1 X.Y.Z')
    .replaceAll(/^(\| +"ms": )[\d.]+/gm, '$1N')
}

/** All matches of the first group of `pattern` in the output of `command`. */
async function found(command: string, pattern: RegExp): Promise<readonly string[]> {
  const { printed } = await runCommand({ kind: 'command', command, input: [] })
  const text = printed.map((piece) => piece.text).join('')
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

describe('the command line', () => {
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-golden-')))
    symlinkSync(fileURLToPath(POLICIES), join(folder, 'policies'))
    process.chdir(folder)
  })
  afterEach(() => {
    process.chdir(home)
    rmSync(folder, { recursive: true })
  })

  it.each(files)('answers as in %s', async (file) => {
    const text = await playSession(partsOf(file), runCommand)
    await expect(normalised(text, folder)).toMatchFileSnapshot(join(SESSIONS, file))
  })

  it('has no command and no option that no session uses', async () => {
    const used = files.flatMap((file) =>
      partsOf(file).flatMap((part) => (part.kind === 'command' ? [wordsOf(part.command).words] : [])),
    )
    const unused: string[] = []
    const commands = await found('seccompile complete-words -- ""', /^([a-z-]+)\t/gm)
    expect(commands).toContain('compile')
    for (const command of commands) {
      if (command === 'help') continue // `help` prints the help of the whole command
      const runs = used.filter((words) => words.includes('seccompile') && words.includes(command))
      const options = await found(`seccompile complete-words -- ${command} --`, /^(--[a-z\d-]+)\t/gm)
      expect(options).toContain('--help')
      if (runs.length === 0) unused.push(command)
      unused.push(...options.filter((option) => !runs.some((words) => words.includes(option))))
    }
    expect(unused).toEqual([])
  })
})
