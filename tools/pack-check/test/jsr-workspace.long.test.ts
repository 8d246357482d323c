/* What Deno says of packages that go to JSR. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { publishDry, writeWorkspace } from '../src/jsr-workspace.ts'
import type { PublicPackage } from '../src/packages.ts'
import { runtimeFolder } from '../src/runtimes.ts'
import { putPackage } from './put-package.ts'

const deno = await runtimeFolder('Deno')
if ('why' in deno) process.stderr.write(`\n*** NOT RUN: publishing on JSR: Deno: ${deno.why}\n\n`)

it.skipIf('why' in deno)(
  'pass Deno where each type is written down, and a slow type is refused',
  async () => {
    if ('why' in deno) return
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-jsr-')))
    try {
      const file = join(deno.folder, 'deno')
      const needs = { dependencies: { '@seccompile/low': 'workspace:^' } }
      const low = putPackage(home, 'low', 'export const double = (n: number): number => 2 * n\n')
      const fine = putPackage(
        home,
        'fine',
        "import { double } from '@seccompile/low'\nexport const four: number = double(2)\n",
        needs,
      )
      const slow = putPackage(
        home,
        'slow',
        "import { double } from '@seccompile/low'\nexport const four = double(2)\n",
        needs,
      )
      const dry = async (packages: readonly PublicPackage[], name: string): ReturnType<typeof publishDry> => {
        mkdirSync(join(home, name))
        writeWorkspace(packages, packages, join(home, name))
        return publishDry(file, join(home, name))
      }
      expect(await dry([low, fine], 'first')).toMatchObject({ status: 0 })
      const refused = await dry([low, slow], 'second')
      expect(refused.status).toBe(1)
      expect(refused.said).toMatch(/missing-explicit-type[^]*slow\/src\/index\.ts/)
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
)
