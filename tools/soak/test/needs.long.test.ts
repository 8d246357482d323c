/* One command of `pnpm soak needs`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, describe, expect, it } from 'vitest'
import { closedLoop, recordings } from '../src/needs/closed-loop.ts'
import { soakCommands } from '../src/needs/commands.ts'

const isMissing =
  process.platform !== 'linux' || process.arch !== 'x64' || (!hasBridge('ffi') && !hasBridge('koffi'))
if (isMissing)
  process.stderr.write(
    '\n*** NOT RUN: the loop of recordings: it takes Linux on x86_64, and FFI or koffi\n\n',
  )

const folder = mkdtempSync(join(tmpdir(), 'seccompile-needs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commands = isMissing ? [] : soakCommands(folder)

describe.skipIf(isMissing)('bash with pipes, under the policy of its recordings', () => {
  it.each(['none', 'table'] as const)(
    'is unharmed and no wider than them, with conditions: %s',
    async (conditions) => {
      const command = commands.find(({ name }) => name === 'bash pipes')!
      const result = await closedLoop(command, folder, conditions, await recordings(command, folder, 2))
      expect(result).toMatchObject({ isUnharmed: true, tried: [], beyond: [] })
      expect(result.refused).toHaveLength(3)
      expect(result.needs.seen.some(({ when }) => when !== undefined)).toBe(conditions === 'table')
    },
  )
})
