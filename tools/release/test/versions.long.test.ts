/* Versions and CHANGELOGs by the real changesets: a candidate, another one, and the release. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '@seccompile/pack-check/packages'
import { afterEach, describe, expect, test } from 'vitest'
import { steps } from '../src/steps.ts'
import { writeVersions } from '../src/versions.ts'
import { type Miniature, miniature } from './miniature.ts'

let mini: Miniature
afterEach(() => mini.remove())

describe('versions stop, and write nothing,', () => {
  const stops = async (path: string, text: string): Promise<unknown> => {
    mini = miniature()
    symlinkSync(join(ROOT, 'node_modules'), join(mini.root, 'node_modules'))
    mini.put(path, text)
    const end: unknown = await writeVersions(mini.root, steps(mini.temporary)).catch(
      (error: unknown) => error,
    )
    expect(spawnSync('git', ['status', '--porcelain'], { cwd: mini.root, encoding: 'utf8' }).stdout).toBe('')
    return end
  }

  test.each([
    ['no front matter', 'Has two.\n', /^\.changeset: could not parse changeset - .*\n[^]*Has two\./],
    [
      'a package that does not exist',
      "---\n'@x/none': minor\n---\n\nHas two.\n",
      /^\.changeset: Found changeset two for package @x\/none which is not in the workspace$/,
    ],
  ])('for a changeset with %s', async (_, text, message) => {
    const end = await stops('.changeset/two.md', text)
    expect(end).toMatchObject({ code: 'E_INPUT', message: expect.stringMatching(message) as string })
  })

  test.each([
    ['no JSON', '{', /^\.changeset\/subjects\.json: .*JSON/],
    [
      'another form',
      '{ "introduction": "", "subjects": { "First": "one" }, "steps": [] }',
      /^\.changeset\/subjects\.json: expected \{ "introduction": ID, "subjects": \{ TITLE: \[ID, …\], … \}, "steps": \[ID, …\] \}$/,
    ],
  ])('for a table of subjects that is %s', async (_, text, message) => {
    const end = await stops('.changeset/subjects.json', text)
    expect(end).toMatchObject({ code: 'E_INPUT', message: expect.stringMatching(message) as string })
  })
})

test('candidates and the release have entries that are not empty, newest first', async () => {
  mini = miniature({ one: 'major', two: 'minor' })
  const { root, temporary } = mini
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const version = (): Promise<readonly string[]> => writeVersions(root, steps(temporary))
  const changelog = (name: string): string =>
    readFileSync(join(root, 'packages', name, 'CHANGELOG.md'), 'utf8')

  expect(await version()).toEqual(['two'])
  const notes = '### First\n\n- Has one.\n\n### Further\n\n- Has two.\n'
  expect(changelog('seccompile')).toBe(`# seccompile\n\n## 1.0.0-rc.0\n\nThe first release.\n\n${notes}`)
  expect(changelog('inner')).toContain(
    '## 1.0.0-rc.0\n\nThe first release. Is small. The [README](README.md)',
  )

  mini.put('.changeset/three.md', "---\n'@seccompile/inner': patch\n---\n\nMends three.\n")
  await version()
  expect(changelog('seccompile')).toContain('## 1.0.0-rc.1\n\n### Fixed\n\n- Mends three.\n\n## 1.0.0-rc.0\n')
  expect(changelog('inner')).toContain('## 1.0.0-rc.1\n\n### Fixed\n\n- Mends three.\n\n## 1.0.0-rc.0\n')

  const changesets = createRequire(join(ROOT, 'package.json')).resolve('@changesets/cli/bin.js')
  expect(spawnSync(process.execPath, [changesets, 'pre', 'exit'], { cwd: root }).status).toBe(0)
  await version()
  expect(changelog('seccompile')).toContain(
    `# seccompile\n\n## 1.0.0\n\nThe first release.\n\n${notes}\n## 1.0.0-rc.1\n`,
  )
  // The changesets are gone, and with them their table.
  expect(existsSync(join(root, '.changeset/subjects.json'))).toBe(false)

  mini.put('.changeset/four.md', '---\nseccompile: patch\n---\n\nMends four.\n')
  await version()
  expect(changelog('seccompile')).toContain(
    '# seccompile\n\n## 1.0.1\n\n### Fixed\n\n- Mends four.\n\n## 1.0.0\n',
  )
  expect(changelog('inner')).toContain('## 1.0.1\n\nNothing changes here: all packages have one version.')
})
