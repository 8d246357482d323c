/* The messages of typical mistakes, in both releases of TypeScript, beside their golden file. */
import { describe, expect, it } from 'vitest'
import { CORRECT, LINES_BEFORE, MISTAKES, moduleOf } from '../src/mistakes.ts'
import { check, inProject, RELEASES } from '../src/project.ts'
import type { Diagnostic, Release } from '../src/project.ts'

/** The errors of each mistake in `MISTAKES`. The lines of `CORRECT` stand below them and have none. */
async function errorsOf(release: Release): Promise<readonly (readonly Diagnostic[])[]> {
  const source = moduleOf([...MISTAKES.map((mistake) => mistake.source), ...CORRECT])
  const { diagnostics } = await inProject(source, (folder) => check(folder, release))
  const found = MISTAKES.map((_, i) => diagnostics.filter(({ line }) => line === LINES_BEFORE + i + 1))
  const elsewhere = diagnostics.filter((each) => !found.flat().includes(each))
  expect(elsewhere, 'every error is at the line of a mistake').toEqual([])
  return found
}

/** What the golden file says of a mistake: the line, and under its place each message. */
function listing(
  each: readonly { readonly release: Release; readonly errors: readonly Diagnostic[] }[],
  i: number,
): string {
  const { title, source } = MISTAKES[i]!
  const texts = each.map(({ errors }) =>
    errors.map(({ column, message }) => `${' '.repeat(column - 1)}^\n${message}\n`).join(''),
  )
  const same = texts.every((text) => text === texts[0])
  const said = same
    ? texts[0]!
    : each.map(({ release }, at) => `TypeScript ${release}:\n${texts[at]!}`).join('')
  return `# ${title}\n${source}\n${said}`
}

describe('a mistake in a policy', async () => {
  const each = await Promise.all(RELEASES.map(async (release) => ({ release, all: await errorsOf(release) })))

  it.each(MISTAKES.map(({ title, errors = 1 }, i) => [title, errors, i] as const))(
    'is one error at its place: %s',
    (_, errors, i) => {
      expect(each.map(({ all }) => all[i]!.length)).toEqual(RELEASES.map(() => errors))
      for (const { all } of each)
        for (const { message } of all[i]!) expect(message.split('\n').length).toBeLessThan(5)
    },
  )

  it('has the message of the golden file', async () => {
    const text = MISTAKES.map((_, i) =>
      listing(
        each.map(({ release, all }) => ({ release, errors: all[i]! })),
        i,
      ),
    )
    await expect(text.join('\n')).toMatchFileSnapshot('../mistakes.golden')
  })
})
