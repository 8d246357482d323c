/* The sessions in the pages of docs are run, and print what the pages say. `pnpm bless` rewrites the pages. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { oracle, run } from '@seccompile/kernel'
import type { RunOptions } from '@seccompile/kernel'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { pageCommands, playPage } from '../src/page-session.ts'
import { needOf, runPageCommand } from '../src/page-shell.ts'
import type { PageNeed } from '../src/page-shell.ts'

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/pages/', import.meta.url))
const home = process.cwd()
const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'))
const textOf = (name: string): string => readFileSync(join(DOCS, name), 'utf8')
const withSessions = pages.filter((name) => pageCommands(textOf(name)).length > 0)

const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]
/** Why no command runs under a filter that allows everything; `undefined` where one does. */
async function whyNot(launcher: NonNullable<RunOptions['launcher']>): Promise<string | undefined> {
  try {
    const { status, signal } = await run(ALLOW, ['true'], { launcher, stdio: ['ignore', 'ignore', 'ignore'] })
    return status === 0 ? undefined : `"true" ends with ${status ?? signal}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Why the kernel cannot be asked; `undefined` where it can. */
async function whyNotAsked(): Promise<string | undefined> {
  try {
    const asked = await oracle(ALLOW)
    await asked.close()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const reasons: Readonly<Record<PageNeed, string | undefined>> = {
  koffi: await whyNot('koffi'),
  bwrap: await whyNot('bwrap'),
  oracle: await whyNotAsked(),
}

/** Whether a command can run here. Where it cannot, a line on standard error says why. */
function canRun(page: string, command: string): boolean {
  const need = needOf(command)
  const reason = need && reasons[need]
  if (reason === undefined) return true
  process.stderr.write(`\n*** NOT RUN: "${command}" of docs/${page}: ${reason}\n\n`)
  return false
}

describe('the pages of docs', () => {
  afterEach(() => process.chdir(home))
  afterAll(() => rmSync(CACHE, { recursive: true, force: true }))

  it('have sessions', () => {
    expect(withSessions).toContain('first-filter.md')
  })

  it.each(withSessions)('%s prints what its sessions say', async (name) => {
    const text = textOf(name)
    const folder = join(CACHE, name.replace('.md', ''))
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    process.chdir(folder)
    const changed: string[] = []
    const played = await playPage(text, {
      write: (file, content) => {
        if (existsSync(join(folder, file))) changed.push(file)
        writeFileSync(join(folder, file), content)
      },
      answer: async (command) => {
        if (!canRun(name, command)) return undefined
        return runPageCommand(
          command,
          changed.some((file) => command.includes(file)),
        )
      },
    })
    await expect(played.replaceAll(folder, '/home/you')).toMatchFileSnapshot(join(DOCS, name))
  })

  it.each(pages)('%s has no command that is not run', (name) => {
    // Commands that need a network, a cluster, the log of a node or a release, or write into the repository.
    const excused =
      /^(npm (install|start|test|run release:dry|stage|audit signatures)|pnpm new:pass|node tools\/release\/|sha256sum|gh|kubectl|journalctl)\b/
    const blocks = [...textOf(name).matchAll(/^```(?:sh|bash|shell)\n([^]*?)^```$/gm)]
    const lines = blocks.flatMap(([, code = '']) => code.trimEnd().split('\n'))
    expect(lines.filter((line) => !excused.test(line))).toEqual([])
  })
})
