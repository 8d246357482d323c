/* Versions and CHANGELOGs by the real changesets: a candidate, another one, and the release. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '@seccompile/pack-check/packages'
import { afterEach, expect, test } from 'vitest'
import { steps } from '../src/steps.ts'
import { writeVersions } from '../src/versions.ts'
import { type Miniature, miniature } from './miniature.ts'

let mini: Miniature
afterEach(() => mini.remove())

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
